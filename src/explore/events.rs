//! One event: what happened, when and where, who took part.

use dossier::Event;
use dossier::direction::isolate;
use index::Needle;

use super::checked::Coded;
use super::edition::{Edition, Happened};
use super::evidence::{Pointer, paragraphs, place, pointer, source};
use super::excerpts::{Excerpt, excerpts};
use super::few::{self, Few};
use super::leaf;
use super::positions::{PositionLink, link};
use super::quotes::QuoteLink;
use super::text::Marked;
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
    pub participants: Few<(&'d str, Query)>,
    /// What was said there, in their words, each with the way to it.
    pub quotes: Few<QuoteLink<'d>>,
    /// The positions of its participants that are of the same date.
    pub positions: Few<PositionLink<'d>>,
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
    edition: &Edition<'d>,
    query: &Query,
    needle: &Needle,
    happened: &Happened<'d>,
) -> EventEntry<'d> {
    let event = happened.event;
    let open = query.item.as_deref() == Some(event.id.as_str());
    let mut parts = vec![words::event(event.kind).to_owned(), words::when(&event.date)];
    parts.extend(event.place.as_deref().map(|place| isolate(place).into_owned()));
    parts.push(place(edition, happened.document, event.evidence.iter()));
    EventEntry {
        event,
        title: Marked::new(&event.title, needle),
        how: words::joined(&words::borrowed(&parts), " · "),
        detail: open.then(|| detail(edition, query, happened)),
        toggle: query.with_item((!open).then_some(event.id.as_str())),
    }
}

fn detail<'d>(edition: &Edition<'d>, query: &Query, happened: &Happened<'d>) -> EventDetail<'d> {
    let event = happened.event;
    let quotes =
        few::places(edition.quotes.len(), &|place| edition.quotes[place].quote.occasion.as_ref() == Some(&event.id));
    let positions = few::places(edition.positions.len(), &|place| {
        let held = &edition.positions[place];
        let same_date = event.date.value.is_some() && held.position.date.value == event.date.value;
        same_date && happened.participants.contains(&held.holder)
    });
    EventDetail {
        participants: Few::of(&happened.participants, &|place| {
            let stakeholder = edition.stakeholder(place);
            (edition.name(place), query.to_item(View::Stakeholders, stakeholder.id.as_str()))
        }),
        quotes: Few::of(&quotes, &|place| QuoteLink::of(edition, query, &edition.quotes[place])),
        positions: Few::of(&positions, &|place| link(edition, query, &edition.positions[place])),
        pointers: event.evidence.iter().map(pointer).collect(),
        excerpts: excerpts(edition, query, Coded::Event, event.id.as_str()),
        citation: citation(edition, happened),
        link: leaf::link_to(edition, query, leaf::Kind::Event, View::Timeline, event.id.as_str()),
        cited: leaf::pinned_to(edition, query, leaf::Kind::Event, View::Timeline, event.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// How to cite an event, less its link.
pub(super) fn citation(edition: &Edition, happened: &Happened) -> String {
    let event = happened.event;
    format!(
        "{}, {}, {}. {}.",
        isolate(event.title.trim_end_matches('.')),
        words::when(&event.date),
        paragraphs(event.evidence.iter()),
        source(edition, happened.document)
    )
}
