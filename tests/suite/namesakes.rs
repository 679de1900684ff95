//! Two persons and two societies of one name (`tests/fiction/twins.json`): wherever one is named, it is told which.

use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::Dossier;
use dossier::load::{Files, load_files};
use explore::query::Facet;
use explore::query::codec::decode;
use explore::{Engine, cited, explore};
use views::Markup;

use crate::fixture::rendered;

/// The invented dossier of a bundle in `tests/fiction`.
pub(crate) fn bundle(name: &str) -> Dossier {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fiction").join(name);
    let bytes = std::fs::read(path).expect("the invented dossier is there");
    load_files(&Files::from_bundle(name, bytes), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
}

fn engine() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<Dossier> = LazyLock::new(|| bundle("twins.json"));
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

/// The name by which each is called; in `SHARED` are the names that two have.
const CALLED: [&str; 4] = [
    "John Hale, member for Ellmoor until 2019",
    "John Hale, member for Ellmoor since 2025",
    "Ellmoor Society (ellmoor-society)",
    "Ellmoor Society (ellmoor-society-birds)",
];
const SHARED: [&str; 2] = ["John Hale", "Ellmoor Society"];

const LINKS: [&str; 18] = [
    "",
    "who=john-hale-elder,john-hale-younger,-ellmoor-society",
    "item=elder-quay",
    "by=quay&with=john-hale-elder,ellmoor-society-birds",
    "view=positions",
    "view=positions&group=who&item=younger-quay",
    "view=stakeholders&item=john-hale-younger",
    "view=stakeholders&item=ellmoor-society",
    "view=quotes&who=john-hale-elder",
    "view=timeline&item=elder-quay",
    "view=compare",
    "view=compare&with=john-hale-elder",
    "view=compare&with=john-hale-elder,john-hale-younger",
    "view=network",
    "view=questions",
    "view=shifts",
    "view=compare&with=ellmoor-society,ellmoor-society-birds&panel=cite",
    "view=positions&item=elder-quay&panel=share&who=john-hale-elder",
];

/// Calls `see` with every text and every attribute below `nodes`.
pub(crate) fn each_text(nodes: &[Markup], see: &mut impl FnMut(&str)) {
    for node in nodes {
        match node {
            Markup::Text(text) => see(text),
            Markup::Element(element) => {
                element.attributes.iter().for_each(|(_, value)| see(value));
                each_text(&element.children, see);
            }
        }
    }
}

/// Fails if `text` has a name that two have, without what tells which.
fn is_told(link: &str, text: &str) -> usize {
    let mut rest = text.to_owned();
    let mut told = 0;
    for called in CALLED {
        told += rest.matches(called).count();
        rest = rest.replace(called, "");
    }
    for shared in SHARED {
        assert!(!rest.contains(shared), "{link} names {shared} alone: {text}");
    }
    told
}

#[test]
fn every_view_tells_which_of_two_of_one_name_it_names() {
    for link in LINKS {
        let page = explore(engine(), &decode(link));
        let mut told = is_told(link, &page.title) + is_told(link, &page.citation) + is_told(link, &page.sentence());
        each_text(&rendered(engine(), link), &mut |text| {
            told += is_told(link, text);
        });
        assert!(told >= 4 || matches!(link, "view=questions" | "view=shifts"), "{link} tells {told} times");
        for cited in cited(engine(), &page) {
            is_told(link, &cited.plain);
            is_told(link, &cited.title);
        }
    }
}

#[test]
fn sentences_about_who_stands_where_tell_which_of_two_of_one_name_it_is() {
    let dossier = engine().dossier;
    for (_, position) in dossier.positions() {
        let statement = dossier.statement(position).expect("the registries have them").to_string();
        assert_eq!(is_told("the statement", &statement), 1, "{statement}");
    }
    for issue in &dossier.issues {
        assert!(is_told("the issue", &dossier.stands_on(issue)) > 0);
    }
}

#[test]
fn a_name_that_is_alone_stays_as_it_is() {
    let page = explore(crate::fixture::engine(), &decode(""));
    let values = page.facets.iter().filter(|list| list.facet == Facet::Who).flat_map(|list| &list.groups);
    let names: Vec<&str> = values.flat_map(|group| &group.values).map(|value| value.label).collect();
    assert!(names.len() > 5, "{names:?}");
    for name in names {
        assert!(page.dossier.stakeholders.iter().any(|stakeholder| stakeholder.name == name), "{name}");
    }
}
