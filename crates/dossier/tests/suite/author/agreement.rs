//! How far two codings agree.

use dossier::author::agreement::{Agreement, Compared, Field, compare};
use dossier::item::RecordKind;
use dossier::{Dossier, PositionId};
use serde_json::json;

use crate::fixture::Fixture;

fn load(fixture: &Fixture) -> Dossier {
    fixture.load().unwrap_or_else(|faults| panic!("{faults}"))
}

fn of(agreement: &Agreement, kind: RecordKind) -> &Compared {
    agreement.kinds.iter().find(|compared| compared.kind == kind).expect("each kind is compared")
}

fn field<'a>(compared: &'a Compared, name: &str) -> &'a Field {
    compared.fields.iter().find(|field| field.name == name).expect("the field is compared")
}

#[test]
fn a_coding_agrees_with_itself_throughout() {
    let dossier = load(&Fixture::new());
    let agreement = compare(&dossier, &dossier);
    assert_eq!(agreement.documents.len(), 2);
    for compared in &agreement.kinds {
        assert_eq!((compared.both, compared.dice()), (compared.first, Some(1.0)), "{}", compared.kind);
        assert!(compared.only_first.is_empty() && compared.only_second.is_empty() && compared.other_issue.is_empty());
        for field in &compared.fields {
            assert_eq!(field.same, field.of, "{}", field.name);
            assert!(field.alpha.is_none_or(|alpha| (alpha - 1.0).abs() < 1e-12), "{}", field.name);
        }
    }
    assert_eq!(of(&agreement, RecordKind::Position).both, 8);
}

#[test]
fn a_value_read_differently_is_named_and_counts_against_its_field_alone() {
    let mut other = Fixture::new();
    other.item("positions", "lund-bridge")["stance"] = json!("uncommitted");
    let agreement = compare(&load(&Fixture::new()), &load(&other));
    let positions = of(&agreement, RecordKind::Position);
    let stance = field(positions, "stance");
    assert_eq!((stance.same, stance.of), (7, 8));
    assert_eq!(stance.differences[0].ids, ("lund-bridge".to_owned(), "lund-bridge".to_owned()));
    assert_eq!(stance.differences[0].values, ("opposes".to_owned(), "uncommitted".to_owned()));
    // First: 4 supports, 2 opposes, 1 unclear, 1 uncommitted; second: 4, 1, 1, 2. Rows 8, 3, 2, 3; n = 16.
    // Diagonal 14; by chance 56 + 6 + 2 + 6 = 70. (15 * 14 - 70) / (16 * 15 - 70) = 140 / 170.
    assert!((stance.alpha.expect("it varies") - 140.0 / 170.0).abs() < 1e-12);
    assert_eq!(field(positions, "confidence").alpha, None, "all are high: nothing varies");
    assert_eq!(field(positions, "date").same, 8);
}

#[test]
fn positions_are_one_by_holder_issue_and_a_passage_shared_for_more_than_three_tenths() {
    // Both passages are 21 long: 7 of 21 are more than 30 %, 6 are not.
    for (shared, both) in [(7, 8), (6, 7)] {
        let mut other = Fixture::new();
        let text = crate::fixture::article();
        let whole = text.point(2, "it prefers the bridge").expect("it stands there");
        let moved = text.evidence(2, whole.start + shared - 21, whole.start + shared).expect("it lies inside");
        other.item("positions", "guild-bridge")["evidence"] = json!([moved]);
        let agreement = compare(&load(&Fixture::new()), &load(&other));
        assert_eq!(of(&agreement, RecordKind::Position).both, both, "{shared} code points shared");
    }
}

#[test]
fn another_issue_on_the_same_passage_is_told_apart_from_an_item_that_only_one_found() {
    let mut other = Fixture::new();
    other.item("positions", "province-cost")["issue"] = json!("bridge");
    let position = other.file("documents/harbour.json")["positions"].as_array_mut().expect("positions");
    position.retain(|position| position["id"] != "lund-motives");
    other.file("documents/harbour.json")["uncoded"] =
        json!([{ "paragraph": 4, "reason": "Left out." }, { "paragraph": 8, "reason": "A caption." }]);
    let agreement = compare(&load(&Fixture::new()), &load(&other));
    let positions = of(&agreement, RecordKind::Position);
    assert_eq!((positions.first, positions.second, positions.both), (8, 7, 6));
    assert_eq!(positions.other_issue, [("province-cost".to_owned(), "province-cost".to_owned())]);
    assert_eq!(positions.only_first, ["lund-motives", "province-cost"]);
    assert_eq!(positions.only_second, ["province-cost"]);
    // 2 * 6 / (8 + 7)
    assert!((positions.dice().expect("both have some") - 0.8).abs() < 1e-12);
}

#[test]
fn only_articles_that_both_coded_are_compared() {
    let mut other = Fixture::new();
    other.files.remove("documents/sequel.json");
    other.file("dossier.json")["documents"] = json!(["harbour"]);
    let (first, second) = (load(&Fixture::new()), load(&other));
    let agreement = compare(&first, &second);
    assert_eq!(agreement.documents, ["harbour".into()]);
    assert_eq!(of(&agreement, RecordKind::Position).first, 7);
}

#[test]
fn a_shift_counts_only_where_both_of_its_ends_lie_in_articles_that_both_coded() {
    let mut first = Fixture::new();
    // The later end of the change moves to the sequel, which the second coder has not coded.
    first.item("positions", "guild-bridge")["supersedes"] = json!(null);
    first.item("positions", "guild-cost")["issue"] = json!("bridge");
    first.item("positions", "guild-cost")["supersedes"] = json!("guild-bridge-in-may");
    let mut second = Fixture::new();
    second.item("positions", "guild-bridge")["supersedes"] = json!(null);
    let mut unchanged = first.clone();
    unchanged.item("positions", "guild-cost")["supersedes"] = json!(null);
    let whole = compare(&load(&first), &load(&unchanged));
    let shifts = field(of(&whole, RecordKind::Position), "part of a shift");
    assert_eq!((shifts.same, shifts.of), (6, 8), "both ends of the change differ");
    second.files.remove("documents/sequel.json");
    second.file("dossier.json")["documents"] = json!(["harbour"]);
    let agreement = compare(&load(&first), &load(&second));
    let shifts = field(of(&agreement, RecordKind::Position), "part of a shift");
    assert_eq!((shifts.same, shifts.of), (7, 7), "nobody could see it");
    let ends: Vec<PositionId> = load(&first).positions().filter_map(|(_, later)| later.supersedes.clone()).collect();
    assert_eq!(ends, ["guild-bridge-in-may".into()], "there is one to be seen");
}
