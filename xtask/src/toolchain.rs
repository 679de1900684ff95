//! The parts of the Rust toolchain that a fresh install lacks.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use crate::run;

/// The target that the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for [`WASM`] to the active toolchain, unless it is there.
///
/// # Errors
/// If it is not there and rustup cannot add it.
pub(crate) fn ensure_wasm_target(root: &Path) -> anyhow::Result<()> {
    if sysroot(root)?.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    run::say(format_args!("adding the Rust target {WASM} through rustup"));
    run::run(Command::new("rustup").args(["target", "add", WASM]).current_dir(root)).with_context(|| {
        format!("the page needs Rust's {WASM} target: install rustup and run `rustup target add {WASM}`")
    })
}

/// Adds the sources of the standard library to the active toolchain, unless they are there.
///
/// # Errors
/// If they are not there and rustup cannot add them.
pub(crate) fn ensure_std_sources(root: &Path) -> anyhow::Result<()> {
    if sysroot(root)?.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file() {
        return Ok(());
    }
    run::say("adding the sources of Rust's standard library through rustup");
    run::run(Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root))
}

/// Where the active toolchain is installed.
fn sysroot(root: &Path) -> anyhow::Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = run::output(Command::new(rustc).args(["--print", "sysroot"]).current_dir(root))?;
    Ok(printed.trim_end().into())
}
