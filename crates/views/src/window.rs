//! The edges of a window in a long list: which entries it shows, the ways to those before and behind, and the room that these
//! would take. `ui::window` moves it as the reader scrolls.

use super::action::{Action, button};
use super::markup::{Element, el, of_class};
use explore::Window;

/// How high an entry that is not shown is thought to be, in `rem`. What it is in truth is seen when it is shown: the browser
/// keeps what is read where it is.
const HEIGHT: usize = 7;

/// Puts what stands before the shown entries into `place`; nothing where all are shown.
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

/// Puts what stands behind the shown entries into `place`; nothing where all are shown.
pub(super) fn behind(place: Element, window: &Window) -> Element {
    if window.is_whole() {
        return place;
    }
    let way = (window.behind() > 0).then(|| way("Later", window.first + window.shown));
    place.with(edge("window-later", window, way)).with(room("window-behind", window.behind()))
}

/// Which entries are shown, and the way to others.
fn edge(key: &'static str, window: &Window, way: Option<Element>) -> Element {
    let last = window.first + window.shown;
    let says = format!("Entries {} to {last} of {}", window.first + 1, window.total);
    of_class("p", "window").key(key).with(el("span").with(says)).with(" ").with(way)
}

fn way(label: &'static str, entry: usize) -> Element {
    button(Action::Reach, "act").key(label).attribute("data-entry", entry.to_string()).with(label)
}

/// The room of so many entries. A drawing, because the page's policy lets no element have a style of its own, and a drawing
/// is as high as its attribute says.
fn room(key: &'static str, entries: usize) -> Element {
    of_class("svg", "room")
        .key(key)
        .attribute("width", "1")
        .attribute("height", format!("{}rem", entries * HEIGHT))
        .attribute("data-entries", entries.to_string())
        .attribute("aria-hidden", "true")
}

/// Says which entry of how many `entry` is, counted from 0, where the list is longer than what is shown.
pub(super) fn numbered(entry: Element, window: &Window, place: usize) -> Element {
    if window.is_whole() {
        return entry;
    }
    entry.attribute("aria-posinset", (place + 1).to_string()).attribute("aria-setsize", window.total.to_string())
}
