//! `cargo xtask export-dna`: the dossier's positions as an event list of Discourse Network Analyzer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use dossier::{Dossier, Text};
use exchange::dna::{Copy, NEVER_WRITTEN, export};

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::run::say;
use crate::verify::read;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut seeds, mut out, mut articles) = (None, None, Vec::new());
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "out" => out = Some(args.path()?),
            Arg::Option(name) if name == "article" => articles.push(args.path()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    let seeds = paths.seeds();
    let dossier = dossier::load(seeds).with_context(|| format!("the data in {} has faults", seeds.display()))?;
    let texts = articles.iter().map(|path| of(&dossier, path)).collect::<anyhow::Result<Vec<_>>>()?;
    let copies: Vec<Copy> =
        texts.iter().map(|(document, text)| Copy { document, paragraphs: text.paragraphs() }).collect();
    let export = export(&dossier, &copies);
    match &out {
        Some(path) => write(path, &export.csv)?,
        None => print!("{}", export.csv),
    }
    let positions = dossier.positions().count();
    say(format_args!("{} of {positions} positions written. Not in the list:", export.statements));
    for loss in &export.losses {
        eprintln!("  {loss}");
    }
    for never in NEVER_WRITTEN {
        eprintln!("  {never}");
    }
    Ok(ExitCode::SUCCESS)
}

fn write(path: &PathBuf, csv: &str) -> anyhow::Result<()> {
    fs::write(path, csv).with_context(|| format!("cannot write {}", path.display()))
}

/// The id of the document that the copy at `path` is of, and its text.
///
/// # Errors
/// If the copy cannot be read, or is not, letter for letter, the text that a document was coded from: places and words
/// would be of something else.
fn of(dossier: &Dossier, path: &Path) -> anyhow::Result<(String, Text)> {
    let text = read(path)?;
    let digest = text.digest();
    let coded = dossier.documents.iter().find(|coded| coded.document.text_sha256 == digest).with_context(|| {
        format!("{} is not the text of a document of the dossier: see what `cargo xtask verify` says", path.display())
    })?;
    Ok((coded.document.id.to_string(), text))
}
