//! `cargo xtask fingerprint`: the fingerprints of a document's passages, made from a copy of the article.

use std::process::ExitCode;

use anyhow::Context as _;
use dossier::Fingerprints;
use dossier::schema::SeedFile;

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::site::write;
use crate::verify::{VARIABLE, at_hand, read};

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut seeds, mut article) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "article" => article = Some(args.path()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    let dossier = dossier::load(paths.seeds()).context("the data has faults")?;
    let article = at_hand(article, &paths);
    let article = article
        .with_context(|| format!("there is no copy of the article: give one with --article, or in {VARIABLE}"))?;
    let text = read(&article)?;
    let digest = text.digest();
    let coded = dossier.documents.iter().find(|coded| coded.document.text_sha256 == digest);
    let coded = coded.context("the article is the text of none of the documents: give the copy that was coded")?;
    let fingerprints = Fingerprints::of(coded, &text);
    let path = paths.seeds().join("fingerprints").join(format!("{}.json", coded.document.id));
    let json = serde_json::to_string_pretty(&SeedFile::from(fingerprints)).context("fingerprints are JSON")?;
    write(&path, format!("{json}\n").as_bytes())?;
    println!("{}", paths.show(&path));
    Ok(ExitCode::SUCCESS)
}
