//! The laws of the facets: what passes, and that every count tells what following its link would show.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use explore::query::{Facet, Group, Query, Sort, View};
use explore::{FacetValue, Page};
use proptest::prelude::*;

use crate::ask::{self, a_known_query, answer, ids, page};
use crate::fixture::{engine, harbour};
use crate::model::Rows;
use crate::shifts::shifts;

/// Searches that the plain model can answer: whole words, none a typing error away from another.
const TEXTS: &[&str] = &["", "", "", "bridge ", "toll ", "lund ", "zoe ", "crews -toll ", "-ferry "];

static ROWS: LazyLock<Rows> = LazyLock::new(|| Rows::of(harbour()));

/// Every value of every facet of the page, camps included, with its facet.
fn values<'p>(page: &'p Page<'static>) -> impl Iterator<Item = (Facet, &'p FacetValue<'static>)> {
    page.facets.iter().flat_map(|list| {
        list.groups.iter().flat_map(|group| {
            let head = group.head.iter().map(|head| (Facet::Camp, head));
            head.chain(group.values.iter().map(|value| (list.facet, value)))
        })
    })
}

/// The groups of a facet: heading and values.
type Groups = Vec<(Option<&'static str>, Vec<&'static str>)>;

/// How many entries the query's list has.
fn listed(query: &Query) -> usize {
    ask::listed(&answer(engine(), query))
}

/// Whether open questions have the facet.
fn of_questions(facet: Facet) -> bool {
    matches!(facet, Facet::Who | Facet::Camp | Facet::Issue | Facet::Doc)
}

/// The view whose list a value of the facet counts in `view`: what has not the facet at all is not counted.
fn counting(facet: Facet, view: View) -> View {
    match (view, facet) {
        (View::Timeline, Facet::Issue | Facet::Stance | Facet::Basis | Facet::Form | Facet::Has) => View::Positions,
        (view, _) => view,
    }
}

/// Whether a choice of the facet narrows what the view shows.
fn applies(facet: Facet, view: View) -> bool {
    view != View::Questions || of_questions(facet)
}

proptest! {
    #[test]
    fn a_list_holds_what_passes_or_within_a_facet_and_across_facets(query in a_known_query(TEXTS)) {
        for view in [View::Positions, View::Quotes, View::Stakeholders, View::Questions, View::Timeline] {
            let flat = query.with_view(view).with_sort(Some(Sort::Article)).with_group(Some(Group::None));
            let expected = ROWS.shown(&query, view);
            let found = ids(&answer(engine(), &flat));
            if [View::Questions, View::Timeline].contains(&view) {
                // Questions always stand under their issues, what is on the timeline under its date.
                prop_assert_eq!(found.iter().collect::<BTreeSet<_>>(), expected.iter().collect::<BTreeSet<_>>());
                prop_assert_eq!(found.len(), expected.len());
            } else {
                prop_assert_eq!(found, expected, "{:?}", view);
            }
        }
    }

    #[test]
    fn grouping_and_sorting_lose_nothing_and_repeat_nothing(
        query in a_known_query(TEXTS),
        sort in proptest::option::of(proptest::sample::select(Sort::ALL)),
        group in proptest::option::of(proptest::sample::select(Group::ALL)),
    ) {
        for view in [View::Positions, View::Quotes, View::Stakeholders, View::Questions] {
            let asked = query.with_view(view).with_sort(sort).with_group(group);
            let mut found = ids(&answer(engine(), &asked));
            let mut expected = ROWS.shown(&query, view);
            found.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(found, expected, "{:?}", view);
        }
    }

    #[test]
    fn tabs_tell_the_length_of_the_list_that_they_lead_to(query in a_known_query(TEXTS)) {
        let page = answer(engine(), &query);
        let mut lists = 0;
        for tab in &page.tabs {
            if let Some(count) = tab.count {
                let changes = tab.query.view == View::Shifts;
                let shown = if changes { shifts(&tab.query).changes.len() } else { listed(&tab.query) };
                prop_assert_eq!(count, shown, "{}", tab.label);
                lists += 1;
            }
        }
        prop_assert_eq!(lists, 5, "positions, quotes, stakeholders, changes, open questions");
        let aside = matches!(page.view, View::Verify | View::Reading | View::Open);
        prop_assert_eq!(page.tabs.iter().filter(|tab| tab.current).count(), usize::from(!aside));
        let current = page.tabs.iter().find(|tab| tab.current).and_then(|tab| tab.count);
        // The changes are a picture of the positions, which the page counts.
        let lists = page.view != View::Shifts;
        prop_assert!(current.is_none_or(|count| count == page.count || !lists), "{:?}", current);
    }

    #[test]
    fn the_counts_of_a_facet_ignore_its_own_picks(query in a_known_query(TEXTS)) {
        let page = answer(engine(), &query);
        for &facet in Facet::ALL {
            let without = answer(engine(), &page.query.without_facet(facet));
            let counts = |page: &Page<'static>| -> Vec<(&'static str, u32)> {
                values(page).filter(|(of, _)| *of == facet).map(|(_, value)| (value.word, value.count)).collect()
            };
            prop_assert_eq!(counts(&page), counts(&without), "{:?}", facet);
        }
        let undated = answer(engine(), &page.query.with_dates(None, None));
        let counts = |page: &Page<'static>| -> Vec<u32> { page.dates.values.iter().map(|value| value.count).collect() };
        prop_assert_eq!(counts(&page), counts(&undated));
    }

    #[test]
    fn values_keep_their_place_whatever_is_asked(query in a_known_query(TEXTS)) {
        let outline = |page: &Page<'static>| -> Vec<(&'static str, Groups)> {
            let groups = |list: &explore::FacetList<'static>| {
                let words = |group: &explore::ValueGroup<'static>| {
                    // Of those who say nothing at all, a picked one alone is there.
                    let spoke = |word: &&str| !["keel", "some-fishers"].contains(word);
                    group.values.iter().map(|value| value.word).filter(spoke).collect()
                };
                list.groups.iter().map(|group| (group.heading, words(group))).collect()
            };
            page.facets.iter().map(|list| (list.label, groups(list))).collect()
        };
        let asked = answer(engine(), &query);
        prop_assert_eq!(outline(&asked), outline(&page("")));
        let dates = |page: &Page<'static>| -> Vec<String> {
            page.dates.values.iter().map(|value| value.label.clone()).collect()
        };
        prop_assert_eq!(dates(&asked), dates(&page("")));
        for (facet, value) in values(&asked) {
            prop_assert_eq!(value.pick, query.pick(facet, value.word));
        }
    }
}

proptest! {
    // Every case asks some fifty queries.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_count_of_a_value_is_what_it_shows_alone_in_its_facet(query in a_known_query(TEXTS)) {
        let page = answer(engine(), &query);
        for (facet, value) in values(&page) {
            if applies(facet, page.view) {
                let alone = page.query.without_facet(facet).toggle(facet, value.word);
                let view = counting(facet, page.view);
                let shown = listed(&Query { view, ..alone.clone() });
                prop_assert_eq!(value.count as usize, shown, "{:?} {}", facet, value.word);
                prop_assert_eq!(value.count as usize, ROWS.shown(&alone, view).len(), "{:?} {}", facet, value.word);
            }
        }
        for list in &page.facets {
            prop_assert_eq!(list.applies, applies(list.facet, page.view), "{}", list.label);
        }
    }

    #[test]
    fn a_value_leads_to_itself_picked_and_back(query in a_known_query(TEXTS)) {
        let page = answer(engine(), &query);
        for (facet, value) in values(&page) {
            prop_assert_eq!(&value.toggle, &page.query.toggle(facet, value.word));
            prop_assert_eq!(&value.exclude, &page.query.exclude(facet, value.word));
        }
    }

    #[test]
    fn the_count_of_a_date_is_what_picking_it_shows(query in a_known_query(TEXTS)) {
        let page = answer(engine(), &query);
        prop_assert_eq!(page.dates.applies, page.view != View::Questions);
        for value in page.dates.values.iter().filter(|_| page.dates.applies) {
            let picked = if value.selected { &page.query } else { &value.toggle };
            prop_assert_eq!(value.count as usize, listed(picked), "{}", value.label);
            prop_assert!(picked.from.is_some() && picked.from == picked.to);
            if value.selected {
                prop_assert_eq!(&value.toggle, &page.query.with_dates(None, None));
            }
        }
    }
}

#[test]
fn values_stand_under_their_headings_in_a_fixed_order() {
    let page = page("stance=opposes&issue=-lighthouse");
    let outline: Vec<(&str, Groups)> = page
        .facets
        .iter()
        .map(|list| {
            let groups = list.groups.iter();
            let groups = groups.map(|group| (group.heading, group.values.iter().map(|value| value.label).collect()));
            (list.label, groups.collect())
        })
        .collect();
    let expected = vec![
        ("Stance", vec![(None, vec!["Supports", "Opposes", "Not committed", "Asks", "Unclear"])]),
        (
            "How we know",
            vec![(
                None,
                vec![
                    "In quotation marks",
                    "Reported speech",
                    "By what they did",
                    "Reported by others",
                    "Alleged",
                    "The article’s own voice",
                ],
            )],
        ),
        ("Mark", vec![(None, vec!["Conditional", "Changed position", "With a quote"])]),
        (
            "Issue",
            vec![
                (Some("Crossing"), vec!["Bridge", "Ferry", "Lighthouse"]),
                (Some("Money"), vec!["Toll", "Guarantees"]),
                (Some("Trust"), vec!["Pike’s motive"]),
            ],
        ),
        (
            "Stakeholder",
            vec![
                (Some("United States"), vec!["Tomas Pike"]),
                (Some("Europe"), vec!["Zoë Lund", "Harbour Town", "Łódź Bank"]),
                (Some("Outside experts"), vec!["Ada Marsh"]),
                (Some("Press"), vec!["The article"]),
                (Some("Others"), vec!["Ferry Union"]),
            ],
        ),
        ("Quote form", vec![(None, vec!["Whole sentence", "Fragment"])]),
        ("Document", vec![(None, vec!["Harbour Town", "Bridge vote"])]),
    ];
    assert_eq!(outline, expected);
    let dates: Vec<&str> = page.dates.values.iter().map(|value| value.label.as_str()).collect();
    let expected = [
        "2029",
        "March 2031",
        "May 2031",
        "10 May 2031",
        "11 May 2031",
        "June 2031",
        "18 June 2031",
        "20 June 2031",
        "July 2031",
    ];
    assert_eq!(dates, expected);
}
