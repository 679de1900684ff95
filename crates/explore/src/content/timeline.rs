//! Timeline view: events and dated positions as a picture and as a chronological list.
//!
//! Undated entries are listed at the end: planned events first, then the rest.

mod picture;
mod scale;
mod titles;

use dossier::{EventKind, Precision};
use index::SearchQuery;

use super::positions::{self, PositionEntry};
use crate::Outline;
use crate::engine::Engine;
use crate::events::{self, EventEntry};
use crate::matches::Matches;
use crate::matrix::{Shows, Sign, legend};
use crate::query::{Facet, Group, Query};
use crate::window::Window;
use crate::words;
pub use picture::{Bend, EventMark, Picture, PositionMark, TimeColumn};
pub use scale::{Demand, Scale, day_number};

/// Data of the timeline view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<'d> {
    /// The picture; `None` if nothing selected has a date.
    pub picture: Option<Picture<'d>>,
    /// Legend entries; each is also a filter.
    pub legend: Vec<Sign>,
    /// Sentence about entries without a date; empty if there are none.
    pub undated: String,
    /// Sentence about active filters that do not apply to events; empty if there are none.
    pub idle: String,
    /// The open item, shown above the list if the filters hide it.
    pub aside: Option<Bundle<'d>>,
    /// List entries within the window, grouped by date; undated planned events and other undated entries come last.
    pub moments: Vec<Moment<'d>>,
    /// The part of the list that is shown.
    pub window: Window,
}

/// Events and positions shown together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle<'d> {
    /// Events, listed first.
    pub events: Vec<EventEntry<'d>>,
    /// Positions, listed after the events.
    pub positions: Vec<PositionEntry<'d>>,
}

/// Entries that share a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment<'d> {
    /// Key for list rendering: the id of the date's first entry.
    pub key: &'d str,
    /// Date in words, or a heading for undated entries.
    pub heading: String,
    /// Explanation of an inexact date; `None` for a day.
    pub hint: Option<&'static str>,
    /// Filters by this date; `None` if that filter is active or there is no date.
    pub query: Option<Query>,
    /// Number of entries, including those outside the window.
    pub count: usize,
    /// Entries within the window.
    pub entries: Bundle<'d>,
}

/// Indices of positions and events that share a date.
#[derive(Clone, Default)]
struct Places {
    events: Vec<usize>,
    positions: Vec<usize>,
}

impl Places {
    fn len(&self) -> usize {
        self.events.len() + self.positions.len()
    }

    /// Adds the entries of another date.
    fn add(&mut self, other: &Self) {
        self.events.extend(&other.events);
        self.positions.extend(&other.positions);
    }

    /// Id of the first entry; empty without entries.
    fn key<'d>(&self, engine: &Engine<'d>) -> &'d str {
        let event = self.events.first().map(|&place| engine.events[place].event.id.as_str());
        let position = || self.positions.first().map(|&place| engine.positions[place].position.id.as_str());
        event.or_else(position).unwrap_or_default()
    }

    /// Index in the flattened list of `dates` of the first entry that is also in `self`.
    fn place_in(&self, dates: &[Self]) -> Option<usize> {
        let mut before = 0;
        for date in dates {
            if let Some(place) = date.events.iter().position(|place| self.events.contains(place)) {
                return Some(before + place);
            }
            before += date.events.len();
            if let Some(place) = date.positions.iter().position(|place| self.positions.contains(place)) {
                return Some(before + place);
            }
            before += date.positions.len();
        }
        None
    }
}

/// Groups indices by the engine's dates, followed by undated planned events and last all other undated entries.
fn by_date(engine: &Engine, positions: &[usize], events: &[usize]) -> Vec<Places> {
    let (planned, undated) = (engine.dates.len(), engine.dates.len() + 1);
    let mut dates = vec![Places::default(); undated + 1];
    for &place in events {
        let event = engine.events[place].event;
        let otherwise = if event.kind == EventKind::Planned { planned } else { undated };
        let code = event.date.value.and_then(|date| engine.dates.binary_search(&date).ok());
        dates[code.unwrap_or(otherwise)].events.push(place);
    }
    for &place in positions {
        let date = engine.positions[place].position.date.value;
        let code = date.and_then(|date| engine.dates.binary_search(&date).ok());
        dates[code.unwrap_or(undated)].positions.push(place);
    }
    dates
}

pub(crate) fn timeline<'d>(
    engine: &Engine<'d>,
    page: &Outline<'d>,
    matches: &Matches,
    at: Option<usize>,
) -> Timeline<'d> {
    let query = &page.query;
    let (positions, events) = (matches.positions.places(), matches.events.places());
    let dates = by_date(engine, &positions, &events);
    let opened = opened(engine, query);
    let window =
        Window::around(positions.len() + events.len(), at.or_else(|| opened.place_in(&dates)).unwrap_or_default());
    let (mut moments, mut before) = (Vec::new(), 0);
    for (code, places) in dates.iter().enumerate() {
        let events = window.part(before, places.events.len());
        let positions = window.part(before + places.events.len(), places.positions.len());
        if !(events.is_empty() && positions.is_empty()) {
            let inside =
                Places { events: places.events[events].to_vec(), positions: places.positions[positions].to_vec() };
            let entries = bundle(engine, query, &matches.search.query, &inside);
            let moment = moment(engine, query, code, entries);
            moments.push(Moment { key: places.key(engine), count: places.len(), ..moment });
        }
        before += places.len();
    }
    let mut legend = legend::legend(engine, query, &page.facets);
    legend.retain(|sign| !matches!(sign.shows, Shows::Mark(_)));
    let undated = dates.last().map(without_date).unwrap_or_default();
    Timeline {
        picture: picture::picture(engine, query, &dates),
        legend,
        undated,
        idle: idle(query),
        aside: (opened.len() > 0 && opened.place_in(&dates).is_none())
            .then(|| bundle(engine, query, &matches.search.query, &opened)),
        moments,
        window,
    }
}

fn bundle<'d>(engine: &Engine<'d>, query: &Query, search_query: &SearchQuery, places: &Places) -> Bundle<'d> {
    let mut bundle = Bundle::default();
    for &place in &places.events {
        bundle.events.push(events::entry(engine, query, search_query, &engine.events[place]));
    }
    for &place in &places.positions {
        bundle.positions.push(positions::entry(engine, query, search_query, Group::None, &engine.positions[place]));
    }
    bundle
}

/// Builds the moment of a date; the caller sets its key and count.
fn moment<'d>(engine: &Engine<'d>, query: &Query, code: usize, entries: Bundle<'d>) -> Moment<'d> {
    let (key, count) = ("", 0);
    let Some(&date) = engine.dates.get(code) else {
        let heading = if code == engine.dates.len() { "Planned, without a date" } else { "Without a date" };
        return Moment { key, heading: heading.to_owned(), hint: None, query: None, count, entries };
    };
    let hint = match date.precision() {
        Precision::Year => Some("Some time in this year: the day is not known."),
        Precision::Month => Some("Some time in this month: the day is not known."),
        Precision::Day | Precision::None => None,
    };
    let picked = query.from == Some(date) && query.to == Some(date);
    let only = query.with_dates(Some(date), Some(date));
    Moment { key, heading: date.in_words(), hint, query: (!picked).then_some(only), count, entries }
}

/// Items that the link opens: a position, an event, or both if they have the same id.
fn opened(engine: &Engine, query: &Query) -> Places {
    let mut opened = Places::default();
    if let Some(id) = query.item.as_deref() {
        opened.positions.extend(positions::place_of(engine, id));
        opened.events.extend(engine.events.iter().position(|event_row| event_row.event.id.as_str() == id));
    }
    opened
}

/// Sentence about undated entries: `26 positions and 6 events have no date: they stand at the end of the list.`
fn without_date(places: &Places) -> String {
    let mut parts = Vec::new();
    for (count, noun) in [(places.positions.len(), "position"), (places.events.len(), "event")] {
        if count > 0 {
            parts.push(words::count(count, noun));
        }
    }
    match places.len() {
        0 => String::new(),
        1 => format!("{} has no date: it stands at the end of the list.", parts[0]),
        _ => format!("{} have no date: they stand at the end of the list.", words::and(&words::borrowed(&parts))),
    }
}

/// Sentence about filters that do not apply to events: `“Issue” and “Stance” narrow the positions alone: events have
/// none.`
fn idle(query: &Query) -> String {
    let mut names = Vec::new();
    for &facet in Facet::ALL {
        if !facet.spec().has_events && !query.picks_of(facet).is_empty() {
            names.push(format!("“{}”", facet.spec().label));
        }
    }
    match names.len() {
        0 => String::new(),
        1 => format!("{} narrows the positions alone: events have none.", names[0]),
        _ => format!("{} narrow the positions alone: events have none.", words::and(&words::borrowed(&names))),
    }
}
