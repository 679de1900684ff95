//! Walking in a grid with the keyboard, as the ARIA Authoring Practices describe it: one stop for Tab, the arrow keys from
//! cell to cell, Home and End to the ends of a row, with Ctrl to those of the grid.
//!
//! Rows to walk in carry `data-row` and have as many cells each. The focus goes to the link in a cell, or to the cell.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::browser::{closest, listen as listen_to, target, window};

const GRID: &str = "[role=grid]";

/// Listens for as long as the page lives.
pub(super) fn listen() {
    let keydown = |event: Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            walk(event);
        }
    };
    listen_to(&window(), "keydown", Box::new(keydown));
    listen_to(&window(), "focusin", Box::new(|event| remember(&event)));
}

fn walk(event: &KeyboardEvent) {
    if event.default_prevented() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let Some(next) = target(event).and_then(|from| neighbour(&from, &event.key(), event.ctrl_key())) else { return };
    event.prevent_default();
    let next = stop(&next);
    if let Some(next) = next.dyn_ref::<HtmlElement>() {
        next.focus().ok();
    }
    // Of a cell that is half behind the frame's edge the focus alone shows no more.
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    nearest.set_inline(ScrollLogicalPosition::Nearest);
    next.scroll_into_view_with_scroll_into_view_options(&nearest);
    // The heads stick to the grid's frame: the focus alone does not bring back a frame that is above what one sees.
    if next.get_bounding_client_rect().top() < 0.0
        && let Some(frame) = closest(&next, GRID).and_then(|grid| grid.parent_element())
    {
        frame.scroll_into_view();
    }
}

/// The cell that `key` leads to from the one around `from`.
fn neighbour(from: &Element, key: &str, to_the_ends: bool) -> Option<Element> {
    let grid = closest(from, GRID)?;
    let cell = closest(from, "th, td")?;
    let row = closest(&cell, "[data-row]")?;
    let rows = all(&grid, "[data-row]");
    let down = rows.iter().position(|other| *other == row)?;
    let (cells, columns) = (row.children(), row.child_element_count());
    let along = (0..columns).find(|&at| cells.item(at).is_some_and(|other| other == cell))?;
    let (last_row, last_column) = (rows.len() - 1, columns - 1);
    let (down, along) = match key {
        "ArrowLeft" => (down, along.checked_sub(1)?),
        "ArrowRight" => (down, along + 1),
        "ArrowUp" => (down.checked_sub(1)?, along),
        "ArrowDown" => (down + 1, along),
        "Home" => (if to_the_ends { 0 } else { down }, 0),
        "End" => (if to_the_ends { last_row } else { down }, last_column),
        _ => return None,
    };
    rows.get(down)?.children().item(along)
}

/// What of a cell takes the focus.
fn stop(cell: &Element) -> Element {
    cell.query_selector("a[href]").ok().flatten().unwrap_or_else(|| cell.clone())
}

/// Tab comes back to where the reader left the grid.
fn remember(event: &Event) {
    let Some(now) = target(event) else { return };
    let Some(grid) = closest(&now, GRID) else { return };
    for before in all(&grid, "[tabindex=\"0\"]") {
        before.set_attribute("tabindex", "-1").ok();
    }
    now.set_attribute("tabindex", "0").ok();
}

fn all(element: &Element, selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    if let Ok(list) = element.query_selector_all(selector) {
        for place in 0..list.length() {
            found.extend(list.item(place).and_then(|node| node.dyn_into().ok()));
        }
    }
    found
}
