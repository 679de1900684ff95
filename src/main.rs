//! Mounts the page. Natively there is nothing to run: `cargo xtask serve` builds and serves it.

#[cfg(target_arch = "wasm32")]
fn main() {
    standpoint::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Standpoint runs in a browser. To build and serve it: cargo xtask serve");
}
