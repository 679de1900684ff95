//! `cargo xtask export`: a dossier, or what a link shows of it, as files for other programs. And `cargo xtask export-dna`, the
//! one of them that came first, under its old name.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::Context as _;

use crate::args::Args;
use crate::paths::Paths;

/// The program that writes them.
const PROGRAM: &str = "standpoint-exporter";

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    start(args.rest())
}

pub(crate) fn run_dna(args: Args) -> anyhow::Result<ExitCode> {
    start(["--format", "dna"].map(OsString::from).into_iter().chain(args.rest()).collect())
}

/// Runs the program where the user stands: paths are theirs.
fn start(arguments: Vec<OsString>) -> anyhow::Result<ExitCode> {
    let manifest = Paths::find()?.root.join("Cargo.toml");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(manifest).args(["--package", PROGRAM, "--"]).args(arguments);
    let status = cargo.status().context("cannot start cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
