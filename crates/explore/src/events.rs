//! Events of the timeline: title, date, place, participants.

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

/// An event in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventEntry<'d> {
    /// The event.
    pub event: &'d Event,
    /// Title.
    pub title: Marked<'d>,
    /// Kind, date, place and paragraphs: `Meeting · 2019 · paragraph 3`.
    pub how: String,
    /// Details; `None` unless the event is open.
    pub detail: Option<EventDetail<'d>>,
    /// Link that opens or closes it.
    pub toggle: Query,
}

/// Details of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDetail<'d> {
    /// Participants, each with a link.
    pub participants: Truncated<(&'d str, Query)>,
    /// Quotes from the event, each with a link.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// Positions of its participants with the same date.
    pub positions: Truncated<PositionLink<'d>>,
    /// Evidence pointers.
    pub pointers: Vec<Pointer>,
    /// Passages in context, if there is a copy of the article.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Citation without the link.
    pub citation: String,
    /// Link for sharing, relative to the site's folder.
    pub link: String,
    /// Link pinned to the data version, for the citation.
    pub cited: String,
    /// Link that opens the cite panel.
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

/// Citation of an event without its link.
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
