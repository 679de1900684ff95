//! Rules across fields, items and files.

use serde_json::json;

use super::{COVER, HARBOUR, ISSUES, SEQUEL, STAKEHOLDERS, assert_changes, assert_rows, push};
use crate::fixture::Fixture;

fn duplicate(fixture: &mut Fixture, file: &str, list: &str, id: &str) {
    let again = fixture.item(list, id).clone();
    push(&mut fixture.file(file)[list], again);
}

fn add_uncoded(fixture: &mut Fixture, paragraph: u32) {
    push(&mut fixture.file(HARBOUR)["uncoded"], json!({ "paragraph": paragraph, "reason": "Dull." }));
}

#[test]
fn ids_are_unique_within_their_kind_across_documents() {
    let harbour = "must be unique among positions, this one stands in documents/harbour.json (positions[6]) too";
    assert_changes(&[
        (
            |f| duplicate(f, STAKEHOLDERS, "stakeholders", "holm"),
            STAKEHOLDERS,
            "stakeholder holm",
            "id",
            "(stakeholders[1])",
        ),
        (|f| duplicate(f, ISSUES, "issues", "cost"), ISSUES, "issue cost", "id", "must be unique among issues"),
        (
            |f| f.item("positions", "guild-cost")["id"] = json!("article-cost"),
            SEQUEL,
            "position article-cost",
            "id",
            harbour,
        ),
        (|f| duplicate(f, HARBOUR, "quotes", "lund-haste"), HARBOUR, "quote lund-haste", "id", "must be unique"),
        (
            |f| duplicate(f, HARBOUR, "events", "tuesday-meeting"),
            HARBOUR,
            "event tuesday-meeting",
            "id",
            "must be unique",
        ),
        (|f| duplicate(f, HARBOUR, "questions", "ferries"), HARBOUR, "question ferries", "id", "must be unique"),
    ]);
}

#[test]
fn references_resolve() {
    let lost = || json!("lost");
    assert_rows([
        (STAKEHOLDERS, "stakeholder berg", "affiliation", lost(), "a stakeholder, there is no \"lost\""),
        (
            STAKEHOLDERS,
            "stakeholder berg",
            "mentions[0].document",
            lost(),
            "a document of the cover, there is no \"lost\"",
        ),
        (HARBOUR, "position lund-motives", "stakeholder", lost(), "a stakeholder, there is no \"lost\""),
        (HARBOUR, "position lund-motives", "issue", lost(), "an issue, there is no \"lost\""),
        (HARBOUR, "position lund-motives", "supersedes", lost(), "a position, there is no \"lost\""),
        (HARBOUR, "position province-cost", "attribution.by[0]", lost(), "a stakeholder, there is no \"lost\""),
        (HARBOUR, "quote lund-haste", "speaker", lost(), "a stakeholder, there is no \"lost\""),
        (HARBOUR, "quote lund-haste", "addressee", lost(), "a stakeholder, there is no \"lost\""),
        (HARBOUR, "quote lund-haste", "occasion", lost(), "an event, there is no \"lost\""),
        (HARBOUR, "quote lund-haste", "issues[0]", lost(), "an issue, there is no \"lost\""),
        (HARBOUR, "event tuesday-meeting", "participants[0]", lost(), "a stakeholder, there is no \"lost\""),
        (HARBOUR, "question ferries", "issue", lost(), "an issue, there is no \"lost\""),
    ]);
}

#[test]
fn links_between_quotes_and_positions_are_mutual() {
    let (position, quote) = ("position lund-motives", "quote lund-haste");
    assert_changes(&[
        (|f| f.item("positions", "lund-motives")["quotes"] = json!(["x"]), HARBOUR, position, "quotes[0]", "no \"x\""),
        (
            |f| push(&mut f.item("quotes", "lund-haste")["positions"], json!("x")),
            HARBOUR,
            quote,
            "positions[1]",
            "no \"x\"",
        ),
        (
            |f| f.item("positions", "lund-motives")["quotes"] = json!(["lund-haste"]),
            HARBOUR,
            position,
            "quotes[0]",
            "quote lund-haste must name this position",
        ),
        (
            |f| push(&mut f.item("quotes", "lund-haste")["positions"], json!("lund-motives")),
            HARBOUR,
            quote,
            "positions[1]",
            "position lund-motives must name this quote",
        ),
    ]);
}

#[test]
fn date_matches_its_precision() {
    let motives = "position lund-motives";
    assert_rows([
        (HARBOUR, "document harbour", "published", json!("2031-06"), "must be a day"),
        (HARBOUR, motives, "date.precision", json!("month"), "must be day, as exact as the value 2031-06-10, is month"),
        (HARBOUR, "event tuesday-meeting", "date.precision", json!("none"), "must be day"),
        (
            SEQUEL,
            "position guild-cost",
            "date.precision",
            json!("year"),
            "must be none, as exact as the value null, is year",
        ),
    ]);
}

#[test]
fn pointer_is_in_range_and_consistent() {
    let berg = "position berg-bridge";
    assert_rows([
        (HARBOUR, "question ferries", "evidence[0].length", json!(3), "must be end - start, 12, is 3"),
        (HARBOUR, "question ferries", "evidence[0].end", json!(2), "must be greater than start, 29, is 2"),
        (HARBOUR, berg, "evidence[0].paragraph", json!(9), "a paragraph of the document, from 1 to 8, is 9"),
        (STAKEHOLDERS, "stakeholder berg", "mentions[0].paragraph", json!(9), "from 1 to 8, is 9"),
    ]);
}

#[test]
fn quote_segment_matches_its_pointer() {
    let (quote, zeros) = ("quote lund-haste", || json!("0".repeat(64)));
    assert_rows([
        (HARBOUR, quote, "segments[0].evidence[0].sha256", zeros(), "must be the digest of the text"),
        (HARBOUR, quote, "segments[0].evidence[0].sha256_plain", zeros(), "must be the digest of the text"),
    ]);
    assert_changes(&[(
        |f| {
            let evidence = f.place(HARBOUR, "quote lund-haste", "segments[0].evidence[0]");
            evidence["end"] = json!(evidence["end"].as_u64().map(|end| end + 1));
            evidence["length"] = json!(15);
        },
        HARBOUR,
        quote,
        "segments[0].evidence[0].length",
        "must be the length of the text, 14 code points, is 15",
    )]);
}

#[test]
fn superseded_position_is_earlier_with_same_holder_and_issue() {
    assert_rows([
        (HARBOUR, "position lund-bridge", "supersedes", json!("guild-bridge-in-may"), "must be a position of lund"),
        (SEQUEL, "position guild-cost", "supersedes", json!("guild-bridge"), "must be a position on cost"),
        (HARBOUR, "position lund-bridge", "supersedes", json!("lund-bridge"), "lund-bridge -> lund-bridge"),
    ]);
    assert_changes(&[
        (
            |f| f.item("positions", "guild-bridge")["date"]["value"] = json!("2031-04-30"),
            HARBOUR,
            "position guild-bridge",
            "supersedes",
            "must not be dated after this position, 2031-04-30; guild-bridge-in-may is of 2031-05",
        ),
        (
            |f| {
                let date = f.item("positions", "guild-bridge")["date"].clone();
                f.item("positions", "guild-bridge-in-may")["date"] = date;
                f.item("positions", "guild-bridge-in-may")["supersedes"] = json!("guild-bridge");
            },
            HARBOUR,
            "position guild-bridge",
            "supersedes",
            "guild-bridge -> guild-bridge-in-may -> guild-bridge",
        ),
    ]);
}

#[test]
fn month_and_its_day_are_not_ordered() {
    for (earlier, later) in [("2031-05", "2031-05-01"), ("2031-05-20", "2031-05")] {
        let mut fixture = Fixture::new();
        for (id, value) in [("guild-bridge-in-may", earlier), ("guild-bridge", later)] {
            let precision = if value.len() == 7 { "month" } else { "day" };
            fixture.item("positions", id)["date"] =
                json!({ "value": value, "precision": precision, "inferred": false });
        }
        assert_eq!(fixture.load().map(|_| ()), Ok(()), "{earlier}, then {later}");
    }
}

#[test]
fn affiliations_are_acyclic() {
    assert_changes(&[(
        |f| f.item("stakeholders", "province")["affiliation"] = json!("berg"),
        STAKEHOLDERS,
        "stakeholder berg",
        "affiliation",
        "berg -> holm -> province -> berg",
    )]);
}

#[test]
fn item_leading_into_cycle_is_not_reported() {
    let enter_at_the_province = |f: &mut Fixture| {
        f.item("stakeholders", "berg")["affiliation"] = json!("province");
        f.item("stakeholders", "province")["affiliation"] = json!("holm");
    };
    let (item, rule) = ("stakeholder holm", "does: holm -> province -> holm: remove");
    assert_changes(&[(enter_at_the_province, STAKEHOLDERS, item, "affiliation", rule)]);
}

#[test]
fn attribution_by_agrees_with_basis() {
    let (province, motives, article) = ("position province-cost", "position lund-motives", "position article-cost");
    assert_rows([
        (HARBOUR, province, "attribution.by", json!([]), "must say who says so where the kind is third-party"),
        (HARBOUR, province, "attribution.by", json!(["guild", "province"]), "must not name the holder"),
        (HARBOUR, motives, "attribution.by", json!(["guild"]), "must be empty where the kind is allegation"),
        (
            HARBOUR,
            article,
            "attribution.kind",
            json!("indirect"),
            "must be narration where the holder is the narrator, is indirect",
        ),
        (
            HARBOUR,
            motives,
            "attribution.kind",
            json!("narration"),
            "must not be narration, which is of the narrator's own positions alone",
        ),
    ]);
}

#[test]
fn full_quote_is_not_a_fragment() {
    let second_half = |f: &mut Fixture| {
        f.item("quotes", "berg-this-year")["segments"].as_array_mut().expect("segments").remove(0);
    };
    assert_changes(&[(second_half, HARBOUR, "quote berg-this-year", "form", "begins with \"a\": mark it as fragment")]);

    let mut fixture = Fixture::new();
    fixture.item("quotes", "lund-haste")["form"] = json!("full");
    let report = fixture.load().expect_err("a fragment is marked full").to_string();
    assert!(report.contains("at least 3 words, holds 2") && report.contains("upper-case letter"), "{report}");
}

#[test]
fn paragraph_without_items_is_listed_with_reason() {
    assert_rows([(HARBOUR, "the file", "uncoded", json!([]), "paragraph 8 must yield items or stand in uncoded")]);
    let endless = |f: &mut Fixture| f.file(HARBOUR)["document"]["paragraphs"] = json!(u32::MAX);
    assert_changes(&[
        (endless, HARBOUR, "the file", "uncoded", "paragraphs 9 to 4294967295"),
        (
            |f| add_uncoded(f, 3),
            HARBOUR,
            "uncoded[1]",
            "paragraph",
            "paragraph 3 must not stand here, items rest on it",
        ),
        (|f| add_uncoded(f, 8), HARBOUR, "uncoded[1]", "paragraph", "paragraph 8 must stand here once"),
        (|f| add_uncoded(f, 9), HARBOUR, "uncoded[1]", "paragraph", "from 1 to 8, is 9"),
    ]);
}

#[test]
fn cover_lists_exactly_the_documents_in_the_folder() {
    assert_rows([(
        HARBOUR,
        "document harbour",
        "id",
        json!("port"),
        "must be the file's name, \"harbour\", is \"port\"",
    )]);
    assert_changes(&[
        (
            |f| f.file(COVER)["documents"] = json!(["harbour"]),
            SEQUEL,
            "the file",
            "",
            "must be listed in documents of dossier.json",
        ),
        (
            |f| push(&mut f.file(COVER)["documents"], json!("third")),
            "documents/third.json",
            "the file",
            "",
            "must be there and readable",
        ),
    ]);
}
