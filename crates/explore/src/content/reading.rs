//! Reading view: the article text with every coded passage marked, and notes beside each paragraph.

use super::verify::{language, source_line, wanted};
use crate::articles::{Article, Source};
use crate::checked::{Checked, Outcome, checked, found_at};
use crate::engine::Engine;
use crate::item_summary::{ItemSummary, line};
use crate::matches::Matches;
use crate::order::ordered;
use crate::query::{Query, View};
use crate::runs::{Run, Span, runs};
use crate::window::LIMIT;

/// Data of the reading view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'d> {
    /// Texts with a copy available.
    pub texts: Vec<MarkedText<'d>>,
    /// Source lines of documents without a copy.
    pub wanted: Vec<String>,
    /// Link to the verify view, where a copy can be provided.
    pub verify: Query,
}

/// A text with marked passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedText<'d> {
    /// Source line of the document.
    pub document: String,
    /// Language of the document if it differs from the dossier's.
    pub language: Option<&'d str>,
    /// Source of the copy.
    pub by: Source,
    /// Number of selected passages not found in the copy.
    pub missing: usize,
    /// Paragraphs of the text.
    pub paragraphs: Vec<Paragraph<'d>>,
}

/// A paragraph with marked passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph<'d> {
    /// Paragraph number, from 1.
    pub number: u32,
    /// Text split into runs; concatenated they equal the paragraph exactly.
    pub runs: Vec<Run>,
    /// Items with passages in the paragraph, in order of their first passage. Runs refer to them by index.
    pub notes: Vec<Note<'d>>,
    /// Number of items with passages here that exceed the limit.
    pub withheld: usize,
}

/// An item with passages in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<'d> {
    /// Summary of the item.
    pub line: ItemSummary<'d>,
    /// Number among the notes that match the filters, from 1; `None` if the item does not match.
    pub number: Option<usize>,
    /// Whether the link opens the item.
    pub opened: bool,
    /// Worst outcome of its passages in this paragraph.
    pub outcome: Outcome,
}

/// An item's passages in one paragraph.
struct Marks<'a> {
    item: &'a Checked<'a>,
    spans: Vec<(u32, u32)>,
    outcome: Outcome,
}

pub(crate) fn reading<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Reading<'d> {
    let mut texts = Vec::new();
    for article in &engine.articles {
        texts.push(marked_text(engine, query, matches, article));
    }
    Reading { texts, wanted: wanted(engine), verify: query.with_view(View::Verify) }
}

fn marked_text<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, article: &Article) -> MarkedText<'d> {
    let items = checked(engine, article);
    let chosen = matches.items();
    let is_opened = |item: &Checked| query.item.as_deref() == Some(item.kind.id(engine, item.place));
    let is_chosen = |item: &Checked| chosen[item.kind as usize].rows.contains(item.place as u32) || is_opened(item);
    let mut missing = 0;
    let mut marks: Vec<Vec<Marks>> = Vec::new();
    marks.resize_with(article.text.paragraphs().len(), Vec::new);
    for item in &items {
        for check in item.checks {
            let Some((paragraph, start, end)) = found_at(check) else {
                missing += usize::from(is_chosen(item));
                continue;
            };
            let Some(here) = marks.get_mut(paragraph as usize - 1) else { continue };
            let outcome = Outcome::of(check);
            match here.last_mut().filter(|marks| std::ptr::eq(marks.item, item)) {
                Some(marks) => {
                    marks.spans.push((start, end));
                    marks.outcome = marks.outcome.min(outcome);
                }
                None => here.push(Marks { item, spans: vec![(start, end)], outcome }),
            }
        }
    }
    let mut paragraphs = Vec::new();
    for (index, text) in article.text.paragraphs().iter().enumerate() {
        let here = &marks[index];
        let first = |place: usize| {
            let (mut start, mut end) = here[place].spans[0];
            for &(other, until) in &here[place].spans {
                if other < start {
                    (start, end) = (other, until);
                }
            }
            // Passages with the same start: the longer one first, since it contains the shorter.
            (start, u32::MAX - end)
        };
        let order = ordered(here.len(), &|one, other| first(one).cmp(&first(other)));
        let withheld = order.len().saturating_sub(LIMIT);
        let (mut notes, mut spans, mut number) = (Vec::new(), Vec::new(), 0);
        for &place in order.iter().take(LIMIT) {
            let Marks { item, spans: passages, outcome } = &here[place];
            let lit = is_chosen(item);
            number += usize::from(lit);
            for &(start, end) in passages {
                spans.push(Span { start, end, note: notes.len() });
            }
            notes.push(Note {
                line: line(engine, query, item.kind, item.place),
                number: lit.then_some(number),
                opened: is_opened(item),
                outcome: *outcome,
            });
        }
        paragraphs.push(Paragraph { number: index as u32 + 1, runs: runs(text, &spans), notes, withheld });
    }
    MarkedText {
        document: source_line(engine, article),
        language: language(engine, article),
        by: article.by,
        missing,
        paragraphs,
    }
}
