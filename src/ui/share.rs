//! Sending what one sees to somebody: the clipboard, and the system's share sheet where there is one.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

use super::browser::window;
use super::surroundings::Surroundings;

/// Copies `text`, and says so; where the browser refuses, shows the text to be copied by hand.
pub(super) fn copy(surroundings: Surroundings, text: String, done: &'static str) {
    spawn_local(async move {
        // There is no clipboard on a page without https.
        let copied =
            has("clipboard") && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        if copied { surroundings.tell(done) } else { surroundings.ask_to_copy(text) }
    });
}

/// Whether the system has a share sheet.
pub(super) fn has_sheet() -> bool {
    has("share")
}

/// Whether the browser's `navigator` has `name`.
fn has(name: &str) -> bool {
    Reflect::get(&window().navigator(), &JsValue::from_str(name)).is_ok_and(|value| !value.is_undefined())
}

/// Opens the system's share sheet. A reader who closes it again wanted nothing more; any other refusal falls back to
/// the clipboard.
pub(super) fn sheet(surroundings: Surroundings, title: &str, address: String) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(&address);
    spawn_local(async move {
        if let Err(error) = JsFuture::from(window().navigator().share_with_data(&data)).await {
            let closed = Reflect::get(&error, &JsValue::from_str("name")).is_ok_and(|name| name == "AbortError");
            if !closed {
                copy(surroundings, address, "Link copied");
            }
        }
    });
}
