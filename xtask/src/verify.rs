//! `cargo xtask verify`: every pointer of the dossier, checked against a copy of the article.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use dossier::copy::{Compared, Copy};
use dossier::load::Files;
use dossier::verify::Report;
use dossier::{Dossier, Fingerprints, Text, text};

use crate::args::{Arg, Args};
use crate::paths::Paths;

/// Where a development checkout has its copy, from the repository.
const BESIDE: &str = "../shared/seeds/article.txt";

/// Names a copy elsewhere.
pub(crate) const VARIABLE: &str = "STANDPOINT_ARTICLE";

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let mut given = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(path) if given.is_none() => given = Some(PathBuf::from(path)),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?;
    let files = Files::read(paths.seeds());
    let dossier = dossier::load::load_files(&files, &mut |_| {}).context("the data in seeds/ has faults")?;
    let fingerprints = dossier::load::fingerprints(&files).context("the fingerprints in seeds/ have faults")?;
    let Some(article) = at_hand(given, &paths) else {
        println!("not checked against the article: give a copy as an argument or in {VARIABLE}");
        return Ok(ExitCode::SUCCESS);
    };
    let bytes = fs::read(&article).with_context(|| format!("cannot read {}", article.display()))?;
    let name = article.file_name().unwrap_or_default().to_string_lossy();
    let copy = Copy::of_file(&bytes, &name).with_context(|| format!("{} was not read", article.display()))?;
    let compared = copy.compare(&dossier, &fingerprints, &mut |_| {});
    let Compared { text, report } = compared.context("the dossier has no documents")?;
    println!("{report}");
    let fingerprinted = fingerprinted(&dossier, &text, &fingerprints);
    match fingerprinted {
        Some(true) => {}
        Some(false) => {
            println!("the fingerprints are of other passages: write them anew with `cargo xtask fingerprint`");
        }
        None => {
            println!(
                "no fingerprints, so a changed copy is searched slowly: write them with `cargo xtask fingerprint`"
            );
        }
    }
    Ok(if holds(&report) && fingerprinted != Some(false) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether the fingerprints are those of the document whose text this is; `None` where it has none. Of a copy that is not the
/// text nothing can be said against them.
fn fingerprinted(dossier: &Dossier, text: &Text, fingerprints: &[Fingerprints]) -> Option<bool> {
    let digest = text.digest();
    let Some(coded) = dossier.documents.iter().find(|coded| coded.document.text_sha256 == digest) else {
        return Some(true);
    };
    let found = fingerprints.iter().find(|found| found.document == coded.document.id)?;
    Some(*found == Fingerprints::of(coded, text))
}

/// A copy of an article, normalized.
///
/// # Errors
/// If it cannot be read or is not text.
pub(crate) fn read(article: &Path) -> anyhow::Result<Text> {
    let source = fs::read_to_string(article).with_context(|| format!("cannot read {}", article.display()))?;
    Ok(text::normalize(&source))
}

/// The copy of the embedded article to work with, if there is one: as given, else as [`VARIABLE`] says, else the one beside the
/// checkout.
pub(crate) fn at_hand(given: Option<PathBuf>, paths: &Paths) -> Option<PathBuf> {
    article(given, named(), &paths.root)
}

/// The copy that [`VARIABLE`] names.
pub(crate) fn named() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).map(PathBuf::from)
}

/// The copy to check against: as given, else as the environment says, else the one beside the checkout if it is there.
fn article(given: Option<PathBuf>, named: Option<PathBuf>, root: &Path) -> Option<PathBuf> {
    given.or(named).or_else(|| Some(root.join(BESIDE)).filter(|beside| beside.is_file()))
}

/// Whether every pointer stands where it says.
pub(crate) fn holds(report: &Report) -> bool {
    let counts = report.counts();
    counts.moved == 0 && counts.failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_given_goes_before_one_named_and_none_is_invented() {
        let [a, b, nowhere] = ["a.txt", "b.txt", "/no/such/folder"].map(PathBuf::from);
        for (given, named, taken) in [(Some(&a), Some(&b), Some(&a)), (None, Some(&b), Some(&b)), (None, None, None)] {
            assert_eq!(article(given.cloned(), named.cloned(), &nowhere).as_ref(), taken);
        }
    }
}
