//! Tests of the page's parts in a real browser's WebAssembly; `cargo xtask test` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]

mod app;
mod browser;
mod brush;
mod composing;
mod dom;
mod grid;
mod panel;
mod refusals;
mod trees;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
