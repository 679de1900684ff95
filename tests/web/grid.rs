//! Walking in the matrix with the keyboard: where each key leads, and where Tab comes in.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

use crate::app::open;
use crate::browser::{click, count, document, next_frame, one};

const STOP: &str = "[role=grid] [tabindex='0']";
/// The heads and the tallies stand above the first stakeholder.
const FIRST_ROW: usize = 2;

fn focused() -> Element {
    document().active_element().expect("something has the focus")
}

/// Presses a key where the focus is; whether the page took it for itself.
fn press(key: &str, ctrl: bool) -> bool {
    let keys = KeyboardEventInit::new();
    keys.set_bubbles(true);
    keys.set_cancelable(true);
    keys.set_key(key);
    keys.set_ctrl_key(ctrl);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &keys).expect("an event can be made");
    !focused().dispatch_event(&event).expect("it can be sent")
}

/// The rows that one walks in, each with its cells.
fn rows() -> Vec<Vec<Element>> {
    let rows = document().query_selector_all("[role=grid] [data-row]").expect("a selector");
    let cells = |row: Element| (0..row.child_element_count()).filter_map(|at| row.children().item(at)).collect();
    (0..rows.length()).filter_map(|at| rows.item(at)?.dyn_into().ok()).map(cells).collect()
}

/// The row and the cell that have the focus.
fn place() -> (usize, usize) {
    let cell = focused().closest("th, td").expect("a selector").expect("the focus is in a cell");
    let at = |(down, row): (usize, &Vec<Element>)| Some((down, row.iter().position(|other| *other == cell)?));
    rows().iter().enumerate().find_map(at).expect("the cell is in a row that one walks in")
}

#[wasm_bindgen_test]
async fn the_arrow_keys_home_and_end_lead_from_cell_to_cell_and_end_at_the_edges() {
    open("").await;
    let rows = rows();
    let (bottom, right) = (rows.len() - 1, rows[0].len() - 1);
    assert!(rows.iter().all(|row| row.len() == right + 1), "every row has as many cells");
    one::<HtmlElement>(STOP).focus().expect("it takes the focus");
    assert_eq!(place(), (FIRST_ROW, 0));
    for (key, ctrl, leads_to) in [
        ("ArrowLeft", false, (FIRST_ROW, 0)),
        ("ArrowRight", false, (FIRST_ROW, 1)),
        ("ArrowDown", false, (FIRST_ROW + 1, 1)),
        ("End", false, (FIRST_ROW + 1, right)),
        ("ArrowRight", false, (FIRST_ROW + 1, right)),
        ("ArrowUp", false, (FIRST_ROW, right)),
        ("ArrowLeft", false, (FIRST_ROW, right - 1)),
        ("Home", false, (FIRST_ROW, 0)),
        ("End", true, (bottom, right)),
        ("ArrowDown", false, (bottom, right)),
        ("Home", true, (0, 0)),
        ("ArrowUp", false, (0, 0)),
    ] {
        press(key, ctrl);
        assert_eq!(place(), leads_to, "{key}, ctrl {ctrl}");
    }
    assert!(!press("Tab", false), "Tab is the browser's, and leads out of the grid");
}

#[wasm_bindgen_test]
async fn tab_has_one_stop_in_the_grid_and_comes_back_to_where_the_reader_left() {
    open("").await;
    assert_eq!((count(STOP), count("[role=grid] a:not([tabindex])")), (1, 0));
    one::<HtmlElement>(STOP).focus().expect("it takes the focus");
    for key in ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowRight"] {
        press(key, false);
    }
    let (left, at) = (focused(), place());
    one::<HtmlElement>("#search").focus().expect("it takes the focus");
    assert_eq!((count(STOP), one::<Element>(STOP)), (1, left), "where the focus was is the stop");

    click(".grid__cell[tabindex='-1']");
    next_frame().await;
    assert_eq!((count(".grid__open"), count(STOP)), (1, 1), "an opened cell adds no stop");
    one::<HtmlElement>(STOP).focus().expect("it takes the focus");
    assert_eq!(place(), at, "and takes none away");
}
