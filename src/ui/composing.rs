//! Input methods, by which Japanese, Chinese, Korean and other scripts are typed: several keys compose a word, and another commits or cancels it.
//!
//! One rule: while a word is composed, its keys and its field are the input method's. [`browser::listen`](super::browser::listen) shows no listener
//! an event that [`is_taken`], and [`dom`](super::dom) leaves the value of a field that [`is_composed_in`]. What stands in the field is read
//! at `compositionend`, which comes however the word ends.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, InputEvent, KeyboardEvent};

use super::browser::{listen as listen_to, target, window};

/// Marks the field in which a word is composed.
const COMPOSED: &str = "data-composed";

/// The code of a key that an input method took. Safari sends the Enter that commits a word after its end, with nothing else to tell it by.
const TAKEN: u32 = 229;

/// Listens for as long as the page lives.
pub(super) fn listen() {
    let mark = |event: Event| {
        if let Some(field) = target(&event) {
            field.set_attribute(COMPOSED, "").ok();
        }
    };
    // The beginning may have come before the program.
    listen_to(&window(), "compositionstart", Box::new(mark));
    listen_to(&window(), "compositionupdate", Box::new(mark));
    let unmark = |event: Event| {
        if let Some(field) = target(&event) {
            field.remove_attribute(COMPOSED).ok();
        }
    };
    listen_to(&window(), "compositionend", Box::new(unmark));
}

/// Whether a key or an input belongs to an input method.
pub(super) fn is_taken(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>();
    key.is_some_and(|key| key.is_composing() || key.key_code() == TAKEN)
        || event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Whether a word is composed in the field now.
pub(super) fn is_composed_in(field: &Element) -> bool {
    field.has_attribute(COMPOSED)
}
