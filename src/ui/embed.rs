//! The page inside another page says how high it is, so that its frame can be: `docs/embedding.md`. It says nothing else.

use js_sys::{Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ResizeObserver;

use super::browser::{document, window};

/// Tells whenever the height changes, for as long as the page lives.
pub(super) fn listen() {
    let tell = Closure::<dyn Fn()>::new(tell);
    if let (Ok(observer), Some(body)) = (ResizeObserver::new(tell.as_ref().unchecked_ref()), document().body()) {
        observer.observe(&body);
    }
    tell.forget();
}

/// `{standpoint: "height", height: 812}`, in CSS pixels, to whoever holds the frame: what it says is no secret.
fn tell() {
    let (Ok(Some(parent)), Some(body)) = (window().parent(), document().body()) else { return };
    let height = body.get_bounding_client_rect().height().ceil();
    let message = Object::new();
    for (name, value) in [("standpoint", JsValue::from_str("height")), ("height", JsValue::from_f64(height))] {
        Reflect::set(&message, &JsValue::from_str(name), &value).ok();
    }
    parent.post_message(&message, "*").ok();
}
