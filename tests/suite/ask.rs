//! Asking the invented dossier by link, and the queries that readers can make: moves, one after another.

use std::ops::Deref;

use dossier::Date;
use explore::query::codec::{Decoded, decode};
use explore::query::{Facet, Group, Hide, Panel, Query, Sort, View};
use explore::{Content, EmptyState, Engine, Entries, EventEntry, List, Page, Section, Timeline, explore};
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::engine;

/// A page with the list of what its view counts.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) page: Page<'static>,
    /// The view's own, or that of the positions where the view is a picture of them.
    pub(crate) list: List<'static>,
    pub(crate) nothing: Option<EmptyState>,
    /// What the view shows besides, where it is the timeline.
    pub(crate) timeline: Option<Timeline<'static>>,
}

impl Answer {
    /// The events of a timeline, in the order of its list.
    pub(crate) fn events(&self) -> impl Iterator<Item = &EventEntry<'static>> {
        self.timeline.iter().flat_map(|timeline| &timeline.moments).flat_map(|moment| &moment.entries.events)
    }

    /// The events that a timeline shows apart, because the filters hide them.
    pub(crate) fn hidden_events(&self) -> impl Iterator<Item = &EventEntry<'static>> {
        self.timeline.iter().flat_map(|timeline| &timeline.aside).flat_map(|aside| &aside.events)
    }
}

impl Deref for Answer {
    type Target = Page<'static>;

    fn deref(&self) -> &Page<'static> {
        &self.page
    }
}

/// The page that a link leads to.
pub(crate) fn follow(engine: &Engine<'static>, link: &Decoded) -> Answer {
    let page = explore(engine, link);
    let nothing = page.empty_state.clone();
    let timeline = if let Content::Timeline(timeline) = &page.content { Some(timeline.clone()) } else { None };
    let list = match page.content.clone() {
        Content::List(list) => list,
        Content::Matrix(_)
        | Content::Timeline(_)
        | Content::Compare(_)
        | Content::Network(_)
        | Content::Shifts(_)
        | Content::Verify(_)
        | Content::Reading(_)
        | Content::ImportView(_) => {
            let query = page.query.with_view(View::Positions).with_item(page.query.item.as_deref());
            follow(engine, &Decoded { query, rejected: Vec::new() }).list
        }
    };
    Answer { page, list, nothing, timeline }
}

/// The page that `link` leads to in the invented dossier.
pub(crate) fn page(link: &str) -> Answer {
    follow(engine(), &decode(link))
}

/// The page that `query` leads to.
pub(crate) fn answer(engine: &Engine<'static>, query: &Query) -> Answer {
    follow(engine, &Decoded { query: query.clone(), rejected: Vec::new() })
}

/// The ids of entries, in order.
pub(crate) fn entry_ids(entries: &Entries<'static>) -> Vec<&'static str> {
    match entries {
        Entries::Positions(entries) => entries.iter().map(|entry| entry.position.id.as_str()).collect(),
        Entries::Quotes(entries) => entries.iter().map(|entry| entry.quote.id.as_str()).collect(),
        Entries::Stakeholders(entries) => entries.iter().map(|entry| entry.stakeholder.id.as_str()).collect(),
        Entries::Questions(entries) => entries.iter().map(|entry| entry.question.id.as_str()).collect(),
    }
}

/// The ids of everything in the page's list, in order, headings apart; then those of a timeline's events.
pub(crate) fn ids(page: &Answer) -> Vec<&'static str> {
    let listed = page.list.sections.iter().flat_map(|section| entry_ids(&section.entries));
    listed.chain(page.events().map(|entry| entry.event.id.as_str())).collect()
}

/// How many entries the page's list has, those outside of its window included. The views of a copy list passages; of the items that those
/// belong to, the page tells the number, which the plain model checks.
pub(crate) fn listed(page: &Answer) -> usize {
    match page.view {
        View::Verify | View::Reading => page.count,
        View::Matrix
        | View::Positions
        | View::Quotes
        | View::Stakeholders
        | View::Timeline
        | View::Compare
        | View::Network
        | View::Shifts
        | View::Questions
        | View::Open => page.list.window.total + page.events().count(),
    }
}

/// The sections as heading and ids.
pub(crate) fn outline(sections: &[Section<'static>]) -> Vec<(Option<&'static str>, Vec<&'static str>)> {
    let heading = |section: &Section<'static>| section.heading.as_ref().map(|heading| heading.label);
    sections.iter().map(|section| (heading(section), entry_ids(&section.entries))).collect()
}

/// The one position that is opened on the page.
pub(crate) fn opened(page: &Answer) -> explore::PositionDetail<'static> {
    let lists = page.list.sections.iter().map(|section| &section.entries).chain(&page.list.aside);
    let mut entries = lists.flat_map(|entries| match entries {
        Entries::Positions(entries) => entries.as_slice(),
        Entries::Quotes(_) | Entries::Stakeholders(_) | Entries::Questions(_) => &[],
    });
    entries.find_map(|entry| entry.detail.clone()).expect("a position is opened")
}

/// A day, a month or a year as a link writes it.
pub(crate) fn a_date() -> impl Strategy<Value = Date> {
    let year = prop_oneof![Just(2029_u16), Just(2031), 1_u16..=9999];
    (year, 0_u8..=12, 0_u8..=28).prop_map(|(year, month, day)| {
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (month, 0) => format!("{year:04}-{month:02}"),
            (month, day) => format!("{year:04}-{month:02}-{day:02}"),
        };
        text.parse().expect("every such text is a date")
    })
}

/// A value of a facet, by its word: one that the invented dossier has.
pub(crate) fn a_known_value() -> impl Strategy<Value = (Facet, &'static str)> {
    let page = page("view=positions");
    let mut known: Vec<(Facet, &'static str)> = Vec::new();
    for list in &page.facets {
        for group in &list.groups {
            known.extend(group.head.iter().map(|head| (Facet::Camp, head.word)));
            known.extend(group.values.iter().map(|value| (list.facet, value.word)));
        }
    }
    select(known)
}

/// Any value that a link can name.
fn a_value() -> impl Strategy<Value = (Facet, String)> {
    prop_oneof![
        a_known_value().prop_map(|(facet, word)| (facet, word.to_owned())),
        (select(Facet::ALL), "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}"),
    ]
}

fn a_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => select(vec!["bridge ", "Łódź", "\"open the\"", "-ferry", "garantee", "50 %&+=#"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// Puts picks and dates, made by `values` and `texts`, on the empty query.
fn narrowed(
    values: impl Strategy<Value = (Facet, String)>,
    texts: impl Strategy<Value = String>,
) -> impl Strategy<Value = Query> {
    let picks = proptest::collection::vec((values, any::<bool>()), 0..4);
    let dates = (proptest::option::weighted(0.25, a_date()), proptest::option::weighted(0.25, a_date()));
    (picks, texts, dates, select(View::ALL)).prop_map(|(picks, text, (from, to), view)| {
        let start = Query::default().with_view(view).with_text(&text).with_dates(from, to);
        picks.iter().fold(
            start,
            |query, ((facet, word), excluded)| {
                if *excluded { query.exclude(*facet, word) } else { query.toggle(*facet, word) }
            },
        )
    })
}

/// Any query that the moves can make, and what a link can add to it.
pub(crate) fn a_query() -> impl Strategy<Value = Query> {
    let id = "[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}";
    let shown = (
        proptest::option::of(select(Sort::ALL)),
        proptest::option::of(select(Group::ALL)),
        proptest::option::of(id),
        proptest::option::of("[0-9a-f]{12}"),
        (proptest::option::of(id), any::<(bool, bool)>(), proptest::option::of(select(Panel::ALL))),
    );
    let carried = (any::<bool>(), proptest::collection::btree_set(id, 0..=4));
    (narrowed(a_value(), a_text()), shown, carried).prop_map(
        |(query, (sort, group, item, at, (by, (rows, columns), panel)), (embed, with))| {
            let query = query.with_sort(sort).with_group(group).with_by(by.as_deref());
            let query = if rows { query.toggle_hide(Hide::Rows) } else { query };
            let query = if columns { query.toggle_hide(Hide::Columns) } else { query };
            let query = query.with_item(item.as_deref());
            let query = query.with_panel(panel).pinned(at.as_deref());
            Query { embed, with: with.into_iter().rev().collect(), ..query }
        },
    )
}

/// A query that asks the invented dossier for what it has, searching for `texts`.
pub(crate) fn a_known_query(texts: &'static [&'static str]) -> impl Strategy<Value = Query> {
    let values = a_known_value().prop_map(|(facet, word)| (facet, word.to_owned()));
    narrowed(values, select(texts).prop_map(str::to_owned))
}
