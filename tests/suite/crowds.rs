//! A dossier that is too large to be drawn whole: what is left out is counted, and no view is larger than a browser bears.

use std::sync::LazyLock;

use explore::query::codec::decode;
use explore::query::{Facet, Pick};
use explore::{Content, Engine, FacetList, explore};
use views::Markup;

use crate::fixture::rendered;

/// Ten thousand invented positions: of 200 stakeholders, on 30 issues, in 20 documents.
fn island() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<dossier::Dossier> = LazyLock::new(|| synthetic::dossier(10_000));
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

fn part(link: &str) -> Content<'static> {
    explore(island(), &decode(link)).content
}

fn stakeholders(link: &str) -> FacetList<'static> {
    let facets = explore(island(), &decode(link)).outline.facets;
    facets.into_iter().find(|list| list.facet == Facet::Who).expect("there are stakeholders to choose from")
}

/// What a browser has to make.
fn size(nodes: &[Markup]) -> usize {
    let one = |node: &Markup| match node {
        Markup::Text(_) => 1,
        Markup::Element(element) => 1 + element.attributes.len() + size(&element.children),
    };
    nodes.iter().map(one).sum()
}

#[test]
fn no_view_of_a_large_dossier_is_larger_than_a_few_slices() {
    for link in [
        "",
        "item=p-100",
        "view=positions",
        "view=positions&group=who",
        "view=positions&item=p-100",
        "view=quotes",
        "view=stakeholders",
        "view=stakeholders&item=s-1",
        "view=timeline",
        "view=compare",
        "view=compare&with=camp-russia,camp-ukraine,camp-europe,camp-united-states",
        "view=network",
        "view=shifts",
        "view=questions",
    ] {
        let size = size(&rendered(island(), link));
        assert!(size < 48_000, "{link} has {size} nodes and attributes");
    }
}

#[test]
fn a_facet_shows_its_most_frequent_values_in_their_order_and_counts_the_rest() {
    let all: Vec<&str> = {
        let dossier = island().dossier;
        dossier.stakeholders.iter().map(|stakeholder| stakeholder.id.as_str()).collect()
    };
    let list = stakeholders("view=positions");
    let counted: usize = list.groups.iter().map(|group| group.values.len() + group.more).sum();
    assert_eq!(counted, all.len());
    for group in &list.groups {
        assert!(group.values.len() <= 120 / list.groups.len());
        let places: Vec<_> = group.values.iter().map(|value| all.iter().position(|id| *id == value.word)).collect();
        assert!(places.is_sorted(), "the order is that of the dossier");
    }
    // s-1 has most positions of all: it is shown. s-199 has few, and is shown once it is picked.
    let shows = |list: &FacetList<'static>, word: &str| {
        list.groups.iter().flat_map(|group| &group.values).any(|value| value.word == word)
    };
    assert!(shows(&list, "s-1") && !shows(&list, "s-199"));
    let picked = stakeholders("view=positions&who=s-199");
    assert!(shows(&picked, "s-199"));
    let values = || picked.groups.iter().flat_map(|group| &group.values);
    assert_eq!(values().filter(|value| value.pick == Some(Pick::Include)).count(), 1);
}

#[test]
fn a_matrix_holds_those_who_said_most_and_counts_the_others() {
    for link in ["", "issue=i-3", "camp=europe", "by=i-29"] {
        let matrix = explore(island(), &decode(link)).outline.matrix.expect("something is said");
        let rows: usize = matrix.groups.iter().map(|group| group.rows.len()).sum();
        assert!(rows * matrix.columns.len() <= 1_000, "{link}");
        if link.is_empty() {
            assert_eq!((rows + matrix.withheld.0, matrix.columns.len() + matrix.withheld.1), (200, 30));
            assert!(matrix.groups.len() > 4, "all camps are in it");
        }
        if link == "by=i-29" {
            assert!(matrix.columns.iter().any(|column| column.sorted), "the issue that orders the rows is there");
        }
    }
}

#[test]
fn a_comparison_accounts_for_every_issue() {
    let Content::Compare(compare) = part("view=compare&with=camp-russia,camp-europe") else { panic!("it compares") };
    let shown: usize = compare.verdicts.iter().map(|(_, issues)| issues.len()).sum();
    assert_eq!(shown + compare.further.len() + compare.silent.len() + compare.hidden.len(), 30);
    assert!(!compare.further.is_empty(), "there is no room for all");
}

#[test]
fn a_network_of_very_many_is_sought_among_those_who_take_most_sides() {
    let Content::Network(network) = part("view=network") else { panic!("it is a network") };
    assert!(network.left_out > 0);
    assert_eq!(network.ties.len(), 60);
}

#[test]
fn of_very_many_dates_months_or_years_are_shown_and_every_position_is_in_one() {
    let page = explore(island(), &decode("view=positions"));
    assert!(page.dates.values.len() <= 60, "{}", page.dates.values.len());
    let undated = island().dossier.positions().filter(|(_, position)| position.date.value.is_none()).count();
    let counted: u32 = page.dates.values.iter().map(|value| value.count).sum();
    assert_eq!(counted as usize, 10_000 - undated);
    let Content::Timeline(timeline) = part("view=timeline") else { panic!("it is a timeline") };
    let picture = timeline.picture.expect("there are dates");
    assert!(picture.columns.len() <= 36 && picture.coarse.is_some());
    let marks: usize = picture.columns.iter().map(|column| column.positions.len() + column.withheld.1).sum();
    assert_eq!(marks, 10_000 - undated);
}
