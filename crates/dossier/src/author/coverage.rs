//! Coverage: the share of each paragraph of an article that evidence points to.
//!
//! Little covered is no fault, and much covered is no proof: the share says only where passages lie.

use super::units::{KINDS, passages};
use crate::item::RecordKind;
use crate::model::CodedDocument;
use crate::text::{self, Text};

/// What rests on one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'d> {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// How many positions have a passage in it.
    pub positions: usize,
    /// How many quotes.
    pub quotes: usize,
    /// How many events.
    pub events: usize,
    /// How many questions.
    pub questions: usize,
    /// How many of its code points lie in at least one passage.
    pub covered: u32,
    /// How many code points it has, where the text is at hand.
    pub length: Option<u32>,
    /// Why it yields nothing, where the document says so.
    pub uncoded: Option<&'d str>,
}

impl Coverage<'_> {
    /// The share of the paragraph that lies in at least one passage, in percent, rounded down: only what is covered whole has
    /// 100. `None` where the text is not at hand.
    #[must_use]
    pub fn percent(&self) -> Option<u32> {
        self.length.map(|length| self.covered * 100 / length.max(1))
    }
}

/// What rests on each paragraph of `coded`, in order; `text` is a copy of its article.
#[must_use]
pub fn coverage<'d>(coded: &'d CodedDocument, text: Option<&Text>) -> Vec<Coverage<'d>> {
    let mut paragraphs = Vec::new();
    for paragraph in 1..=coded.document.paragraphs {
        let mut runs = Vec::new();
        let [positions, quotes, events, questions] = KINDS.map(|kind| count(coded, kind, paragraph, &mut runs));
        paragraphs.push(Coverage {
            paragraph,
            positions,
            quotes,
            events,
            questions,
            covered: union(runs),
            length: text.and_then(|text| text.paragraph(paragraph)).map(text::length),
            uncoded: coded.uncoded.iter().find(|uncoded| uncoded.paragraph == paragraph).map(|it| it.reason.as_str()),
        });
    }
    paragraphs
}

/// How many items of a kind have passages in `paragraph`; adds those to `runs`.
fn count(coded: &CodedDocument, kind: RecordKind, paragraph: u32, runs: &mut Vec<(u32, u32)>) -> usize {
    let mut count = 0;
    for passages in passages(coded, kind) {
        let before = runs.len();
        let here = passages.into_iter().filter(|evidence| evidence.paragraph == paragraph);
        runs.extend(here.map(|evidence| (evidence.start, evidence.end)));
        count += usize::from(runs.len() > before);
    }
    count
}

/// How many numbers lie in at least one of the half-open `runs`.
fn union(mut runs: Vec<(u32, u32)>) -> u32 {
    runs.sort_unstable();
    let (mut covered, mut reached) = (0, 0);
    for (start, end) in runs {
        covered += end.saturating_sub(start.max(reached));
        reached = reached.max(end);
    }
    covered
}
