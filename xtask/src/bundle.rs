//! `cargo xtask bundle`: a whole dossier as one file, for whoever opens it in the page or keeps it.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, ensure};
use dossier::load::{Files, bundle, fingerprints, load_files};

use crate::args::{Arg, Args, missing};
use crate::paths::Paths;
use crate::site::write;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut seeds, mut out) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "out" => out = Some(args.path()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let out: PathBuf = out.ok_or_else(|| missing("--out FILE"))?;
    let paths = Paths::find()?.with_seeds(seeds)?;
    let files = Files::read(paths.seeds());
    let dossier = load_files(&files, &mut |_| {}).context("the data has faults")?;
    let text = bundle(&dossier, &fingerprints(&files).context("the fingerprints have faults")?);
    // What a reader opens must be what was checked here.
    let read = load_files(&Files::from_bundle("bundle.json", text.clone().into_bytes()), &mut |_| {});
    ensure!(read.is_ok_and(|read| read == dossier), "the bundle does not read as the dossier that it was made of");
    write(&out, text.as_bytes())?;
    println!("{}: data version {}, {} bytes", out.display(), dossier.version, text.len());
    Ok(ExitCode::SUCCESS)
}
