//! Checks every pointer of a document against a copy of its text. Nothing is ever re-anchored: a passage that stands
//! elsewhere is reported with its new place, and it is for a person to decide.

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
use crate::item::{Item, Kind};
use crate::model::{CodedDocument, Dossier, Evidence};
use crate::progress::Progress;
use crate::text::Text;
use crate::words;
#[cfg(feature = "copy")]
pub(crate) use differences::wholly;
pub use reading::{Layout, Reading};
pub(crate) use search::Search;

/// What a copy of the text says about one pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The passage stands where the pointer says, letter for letter.
    Matched,
    /// It stands there once [typography is folded](crate::text::plain).
    MatchedPlain,
    /// It does not stand there, but here.
    Moved {
        /// The paragraph, from 1.
        paragraph: u32,
        /// The first code point.
        start: u32,
        /// One past the last code point.
        end: u32,
        /// Whether it stands here only once typography is folded.
        plain: bool,
    },
    /// Its words stand there in their order, and others between them: [`Check::between`].
    Parted {
        /// The paragraph in which it begins, from 1.
        paragraph: u32,
        /// The first code point.
        start: u32,
        /// One past the last code point in that paragraph.
        end: u32,
        /// Whether what stands between is lines of their own, as of a page's foot, and not words of a sentence.
        lines: bool,
    },
    /// It stands nowhere in this copy; or the pointer's two digests are not of one passage.
    Failed,
}

/// One pointer, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The item that rests on the passage.
    pub item: Item,
    /// The pointer in the item: `evidence[0]`, `segments[1].evidence[0]`.
    pub field: String,
    /// The paragraph that the pointer names, from 1.
    pub paragraph: u32,
    /// The first code point that it names.
    pub start: u32,
    /// One past the last code point that it names.
    pub end: u32,
    /// What the copy says.
    pub finding: Finding,
    /// In what the typography differs; empty where the passage matches letter for letter, or is not found. What the passage
    /// was is known by its digest alone: it is found by trying what editors and word processors write. Where that finds
    /// nothing, every sort of typography that the passage holds is named. Then what the copy's words were read without.
    pub differences: Vec<Difference>,
    /// The text between the words of a passage that is [parted](Finding::Parted); empty where a paragraph ends between.
    pub between: Option<String>,
}

words! {
    /// A sort of typography that copies of a text tend to lose.
    Difference {
        /// Quotation marks: straight for curly, or the other way round.
        QuotationMarks = "quotation marks",
        /// Apostrophes and single quotation marks.
        Apostrophes = "apostrophes",
        /// Dashes and hyphens.
        Dashes = "dashes",
        /// Spaces: no-break ones, and those around dashes.
        Spaces = "spaces",
        /// Ligatures and other forms of letters for print.
        Ligatures = "ligatures",
        /// Other forms of compatibility: full width, an ellipsis in one character.
        Compatibility = "compatibility forms",
        /// Characters without width: soft hyphens, joiners, marks of direction.
        Invisible = "characters without width",
        /// Hyphens at the ends of lines, and line ends in scripts without spaces.
        Hyphens = "words parted at line ends",
        /// Marks of notes, and raised words.
        Notes = "marks of notes",
        /// Words that are struck out.
        Struck = "words struck out",
        /// Words that a page's style sheet likely hides.
        Hidden = "words that a page hides",
    }
}

/// How many pointers of a document came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Finding::Matched`].
    pub matched: usize,
    /// [`Finding::MatchedPlain`].
    pub matched_plain: usize,
    /// [`Finding::Moved`], and [`Finding::Parted`] by lines of their own.
    pub moved: usize,
    /// [`Finding::Failed`], and [`Finding::Parted`] by words.
    pub failed: usize,
}

/// What a copy of the text says about a whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The document.
    pub document: DocumentId,
    /// How many paragraphs the document states, and how many the copy has.
    pub paragraphs: (u32, u32),
    /// The text's digest that the document states, and the copy's.
    pub text_sha256: (Digest, Digest),
    /// Every pointer: positions, quotes, events, questions, each in the order of the file.
    pub checks: Vec<Check>,
    /// How the copy was read. As it stands, unless [`copy`](crate::copy) made the report.
    pub reading: Reading,
}

/// Checks every pointer of `coded` against `text`, as [`verify_with`] does without fingerprints.
#[must_use]
pub fn verify(coded: &CodedDocument, text: &Text) -> Report {
    verify_with(coded, text, None, &mut |_| {})
}

/// Checks every pointer of `coded` against `text`.
///
/// `coded` must have its digests, as `load` gives it: after its compact form nothing can match. A passage that is not in its
/// place is looked for everywhere; of several places the nearest is named, one that matches letter for letter before one that
/// does not. A place counts where the digest of its folded text is the pointer's, nothing else.
///
/// With `fingerprints` this takes time in proportion to the text times the number of different lengths of lost passages, a
/// nanosecond or so each; without, a passage that stands nowhere costs the digest of every run of its length. The report is
/// the same, if the fingerprints are of the passages: `cargo xtask verify` checks that. `listen` is told of the progress.
#[must_use]
pub fn verify_with(
    coded: &CodedDocument,
    text: &Text,
    fingerprints: Option<&Fingerprints>,
    listen: &mut dyn FnMut(Progress),
) -> Report {
    Search::new(coded, fingerprints).check(text, true, listen)
}

/// The report on the document that `text` is a copy of: the one with the same text, else the one that it fits best. `None`
/// if there are no documents.
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

/// Every pointer of a document, with its item and its place there.
fn pointers(coded: &CodedDocument) -> Vec<(Item, String, &Evidence)> {
    fn add<'a>(
        pointers: &mut Vec<(Item, String, &'a Evidence)>,
        kind: Kind,
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
        add(&mut pointers, Kind::Position, position.id.as_str(), "", &position.evidence);
    }
    for quote in &coded.quotes {
        for (index, segment) in quote.segments.iter().enumerate() {
            add(&mut pointers, Kind::Quote, quote.id.as_str(), &format!("segments[{index}]."), &segment.evidence);
        }
    }
    for event in &coded.events {
        add(&mut pointers, Kind::Event, event.id.as_str(), "", &event.evidence);
    }
    for question in &coded.questions {
        add(&mut pointers, Kind::Question, question.id.as_str(), "", &question.evidence);
    }
    pointers
}

impl Report {
    /// Whether the copy has the text that the document states: the same paragraphs, every pointer matched letter for letter.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.is_same_text() && self.counts().matched == self.checks.len()
    }

    /// Whether the copy is, letter for letter, the text that was coded.
    #[must_use]
    pub fn is_same_text(&self) -> bool {
        self.paragraphs.0 == self.paragraphs.1 && self.text_sha256.0 == self.text_sha256.1
    }

    /// How well the document fits the copy: the pointers that stand in their place, then those that stand anywhere.
    pub(crate) fn fits(&self) -> (usize, usize) {
        let Counts { matched, matched_plain, moved, .. } = self.counts();
        (matched + matched_plain, moved)
    }

    /// How many pointers came out how.
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
