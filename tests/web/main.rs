//! Tests of the page's parts in a real browser's WebAssembly; `cargo xtask test` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_has_a_document_to_mount_into() {
    let window = web_sys::window().expect("a browser's page has a window");
    assert!(window.document().is_some());
}
