//! One event: what happened, when and where, who took part.

use dossier::direction::isolate;
use dossier::{Event, ItemKind};
use index::SearchQuery;

use super::checked::Coded;
use super::content::positions::{PositionLink, link};
use super::content::quotes::QuoteLink;
use super::engine::{Engine, EventRow};
use super::evidence::{Pointer, paragraphs, place, pointer, source};
use super::excerpts::{Excerpt, excerpts};
use super::static_page;
use super::text::Marked;
use super::truncated::{self, Truncated};
use super::words;
use crate::query::{Panel, Query, View};

/// One event in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventEntry<'d> {
    /// The event.
    pub event: &'d Event,
    /// What happened.
    pub title: Marked<'d>,
    /// What sort of thing, when, where, in which paragraphs: `Meeting · 2019 · paragraph 3`.
    pub how: String,
    /// Everything else, where the event is opened.
    pub detail: Option<EventDetail<'d>>,
    /// Opens it, or closes it.
    pub toggle: Query,
}

/// One event in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDetail<'d> {
    /// Who took part, each with the way there.
    pub participants: Truncated<(&'d str, Query)>,
    /// What was said there, in their words, each with the way to it.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// The positions of its participants that are of the same date.
    pub positions: Truncated<PositionLink<'d>>,
    /// Where it stands.
    pub pointers: Vec<Pointer>,
    /// Its passages in their context, where there is a copy of the text.
    pub excerpts: Vec<Excerpt<'d>>,
    /// How to cite it, less the link.
    pub citation: String,
    /// What to send to somebody who should see it, from the site's folder on.
    pub link: String,
    /// The same with the data version, to go with the citation.
    pub cited: String,
    /// Opens the other ways to cite it.
    pub cite: Query,
}

pub(super) fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    event_row: &EventRow<'d>,
) -> EventEntry<'d> {
    let event = event_row.event;
    let open = query.item.as_deref() == Some(event.id.as_str());
    let mut parts = vec![words::event(event.kind).to_owned(), words::when(&event.date)];
    parts.extend(event.place.as_deref().map(|place| isolate(place).into_owned()));
    parts.push(place(engine, event_row.document, event.evidence.iter()));
    EventEntry {
        event,
        title: Marked::new(&event.title, search_query),
        how: words::joined(&words::borrowed(&parts), " · "),
        detail: open.then(|| detail(engine, query, event_row)),
        toggle: query.with_item((!open).then_some(event.id.as_str())),
    }
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, event_row: &EventRow<'d>) -> EventDetail<'d> {
    let event = event_row.event;
    let quotes = truncated::places(engine.quotes.len(), &|place| {
        engine.quotes[place].quote.occasion.as_ref() == Some(&event.id)
    });
    let positions = truncated::places(engine.positions.len(), &|place| {
        let position_row = &engine.positions[place];
        let same_date = event.date.value.is_some() && position_row.position.date.value == event.date.value;
        same_date && event_row.participants.contains(&position_row.holder)
    });
    EventDetail {
        participants: Truncated::of(&event_row.participants, &|place| {
            let stakeholder = engine.stakeholder(place);
            (engine.name(place), query.to_item(View::Stakeholders, stakeholder.id.as_str()))
        }),
        quotes: Truncated::of(&quotes, &|place| QuoteLink::of(engine, query, &engine.quotes[place])),
        positions: Truncated::of(&positions, &|place| link(engine, query, &engine.positions[place])),
        pointers: event.evidence.iter().map(pointer).collect(),
        excerpts: excerpts(engine, query, Coded::Event, event.id.as_str()),
        citation: citation(engine, event_row),
        link: static_page::link_to(engine, query, ItemKind::Event, View::Timeline, event.id.as_str()),
        cited: static_page::pinned_to(engine, query, ItemKind::Event, View::Timeline, event.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// How to cite an event, less its link.
pub(super) fn citation(engine: &Engine, event_row: &EventRow) -> String {
    let event = event_row.event;
    format!(
        "{}, {}, {}. {}.",
        isolate(event.title.trim_end_matches('.')),
        words::when(&event.date),
        paragraphs(event.evidence.iter()),
        source(engine, event_row.document)
    )
}
