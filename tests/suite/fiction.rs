//! Two articles in one dossier, as an author makes it (`tests/fiction/`): the page filters by article, and shows both ends of
//! a change that lies between them.

use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::text::normalize;
use dossier::{Dossier, load};
use explore::query::codec::decode;
use explore::query::{Facet, Pick};
use explore::{Change, Content, Engine, Page, PositionEntry, explore};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fiction")
}

fn engine() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<Dossier> =
        LazyLock::new(|| load(&folder().join("seeds")).unwrap_or_else(|faults| panic!("{faults}")));
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

fn page(link: &str) -> Page<'static> {
    explore(engine(), &decode(link))
}

/// The articles as the filter shows them: their names, their counts, and which is picked. Both are dated from Varn.
fn articles(link: &str) -> Vec<(&'static str, u32, bool)> {
    let page = page(link);
    let filter = page.facets.iter().find(|list| list.facet == Facet::Doc).expect("there is a choice of articles");
    let values = filter.groups.iter().flat_map(|group| &group.values);
    values.map(|value| (value.label, value.count, value.pick == Some(Pick::Include))).collect()
}

/// Who changed on what, each end with the place where it stands.
fn changes(link: &str) -> Vec<String> {
    let page = page(link);
    let Content::Shifts(shifts) = page.content.clone() else { panic!("{link} shows changes") };
    let told = |of: &Change<'static>| {
        let end = |end: &PositionEntry<'static>| {
            let conditional = if end.position.conditions.is_empty() { "" } else { " if" };
            format!("{}{conditional}, {}", end.position.stance.word(), end.provenance.paragraphs)
        };
        let ends: Vec<String> = of.ends.iter().map(end).collect();
        format!("{}, {}: {}", of.holder, of.issue.name, ends.join(" → "))
    };
    shifts.changes.iter().map(told).collect()
}

#[test]
fn the_articles_are_a_filter_with_their_counts() {
    let [march, june] = ["2033-03-16-varn-march", "2033-06-22-varn-june"];
    assert_eq!(articles("view=positions"), [(march, 8, false), (june, 16, false)]);
    assert_eq!(articles("view=quotes"), [(march, 3, false), (june, 5, false)]);
    assert_eq!(articles("view=positions&stance=uncommitted"), [(march, 2, false), (june, 1, false)]);
    assert_eq!(articles(&format!("view=positions&doc={june}")), [(march, 8, false), (june, 16, true)]);
}

#[test]
fn a_change_between_two_articles_shows_both_its_ends() {
    let all = changes("view=shifts");
    assert_eq!(
        all,
        [
            "Fishers’ Guild of Varn, Bridge: opposes, paragraph 3 of the article of 16 March 2033 → \
             supports if, paragraphs 1 and 2 of the article of 22 June 2033",
            "Varn Ferry Company, Bridge: uncommitted, paragraph 4 of the article of 16 March 2033 → \
             opposes, paragraph 4 of the article of 22 June 2033",
            "Tove Aske, Boats can pass: opposes, paragraph 3 of the article of 16 March 2033 → \
             supports if, paragraph 2 of the article of 22 June 2033",
        ]
    );
    for article in ["2033-03-16-varn-march", "2033-06-22-varn-june"] {
        assert_eq!(changes(&format!("view=shifts&doc={article}")), all, "one end that is shown brings the other");
    }
}

#[test]
fn editors_find_the_schema_that_each_file_names() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = 0;
    for seeds in ["seeds", "tests/fiction/seeds", "tests/fiction/second-coder"].map(|seeds| root.join(seeds)) {
        for folder in [seeds.clone(), seeds.join("documents")] {
            for entry in std::fs::read_dir(&folder).expect("the folder is there") {
                let path = entry.expect("it can be read").path();
                if path.extension().is_none_or(|extension| extension != "json") {
                    continue;
                }
                let text = std::fs::read_to_string(&path).expect("the data is text");
                let file: serde_json::Value = serde_json::from_str(&text).expect("the data is JSON");
                let schema = folder.join(file["$schema"].as_str().expect("each file names its schema"));
                let text =
                    std::fs::read_to_string(&schema).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let schema: serde_json::Value = serde_json::from_str(&text).expect("a schema is JSON");
                assert_eq!(schema["additionalProperties"], false, "{}", path.display());
                found += 1;
            }
        }
    }
    assert_eq!(found, 6 + 5 + 4);
}

#[test]
fn every_pointer_of_the_invented_dossier_matches_its_article() {
    for (coded, file) in engine().dossier.documents.iter().zip(["varn-march.txt", "varn-june.txt"]) {
        let text = std::fs::read_to_string(folder().join("articles").join(file)).expect("the article is ours");
        let report = dossier::verify(coded, &normalize(&text));
        assert!(report.is_exact(), "{report}");
    }
}
