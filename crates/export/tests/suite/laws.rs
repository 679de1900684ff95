//! Property tests of the round trip through event lists, over generated dossiers.

use std::collections::{BTreeMap, BTreeSet};

use dossier::distinct::alike;
use dossier::{CodedDocument, Dossier, Position, Precision, StakeholderKind, Stance, Text, text};
use export::dna::{Article, Copy, Import, ReadOptions, import, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use crate::fixture::{Export, document, dossier, export, issue, position, stakeholder};

/// Generates names with separators, quotes, formula characters and non-ASCII letters.
fn names() -> impl Strategy<Value = Vec<String>> {
    let name = prop_oneof!["[a-zé ;\"'=+@-]{1,12}", "[A-Z][a-z]{2,8}", "[一-三]{1,3}"];
    proptest::collection::btree_set(name.prop_map(|name| name.trim().to_owned()), 1..5)
        .prop_map(|names| names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>())
        .prop_filter("no name is left", |names| !names.is_empty())
}

fn texts() -> impl Strategy<Value = Vec<Text>> {
    // A small vocabulary, so that many passages are ambiguous.
    let word = select(vec!["toll", "bridge", "it;", "\"no\"", "’tis", "𝄞", "é", "aa"]);
    let paragraph = proptest::collection::vec(word, 1..6).prop_map(|words| words.join(" "));
    let article = proptest::collection::vec(paragraph, 1..4);
    proptest::collection::vec(article.prop_map(|article| text::normalize(&article.join("\n\n"))), 1..4)
}

pub(crate) fn dossiers() -> impl Strategy<Value = (Dossier, Vec<Text>)> {
    let choices = (any::<[Index; 6]>(), select(Stance::ALL), "203[0-9]-0[1-9]-[12][0-8]");
    (names(), names(), texts(), proptest::collection::vec(choices, 0..12), any::<[bool; 5]>()).prop_map(
        |(holders, topics, texts, choices, people)| {
            let holder = |(place, name): (usize, &String)| {
                let kind = if people[place] { StakeholderKind::Person } else { StakeholderKind::Group };
                stakeholder(&format!("s{place}"), name, kind, people[place].then_some("s0").filter(|_| !people[0]))
            };
            let stakeholders = holders.iter().enumerate().map(holder).collect();
            let issues = topics.iter().enumerate().map(|(place, name)| issue(&format!("i{place}"), name)).collect();
            let mut documents: Vec<CodedDocument> = texts
                .iter()
                .enumerate()
                .map(|(place, text)| document(&format!("document-no-{place}"), text, vec![]))
                .collect();
            for (number, ([who, what, place, paragraph, first, last], stance, day)) in choices.into_iter().enumerate() {
                let place = place.index(texts.len());
                let text = &texts[place];
                let paragraph = paragraph.index(text.paragraphs().len());
                let evidence = words(text, paragraph as u32 + 1, first, last);
                let (who, what) = (who.index(holders.len()), what.index(topics.len()));
                let position =
                    position(&format!("p{number}"), &format!("s{who}"), &format!("i{what}"), stance, &day, evidence);
                documents[place].positions.push(position);
            }
            (dossier(stakeholders, issues, documents), texts)
        },
    )
}

/// Evidence that selects whole words of a paragraph.
fn words(text: &Text, number: u32, first: Index, last: Index) -> dossier::Evidence {
    let paragraph = text.paragraph(number).expect("the paragraph is there");
    let mut starts = vec![0];
    starts.extend((1..).zip(paragraph.chars()).filter(|(_, letter)| *letter == ' ').map(|(next, _)| next));
    let [one, other] = [first, last].map(|index| index.index(starts.len()));
    let next = starts.get(one.max(other) + 1).map_or(text::length(paragraph), |next| next - 1);
    text.evidence(number, starts[one.min(other)], next).expect("words lie inside their paragraph")
}

/// The comparable parts of a statement: person, organization, concept, agreement, day, document, id, passage.
type Row = (String, String, String, bool, String, String, String, Option<Value>);

fn exported_rows(dossier: &Dossier, with_passage: bool) -> Vec<Row> {
    // Lists write unambiguous names.
    let names = dossier.stakeholders.iter().map(|holder| &holder.id).zip(dossier.distinct_names(alike));
    let names: BTreeMap<_, _> = names.collect();
    let concepts = dossier.issues.iter().map(|issue| &issue.id).zip(dossier.distinct_issue_names(alike));
    let concepts: BTreeMap<_, _> = concepts.collect();
    let name = |id: &dossier::StakeholderId| names[id].to_string();
    let row = |coded: &CodedDocument, position: &Position| {
        let holder = dossier.stakeholder(&position.stakeholder).expect("the holder is there");
        let (person, organization) = if holder.kind == StakeholderKind::Person {
            (name(&holder.id), holder.affiliation.as_ref().map(name).unwrap_or_default())
        } else {
            (String::new(), name(&holder.id))
        };
        assert_eq!(position.date.precision, Precision::Day);
        (
            person,
            organization,
            concepts[&position.issue].to_string(),
            position.stance == Stance::Supports,
            position.date.value.expect("a day").to_string(),
            coded.document.id.to_string(),
            position.id.to_string(),
            with_passage.then(|| serde_json::to_value(&position.evidence).expect("evidence is JSON")),
        )
    };
    let sides = |position: &&Position| matches!(position.stance, Stance::Supports | Stance::Opposes);
    dossier
        .documents
        .iter()
        .flat_map(|coded| coded.positions.iter().filter(sides).map(move |position| row(coded, position)))
        .collect()
}

fn imported_rows(import: &Import, with_passage: bool) -> Vec<Row> {
    let files: BTreeMap<&str, Value> = import
        .files
        .iter()
        .map(|(name, text)| (name.as_str(), serde_json::from_str(text).expect("the file is JSON")))
        .collect();
    let find = |file: &str, list: &str, id: &Value| {
        let all = files[file][list].as_array().expect("a list");
        all.iter().find(|entry| entry["id"] == *id).expect("the id stands for something").clone()
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut rows = Vec::new();
    for id in files["dossier.json"]["documents"].as_array().expect("a list") {
        let coded = &files[format!("documents/{}.json", text(id)).as_str()];
        assert_eq!(&coded["document"]["id"], id);
        for position in coded["positions"].as_array().expect("a list") {
            let holder = find("stakeholders.json", "stakeholders", &position["stakeholder"]);
            let (person, organization) = match (&holder["kind"], &holder["affiliation"]) {
                (Value::String(kind), Value::Null) if kind == "person" => (text(&holder["name"]), String::new()),
                (Value::String(kind), group) if kind == "person" => {
                    (text(&holder["name"]), text(&find("stakeholders.json", "stakeholders", group)["name"]))
                }
                _ => (String::new(), text(&holder["name"])),
            };
            rows.push((
                person,
                organization,
                text(&find("issues.json", "issues", &position["issue"])["name"]),
                position["stance"] == "supports",
                text(&position["date"]["value"]),
                text(id),
                text(&position["id"]),
                with_passage.then(|| position["evidence"].clone()),
            ));
        }
    }
    rows
}

/// Imports an exported list.
fn import_again(export: &Export, articles: &BTreeMap<String, Article>) -> Import {
    import(&read(export.csv.as_bytes(), &ReadOptions::default()).expect("what is written can be read"), articles)
}

proptest! {
    #[test]
    fn round_trip_keeps_statements_of_any_dossier((dossier, _) in dossiers()) {
        let exported = export(&dossier, &[]);
        prop_assert_eq!(imported_rows(&import_again(&exported, &BTreeMap::new()), false), exported_rows(&dossier, false));
    }

    #[test]
    fn round_trip_with_copies_keeps_passages((dossier, texts) in dossiers()) {
        let ids: Vec<&str> = dossier.documents.iter().map(|coded| coded.document.id.as_str()).collect();
        let copies: Vec<Copy> =
            ids.iter().zip(&texts).map(|(document, text)| Copy { document, paragraphs: text.paragraphs() }).collect();
        let articles = (1..).zip(&texts).map(|(number, text): (u32, &Text)| (number.to_string(), Article::new(text.joined()))).collect();
        let exported = export(&dossier, &copies);
        let import = import_again(&exported, &articles);
        prop_assert_eq!(imported_rows(&import, true), exported_rows(&dossier, true));
        prop_assert_eq!(import.losses, vec![]);
    }

    #[test]
    fn read_of_any_bytes_succeeds_or_reports_distinct_problems(bytes in prop_oneof![
        any::<Vec<u8>>(),
        "(time|person|concept|agreement|document_id|position|data_version|[;,\n\"=01]|2031-05-03){0,40}".prop_map(String::into_bytes),
    ]) {
        match read(&bytes, &ReadOptions::default()) {
            Ok(list) => prop_assert!(!import(&list, &BTreeMap::new()).files.is_empty()),
            Err(problems) => {
                let causes: BTreeSet<_> = problems.0.iter().map(|problem| (&problem.column, &problem.rule)).collect();
                prop_assert!(!causes.is_empty());
                prop_assert_eq!(causes.len(), problems.0.len(), "each cause is named once: {}", problems);
            }
        }
    }
}
