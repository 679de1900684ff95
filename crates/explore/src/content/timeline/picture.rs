//! Layout of the timeline picture: the marks of each date and their place on the scale.
//!
//! The scale is computed from everything in the engine within the requested dates, so other filters remove marks
//! without moving the rest. A month or year is placed at its first day, with a bar that spans it.

use dossier::{Date, Event, EventKind, Precision};

use super::scale::{Demand, Scale, day_number};
use super::titles::{title_room, wrap};
use super::{Places, by_date};
use crate::calendar::coarse;
use crate::engine::Engine;
use crate::matches::date_codes;
use crate::positions::{PositionLink, link};
use crate::query::Query;
use crate::words;

/// Space per mark, in units (CSS pixels if the picture is not stretched). 24 is the minimum target size.
const PITCH: u32 = 24;
/// Free space beside the marks of a date, in units.
const MARGIN: u32 = 8;
/// Space for the label of a date, in units.
const NAME: u32 = 44;
/// Maximum number of dates for which event titles are written out.
const TITLED: usize = 12;
/// Minimum length of the whole picture, planned events included, in units.
const LEAST: u32 = 880;
/// Limits on drawn marks: most and fewest per kind and date, and the total that all dates share. The rest are counted.
const MOST: usize = 48;
const FEWEST: usize = 6;
const TOGETHER: usize = 250;
/// Maximum number of columns. More dates are merged into months or years.
const DATES: usize = 36;
/// Maximum number of bends named individually.
const NAMED: usize = 6;

/// Layout of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture<'d> {
    /// Total length, in units.
    pub width: u32,
    /// Length of the scale, in units; undated planned events are placed after it.
    pub scale: u32,
    /// Columns by date, ascending; undated planned events last.
    pub columns: Vec<TimeColumn<'d>>,
    /// Precision to which dates were merged; `None` if days are drawn.
    pub coarse: Option<Precision>,
    /// Changes of the scale.
    pub bends: Vec<Bend>,
    /// The bends as text; empty if there are none.
    pub bent: String,
}

/// One date with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeColumn<'d> {
    /// The date; `None` for undated planned events.
    pub date: Option<Date>,
    /// Axis label: `18 Aug`.
    pub name: String,
    /// Year label, on the first column of a year: `2025`.
    pub year: Option<String>,
    /// Left edge of the marks, in units.
    pub left: u32,
    /// Width available to the marks, in units.
    pub width: u32,
    /// Bar of a month or year: start, end, and the number of overlapping bars before it.
    pub span: Option<(u32, u32, u32)>,
    /// Whether all entries of the date, selected or not, have an inferred date.
    pub inferred: bool,
    /// Title above the events, as wrapped lines; empty if titles are not shown.
    pub title: Vec<String>,
    /// Events drawn.
    pub events: Vec<EventMark<'d>>,
    /// Positions drawn.
    pub positions: Vec<PositionMark<'d>>,
    /// Number of events and positions not drawn.
    pub withheld: (usize, usize),
    /// Filters by this date; `None` without a date.
    pub query: Option<Query>,
}

/// One event in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMark<'d> {
    /// Kind of event.
    pub kind: EventKind,
    /// Title of the event.
    pub title: &'d str,
    /// Date in words.
    pub when: String,
    /// Whether the date is inferred.
    pub inferred: bool,
    /// Whether the event is open.
    pub open: bool,
    /// Opens or closes the event.
    pub query: Query,
}

/// One position in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionMark<'d> {
    /// Reference to the position; its link opens or closes it in this view.
    pub link: PositionLink<'d>,
    /// Whether the date is inferred.
    pub inferred: bool,
    /// Whether the position is open.
    pub open: bool,
}

/// A stretch of the scale where time is compressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bend {
    /// Position on the scale, in units.
    pub at: u32,
    /// Description: `from 2014 to 2019`.
    pub says: String,
}

/// A day with a stop on the scale.
struct Spot {
    day: u32,
    /// Day in words, or the year that begins or ends on it.
    name: String,
    room: u32,
    /// Number of months and years that begin here, and (`span_room`) the largest width that one of them needs.
    spans: u32,
    span_room: u32,
}

/// Finds or inserts the spot of a day, keeping `spots` sorted.
fn spot(spots: &mut Vec<Spot>, day: Date, date: Date) -> &mut Spot {
    let number = day_number(day);
    let place = spots.binary_search_by(|spot| spot.day.cmp(&number)).unwrap_or_else(|gap| {
        let name = if date.precision() == Precision::Year { date.in_words() } else { day.in_words() };
        spots.insert(gap, Spot { day: number, name, room: 0, spans: 0, span_room: 0 });
        gap
    });
    &mut spots[place]
}

/// Width needed for the marks and title of a date; marks form a block slightly wider than high.
fn room(engine: &Engine, places: &Places, (most, titled): (usize, bool)) -> u32 {
    let most = places.events.len().max(places.positions.len()).min(most);
    let mut side = 1;
    while side * side * 2 < most * 3 {
        side += 1;
    }
    let title = headline(engine, places).filter(|_| titled).map_or(NAME, |event| title_room(&event.title));
    (side as u32 * PITCH + MARGIN).max(title)
}

/// Lays out the selected entries, given by date in `dates`; `None` if none has a date.
pub(super) fn picture<'d>(engine: &Engine<'d>, query: &Query, dates: &[Places]) -> Option<Picture<'d>> {
    if dates.iter().take(engine.dates.len()).all(|places| places.len() == 0) {
        return None;
    }
    let every = |length: usize| -> Vec<usize> { (0..length).collect() };
    let all = by_date(engine, &every(engine.positions.len()), &every(engine.events.len()));
    let mut drawn: Vec<usize> = Vec::new();
    for code in date_codes(engine, query) {
        if all[code as usize].len() > 0 {
            drawn.push(code as usize);
        }
    }
    let asked: Vec<Date> = drawn.iter().map(|&code| engine.dates[code]).collect();
    let (precision, days) = coarse(&asked, DATES);
    let gather = |dates: &[Places]| {
        let mut gathered = vec![Places::default(); days.len()];
        for (&code, date) in drawn.iter().zip(&asked) {
            if let Ok(place) = days.binary_search(&date.within(precision)) {
                gathered[place].add(&dates[code]);
            }
        }
        gathered
    };
    let (all, matches) = (gather(&all), gather(dates));
    let titled = days.len() <= TITLED;
    let most = (TOGETHER / days.len().max(1)).clamp(FEWEST, MOST);
    let spots = spots(engine, &days, &all, (most, titled));
    let mut demands = Vec::new();
    for Spot { day, room, spans, span_room, .. } in &spots {
        demands.push(Demand { day: *day, room: *room, after: spans * span_room });
    }
    let planned = &dates[engine.dates.len()];
    let behind = if planned.len() == 0 { 0 } else { room(engine, planned, (most, titled)) + MARGIN };
    let scale = Scale::of(&demands, LEAST.saturating_sub(behind));

    let mut columns: Vec<TimeColumn> = Vec::new();
    let mut begun: Option<(Date, u32)> = None;
    let mut year = None;
    for (place, &date) in days.iter().enumerate() {
        let mut column = column(engine, query, &matches[place], most);
        let first = date.first_day();
        let day = day_number(first);
        if date.precision() == Precision::Day {
            let (left, right) = scale.room(day);
            (column.left, column.width) = (left, right - left);
        } else {
            // Months and years with the same first day share the stretch after it.
            let nth = begun.filter(|(other, _)| *other == first).map_or(0, |(_, nth)| nth + 1);
            begun = Some((first, nth));
            let sharing = spots.iter().find(|spot| spot.day == day).map_or(1, |spot| spot.spans.max(1));
            let (from, to) = scale.stretch(day);
            column.width = (to - from) / sharing;
            column.left = from + nth * column.width;
            let under = columns.iter().filter(|other| other.span.is_some_and(|(_, end, _)| end > from)).count();
            column.span = Some((from, scale.at(day_number(date.last_day())), under as u32));
        }
        column.name = date.in_brief();
        if date.precision() == Precision::Year {
            year = None;
        } else if year.replace(date.year()) != Some(date.year()) {
            column.year = Some(date.year().to_string());
        }
        column.date = Some(date);
        column.inferred = is_inferred(engine, &all[place]);
        column.query = Some(query.with_dates(Some(date), Some(date)));
        columns.push(column);
    }
    if planned.len() > 0 {
        let mut column = column(engine, query, planned, most);
        (column.left, column.width) = (scale.width() + MARGIN, behind - MARGIN);
        "planned".clone_into(&mut column.name);
        columns.push(column);
    }
    if titled {
        let lefts: Vec<u32> = columns.iter().map(|column| column.left).collect();
        for (place, column) in columns.iter_mut().enumerate() {
            let says = headline(engine, matches.get(place).unwrap_or(planned)).map(|event| event.title.as_str());
            let room = match column.span {
                Some(_) => until_next(&lefts, column),
                None => column.width,
            };
            column.title = wrap(says.or_else(|| published(engine, column)).unwrap_or_default(), room);
        }
    }
    let bends = bends(&scale, &spots);
    Some(Picture {
        width: scale.width() + behind,
        scale: scale.width(),
        columns,
        coarse: (precision != Precision::Day).then_some(precision),
        bent: sentence(&bends),
        bends,
    })
}

fn spots(engine: &Engine, days: &[Date], all: &[Places], how: (usize, bool)) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (&date, places) in days.iter().zip(all) {
        let needed = room(engine, places, how);
        let first = spot(&mut spots, date.first_day(), date);
        if date.precision() == Precision::Day {
            first.room = needed;
        } else {
            first.spans += 1;
            first.span_room = first.span_room.max(needed);
            spot(&mut spots, date.last_day(), date);
        }
    }
    spots
}

/// Builds the marks of a date; the caller sets the place and labels.
fn column<'d>(engine: &Engine<'d>, query: &Query, places: &Places, most: usize) -> TimeColumn<'d> {
    let is_open = |id: &str| query.item.as_deref() == Some(id);
    let toggled = |id: &str| query.with_item((!is_open(id)).then_some(id));
    let (mut events, mut positions) = (Vec::new(), Vec::new());
    for &place in places.events.iter().take(most) {
        let event = engine.events[place].event;
        events.push(EventMark {
            kind: event.kind,
            title: &event.title,
            when: words::when(&event.date),
            inferred: event.date.inferred,
            open: is_open(event.id.as_str()),
            query: toggled(event.id.as_str()),
        });
    }
    for &place in places.positions.iter().take(most) {
        let position_row = &engine.positions[place];
        let id = position_row.position.id.as_str();
        positions.push(PositionMark {
            link: PositionLink { query: toggled(id), ..link(engine, query, position_row) },
            inferred: position_row.position.date.inferred,
            open: is_open(id),
        });
    }
    TimeColumn {
        date: None,
        name: String::new(),
        year: None,
        left: 0,
        width: 0,
        span: None,
        inferred: false,
        title: Vec::new(),
        withheld: (places.events.len() - events.len(), places.positions.len() - positions.len()),
        events,
        positions,
        query: None,
    }
}

/// Width available from a column's left edge to the next one. A month is drawn after its first day although it sorts
/// before it, so the next column is not always the next in time.
fn until_next(lefts: &[u32], column: &TimeColumn) -> u32 {
    let next = lefts.iter().filter(|&&left| left > column.left).min();
    next.map_or(column.width, |next| next - column.left)
}

/// Title for a date with positions but no event: many positions are dated by publication only.
fn published(engine: &Engine, column: &TimeColumn) -> Option<&'static str> {
    let is_published = |date| engine.dossier.documents.iter().any(|coded| coded.document.published == date);
    (!column.positions.is_empty() && column.date.is_some_and(is_published)).then_some("Day of publication")
}

/// Whether all dates of these entries are inferred.
fn is_inferred(engine: &Engine, places: &Places) -> bool {
    places.events.iter().all(|&place| engine.events[place].event.date.inferred)
        && places.positions.iter().all(|&place| engine.positions[place].position.date.inferred)
}

/// The event whose title represents the date.
fn headline<'d>(engine: &Engine<'d>, places: &Places) -> Option<&'d Event> {
    let events = places.events.iter().map(|&place| engine.events[place].event);
    events.min_by_key(|event| rank(event.kind))
}

/// Priority of an event kind for the title; meetings are the most informative.
const fn rank(kind: EventKind) -> u8 {
    match kind {
        EventKind::Meeting => 0,
        EventKind::Milestone => 1,
        EventKind::Military => 2,
        EventKind::Planned => 3,
        EventKind::Statement => 4,
    }
}

fn bends(scale: &Scale, spots: &[Spot]) -> Vec<Bend> {
    let mut bends = Vec::new();
    for (place, at) in scale.bends() {
        let says = format!("from {} to {}", spots[place].name, spots[place + 1].name);
        bends.push(Bend { at, says });
    }
    bends
}

/// Joins the bends: `from 2014 to 2019, from 2019 to 2022 and 3 more`
fn sentence(bends: &[Bend]) -> String {
    let mut parts: Vec<String> = bends.iter().take(NAMED).map(|bend| bend.says.clone()).collect();
    if bends.len() > NAMED {
        parts.push(format!("in {}", words::count(bends.len() - NAMED, "more place")));
    }
    words::and(&words::borrowed(&parts))
}
