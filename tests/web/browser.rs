//! The browser around the tests: what they look at, and how they wait.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, Window};

/// How often a condition is looked at, in milliseconds, and how many times: only a failure takes all of them.
const PACE: i32 = 10;
const TIMES: u32 = 2_000;

pub(crate) fn window() -> Window {
    web_sys::window().expect("a browser's page has a window")
}

pub(crate) fn document() -> Document {
    window().document().expect("a window has a document")
}

/// How many elements the selector finds.
pub(crate) fn count(selector: &str) -> u32 {
    document().query_selector_all(selector).expect("a selector").length()
}

/// The first element that the selector finds.
pub(crate) fn one<T: JsCast>(selector: &str) -> T {
    let found: Element =
        document().query_selector(selector).expect("a selector").unwrap_or_else(|| panic!("there is no {selector}"));
    found.dyn_into().unwrap_or_else(|_| panic!("{selector} is something else"))
}

/// What the first element reads that the selector finds; empty if there is none.
pub(crate) fn text(selector: &str) -> String {
    let found = document().query_selector(selector).expect("a selector");
    found.and_then(|element| element.text_content()).unwrap_or_default()
}

pub(crate) fn click(selector: &str) {
    one::<HtmlElement>(selector).click();
}

/// Puts `text` into the field as typing does.
pub(crate) fn type_into(field: &str, text: &str) {
    let field: HtmlInputElement = one(field);
    field.set_value(text);
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    let event = Event::new_with_event_init_dict("input", &bubbles).expect("an event can be made");
    field.dispatch_event(&event).expect("an event can be sent");
}

/// The query string in the address bar.
pub(crate) fn search() -> String {
    window().location().search().expect("a page has an address")
}

/// How many entries the history has.
pub(crate) fn entries() -> u32 {
    window().history().and_then(|history| history.length()).expect("a page has a history")
}

/// Waits until `holds`.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..TIMES {
        if holds() {
            return;
        }
        let pause = Promise::new(&mut |done, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, PACE).expect("a timer starts");
        });
        JsFuture::from(pause).await.expect("a timer ends");
    }
    panic!("this does not come to pass: {what}");
}

/// Waits until what was just changed is on the page: changes are shown before the next frame.
pub(crate) async fn next_frame() {
    let frame = Promise::new(&mut |done, _| {
        window().request_animation_frame(&done).expect("a frame is drawn");
    });
    JsFuture::from(frame).await.expect("a frame is drawn");
}

/// A property of a browser's object that is another one for a while.
pub(crate) struct Replaced {
    of: JsValue,
    name: JsValue,
    was: JsValue,
}

impl Replaced {
    /// Replaces `name`: `descriptor` is `value` or `get`, with what it is.
    pub(crate) fn new(of: &JsValue, name: &str, descriptor: &str, is: &JsValue) -> Self {
        let name = JsValue::from_str(name);
        let was = Object::get_own_property_descriptor(of.unchecked_ref::<Object>(), &name);
        let replacement = Object::new();
        Reflect::set(&replacement, &descriptor.into(), is).expect("a plain object takes everything");
        Reflect::set(&replacement, &"configurable".into(), &true.into()).expect("a plain object takes everything");
        Reflect::define_property(of.unchecked_ref::<Object>(), &name, &replacement)
            .expect("the property can be replaced");
        Self { of: of.clone(), name, was }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        let of: &Object = self.of.unchecked_ref::<Object>();
        // One that was inherited comes back by itself.
        let back = match self.was.dyn_ref::<Object>() {
            Some(was) => Reflect::define_property(of, &self.name, was),
            None => Reflect::delete_property(of, &self.name),
        };
        back.expect("what was there comes back");
    }
}
