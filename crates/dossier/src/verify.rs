//! Verifies every pointer of a document against a copy of its text. Pointers are never changed: a passage found
//! elsewhere is reported with its new place, for a person to decide.

mod copy;
mod differences;
mod discover;
mod lost;
mod reading;
mod report;
mod search;
mod verdict;

use crate::digest::Digest;
use crate::fingerprint::Fingerprints;
use crate::id::DocumentId;
use crate::item::{Item, RecordKind};
use crate::model::{CodedDocument, Dossier, Evidence};
use crate::progress::Progress;
use crate::text::Text;
use crate::words;
#[cfg(feature = "copy")]
pub(crate) use differences::text_differences;
pub use reading::{Layout, Reading};
pub(crate) use search::Search;

/// Result of verifying one pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The passage is at the pointer's place, letter for letter.
    Matched,
    /// The passage is at the pointer's place once [typography is folded](crate::text::plain).
    MatchedPlain,
    /// The passage is at another place.
    Moved {
        /// Number of the paragraph, from 1.
        paragraph: u32,
        /// First code point, from 0.
        start: u32,
        /// End in code points, exclusive.
        end: u32,
        /// Whether it matches only once typography is folded.
        plain: bool,
    },
    /// The passage's words are there in their order, interrupted by other words ([`Check::between`]).
    Parted {
        /// Number of the paragraph in which it starts, from 1.
        paragraph: u32,
        /// First code point, from 0.
        start: u32,
        /// End in that paragraph in code points, exclusive.
        end: u32,
        /// Whether the interruption consists of whole lines, such as a page footer, rather than words of a sentence.
        lines: bool,
    },
    /// The passage is nowhere in this copy, or the pointer's two digests contradict each other.
    Failed,
}

/// Verification of one pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Item supported by the passage.
    pub item: Item,
    /// Path of the pointer in the item: `evidence[0]`, `segments[1].evidence[0]`.
    pub field: String,
    /// Paragraph in the pointer, from 1.
    pub paragraph: u32,
    /// First code point in the pointer.
    pub start: u32,
    /// End in the pointer in code points, exclusive.
    pub end: u32,
    /// Result of the verification.
    pub finding: Finding,
    /// Differences in typography; empty if the passage matches letter for letter or is not found. Only the digest of
    /// the original passage is known, so they are found by trying what editors and word processors commonly write. If
    /// no attempt matches, every kind of typography in the passage is listed. Differences undone when reading the copy
    /// follow.
    pub differences: Vec<Difference>,
    /// Text that interrupts a [parted](Finding::Parted) passage; empty if it is only the end of a paragraph.
    pub between: Option<String>,
}

words! {
    /// Kind of difference that copies of a text tend to have.
    Difference {
        /// Quotation marks, straight or curly.
        QuotationMarks = "quotation marks",
        /// Apostrophes and single quotation marks.
        Apostrophes = "apostrophes",
        /// Dashes and hyphens.
        Dashes = "dashes",
        /// No-break spaces, and spaces around dashes.
        Spaces = "spaces",
        /// Ligatures and other presentation forms of letters.
        Ligatures = "ligatures",
        /// Other compatibility forms: full width, the one-character ellipsis.
        Compatibility = "compatibility forms",
        /// Characters without width: soft hyphens, joiners, direction marks.
        Invisible = "characters without width",
        /// Hyphens at line ends, and line ends in scripts without spaces.
        Hyphens = "words parted at line ends",
        /// Footnote marks and superscript words.
        Notes = "marks of notes",
        /// Struck-out words.
        Struck = "words struck out",
        /// Words that the page's style sheet probably hides.
        Hidden = "words that a page hides",
    }
}

/// Number of pointers of a document per result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Finding::Matched`].
    pub matched: usize,
    /// [`Finding::MatchedPlain`].
    pub matched_plain: usize,
    /// [`Finding::Moved`], and [`Finding::Parted`] by whole lines.
    pub moved: usize,
    /// [`Finding::Failed`], and [`Finding::Parted`] by words.
    pub failed: usize,
}

/// Verification of a whole document against a copy of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Id of the document.
    pub document: DocumentId,
    /// Number of paragraphs, as stated by the document and as found in the copy.
    pub paragraphs: (u32, u32),
    /// Digest of the text, as stated by the document and as found in the copy.
    pub text_sha256: (Digest, Digest),
    /// All pointers: of positions, quotes, events and questions, each in file order.
    pub checks: Vec<Check>,
    /// Interpretation of the copy. The default unless [`copy`](crate::copy) made the report.
    pub reading: Reading,
}

/// Verifies every pointer of `coded` against `text`, like [`verify_with`] without fingerprints.
#[must_use]
pub fn verify(coded: &CodedDocument, text: &Text) -> Report {
    verify_with(coded, text, None, &mut |_| {})
}

/// Verifies every pointer of `coded` against `text`, reporting progress to `listen`.
///
/// `coded` must have its digests, as returned by `load`; after its compact form nothing can match. A passage that is
/// not at its place is searched for everywhere. Of several places the nearest is reported, preferring exact matches. A
/// place counts only if the digest of its folded text equals the pointer's.
///
/// With `fingerprints` the time is proportional to the length of the text times the number of different lengths of lost
/// passages, at about a nanosecond each; without, a passage that is nowhere costs one digest for every substring of its
/// length. The report is the same if the fingerprints belong to the passages, which `cargo xtask verify` checks.
#[must_use]
pub fn verify_with(
    coded: &CodedDocument,
    text: &Text,
    fingerprints: Option<&Fingerprints>,
    listen: &mut dyn FnMut(Progress),
) -> Report {
    Search::new(coded, fingerprints).check(text, true, listen)
}

/// Report on the document of which `text` is a copy: the one with the same text, or else the best match. `None` if
/// there are no documents.
#[must_use]
pub fn best(
    dossier: &Dossier,
    text: &Text,
    fingerprints: &[Fingerprints],
    listen: &mut dyn FnMut(Progress),
) -> Option<Report> {
    let digest = text.digest();
    let same = dossier.documents.iter().find(|coded| coded.document.text_sha256 == digest);
    let candidates: Vec<_> = same.map_or_else(|| dossier.documents.iter().collect(), |same| vec![same]);
    let mut best: Option<Report> = None;
    for coded in candidates {
        let own = fingerprints.iter().find(|fingerprints| fingerprints.document == coded.document.id);
        let report = verify_with(coded, text, own, listen);
        if best.as_ref().is_none_or(|best| best.fits() < report.fits()) {
            best = Some(report);
        }
    }
    best
}

/// All pointers of a document, each with its item and its path there.
fn pointers(coded: &CodedDocument) -> Vec<(Item, String, &Evidence)> {
    fn add<'a>(
        pointers: &mut Vec<(Item, String, &'a Evidence)>,
        kind: RecordKind,
        id: &str,
        prefix: &str,
        passages: &'a [Evidence],
    ) {
        for (index, evidence) in passages.iter().enumerate() {
            let item = Item::Named { kind, id: id.to_owned() };
            pointers.push((item, format!("{prefix}evidence[{index}]"), evidence));
        }
    }
    let mut pointers = Vec::new();
    for position in &coded.positions {
        add(&mut pointers, RecordKind::Position, position.id.as_str(), "", &position.evidence);
    }
    for quote in &coded.quotes {
        for (index, segment) in quote.segments.iter().enumerate() {
            add(&mut pointers, RecordKind::Quote, quote.id.as_str(), &format!("segments[{index}]."), &segment.evidence);
        }
    }
    for event in &coded.events {
        add(&mut pointers, RecordKind::Event, event.id.as_str(), "", &event.evidence);
    }
    for question in &coded.questions {
        add(&mut pointers, RecordKind::Question, question.id.as_str(), "", &question.evidence);
    }
    pointers
}

impl Report {
    /// Whether the copy has exactly the stated text: the same paragraphs and digest, every pointer matched letter for
    /// letter.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.is_same_text() && self.counts().matched == self.checks.len()
    }

    /// Whether the copy is the coded text, letter for letter.
    #[must_use]
    pub fn is_same_text(&self) -> bool {
        self.paragraphs.0 == self.paragraphs.1 && self.text_sha256.0 == self.text_sha256.1
    }

    /// Rank of the match: the number of pointers at their place, then of those found elsewhere.
    pub(crate) fn fits(&self) -> (usize, usize) {
        let Counts { matched, matched_plain, moved, .. } = self.counts();
        (matched + matched_plain, moved)
    }

    /// Number of pointers per result.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for check in &self.checks {
            match check.finding {
                Finding::Matched => counts.matched += 1,
                Finding::MatchedPlain => counts.matched_plain += 1,
                Finding::Moved { .. } | Finding::Parted { lines: true, .. } => counts.moved += 1,
                Finding::Failed | Finding::Parted { lines: false, .. } => counts.failed += 1,
            }
        }
        counts
    }
}
