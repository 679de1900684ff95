//! `cargo xtask invent`: an invented dossier of any size as one file, to open in the page and to measure with.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::args::{Arg, Args, missing};

/// How many positions unless told: as many as the page is made for.
const POSITIONS: u32 = 100_000;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut positions, mut out) = (POSITIONS, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "positions" => positions = args.parse()?,
            Arg::Option(name) if name == "out" => out = Some(args.path()?),
            other @ (Arg::Option(_) | Arg::Value(_)) => return Err(other.unknown().into()),
        }
    }
    let out: PathBuf = out.ok_or_else(|| missing("--out FILE.json"))?;
    let bundle = dossier::load::bundle(&synthetic::dossier(positions), &[]);
    std::fs::write(&out, &bundle).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {positions} invented positions, {} bytes", out.display(), bundle.len());
    Ok(ExitCode::SUCCESS)
}
