//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::browser::window;
use super::environment::Environment;

/// Copies `text`, and says so; where the browser refuses, shows the text to be copied by hand.
pub(super) fn copy(environment: Environment, text: String, done: &'static str) {
    spawn_local(async move {
        // There is no clipboard on a page without https.
        let copied =
            has("clipboard") && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        if copied { environment.show(done) } else { environment.ask_to_copy(text) }
    });
}

/// Whether the browser's `navigator` has `name`.
pub(super) fn has(name: &str) -> bool {
    Reflect::get(&window().navigator(), &JsValue::from_str(name)).is_ok_and(|value| !value.is_undefined())
}
