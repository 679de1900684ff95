//! Edges of a window in a long list: the range shown, buttons for entries before and after it, and spacers of their
//! height. `ui::worker_client::window` moves the window on scroll.

use super::action::{Action, button};
use super::markup::{Element, el, of_class};
use explore::Window;

/// Estimated height of an entry that is not shown, in `rem`. Scroll anchoring corrects it.
const HEIGHT: usize = 7;

/// Puts the edge before the shown entries into `place`, unless all are shown.
pub(super) fn before(place: Element, window: &Window) -> Element {
    if window.is_whole() {
        return place;
    }
    let way = (window.first > 0).then(|| way("Earlier", window.first.saturating_sub(window.shown)));
    place.with(room("window-before", window.first).attribute("data-total", window.total.to_string())).with(edge(
        "window-earlier",
        window,
        way,
    ))
}

/// Puts the edge after the shown entries into `place`, unless all are shown.
pub(super) fn behind(place: Element, window: &Window) -> Element {
    if window.is_whole() {
        return place;
    }
    let way = (window.behind() > 0).then(|| way("Later", window.first + window.shown));
    place.with(edge("window-later", window, way)).with(room("window-behind", window.behind()))
}

/// Range of entries shown, and a button for others.
fn edge(key: &'static str, window: &Window, way: Option<Element>) -> Element {
    let last = window.first + window.shown;
    let says = format!("Entries {} to {last} of {}", window.first + 1, window.total);
    of_class("p", "window").key(key).with(el("span").with(says)).with(" ").with(way)
}

fn way(label: &'static str, entry: usize) -> Element {
    button(Action::Reach, "act").key(label).attribute("data-entry", entry.to_string()).with(label)
}

/// Spacer of the height of so many entries. An SVG, because the page's policy forbids style attributes.
fn room(key: &'static str, entries: usize) -> Element {
    of_class("svg", "room")
        .key(key)
        .attribute("width", "1")
        .attribute("height", format!("{}rem", entries * HEIGHT))
        .attribute("data-entries", entries.to_string())
        .attribute("aria-hidden", "true")
}

/// Sets position and size of the list on `entry` (index from 0), unless all entries are shown.
pub(super) fn numbered(entry: Element, window: &Window, place: usize) -> Element {
    if window.is_whole() {
        return entry;
    }
    entry.attribute("aria-posinset", (place + 1).to_string()).attribute("aria-setsize", window.total.to_string())
}
