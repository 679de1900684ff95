//! The browser's window: its document, its events, its clock.
//!
//! Listeners and timers are boxed. Each then has one type, and the page carries one copy of the code that hands it over.

use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, EventTarget, Window};

use super::composing::is_taken;

/// The window that the page is in.
pub(super) fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document that the page is.
pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// What the element of `src/boot.js` says in its attribute `name`: the names of files. Empty where it says nothing.
pub(super) fn of_boot(name: &str) -> String {
    let boot = document().query_selector("script[data-wasm]").ok().flatten();
    boot.and_then(|boot| boot.get_attribute(name)).unwrap_or_default()
}

/// Calls `listener` at every event of that name on `target`, for as long as the page lives; those of an input method are left to it.
pub(super) fn listen(target: &EventTarget, name: &str, listener: Box<dyn Fn(Event)>) {
    let listener: Box<dyn Fn(Event)> = Box::new(move |event| {
        if !is_taken(&event) {
            listener(event);
        }
    });
    let listener = Closure::wrap(listener);
    target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).ok();
    listener.forget();
}

/// The innermost element around what `event` is about, itself included, that `selector` describes.
pub(super) fn around(event: &Event, selector: &str) -> Option<Element> {
    closest(&target(event)?, selector)
}

/// The element that `event` is about.
pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The innermost element around `element`, itself included, that `selector` describes.
pub(super) fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// A call that is to come. It comes even where this is dropped.
pub(super) struct Timer(i32);

impl Timer {
    /// Calls off the call; nothing happens if it came already.
    pub(super) fn cancel(self) {
        window().clear_timeout_with_handle(self.0);
    }
}

/// Calls `then` once `wait` is over. `None` where the browser refuses.
pub(super) fn later(wait: Duration, then: Box<dyn FnOnce()>) -> Option<Timer> {
    let then = Closure::once_into_js(then);
    let wait = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), wait).ok().map(Timer)
}

/// Calls `then` once what has changed is laid out and painted, or at once where nothing is: a page in the background has no
/// frames.
pub(super) fn after_paint(then: Box<dyn FnOnce()>) {
    let soon = move || {
        later(Duration::ZERO, then);
    };
    if document().hidden() {
        soon();
    } else {
        before_paint(Box::new(soon));
    }
}

/// Calls `then` before the next frame is painted.
pub(super) fn before_paint(then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(then);
    window().request_animation_frame(then.unchecked_ref()).ok();
}
