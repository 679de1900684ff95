//! Property tests of normalization, dates and loading.

use std::sync::LazyLock;

use dossier::text::{length, normalize, plain};
use dossier::verify::Finding;
use dossier::{CodedDocument, Date, verify};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::fixture::{ARTICLE, Fixture};

static HARBOUR: LazyLock<CodedDocument> =
    LazyLock::new(|| Fixture::new().load().expect("the fixture is valid").documents.swap_remove(0));

/// Text in need of normalization.
fn source() -> impl Strategy<Value = String> {
    let pieces = [
        "date 2031-06-11",
        "date ",
        "2031-06-11",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "e",
        "\u{301}",
        "“",
        "’",
        "—",
        "\u{2000}",
        "Å",
        "가",
        "ᄀ",
        "ᅡ",
        "wind",
    ];
    let piece = prop_oneof![
        proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        any::<char>().prop_map(String::from)
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn date() -> impl Strategy<Value = (u16, u8, u8)> {
    (1..=9999_u16, 0..=12_u8, 0..=28_u8).prop_map(|(year, month, day)| (year, month, if month == 0 { 0 } else { day }))
}

fn format_date((year, month, day): (u16, u8, u8)) -> String {
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// Replacement value.
fn replacement() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(4_294_967_295_u32),
        json!(4_294_967_296_u64),
        json!(""),
        json!(" "),
        json!("guild"),
        json!("Lost One"),
        json!("2031-02-30"),
        json!("narration"),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "id": "x" }),
    ])
}

/// JSON pointers to all values inside a value, itself included.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found));
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| places(value, &format!("{at}/{index}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Removes or replaces one value in one file.
fn mutate(fixture: &mut Fixture, file: Index, place: Index, new: Option<Value>) {
    let names: Vec<String> = fixture.files.keys().cloned().collect();
    let value = fixture.files.get_mut(file.get(&names)).expect("the file is there");
    let mut found = Vec::new();
    places(value, "", &mut found);
    let place = place.get(&found);
    if let Some(new) = new {
        *value.pointer_mut(place).expect("the place is there") = new;
    } else if let Some((parent, name)) = place.rsplit_once('/') {
        match value.pointer_mut(parent).expect("the parent is there") {
            Value::Object(members) => drop(members.remove(name)),
            Value::Array(elements) => drop(elements.remove(name.parse().expect("an index"))),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => unreachable!("a parent has members"),
        }
    }
}

proptest! {
    #[test]
    fn normalization_is_idempotent(source in source()) {
        let once = normalize(&source);
        prop_assert_eq!(normalize(&once.joined()), once);
    }

    #[test]
    fn normalized_paragraph_is_trimmed_with_single_spaces(source in source()) {
        for paragraph in normalize(&source).paragraphs() {
            let words: Vec<&str> = paragraph.split_whitespace().collect();
            prop_assert!(!words.is_empty());
            prop_assert_eq!(words.join(" "), paragraph.as_str());
        }
    }

    #[test]
    fn folding_typography_keeps_offsets(text in any::<String>()) {
        prop_assert_eq!(length(&plain(&text)), length(&text));
        prop_assert_eq!(plain(&plain(&text)), plain(&text));
    }

    #[test]
    fn evidence_matches_its_text(paragraph in any::<Index>(), one in any::<Index>(), other in any::<Index>()) {
        let text = normalize(ARTICLE);
        let number = paragraph.index(text.paragraphs().len()) as u32 + 1;
        let ends = length(text.paragraph(number).expect("it has the paragraph")) as usize + 1;
        let (one, other) = (one.index(ends) as u32, other.index(ends) as u32);
        let (start, end) = (one.min(other), one.max(other));
        let passage = text.passage(number, start, end).expect("it lies inside");
        if let Ok(evidence) = text.point(number, passage) {
            prop_assert_eq!((evidence.start, evidence.end, evidence.length), (start, end, end - start));
            let mut coded = HARBOUR.clone();
            coded.positions[0].evidence = vec![evidence];
            let report = verify(&coded, &text);
            prop_assert_eq!(report.checks[0].finding, Finding::Matched);
        } else {
            prop_assert_ne!(text.find(number, passage).len(), 1);
        }
    }

    #[test]
    fn date_round_trips(date in date()) {
        let parsed: Date = format_date(date).parse().expect("it exists");
        prop_assert_eq!(parsed.to_string(), format_date(date));
        prop_assert_eq!((parsed.year(), parsed.month().unwrap_or(0), parsed.day().unwrap_or(0)), date);
        prop_assert!(parsed.first_day() <= parsed.last_day());
    }

    #[test]
    fn dates_sort_like_their_text(one in date(), other in date()) {
        let [one, other] = [format_date(one), format_date(other)];
        let order = one.parse::<Date>().expect("it exists").cmp(&other.parse().expect("it exists"));
        prop_assert_eq!(order, one.cmp(&other));
    }

    #[test]
    fn only_canonical_dates_are_parsed(text in "[0-9]{0,5}(-[0-9]{0,3}){0,3}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    /// The types accept whatever the schema accepts: no fault comes from deserialization.
    #[test]
    fn loading_mutated_files_never_panics_and_faults_name_rules(
        changes in proptest::collection::vec(
            (any::<Index>(), any::<Index>(), proptest::option::of(replacement())),
            1..6,
        ),
    ) {
        let mut fixture = Fixture::new();
        for (file, place, new) in changes {
            mutate(&mut fixture, file, place, new);
        }
        if let Err(faults) = fixture.load() {
            prop_assert!(faults.iter().count() > 0);
            for fault in &faults {
                prop_assert!(!fault.rule.contains("must be readable, is not"), "{}", fault);
                let is_known_file = fixture.files.contains_key(&fault.file);
                prop_assert!(is_known_file || fault.rule.contains("must be there"), "{}: {}", fault.file, fault);
            }
        }
    }
}
