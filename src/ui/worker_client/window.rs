//! Moves the window of a long list as the reader scrolls, and where entries before or behind it are asked for. A dossier with
//! lists that long is always a reader's own: the embedded one is shown whole.
//!
//! Where the reader is, is read off the screen: the rooms before and behind the window say how many entries they stand for
//! (`views::window`). Between them the entry in the middle is found by its share of the way. An entry that stays in the
//! window stays the same element, so that the browser keeps what is read where it is.

use std::cell::Cell;
use std::rc::Rc;

use reactive_graph::effect::Effect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::App;
use crate::ui::browser::{before_paint, document, listen as listen_to, window};
use explore::Window;

/// Adds the listeners; they stay for the lifetime of the page.
pub(super) fn listen(app: App) {
    let waits = Rc::new(Cell::new(false));
    let look_soon = move || {
        if !waits.replace(true) {
            let waits = Rc::clone(&waits);
            let look = move || {
                waits.set(false);
                look(app);
            };
            before_paint(Box::new(look));
        }
    };
    let on_scroll = look_soon.clone();
    listen_to(&window(), "scroll", Box::new(move |_| on_scroll()));
    // A page that comes while the reader is far down may have its window elsewhere.
    Effect::new(move |_| {
        drop(app.remote.follow());
        look_soon();
    });
}

/// Shows entry `number` of the list, counted from 0, and puts the focus there.
pub(super) fn reach(app: App, number: usize) {
    read(app, number);
    app.location.after_render(move || {
        let entry = document().query_selector(&format!("[aria-posinset='{}']", number + 1)).ok().flatten();
        if let Some(entry) = entry {
            entry.scroll_into_view();
            let heading = entry.query_selector("a[href]").ok().flatten();
            if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
                heading.focus().ok();
            }
        }
    });
}

fn read(app: App, at: usize) {
    let query = app.query();
    app.environment.request.update(|request| request.entry = Some((query, at)));
}

fn look(app: App) {
    if let Some((window, at)) = seen()
        && window.is_left(at)
        && Window::around(window.total, at) != window
    {
        read(app, at);
    }
}

/// The window that is on the screen, if there is one, and the entry in the middle of the screen.
fn seen() -> Option<(Window, usize)> {
    let rooms = document().query_selector_all("[data-entries]").ok()?;
    let [before, behind] = [0, 1].map(|place| rooms.item(place).and_then(|room| room.dyn_into::<Element>().ok()));
    let (before, behind) = (before?, behind?);
    let number = |room: &Element, name| room.get_attribute(name)?.parse::<usize>().ok();
    let (first, rest) = (number(&before, "data-entries")?, number(&behind, "data-entries")?);
    let total = number(&before, "data-total")?;
    let seen = Window { first, shown: total - first - rest, total };

    let middle = window().inner_height().ok()?.as_f64()? / 2.0;
    let (before, behind) = (before.get_bounding_client_rect(), behind.get_bounding_client_rect());
    let stretches = [
        (before.top(), before.bottom(), 0, first),
        (before.bottom(), behind.top(), first, seen.shown),
        (behind.top(), behind.bottom(), total - rest, rest),
    ];
    let mut at = 0;
    for (top, bottom, from, count) in stretches {
        if middle > top {
            let share = ((middle - top) / (bottom - top).max(1.0)).min(1.0);
            at = from + usize::try_from((share * f64::from(count as u32)) as i32).unwrap_or_default();
        }
    }
    Some((seen, at.min(total - 1)))
}
