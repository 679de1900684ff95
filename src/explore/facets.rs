//! The filters: every value of every facet with its count and the links that it leads to.

use dossier::Date;
use index::Needle;

use super::edition::{DATE, Edition};
use super::shown::{Chosen, Counted, Shown, counted, questions_have, stakeholder_counts};
use super::words;
use crate::query::{Facet, Pick, Query, View, is_backwards};

/// One value that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue<'d> {
    /// What a reader calls it.
    pub label: &'d str,
    /// Its word in links.
    pub word: &'d str,
    /// How many items of the shown view have it, all other facets applied.
    pub count: u32,
    /// How it is picked, if it is.
    pub pick: Option<Pick>,
    /// Includes it, or takes that back.
    pub toggle: Query,
    /// Excludes it, or takes that back.
    pub exclude: Query,
}

/// Values under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueGroup<'d> {
    /// The heading, where the facet has any. A heading that can itself be picked is a value of its own facet.
    pub heading: Option<&'d str>,
    /// The heading as a value, where it is one: the camp above its stakeholders.
    pub head: Option<FacetValue<'d>>,
    /// The values.
    pub values: Vec<FacetValue<'d>>,
}

/// One facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetList<'d> {
    /// Which.
    pub facet: Facet,
    /// Its name.
    pub label: &'static str,
    /// How many of its values are picked.
    pub picked: usize,
    /// Whether it narrows what the view shows. Open questions have no stance, for one.
    pub applies: bool,
    /// Its values, in their fixed order.
    pub groups: Vec<ValueGroup<'d>>,
}

/// One date that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateValue {
    /// The date in words.
    pub label: String,
    /// How many items of the shown view may be of that date, all facets applied.
    pub count: u32,
    /// Whether just this date is picked.
    pub selected: bool,
    /// Picks it, or takes that back.
    pub toggle: Query,
}

/// The filter by date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFacet {
    /// Whether it narrows what the view shows.
    pub applies: bool,
    /// The first day asked for, as the reader gave it.
    pub from: Option<Date>,
    /// The last day asked for.
    pub to: Option<Date>,
    /// The dates of the edition, ascending.
    pub values: Vec<DateValue>,
}

/// The facets in the order in which the page shows them: the short ones that every list has come first. The camps stand among the stakeholders, as their headings.
const ORDER: [Facet; 7] = [Facet::Stance, Facet::Basis, Facet::Has, Facet::Issue, Facet::Who, Facet::Form, Facet::Doc];

pub(super) fn facets<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, shown: &Shown) -> Vec<FacetList<'d>> {
    let one = |facet| {
        let camps = if facet == Facet::Who { values(edition, query, needle, shown, Facet::Camp) } else { Vec::new() };
        let mut groups: Vec<ValueGroup> = Vec::new();
        for (value, entry) in edition.values[facet as usize].iter().zip(values(edition, query, needle, shown, facet)) {
            match groups.last_mut() {
                Some(group) if group.heading == value.heading => group.values.push(entry),
                _ => groups.push(ValueGroup {
                    heading: value.heading,
                    head: camps.iter().find(|camp| Some(camp.label) == value.heading).cloned(),
                    values: vec![entry],
                }),
            }
        }
        let picked = |facet| query.picks_of(facet).len();
        FacetList {
            facet,
            label: words::facet(facet),
            picked: picked(facet) + if facet == Facet::Who { picked(Facet::Camp) } else { 0 },
            applies: counted(query.view) != Counted::Questions || questions_have(facet),
            groups,
        }
    };
    let mut lists = Vec::new();
    for facet in ORDER {
        // A choice of one is no choice.
        if edition.values[facet as usize].len() > 1 {
            lists.push(one(facet));
        }
    }
    lists
}

fn counts(edition: &Edition, query: &Query, needle: &Needle, shown: &Shown, column: usize) -> Vec<u32> {
    match counted(query.view) {
        Counted::Positions => shown.positions.rows.counts(column).to_vec(),
        Counted::PositionsAndEvents => sum(column, &[&shown.positions, &shown.events]),
        Counted::Items => sum(column, &shown.items()),
        Counted::Quotes => shown.quotes.rows.counts(column).to_vec(),
        Counted::Questions => shown.questions.rows.counts(column).to_vec(),
        Counted::Stakeholders => stakeholder_counts(edition, query, needle, column),
    }
}

fn sum(column: usize, lists: &[&Chosen]) -> Vec<u32> {
    let mut counts = lists[0].rows.counts(column).to_vec();
    for list in &lists[1..] {
        for (count, more) in counts.iter_mut().zip(list.rows.counts(column)) {
            *count += more;
        }
    }
    counts
}

fn values<'d>(
    edition: &Edition<'d>,
    query: &Query,
    needle: &Needle,
    shown: &Shown,
    facet: Facet,
) -> Vec<FacetValue<'d>> {
    edition.values[facet as usize]
        .iter()
        .zip(counts(edition, query, needle, shown, facet as usize))
        .map(|(value, count)| FacetValue {
            label: value.label,
            word: value.word,
            count,
            pick: query.pick(facet, value.word),
            toggle: query.toggle(facet, value.word),
            exclude: query.exclude(facet, value.word),
        })
        .collect()
}

pub(super) fn dates(edition: &Edition, query: &Query, needle: &Needle, shown: &Shown) -> DateFacet {
    let counts = counts(edition, query, needle, shown, DATE);
    let overlap = |one: Date, other: Date| !is_backwards(one, other) && !is_backwards(other, one);
    let values = edition
        .dates
        .iter()
        .map(|&date| {
            let selected = query.from == Some(date) && query.to == Some(date);
            let count = match counted(query.view) {
                // A stakeholder can have spoken on several of the dates that overlap this one.
                Counted::Stakeholders => Shown::of(edition, &query.with_dates(Some(date), Some(date)), needle)
                    .count(View::Stakeholders) as u32,
                Counted::Positions
                | Counted::PositionsAndEvents
                | Counted::Quotes
                | Counted::Questions
                | Counted::Items => edition
                    .dates
                    .iter()
                    .zip(&counts)
                    .filter(|&(&other, _)| overlap(date, other))
                    .map(|(_, count)| count)
                    .sum(),
            };
            DateValue {
                label: date.in_words(),
                count,
                selected,
                toggle: if selected { query.with_dates(None, None) } else { query.with_dates(Some(date), Some(date)) },
            }
        })
        .collect();
    DateFacet { applies: counted(query.view) != Counted::Questions, from: query.from, to: query.to, values }
}
