//! What index.html says about the dossier before, or without, the program.

use std::path::Path;

use anyhow::Context as _;
use dossier::Dossier;

/// The facts by the name of their placeholder.
pub(super) type Facts = Vec<(&'static str, String)>;

/// The facts of the dossier in `seeds`.
///
/// # Errors
/// Every fault of the data, as a report.
pub(super) fn read(seeds: &Path) -> anyhow::Result<Facts> {
    let dossier = dossier::load(seeds).with_context(|| format!("the data in {} has faults", seeds.display()))?;
    Ok(facts(&dossier))
}

fn facts(dossier: &Dossier) -> Facts {
    let count = |of: fn(&dossier::CodedDocument) -> usize| dossier.documents.iter().map(of).sum::<usize>().to_string();
    let sources: Vec<_> = dossier.documents.iter().map(|coded| coded.document.source_line()).collect();
    vec![
        ("title", dossier.cover.title.clone()),
        ("description", dossier.cover.description.clone()),
        ("source", sources.join("; ")),
        ("language", dossier.cover.language.clone()),
        ("version", dossier.version.clone()),
        ("stakeholders", dossier.stakeholders.len().to_string()),
        ("issues", dossier.issues.len().to_string()),
        ("documents", dossier.documents.len().to_string()),
        ("positions", count(|document| document.positions.len())),
        ("quotes", count(|document| document.quotes.len())),
        ("events", count(|document| document.events.len())),
        ("questions", count(|document| document.questions.len())),
    ]
}
