//! The text with every coded passage marked: paragraphs cut into runs, and beside each paragraph who and what.

use super::articles::{Article, Source};
use super::checked::{Checked, Outcome, checked, found_at};
use super::engine::Engine;
use super::item_summary::{ItemSummary, line};
use super::matches::Matches;
use super::order::ordered;
use super::runs::{Run, Span, runs};
use super::verify::{language, source_line, wanted};
use super::window::LIMIT;
use crate::query::{Query, View};

/// What the view for reading shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'d> {
    /// The texts of which there is a copy.
    pub texts: Vec<MarkedText<'d>>,
    /// The documents of which there is none, each in a line.
    pub wanted: Vec<String>,
    /// The way to bring a copy, and to the report on it.
    pub verify: Query,
}

/// A text with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedText<'d> {
    /// The document, in a line.
    pub document: String,
    /// The language of its words, where that is not the dossier's.
    pub language: Option<&'d str>,
    /// Whose copy it is.
    pub by: Source,
    /// How many passages are not found in it, under the page's filters.
    pub missing: usize,
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph<'d>>,
}

/// A paragraph with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph<'d> {
    /// Its number, from 1.
    pub number: u32,
    /// The text in runs. Together they are the paragraph, letter for letter.
    pub runs: Vec<Run>,
    /// The items with passages in it, in the order in which they begin; what a run names is a place in this list.
    pub notes: Vec<Note<'d>>,
    /// How many items more have passages here than can be marked.
    pub withheld: usize,
}

/// An item with passages in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<'d> {
    /// The item.
    pub line: ItemSummary<'d>,
    /// Its number among the notes that the filters let through, from 1; `None` where they do not.
    pub number: Option<usize>,
    /// Whether the link opens it.
    pub opened: bool,
    /// How its passages here came out, the worst of them.
    pub outcome: Outcome,
}

/// An item's passages in one paragraph.
struct Marks<'a> {
    item: &'a Checked<'a>,
    spans: Vec<(u32, u32)>,
    outcome: Outcome,
}

pub(super) fn reading<'d>(engine: &Engine<'d>, query: &Query, shown: &Matches) -> Reading<'d> {
    let mut texts = Vec::new();
    for article in &engine.articles {
        texts.push(marked_text(engine, query, shown, article));
    }
    Reading { texts, wanted: wanted(engine), verify: query.with_view(View::Verify) }
}

fn marked_text<'d>(engine: &Engine<'d>, query: &Query, shown: &Matches, article: &Article) -> MarkedText<'d> {
    let items = checked(engine, article);
    let chosen = shown.items();
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
            // What begins together: the longer passage holds the shorter.
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
