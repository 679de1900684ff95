//! Starts the desk in a worker. Natively there is nothing to run: the page starts it.

#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::listen();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The desk runs in a worker of the page. To build and serve it: cargo xtask serve");
}
