//! Rules expressed in the published schemas.

use serde_json::json;

use super::{COVER, HARBOUR, ISSUES, STAKEHOLDERS, assert_changes, assert_rows, push, remove};

#[test]
fn constants_have_their_fixed_values() {
    assert_rows([
        (COVER, "the file", "schema", json!("standpoint/2"), "must be \"standpoint/1\", is \"standpoint/2\""),
        (COVER, "the file", "$schema", json!("a.json"), "must be \"schema/dossier.schema.json\""),
        (HARBOUR, "the file", "$schema", json!(null), "must be \"../schema/document.schema.json\", is null"),
        (HARBOUR, "document harbour", "normalization", json!("x/1"), "must be \"standpoint-text/1\""),
        (HARBOUR, "document harbour", "offset_unit", json!("byte"), "must be \"unicode code point\""),
    ]);
}

#[test]
fn ids_are_kebab_case() {
    assert_rows([
        (COVER, "the file", "id", json!("The Bridge"), "must be an id in kebab-case"),
        (HARBOUR, "position berg-bridge", "issue", json!("Bridge_"), "is \"Bridge_\""),
        (STAKEHOLDERS, "stakeholder holm", "affiliation", json!("a--b"), "kebab-case"),
    ]);
}

#[test]
fn objects_require_all_members_and_reject_others() {
    assert_changes(&[
        (|f| remove(f.file(ISSUES), "$schema"), ISSUES, "the file", "$schema", "is missing: add it"),
        (|f| remove(f.file(HARBOUR), "events"), HARBOUR, "the file", "events", "is missing"),
        (|f| remove(f.item("issues", "cost"), "topic"), ISSUES, "issue cost", "topic", "is missing"),
        (|f| f.item("issues", "cost")["colour"] = json!("red"), ISSUES, "issue cost", "colour", "is not a field here"),
        (|f| remove(&mut f.file(HARBOUR)["uncoded"][0], "reason"), HARBOUR, "uncoded[0]", "reason", "is missing"),
        (
            |f| push(&mut f.file(ISSUES)["issues"], json!(null)),
            ISSUES,
            "issues[3]",
            "",
            "must be of type object, is null",
        ),
    ]);
}

#[test]
fn members_not_stated_by_source_may_be_missing() {
    let mut fixture = crate::fixture::Fixture::new();
    remove(&mut fixture.file(HARBOUR)["document"], "title");
    remove(fixture.item("stakeholders", "holm"), "role");
    remove(fixture.item("positions", "berg-bridge"), "note");
    assert_eq!(fixture.load().map(|_| ()), Ok(()));
}

#[test]
fn strings_are_not_blank() {
    assert_rows([
        (COVER, "the file", "title", json!(" \n"), "more than white space"),
        (STAKEHOLDERS, "stakeholder holm", "name", json!(""), "more than white space"),
        (STAKEHOLDERS, "stakeholder holm", "role", json!(""), "more than white space"),
        (STAKEHOLDERS, "stakeholder holm", "aliases", json!("Holm"), "must be of type array"),
        (ISSUES, "issue cost", "proposition", json!("\t"), "more than white space"),
        (HARBOUR, "position lund-bridge", "summary", json!(" "), "more than white space"),
        (HARBOUR, "position guild-bridge", "conditions[0]", json!(""), "more than white space"),
        (HARBOUR, "quote lund-haste", "context", json!(""), "more than white space"),
        (HARBOUR, "event tuesday-meeting", "title", json!(""), "more than white space"),
        (HARBOUR, "question ferries", "question", json!(""), "more than white space"),
        (HARBOUR, "uncoded[0]", "reason", json!(" "), "more than white space"),
    ]);
}

#[test]
fn words_dates_digests_and_numbers_are_valid() {
    assert_rows([
        (ISSUES, "issue cost", "name", json!(7), "must be of type string, is 7"),
        (STAKEHOLDERS, "stakeholder holm", "camp", json!("east"), "must be one of russia, ukraine"),
        (STAKEHOLDERS, "stakeholder holm", "kind", json!(["state"]), "is an array"),
        (HARBOUR, "position lund-bridge", "stance", json!("likes"), "is \"likes\""),
        (HARBOUR, "position lund-bridge", "confidence", json!(null), "must be one of high, medium, low, is null"),
        (HARBOUR, "quote berg-this-year", "form", json!("whole"), "must be one of full, fragment"),
        (HARBOUR, "document harbour", "published", json!("2031-02-30"), "a date that exists"),
        (HARBOUR, "event tuesday-meeting", "date.value", json!("2031-06-31"), "a date that exists"),
        (HARBOUR, "document harbour", "text_sha256", json!("abc"), "64 lower-case hex digits, is \"abc\""),
        (HARBOUR, "position berg-bridge", "evidence[0].sha256", json!("A".repeat(64)), "64 lower-case hex digits"),
        (HARBOUR, "position berg-bridge", "evidence[0].paragraph", json!(0), "from 1"),
        (HARBOUR, "position berg-bridge", "evidence[0].start", json!(-1), "from 0"),
        (HARBOUR, "position berg-bridge", "evidence[0].end", json!(4_294_967_296_u64), "to 4294967295"),
        (HARBOUR, "position berg-bridge", "evidence[0].start", json!(1.5), "must be of type integer"),
    ]);
}

#[test]
fn lists_have_minimum_length_and_no_duplicates() {
    assert_rows([
        (HARBOUR, "position berg-bridge", "evidence", json!([]), "must hold at least 1, holds 0"),
        (HARBOUR, "quote lund-haste", "segments", json!([]), "must hold at least 1"),
        (HARBOUR, "quote lund-haste", "segments[0].evidence", json!([]), "must hold at least 1"),
    ]);
    assert_changes(&[
        (
            |f| push(&mut f.file(COVER)["documents"], json!("sequel")),
            COVER,
            "the file",
            "documents[2]",
            "must be listed once",
        ),
        (
            |f| {
                let segment = &mut f.item("quotes", "lund-haste")["segments"][0];
                let again = segment["evidence"][0].clone();
                push(&mut segment["evidence"], again);
            },
            HARBOUR,
            "quote lund-haste",
            "segments[0].evidence",
            "must hold at most 1, holds 2",
        ),
    ]);
}
