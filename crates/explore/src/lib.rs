//! Answers a [`Query`] with a [`Page`] of plain values: everything that is shown is decided here.
//!
//! [`Engine::new`] indexes a dossier once; [`explore()`] answers one query. A [`Page`] holds texts, counts and the `Query` of
//! every link. [`outline`] answers without content, word search and former ids, whose code the page in the browser loads
//! lazily.
//!
//! Laws: values are OR within a facet and AND across facets; a value's count is taken under all other facets and equals what
//! choosing it alone in its facet would show; the order of values never changes; no match never falls back to everything.

mod articles;
mod calendar;
pub mod changelog;
mod checked;
mod chips;
mod citing;
mod content;
mod deferred_data;
mod empty_state;
mod engine;
mod events;
mod evidence;
mod excerpts;
mod exporting;
mod facets;
mod former;
mod fragment;
mod item_summary;
mod links;
mod lists;
mod matches;
mod matrix;
mod names;
mod notices;
mod order;
mod origin;
mod panel;
pub mod query;
mod report;
mod runs;
mod search;
mod selected;
mod side;
mod static_page;
mod table;
mod tables;
mod text;
mod truncated;
mod values;
mod window;
pub mod words;

pub use articles::{Article, Source, Unreadable};
pub use checked::{Coded, Outcome};
pub use chips::Chip;
pub use citing::{Cited, cited};
pub use content::*;
pub use deferred_data::{DeferredData, Formats};
pub use empty_state::{EmptyState, Suggestion};
pub use engine::Engine;
pub use events::{EventDetail, EventEntry};
pub use evidence::{Pointer, Provenance, paragraphs, pointer, provenance};
pub use excerpts::{Context, Excerpt};
pub use exporting::{ExportPanel, FormatChoice};
pub use facets::{DateFacet, DateValue, FacetList, FacetValue, ValueGroup};
pub use item_summary::{Badge, ItemSummary};
pub use lists::{Entries, Heading, List, Section, Switch};
pub use matrix::{Cell, Column, Focus, FocusEntry, Mark, Matrix, Row, RowGroup, Shows, Sign, Tally};
pub use notices::Notice;
pub use origin::{Origin, Refused, RefusedFault};
pub use panel::{CitePanel, PanelContent, SharePanel};
pub use report::report_text;
pub use runs::{Run, Span, runs};
pub use search::Search;
pub use selected::{selection, ties};
pub use static_page::{StaticPage, kind_of, letter, link, static_link};
pub use text::Marked;
pub use truncated::Truncated;
pub use window::{LIMIT, Window};

use std::ops::Deref;

use dossier::Dossier;
use dossier::direction::isolate;

use changelog::Since;
use former::Resolved;
use matches::Matches;
use query::codec::{Decoded, href};
use query::{Counted, Panel, Place, Query, View};

/// Panels linked in the head of the page.
const PANELS: [Panel; 3] = [Panel::Export, Panel::Cite, Panel::Share];

/// Maximum number of documents named as sources; the rest are counted.
pub const SOURCES: usize = 3;

/// Link to the same query in another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Title of the view.
    pub label: &'static str,
    /// Number of rows that the query shows there; `None` for diagrams.
    pub count: Option<usize>,
    /// Whether it is the current view.
    pub current: bool,
    /// The link.
    pub query: Query,
}

/// Keys of a query string whose page may not be an [outline](is_outline), so that it needs lazily loaded code.
pub const LAZY_KEYS: [&str; 6] = ["view", "q", "item", "panel", "embed", "at"];

/// A page without its content: filters, tabs, links, and the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    /// Origin of the dossier.
    pub origin: Origin,
    /// The requested query without what this dossier lacks. Every link is made from it.
    pub query: Query,
    /// The view.
    pub view: View,
    /// Document title: view and filters, then the dossier.
    pub title: String,
    /// Number of rows that match, of the kind that the view counts.
    pub count: usize,
    /// Counts in words: `12 of 55 positions and 3 of 5 quotes`.
    pub counts: String,
    /// Filters in words; empty without filters.
    pub asks: String,
    /// Links to the views.
    pub tabs: Vec<Tab>,
    /// Links to the views for checking evidence and for opening another dossier.
    pub tools: Vec<Tab>,
    /// Whether the view can be filtered. Views of imported files cannot before there is a file.
    pub narrows: bool,
    /// Facets with their values.
    pub facets: Vec<FacetList<'d>>,
    /// Dates.
    pub dates: DateFacet,
    /// Active filters, each with the link that removes it.
    pub chips: Vec<Chip>,
    /// Link that removes all filters; `None` without filters.
    pub clear: Option<Query>,
    /// Notice about parts of the link that could not be applied.
    pub notice: Option<Notice>,
    /// The matrix; `None` in other views and without a match.
    pub matrix: Option<Matrix<'d>>,
    /// The data version in the link, if it is another version of this dossier.
    pub at: Option<String>,
    /// Link for sharing, relative to the site's folder. In a complete page it leads to the most specific static page ([`link`]);
    /// a matrix has none that is shorter than its query string.
    pub link: String,
    /// Absolute URL of the view, pinned to the data version, for citations.
    pub address: String,
    /// Links to the panels, each with its title.
    pub panels: Vec<(&'static str, Query)>,
    /// Citation of the view without its link: its subject and its source.
    pub citation: String,
}

/// Everything that is shown for one query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'d> {
    /// The page without its content.
    pub outline: Outline<'d>,
    /// Content of the view.
    pub content: Content<'d>,
    /// Suggestions where nothing matches.
    pub empty_state: Option<EmptyState>,
    /// In a frame, the absolute URL of the same view outside of it.
    pub standalone: Option<String>,
    /// Changes in the view since the data version in the link.
    pub changes: Option<Since>,
    /// The open panel.
    pub panel: Option<PanelContent>,
}

impl<'d> Deref for Page<'d> {
    type Target = Outline<'d>;

    fn deref(&self) -> &Outline<'d> {
        &self.outline
    }
}

impl Outline<'_> {
    /// Counts and filters as one sentence, for announcements and descriptions.
    #[must_use]
    pub fn sentence(&self) -> String {
        if self.asks.is_empty() { self.counts.clone() } else { format!("{}, {}", self.counts, self.asks) }
    }
}

/// Answers a decoded link with a complete page.
#[must_use]
pub fn explore<'d>(engine: &Engine<'d>, asked: &Decoded) -> Page<'d> {
    explore_around(engine, asked, &|_| None)
}

/// Answers as [`explore()`] does; a long list shows the entries around the one (index from 0) that `entry` returns for the
/// query.
#[must_use]
pub fn explore_around<'d>(engine: &Engine<'d>, asked: &Decoded, entry: &dyn Fn(&Query) -> Option<usize>) -> Page<'d> {
    let resolved = former::resolve(engine, &asked.query);
    let search = engine.search(&resolved.query.text);
    let (outline, matches) = outline_of(engine, asked, resolved, search);
    let entry = entry(&outline.query);
    content::complete(engine, outline, &matches, entry)
}

/// Answers a decoded link with a page without content: facets, chips, tabs, notice and matrix. Search text and former ids are
/// ignored.
#[must_use]
pub fn outline<'d>(engine: &Engine<'d>, asked: &Decoded) -> Outline<'d> {
    outline_of(engine, asked, asked.query.clone().into(), Search::default()).0
}

/// Whether the [`outline`] is the whole page: a matrix without an open cell, search, panel, frame or changes.
#[must_use]
pub fn is_outline(engine: &Engine, asked: &Decoded) -> bool {
    let Query { view, item, panel, embed, at, .. } = &asked.query;
    let is_plain = *view == View::Matrix && item.is_none() && panel.is_none() && !*embed && at.is_none();
    is_plain && !asked.query.is_searched() && !former::has_former(engine, &asked.query)
}

fn outline_of<'d>(engine: &Engine<'d>, asked: &Decoded, resolved: Resolved, search: Search) -> (Outline<'d>, Matches) {
    let (query, notice) = notices::settle(engine, asked, resolved);
    let matches = Matches::of(engine, &query, search);
    let view = query.view;
    let chips = chips::chips(engine, &query);
    let asks = chips::sentence(&chips);
    let cover = isolate(&engine.dossier.cover.title);
    let subject = subject(engine, &query);
    let title = match (asks.is_empty(), view == View::Matrix) {
        (true, true) => format!("{cover} · Standpoint"),
        (true, false) => format!("{subject} · {cover} · Standpoint"),
        (false, _) => format!("{subject}, {asks} · Standpoint"),
    };
    let facets = facets::facets(engine, &query, &matches);
    let matrix =
        (view == View::Matrix && matches.count(view) > 0).then(|| matrix::matrix(engine, &query, &matches, &facets));
    let outline = Outline {
        dossier: engine.dossier,
        origin: engine.origin.clone(),
        view,
        citation: citation(engine, &subject, &asks),
        title,
        count: matches.count(view),
        counts: counts(engine, &matches, view),
        tabs: tabs(engine, &query, &matches, &[Place::Tab, Place::CountedTab]),
        tools: tabs(engine, &query, &matches, &[Place::Head]),
        narrows: view.spec().is_filtered && (!view.spec().needs_copies || !engine.articles.is_empty()),
        facets,
        dates: facets::dates(engine, &query, &matches),
        clear: query.is_narrowed().then(|| query.clear()),
        at: asked.query.at.clone().filter(|at| *at != engine.dossier.version && !notices::needs_file(asked, &query)),
        link: href(&query.to_send()),
        address: links::address(engine, &href(&query.to_send().pinned(Some(&engine.dossier.version)))),
        panels: PANELS.map(|panel| (words::panel(panel), query.with_panel(Some(panel)))).to_vec(),
        matrix,
        asks,
        chips,
        notice,
        query,
    };
    (outline, matches)
}

fn citation(engine: &Engine, subject: &str, asks: &str) -> String {
    let Dossier { cover, version, .. } = engine.dossier;
    let comma = if asks.is_empty() { "" } else { ", " };
    let sources = sources(engine);
    format!("{}. {subject}{comma}{asks}. Standpoint, data {version}. Coded from: {sources}.", isolate(&cover.title))
}

/// Source lines of the documents.
fn sources(engine: &Engine) -> String {
    let documents = &engine.dossier.documents;
    let mut citation = String::new();
    for (place, coded) in documents.iter().take(SOURCES).enumerate() {
        citation += if place > 0 { "; " } else { "" };
        citation += &coded.document.source_line();
    }
    if documents.len() > SOURCES {
        citation += " and ";
        citation += &words::count(documents.len() - SOURCES, "more document");
    }
    citation
}

/// Title of the view, with the compared sides.
fn subject(engine: &Engine, query: &Query) -> String {
    let mut subject = query.view.label().to_owned();
    if query.view == View::Compare && !query.with.is_empty() {
        subject.push(' ');
        subject.push_str(&words::and(&words::borrowed(&side::names(engine, query))));
    }
    subject
}

/// Links to the views that are linked in one of `places`.
fn tabs(engine: &Engine, query: &Query, matches: &Matches, places: &[Place]) -> Vec<Tab> {
    View::ALL
        .iter()
        .filter(|view| places.contains(&view.spec().place))
        .map(|&view| Tab {
            label: view.label(),
            count: listed(engine, view, matches),
            current: query.view == view,
            query: if query.view == view { query.with_item(None) } else { query.with_view(view) },
        })
        .collect()
}

/// Number of entries that the view lists; `None` if it is a diagram.
fn listed(engine: &Engine, view: View, matches: &Matches) -> Option<usize> {
    let count = || if view == View::Shifts { shifts::count(engine, matches) } else { matches.count(view) };
    (view.spec().place == Place::CountedTab).then(count)
}

/// Number of rows that a view counts without filters.
fn total(engine: &Engine, view: View) -> usize {
    match view.spec().counted {
        Counted::Positions => engine.positions.len(),
        Counted::PositionsAndEvents => engine.positions.len() + engine.events.len(),
        Counted::Quotes => engine.quotes.len(),
        Counted::Stakeholders => engine.dossier.stakeholders.len(),
        Counted::Questions => engine.questions.len(),
        Counted::Items => engine.positions.len() + engine.quotes.len() + engine.events.len() + engine.questions.len(),
    }
}

fn counts(engine: &Engine, matches: &Matches, view: View) -> String {
    let of = |count, total, noun| {
        let noun = words::count(total, noun);
        if count == total { noun } else { format!("{count} of {noun}") }
    };
    let part = |view| of(matches.count(view), total(engine, view), view.noun());
    match view.spec().counted {
        Counted::PositionsAndEvents => {
            let events = of(matches.events.rows.len() as usize, engine.events.len(), "event");
            format!("{} and {events}", part(View::Positions))
        }
        Counted::Positions | Counted::Quotes => format!("{} and {}", part(View::Positions), part(View::Quotes)),
        Counted::Stakeholders | Counted::Questions | Counted::Items => part(view),
    }
}
