//! Verify view: the report on copies of the texts, with the number of passages per outcome and the result of every
//! item.

use crate::articles::{Article, Source, Unreadable};
use crate::checked::{Checked, Outcome, checked, found_at, place, remark, stated_at};
use crate::engine::Engine;
use crate::item_summary::{ItemSummary, line};
use crate::matches::Matches;
use crate::query::{Query, View};
use crate::window::LIMIT;

/// Data of the verify view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verify<'d> {
    /// Available copies; empty until one is provided.
    pub copies: Vec<Copy>,
    /// Source lines of documents without a copy.
    pub wanted: Vec<String>,
    /// Number of selected passages per outcome.
    pub figures: Vec<Figure>,
    /// Items grouped by the outcome of their passages.
    pub groups: Vec<OutcomeGroup<'d>>,
    /// Number of selected items whose document has no copy.
    pub unchecked: usize,
    /// Number of items left out by the limit.
    pub withheld: usize,
    /// Link to the reading view.
    pub reading: Query,
    /// Whether one of the copies was provided by the user and can be removed.
    pub own: bool,
    /// The copy provided last, if it could not be read.
    pub unreadable: Option<Unreadable>,
}

/// A copy of a document's text and how it compares with the coded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Source line of the document.
    pub document: String,
    /// File name; `None` if the text was pasted.
    pub name: Option<String>,
    /// Source of the copy.
    pub by: Source,
    /// Whether the copy contains the whole coded text.
    pub same: bool,
    /// Result of the comparison, as a sentence.
    pub verdict: String,
    /// Remarks on the format of the copy; `None` if there are none.
    pub form: Option<String>,
    /// Number of paragraphs found in the copy and stated in the data.
    pub paragraphs: (u32, u32),
    /// SHA-256 of the copy and as stated in the data, in hex.
    pub digests: (String, String),
}

/// Number of passages with one outcome, and the switch that hides them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The outcome counted.
    pub outcome: Outcome,
    /// Number of passages.
    pub count: usize,
    /// Whether passages with this outcome are hidden.
    pub hidden: bool,
    /// Hides or shows them.
    pub toggle: Query,
}

/// Items with at least one passage of one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeGroup<'d> {
    /// The shared outcome.
    pub outcome: Outcome,
    /// Number of passages with this outcome.
    pub count: usize,
    /// The items, in report order.
    pub items: Vec<ItemChecked<'d>>,
}

/// An item with its passages of one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChecked<'d> {
    /// Summary of the item.
    pub line: ItemSummary<'d>,
    /// Stated location of each passage, with a remark that may be empty.
    pub places: Vec<(String, String)>,
    /// Link to the passages in the reading view; `None` if the copy contains none of them.
    pub reading: Option<Query>,
}

pub(crate) fn verify<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Verify<'d> {
    let chosen = matches.items();
    let mut listed: Vec<Checked> = Vec::new();
    for article in &engine.articles {
        for item in checked(engine, article) {
            if chosen[item.kind as usize].rows.contains(item.place as u32) {
                listed.push(item);
            }
        }
    }
    let (mut figures, mut groups) = (Vec::new(), Vec::new());
    let (mut room, mut withheld) = (LIMIT, 0);
    for outcome in Outcome::ALL {
        let count = tally(&listed, outcome);
        let hidden = query.hide.contains(&outcome.hide());
        figures.insert(0, Figure { outcome, count, hidden, toggle: query.toggle_hide(outcome.hide()) });
        if hidden || count == 0 {
            continue;
        }
        let mut items = Vec::new();
        for item in &listed {
            let places = places(item, outcome);
            if places.is_empty() {
            } else if room == 0 {
                withheld += 1;
            } else {
                room -= 1;
                items.push(ItemChecked {
                    line: line(engine, query, item.kind, item.place),
                    reading: has_place(item, outcome)
                        .then(|| query.to_item(View::Reading, item.kind.id(engine, item.place))),
                    places,
                });
            }
        }
        groups.push(OutcomeGroup { outcome, count, items });
    }
    Verify {
        copies: engine.articles.iter().map(|article| copy(engine, article)).collect(),
        wanted: wanted(engine),
        figures,
        groups,
        unchecked: matches.count(View::Verify) - listed.len(),
        withheld,
        reading: query.with_view(View::Reading),
        own: engine.articles.iter().any(|article| article.by == Source::Reader),
        unreadable: engine.unreadable.clone(),
    }
}

pub(crate) fn tally(listed: &[Checked], outcome: Outcome) -> usize {
    let mut count = 0;
    for item in listed {
        count += item.checks.iter().filter(|check| Outcome::of(check) == outcome).count();
    }
    count
}

/// Stated locations and remarks of an item's passages with this outcome.
fn places(item: &Checked, outcome: Outcome) -> Vec<(String, String)> {
    let mut places = Vec::new();
    for check in item.checks {
        if Outcome::of(check) == outcome {
            places.push((place(stated_at(check)), remark(check)));
        }
    }
    places
}

/// Whether the copy contains any of the item's passages with this outcome.
fn has_place(item: &Checked, outcome: Outcome) -> bool {
    item.checks.iter().any(|check| Outcome::of(check) == outcome && found_at(check).is_some())
}

/// Source lines of documents without a copy.
pub(crate) fn wanted(engine: &Engine) -> Vec<String> {
    let mut wanted = Vec::new();
    for coded in &engine.dossier.documents {
        if !engine.articles.iter().any(|article| article.report.document == coded.document.id) {
            wanted.push(coded.document.source_line());
        }
    }
    wanted
}

/// Source line of the article's document.
pub(crate) fn source_line(engine: &Engine, article: &Article) -> String {
    let documents = &engine.dossier.documents;
    let coded = documents.iter().find(|coded| coded.document.id == article.report.document);
    coded.map(|coded| coded.document.source_line()).unwrap_or_default()
}

/// Language of the article if it differs from the dossier's.
pub(crate) fn language<'d>(engine: &Engine<'d>, article: &Article) -> Option<&'d str> {
    let coded = engine.dossier.documents.iter().find(|coded| coded.document.id == article.report.document)?;
    engine.language_of(&coded.document)
}

pub(crate) fn copy(engine: &Engine, article: &Article) -> Copy {
    let report = &article.report;
    let (stated, found) = report.paragraphs;
    Copy {
        document: source_line(engine, article),
        name: article.name.clone(),
        by: article.by,
        same: report.reading.is_whole,
        verdict: report.verdict(),
        form: report.form(),
        paragraphs: (found, stated),
        digests: (report.text_sha256.1.to_string(), report.text_sha256.0.to_string()),
    }
}
