//! Report of all faults.

use serde_json::json;

use super::{COVER, HARBOUR, ISSUES, STAKEHOLDERS, remove};
use crate::fixture::{Dir, Fixture};

#[test]
fn valid_dossier_loads() {
    let dossier = Fixture::new().load().unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(dossier.positions().count(), 8);
    assert_eq!(dossier.version.len(), 12);
}

/// Written out, so that no version changes unnoticed, because links contain it.
#[test]
fn version_depends_on_content_and_not_on_formatting() {
    let mut fixture = Fixture::new();
    let version = fixture.load().expect("the fixture is valid").version;
    assert_eq!(version, "17ad7b6e4681");
    let dir = Dir::new();
    for (file, value) in &fixture.files {
        dir.write(file, &format!(" {value:#}\n"));
    }
    assert_eq!(dossier::load(&dir.0).expect("the fixture is valid").version, version, "indented");
    remove(fixture.item("positions", "berg-bridge"), "note");
    assert_eq!(fixture.load().expect("the fixture is valid").version, version, "null is left out");
    fixture.item("positions", "berg-bridge")["summary"] = json!("It was so.");
    assert_ne!(fixture.load().expect("the fixture is valid").version, version, "another summary");
}

#[test]
fn invalid_json_is_reported_with_line_and_column() {
    let dir = Dir::new();
    for (file, value) in &Fixture::new().files {
        dir.write(file, &value.to_string());
    }
    dir.write(ISSUES, "{\n  \"issues\": [,]\n}");
    let faults = dossier::load(&dir.0).expect_err("issues.json is no JSON");
    let found: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["issues.json:2:14: the file: must be JSON, is not: expected value"]);
}

#[test]
fn empty_directory_lacks_three_files() {
    let faults = dossier::load(&Dir::new().0).expect_err("there is nothing");
    let files: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(files, [COVER, ISSUES, STAKEHOLDERS]);
}

#[test]
fn documents_missing_from_cover_are_validated() {
    let mut fixture = Fixture::new();
    remove(fixture.file(COVER), "documents");
    fixture.item("positions", "lund-motives")["stance"] = json!("likes");
    let faults = fixture.load().expect_err("two faults");
    let files: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    assert_eq!(files, [HARBOUR, COVER]);
}

/// The report lists all faults at once, one per line in the format of compilers.
#[test]
fn report_contains_faults_of_all_files() {
    let mut fixture = Fixture::new();
    fixture.file(COVER)["license"] = json!("");
    remove(fixture.item("issues", "cost"), "topic");
    fixture.item("issues", "cost")["colour"] = json!("red");
    fixture.item("issues", "cost")["name"] = json!(7);
    fixture.item("positions", "berg-bridge")["issue"] = json!("lost");
    fixture.item("events", "tuesday-meeting")["date"]["precision"] = json!("month");
    let report = fixture.load().expect_err("six faults").to_string();
    assert_eq!(
        report,
        "\
documents/harbour.json:1:1152: position berg-bridge, issue: must be the id of an issue, there is no \"lost\": add it, or correct the id
documents/harbour.json:1:388: event tuesday-meeting, date.precision: must be day, as exact as the value 2031-06-10, is month: correct one of them
dossier.json:1:152: the file, license: must be more than white space, is \"\"
issues.json:1:171: issue cost, colour: is not a field here: remove it, or spell it as one of definition, id, kind, name, proposition, topic
issues.json:1:223: issue cost, name: must be of type string, is 7
issues.json:1:161: issue cost, topic: is missing: add it
6 faults in 3 files"
    );
}

#[test]
fn links_of_otherwise_invalid_item_are_checked() {
    let mut fixture = Fixture::new();
    fixture.item("positions", "berg-bridge")["stance"] = json!("maybe");
    fixture.item("positions", "berg-bridge")["issue"] = json!("lost");
    let report = fixture.load().expect_err("two faults").to_string();
    for fault in ["berg-bridge, stance: must be one of", "berg-bridge, issue: must be the id of an issue", "2 faults"] {
        assert!(report.contains(fault), "{fault} in:\n{report}");
    }
}
