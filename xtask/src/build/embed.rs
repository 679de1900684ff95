//! The texts of articles that a publisher who holds the rights puts into the site.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use dossier::{Dossier, Text};

use crate::paths::Paths;
use crate::verify::read as read_article;

/// The texts in `files`, each the very text that a document of the data was coded from.
///
/// # Errors
/// If a file cannot be read, or is of another text: a reader would be shown passages that are not those.
pub(super) fn read(paths: &Paths, files: &[PathBuf]) -> anyhow::Result<Vec<Text>> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let dossier = dossier::load(paths.seeds()).context("the data has faults")?;
    let mut texts = Vec::new();
    for file in files {
        let text = read_article(file)?;
        ensure!(
            is_of(&dossier, &text),
            "{} is not the text that a document of the data was coded from: `cargo xtask verify {0}` says in what it differs",
            file.display()
        );
        texts.push(text);
    }
    Ok(texts)
}

/// Whether a document was coded from this very text.
fn is_of(dossier: &Dossier, text: &Text) -> bool {
    let digest = text.digest();
    dossier.documents.iter().any(|coded| coded.document.text_sha256 == digest)
}
