//! `cargo xtask bench`: how fast a view is selected, counted and searched.

use std::process::ExitCode;

use crate::args::Args;
use crate::paths::Paths;
use crate::run;

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let mut cargo = run::cargo(&Paths::find()?.root);
    cargo.args(["bench", "--package", "standpoint-index", "--"]).args(args.rest());
    run::run(&mut cargo)?;
    Ok(ExitCode::SUCCESS)
}
