//! Entry point of the Web Worker. A native build has nothing to run.

#[cfg(target_arch = "wasm32")]
mod messages;

#[cfg(target_arch = "wasm32")]
fn main() {
    messages::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs as a Web Worker of the page. To build and serve it: cargo xtask serve");
}
