//! Evidence of an item: place in the document, attribution, confidence.

use dossier::direction::isolate;
use dossier::{Confidence, Document, Evidence, Position};

use super::engine::Engine;
use super::words;

/// Place of a passage in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// Label: `paragraph 17`.
    pub label: String,
    /// Range in code points: `characters 12 to 96 of the normalized paragraph`.
    pub place: String,
}

/// Evidence line of a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Attribution: `Reported by Zelensky`.
    pub basis: String,
    /// The date in words.
    pub when: String,
    /// Paragraphs, and the article if there are several: `paragraphs 17 and 19`.
    pub paragraphs: String,
    /// Evidence pointers.
    pub pointers: Vec<Pointer>,
    /// Confidence of the coder.
    pub confidence: &'static str,
    /// Whether the confidence is below high.
    pub doubtful: bool,
}

/// Pointer in words.
#[must_use]
pub fn pointer(evidence: &Evidence) -> Pointer {
    Pointer {
        label: format!("paragraph {}", evidence.paragraph),
        place: format!("characters {} to {}", evidence.start + 1, evidence.end),
    }
}

/// Paragraphs in words, each once: `paragraph 17`, `paragraphs 17 and 19`.
#[must_use]
pub fn paragraphs<'d>(evidence: impl Iterator<Item = &'d Evidence>) -> String {
    let mut numbers = Vec::new();
    for number in evidence.map(|evidence| evidence.paragraph) {
        if let Err(place) = numbers.binary_search(&number) {
            numbers.insert(place, number);
        }
    }
    numbered(&numbers)
}

/// Paragraphs with their article; a single article is not named.
pub(super) fn place<'d>(engine: &Engine, document: &Document, evidence: impl Iterator<Item = &'d Evidence>) -> String {
    let mut place = paragraphs(evidence);
    if engine.dossier.documents.len() > 1 {
        place += " of the article of ";
        place += &document.published.in_words();
    }
    place
}

/// `paragraph 1`, `paragraphs 1, 2 and 5`.
pub(super) fn numbered(numbers: &[u32]) -> String {
    let texts: Vec<String> = numbers.iter().map(u32::to_string).collect();
    format!("paragraph{} {}", if numbers.len() == 1 { "" } else { "s" }, words::and(&words::borrowed(&texts)))
}

/// Attribution of a position in `document`.
#[must_use]
pub fn provenance(engine: &Engine, document: &Document, position: &Position) -> Provenance {
    let by: Vec<&str> = position
        .attribution
        .by
        .iter()
        .filter_map(|id| engine.place_of(id.as_str()))
        .map(|place| engine.name_in_sentence(place))
        .collect();
    Provenance {
        basis: words::attribution(&position.attribution, &by),
        when: words::when(&position.date),
        paragraphs: place(engine, document, position.evidence.iter()),
        pointers: position.evidence.iter().map(pointer).collect(),
        confidence: words::confidence(position.confidence),
        doubtful: position.confidence != Confidence::High,
    }
}

/// End of every citation: source and data version.
pub(super) fn source(engine: &Engine, document: &Document) -> String {
    let cover = &engine.dossier.cover;
    format!(
        "{}. Coded in: {}, Standpoint, data {}",
        document.source_line(),
        isolate(&cover.title),
        engine.dossier.version
    )
}
