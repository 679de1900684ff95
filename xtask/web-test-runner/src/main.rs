//! What cargo calls with each compiled test of the page: wasm-bindgen's own runner, as a library, so that its version is
//! the lock file's and it needs no install. A package of its own, since only the in-browser tests need what it brings.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
