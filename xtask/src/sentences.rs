//! `cargo xtask sentences`: every sentence that the site makes about who stands where, one a line, to be read aloud.

use std::process::ExitCode;

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::run;

/// The program that knows them.
const PROGRAM: &str = "standpoint-site";

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let mut seeds = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    let mut cargo = run::cargo(&paths.root);
    paths.name_seeds(&mut cargo);
    cargo.args([
        "run",
        "--quiet",
        "--package",
        PROGRAM,
        "--features",
        "previews",
        "--bin",
        PROGRAM,
        "--",
        "--sentences",
    ]);
    run::run(&mut cargo)?;
    Ok(ExitCode::SUCCESS)
}
