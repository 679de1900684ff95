//! Runner that cargo calls with each compiled in-browser test: wasm-bindgen's own runner as a library, so that its
//! version is the lock file's and nothing is installed. A package of its own, since only these tests need its
//! dependencies.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
