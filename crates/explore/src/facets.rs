//! Facets of a page: every value with its count and its links.

use dossier::Date;

use super::calendar::coarse;
use super::engine::{DATE, Engine};
use super::matches::{Matches, RowSet, StakeholderCounts, date_codes};
use super::order::order;
use crate::query::{Counted, Facet, Pick, Query};

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue<'d> {
    /// Its label.
    pub label: &'d str,
    /// Its word in links.
    pub word: &'d str,
    /// Number of matching rows of the view that have it, with all other facets applied.
    pub count: u32,
    /// How it is picked; `None` if it is not.
    pub pick: Option<Pick>,
    /// Link that includes it, or no longer does.
    pub toggle: Query,
    /// Link that excludes it, or no longer does.
    pub exclude: Query,
}

/// Values under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueGroup<'d> {
    /// The heading; `None` if the facet has none.
    pub heading: Option<&'d str>,
    /// The heading as a value of its own facet: the camp above its stakeholders.
    pub head: Option<FacetValue<'d>>,
    /// The values; of very many, those with the highest counts and those that are picked.
    pub values: Vec<FacetValue<'d>>,
    /// Number of further values.
    pub more: usize,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetList<'d> {
    /// The facet.
    pub facet: Facet,
    /// Its heading.
    pub label: &'static str,
    /// Number of its values that are picked.
    pub picked: usize,
    /// Whether it affects the view: open questions have no stance, for example.
    pub applies: bool,
    /// Its values, in fixed order.
    pub groups: Vec<ValueGroup<'d>>,
}

/// A date that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The date in words.
    pub label: String,
    /// Number of matching rows of the view that may be of that date.
    pub count: u32,
    /// Whether this date alone is picked.
    pub selected: bool,
    /// Link that picks it, or no longer does.
    pub toggle: Query,
}

/// The date filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFacet {
    /// Whether it affects the view.
    pub applies: bool,
    /// First date of the range.
    pub from: Option<Date>,
    /// Last date of the range.
    pub to: Option<Date>,
    /// Dates of the dossier, ascending; months or years if there are very many.
    pub values: Vec<DateValue>,
}

/// Maximum number of values of a facet that is shown whole.
const WHOLE: usize = 120;
/// Number of values shown of a larger facet, shared among its headings. A search shows others.
const MOST: usize = 40;
/// Minimum number of values per heading.
const FEWEST: usize = 5;
/// Maximum number of dates shown one by one.
const DATES: usize = 60;

pub(super) fn facets<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Vec<FacetList<'d>> {
    let one = |facet| {
        let camps = if facet == Facet::Who { groups(engine, query, matches, Facet::Camp) } else { Vec::new() };
        let mut groups = groups(engine, query, matches, facet);
        for group in &mut groups {
            let mut camps = camps.iter().flat_map(|camps| &camps.values);
            group.head = camps.find(|camp| Some(camp.label) == group.heading).cloned();
        }
        let picked = |facet| query.picks_of(facet).len();
        FacetList {
            facet,
            label: facet.spec().label,
            picked: picked(facet) + if facet == Facet::Who { picked(Facet::Camp) } else { 0 },
            applies: query.view.spec().counted != Counted::Questions || facet.spec().has_questions,
            groups,
        }
    };
    let mut lists = Vec::new();
    for &facet in Facet::PANEL {
        // A facet with one value filters nothing.
        if engine.values[facet as usize].len() > 1 {
            lists.push(one(facet));
        }
    }
    lists
}

fn counts(engine: &Engine, query: &Query, matches: &Matches, column: usize) -> Vec<u32> {
    match query.view.spec().counted {
        Counted::Positions => matches.positions.rows.counts(column).to_vec(),
        Counted::PositionsAndEvents => sum(column, &[&matches.positions, &matches.events]),
        Counted::Items => sum(column, &matches.items()),
        Counted::Quotes => matches.quotes.rows.counts(column).to_vec(),
        Counted::Questions => matches.questions.rows.counts(column).to_vec(),
        Counted::Stakeholders => StakeholderCounts::of(engine, query, &matches.search, column).counts(),
    }
}

fn sum(column: usize, lists: &[&RowSet]) -> Vec<u32> {
    let mut counts = lists[0].rows.counts(column).to_vec();
    for list in &lists[1..] {
        for (count, more) in counts.iter_mut().zip(list.rows.counts(column)) {
            *count += more;
        }
    }
    counts
}

/// Values of a facet, by heading.
fn groups<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, facet: Facet) -> Vec<ValueGroup<'d>> {
    let values = &engine.values[facet as usize];
    let counts = counts(engine, query, matches, facet as usize);
    let headings = 1 + values.windows(2).filter(|pair| pair[0].heading != pair[1].heading).count();
    let most = if values.len() > WHOLE { (MOST / headings).max(FEWEST) } else { WHOLE };
    let silent = if facet == Facet::Who { silent(engine) } else { Vec::new() };
    let mut groups = Vec::new();
    let mut from = 0;
    while from < values.len() {
        let heading = values[from].heading;
        let mut places = Vec::new();
        while values.get(from).is_some_and(|value| value.heading == heading) {
            if query.pick(facet, values[from].word).is_some() || silent.binary_search(&from).is_err() {
                places.push(from);
            }
            from += 1;
        }
        if places.is_empty() {
            continue;
        }
        let all = places.len();
        if all > most {
            order(&mut places, &|one, other| counts[other].cmp(&counts[one]));
            let rest = places.split_off(most);
            places.extend(rest.into_iter().filter(|&place| query.pick(facet, values[place].word).is_some()));
            // Restores the fixed order.
            order(&mut places, &|one, other| one.cmp(&other));
        }
        let mut group = ValueGroup { heading, head: None, values: Vec::new(), more: all - places.len() };
        for place in places {
            let value = &values[place];
            group.values.push(FacetValue {
                label: value.label,
                word: value.word,
                count: counts[place],
                pick: query.pick(facet, value.word),
                toggle: query.toggle(facet, value.word),
                exclude: query.exclude(facet, value.word),
            });
        }
        groups.push(group);
    }
    groups
}

/// Stakeholders without a position or a quote, as ascending indices of values. A filter by them finds nothing.
fn silent(engine: &Engine) -> Vec<usize> {
    let ids = engine.silent.iter().map(|&place| engine.stakeholder(place).id.as_str());
    let mut codes: Vec<usize> = ids.filter_map(|id| engine.code(Facet::Who, id)).map(|code| code as usize).collect();
    order(&mut codes, &|one, other| one.cmp(&other));
    codes
}

pub(super) fn dates(engine: &Engine, query: &Query, matches: &Matches) -> DateFacet {
    // A stakeholder can have spoken on several of the dates that a month or a year covers.
    let is_of_stakeholders = query.view.spec().counted == Counted::Stakeholders;
    let seen = is_of_stakeholders.then(|| StakeholderCounts::of(engine, query, &matches.search, DATE));
    let counts = if is_of_stakeholders { Vec::new() } else { counts(engine, query, matches, DATE) };
    let mut values = Vec::new();
    for date in coarse(&engine.dates, DATES).1 {
        let selected = query.from == Some(date) && query.to == Some(date);
        let only = query.with_dates(Some(date), Some(date));
        let codes = date_codes(engine, &only);
        values.push(DateValue {
            label: date.in_words(),
            count: match &seen {
                Some(seen) => seen.count(&codes),
                None => codes.iter().map(|&code| counts[code as usize]).sum(),
            },
            selected,
            toggle: if selected { query.with_dates(None, None) } else { only },
        });
    }
    DateFacet { applies: query.view.spec().counted != Counted::Questions, from: query.from, to: query.to, values }
}
