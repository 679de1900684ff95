//! Checks every pointer of a document against a copy of its text. Nothing is ever re-anchored: a passage that stands
//! elsewhere is reported with its new place, and it is for a person to decide.

use std::collections::BTreeMap;
use std::fmt;

use crate::digest::Digest;
use crate::id::DocumentId;
use crate::item::{Item, Kind};
use crate::model::{CodedDocument, Evidence};
use crate::text::{self, Text};

/// What a copy of the text says about one pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The passage stands where the pointer says, letter for letter.
    Matched,
    /// It stands there once [typography is folded](text::plain).
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
    /// In what the typography differs; empty where the passage matches letter for letter, or is not found.
    pub differences: Vec<Difference>,
}

/// A sort of typography that copies of a text tend to lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Quotation marks: straight for curly, or the other way round.
    QuotationMarks,
    /// Apostrophes and single quotation marks.
    Apostrophes,
    /// Dashes and hyphens.
    Dashes,
    /// No-break spaces.
    Spaces,
}

/// How many pointers of a document came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`Finding::Matched`].
    pub matched: usize,
    /// [`Finding::MatchedPlain`].
    pub matched_plain: usize,
    /// [`Finding::Moved`].
    pub moved: usize,
    /// [`Finding::Failed`].
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
}

/// Checks every pointer of `coded` against `text`.
///
/// `coded` must have its digests, as `load` gives it: after its compact form nothing can match. A passage
/// that is not in its place is looked for everywhere, by the digest of every window of its length; of several places the
/// nearest is named, one that matches letter for letter before one that does not. That is linear in the length of the text for
/// each such pointer.
#[must_use]
pub fn verify(coded: &CodedDocument, text: &Text) -> Report {
    let document = &coded.document;
    let pointers = pointers(coded);
    let mut lost: BTreeMap<u32, Vec<Lost>> = BTreeMap::new();
    for (pointer, (.., evidence)) in pointers.iter().enumerate() {
        if in_place(text, evidence).is_none() {
            lost.entry(evidence.length).or_default().push(Lost { pointer, evidence, nearest: None });
        }
    }
    for (&length, lost) in &mut lost {
        look_for(text, length, lost);
    }
    let moved: BTreeMap<usize, Finding> = lost.values().flatten().map(|lost| (lost.pointer, lost.finding())).collect();
    let check = |(pointer, (item, field, evidence)): (usize, (Item, String, &Evidence))| {
        let &Evidence { paragraph, start, end, .. } = evidence;
        let finding = in_place(text, evidence).or_else(|| moved.get(&pointer).copied()).unwrap_or(Finding::Failed);
        Check { item, field, paragraph, start, end, finding, differences: Vec::new() }
    };
    Report {
        document: document.id.clone(),
        paragraphs: (document.paragraphs, text.paragraphs().len() as u32),
        text_sha256: (document.text_sha256, text.digest()),
        checks: pointers.into_iter().enumerate().map(check).collect(),
    }
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

/// What stands in a pointer's own place; `None` where that is another passage.
fn in_place(text: &Text, evidence: &Evidence) -> Option<Finding> {
    let found = text.evidence(evidence.paragraph, evidence.start, evidence.end)?;
    match (found.sha256 == evidence.sha256, found.sha256_plain == evidence.sha256_plain) {
        (true, true) => Some(Finding::Matched),
        (false, true) => Some(Finding::MatchedPlain),
        // The digests contradict each other: no text can have both.
        (true, false) => Some(Finding::Failed),
        (false, false) => None,
    }
}

/// A pointer whose passage is not in its place.
struct Lost<'e> {
    /// Its place among the pointers.
    pointer: usize,
    evidence: &'e Evidence,
    /// The best place found so far.
    nearest: Option<Found>,
}

/// A place where a lost passage stands. The smaller, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    plain: bool,
    /// How many paragraphs, then how many code points away.
    distance: (u32, u32),
    paragraph: u32,
    start: u32,
}

impl Lost<'_> {
    fn finding(&self) -> Finding {
        self.nearest.map_or(Finding::Failed, |Found { plain, paragraph, start, .. }| Finding::Moved {
            paragraph,
            start,
            end: start + self.evidence.length,
            plain,
        })
    }
}

/// Looks for lost passages of one length, so that each window of the text is digested once.
fn look_for(text: &Text, length: u32, lost: &mut [Lost]) {
    for (paragraph, words) in (1_u32..).zip(text.paragraphs()) {
        let folded = text::plain(words);
        for ((start, window), (_, folded)) in windows(words, length).into_iter().zip(windows(&folded, length)) {
            let sha256 = text::digest(window);
            let sha256_plain = if window == folded { sha256 } else { text::digest(folded) };
            for Lost { evidence, nearest, .. } in &mut *lost {
                if sha256 == evidence.sha256 || sha256_plain == evidence.sha256_plain {
                    let plain = sha256 != evidence.sha256;
                    let distance = (paragraph.abs_diff(evidence.paragraph), start.abs_diff(evidence.start));
                    let found = Found { plain, distance, paragraph, start };
                    *nearest = Some(nearest.map_or(found, |nearest| nearest.min(found)));
                }
            }
        }
    }
}

/// Every run of `length` code points of `text`, with its first code point.
fn windows(text: &str, length: u32) -> Vec<(u32, &str)> {
    let ends: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let last = (length as usize).min(ends.len());
    if last == 0 {
        return Vec::new();
    }
    (0..).zip(ends.iter().zip(&ends[last..])).map(|(start, (&from, &to))| (start, &text[from..to])).collect()
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

    /// How many pointers came out how.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for check in &self.checks {
            match check.finding {
                Finding::Matched => counts.matched += 1,
                Finding::MatchedPlain => counts.matched_plain += 1,
                Finding::Moved { .. } => counts.moved += 1,
                Finding::Failed => counts.failed += 1,
            }
        }
        counts
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Matched => f.write_str("matched"),
            Self::MatchedPlain => f.write_str("matched with other typography"),
            Self::Moved { paragraph, start, end, plain } => {
                write!(f, "moved to paragraph {paragraph}, {start} to {end}")?;
                f.write_str(if *plain { ", with other typography" } else { "" })
            }
            Self::Failed => f.write_str("not found"),
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, field, paragraph, start, end, finding, differences: _ } = self;
        write!(f, "{item}, {field}, paragraph {paragraph}, {start} to {end}: {finding}")
    }
}

impl fmt::Display for Report {
    /// A line for every pointer that does not match letter for letter and for the text where it differs; then the counts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.document)?;
        let (stated, found) = self.paragraphs;
        if stated != found {
            writeln!(f, "  the text: {found} paragraphs, the document states {stated}")?;
        }
        let (stated, found) = self.text_sha256;
        if stated != found {
            writeln!(f, "  the text: SHA-256 {found}, the document states {stated}")?;
        }
        for check in self.checks.iter().filter(|check| check.finding != Finding::Matched) {
            writeln!(f, "  {check}")?;
        }
        let Counts { matched, matched_plain, moved, failed } = self.counts();
        let pointers = self.checks.len();
        write!(
            f,
            "{matched} of {pointers} pointers match, {matched_plain} with other typography, {moved} moved, {failed} not found"
        )
    }
}
