//! From a [`Query`] to a [`Page`]: everything that is shown is decided here, in plain values.
//!
//! [`Engine::new`] makes a dossier ready once; [`explore`] answers one query. A [`Page`] holds texts, counts and the next
//! `Query` of every link, so that the same page can be drawn in a browser, checked in a native test, or written as HTML.
//! [`outline`] answers without the content of the view, words and former ids: the page loads the code for these lazily.
//!
//! Laws: facets OR within and AND across; a value's count is taken under all other facets and equals what choosing it
//! alone in its facet would show; the order of values never changes; nothing found never falls back to everything.

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

/// The panels that the head of the page leads to.
const PANELS: [Panel; 3] = [Panel::Export, Panel::Cite, Panel::Share];

/// How many documents are named as sources; of the rest the number is told.
pub const SOURCES: usize = 3;

/// A way to the same question in another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The view's name.
    pub label: &'static str,
    /// How many the query shows there; `None` where the view is a picture of what others count.
    pub count: Option<usize>,
    /// Whether it is the one that is shown.
    pub current: bool,
    /// Where it leads.
    pub query: Query,
}

/// Keys of a query string whose page may not be an [outline](is_outline), so that it needs lazily loaded code.
pub const LAZY_KEYS: [&str; 6] = ["view", "q", "item", "panel", "embed", "at"];

/// A page without its content: filters, tabs, links, and the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline<'d> {
    /// The dossier that was asked.
    pub dossier: &'d Dossier,
    /// Where it comes from.
    pub origin: Origin,
    /// What was asked, as far as this engine can answer it. Every link is made from this.
    pub query: Query,
    /// The view that is shown.
    pub view: View,
    /// The title of the window: the question, then the dossier.
    pub title: String,
    /// How many the view shows of what it counts.
    pub count: usize,
    /// How many of how many: `12 of 55 positions and 3 of 5 quotes`.
    pub counts: String,
    /// What the query asks for, in words, without the counts; empty where it narrows nothing.
    pub asks: String,
    /// The views.
    pub tabs: Vec<Tab>,
    /// Where to check every claim, and where to open another dossier.
    pub tools: Vec<Tab>,
    /// Whether the view shows what the filters choose. Where something is to be brought first, there is nothing to choose.
    pub narrows: bool,
    /// The filters.
    pub facets: Vec<FacetList<'d>>,
    /// The filter by date.
    pub dates: DateFacet,
    /// What is picked, one by one, each with its way back.
    pub chips: Vec<Chip>,
    /// Where "Clear all" leads; `None` where nothing is picked.
    pub clear: Option<Query>,
    /// What the link asked for and did not get.
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
    /// The panels that open over the view, each with its name.
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
    /// The counts and the question as one sentence, for announcements and shared links.
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

/// The same; a long list shows the entries around the one (index from 0) that `entry` names for the query.
#[must_use]
pub fn explore_around<'d>(engine: &Engine<'d>, asked: &Decoded, entry: &dyn Fn(&Query) -> Option<usize>) -> Page<'d> {
    let resolved = former::resolve(engine, &asked.query);
    let search = engine.search(&resolved.query.text);
    let (outline, matches) = outline_of(engine, asked, resolved, search);
    let entry = entry(&outline.query);
    content::complete(engine, outline, &matches, entry)
}

/// Answers a decoded link with a page without content: facets, chips, tabs, notice and matrix. Words and former ids are ignored.
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

/// The documents that the dossier was coded from.
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

/// What the page is about: its view, and whom it compares.
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

/// How many a view holds where nothing is asked.
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
