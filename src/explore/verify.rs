//! The report on copies of the documents' texts: how many pointers came out how, then every item with its result.

use super::articles::{Article, Source, Unreadable};
use super::checked::{Checked, Outcome, checked, found_at, place, remark, stated_at};
use super::engine::Engine;
use super::item_summary::{ItemSummary, line};
use super::matches::Matches;
use super::window::LIMIT;
use crate::query::{Query, View};

/// What the view for verifying shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verify<'d> {
    /// The copies that there are; none before a reader brings one.
    pub copies: Vec<Copy>,
    /// The documents of which there is no copy, each in a line.
    pub wanted: Vec<String>,
    /// How many passages came out how, under the page's filters.
    pub figures: Vec<Figure>,
    /// The items, by how their passages came out.
    pub groups: Vec<OutcomeGroup<'d>>,
    /// How many items are of documents of which there is no copy.
    pub unchecked: usize,
    /// How many items the limit keeps back.
    pub withheld: usize,
    /// The way to the text with its marks.
    pub reading: Query,
    /// Whether one of the copies is the reader's own, to be forgotten.
    pub own: bool,
    /// The copy that was brought last, if it could not be read.
    pub unreadable: Option<Unreadable>,
}

/// What a copy is of, and whether it is that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The document, in a line.
    pub document: String,
    /// The file that it came from; `None` where it was pasted.
    pub name: Option<String>,
    /// Whose copy it is.
    pub by: Source,
    /// Whether the text that was coded stands in it whole.
    pub same: bool,
    /// What it is, in a sentence.
    pub verdict: String,
    /// In what form it came, in a sentence or two; `None` where that is plain.
    pub form: Option<String>,
    /// How many paragraphs it has, and how many the data say.
    pub paragraphs: (u32, u32),
    /// Its SHA-256, and the one that the data say, in hex.
    pub digests: (String, String),
}

/// How many passages came out one way, and the way to hide or show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which way.
    pub outcome: Outcome,
    /// How many.
    pub count: usize,
    /// Whether they are hidden.
    pub hidden: bool,
    /// Hides them, or shows them again.
    pub toggle: Query,
}

/// The items some of whose passages came out one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeGroup<'d> {
    /// Which way.
    pub outcome: Outcome,
    /// How many passages came out so.
    pub count: usize,
    /// The items, in the order of the report.
    pub items: Vec<ItemChecked<'d>>,
}

/// An item with those of its passages that came out one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChecked<'d> {
    /// The item.
    pub line: ItemSummary<'d>,
    /// Where its passages should stand, each with what is to be said of it, if anything.
    pub places: Vec<(String, String)>,
    /// The way to its marks; `None` where the copy has none of them.
    pub reading: Option<Query>,
}

pub(super) fn verify<'d>(engine: &Engine<'d>, query: &Query, shown: &Matches) -> Verify<'d> {
    let chosen = shown.items();
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
        unchecked: shown.count(View::Verify) - listed.len(),
        withheld,
        reading: query.with_view(View::Reading),
        own: engine.articles.iter().any(|article| article.by == Source::Reader),
        unreadable: engine.unreadable.clone(),
    }
}

pub(super) fn tally(listed: &[Checked], outcome: Outcome) -> usize {
    let mut count = 0;
    for item in listed {
        count += item.checks.iter().filter(|check| Outcome::of(check) == outcome).count();
    }
    count
}

/// Where those passages of an item should stand that came out one way.
fn places(item: &Checked, outcome: Outcome) -> Vec<(String, String)> {
    let mut places = Vec::new();
    for check in item.checks {
        if Outcome::of(check) == outcome {
            places.push((place(stated_at(check)), remark(check)));
        }
    }
    places
}

/// Whether the copy has one of those passages of an item that came out one way.
fn has_place(item: &Checked, outcome: Outcome) -> bool {
    item.checks.iter().any(|check| Outcome::of(check) == outcome && found_at(check).is_some())
}

/// The documents of which there is no copy, each in a line.
pub(super) fn wanted(engine: &Engine) -> Vec<String> {
    let mut wanted = Vec::new();
    for coded in &engine.dossier.documents {
        if !engine.articles.iter().any(|article| article.report.document == coded.document.id) {
            wanted.push(coded.document.source_line());
        }
    }
    wanted
}

/// The article's document, in a line.
pub(super) fn source_line(engine: &Engine, article: &Article) -> String {
    let documents = &engine.dossier.documents;
    let coded = documents.iter().find(|coded| coded.document.id == article.report.document);
    coded.map(|coded| coded.document.source_line()).unwrap_or_default()
}

/// The language of the article's words, where that is not the dossier's.
pub(super) fn language<'d>(engine: &Engine<'d>, article: &Article) -> Option<&'d str> {
    let coded = engine.dossier.documents.iter().find(|coded| coded.document.id == article.report.document)?;
    engine.language_of(&coded.document)
}

pub(super) fn copy(engine: &Engine, article: &Article) -> Copy {
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
