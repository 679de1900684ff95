//! Bundles: a whole dossier in one file, and files picked by the user.

use dossier::load::{Files, bundle, fingerprints, load_files};
use dossier::schema::SeedFile;
use dossier::{Dossier, Faults, Fingerprints};
use serde_json::{Value, json};

use crate::fixture::{Fixture, article};

fn load(text: &str) -> Result<Dossier, Faults> {
    load_files(&Files::from_bundle("mine.json", text.as_bytes().to_vec()), &mut |_| {})
}

fn bundled() -> (Dossier, Value) {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    let value = serde_json::from_str(&bundle(&dossier, &[])).expect("a bundle is JSON");
    (dossier, value)
}

#[test]
fn loading_bundle_restores_dossier() {
    let (dossier, value) = bundled();
    assert_eq!(load(&bundle(&dossier, &[])).expect("no faults"), dossier);
    assert_eq!(load(&format!("{value:#}")).expect("no faults"), dossier, "indented, members in another order");
}

#[test]
fn bundle_documents_are_sorted_in_cover_order() {
    let (dossier, mut value) = bundled();
    value["documents"].as_array_mut().expect("documents").reverse();
    assert_eq!(load(&value.to_string()).expect("no faults"), dossier);
}

/// Each row: place and value of the change, and the expected fault.
#[test]
fn bundle_faults_name_file_item_and_place() {
    let table = [
        ("/dossier/title", json!(7), "mine.json:1:", "the file, dossier.title: must be of type string, is 7"),
        (
            "/documents/0/positions/0/stance",
            json!("likes"),
            "mine.json:1:",
            "position berg-bridge, stance: must be one of",
        ),
        (
            "/documents/0/document/published",
            json!("2031-06"),
            "mine.json:1:",
            "document harbour, published: must be a day",
        ),
        (
            "/documents/0/document/language",
            json!(7),
            "mine.json:1:",
            "document harbour, language: must be of type string",
        ),
        ("/documents/0/uncoded", json!([]), "mine.json:1:", "the file, documents[0].uncoded: paragraph 8 must yield"),
        ("/documents/0/events", json!(7), "mine.json:1:", "the file, documents[0].events: must be of type array"),
        ("/documents/1", json!(7), "mine.json:1:", "the file, documents[1]: must be of type object, is 7"),
        (
            "/documents/1/document/id",
            json!("port"),
            "mine.json:1:",
            "must be listed in dossier.documents, \"port\" is not",
        ),
        ("/documents/1/document/id", json!("harbour"), "mine.json:1:", "must stand in documents once"),
        (
            "/dossier/documents/1",
            json!("port"),
            "mine.json:1:",
            "dossier.documents[1]: must be a document of the bundle",
        ),
        ("/stakeholders/1/name", json!(""), "mine.json:1:", "stakeholder holm, name: must be more than white space"),
    ];
    for (pointer, new, file, rule) in table {
        let (_, mut value) = bundled();
        *value.pointer_mut(pointer).expect("it is there") = new;
        let report = load(&value.to_string()).expect_err("it has faults").to_string();
        assert!(report.lines().any(|line| line.starts_with(file) && line.contains(rule)), "{rule} in:\n{report}");
    }
}

#[test]
fn invalid_bundle_is_rejected_with_one_fault() {
    for (text, report) in [
        ("", "mine.json:1:1: the file: must be JSON, is not: EOF while parsing a value\n1 fault in 1 file"),
        ("null", "mine.json:1:1: the file: must be of type object, is null\n1 fault in 1 file"),
        ("[]", "mine.json:1:1: the file: must be of type object, is an array\n1 fault in 1 file"),
    ] {
        assert_eq!(load(text).expect_err("it is no bundle").to_string(), report);
    }
}

#[test]
fn picked_folder_files_or_bundle_load_alike() {
    let (dossier, value) = bundled();
    let fixture = Fixture::new();
    let under = |root: &str| -> Vec<(String, Vec<u8>)> {
        let file = |(name, value): (&String, &Value)| (format!("{root}{name}"), value.to_string().into_bytes());
        fixture.files.iter().map(file).collect()
    };
    let mut folder = under("home/seeds/");
    folder.push(("home/notes.json".to_owned(), b"not ours".to_vec()));
    folder.push(("home/seeds/schema/issues.schema.json".to_owned(), b"{}".to_vec()));
    folder.push(("home/seeds/old/dossier.json".to_owned(), b"not ours".to_vec()));
    let flat = under("").into_iter().map(|(name, bytes)| (name.replace("documents/", ""), bytes)).collect();
    let one = vec![("dossier.json".to_owned(), value.to_string().into_bytes())];
    for (name, picked) in [("folder", folder), ("its content", under("")), ("flat", flat), ("one file", one)] {
        let loaded = load_files(&Files::picked(picked), &mut |_| {});
        assert_eq!(loaded.unwrap_or_else(|faults| panic!("{name}: {faults}")), dossier);
    }
}

fn harbour_fingerprints(dossier: &Dossier) -> Vec<Fingerprints> {
    vec![Fingerprints::of(&dossier.documents[0], &article())]
}

/// File names below `fingerprints/` are ignored: each file states its document.
#[test]
fn fingerprints_are_read_from_folder_or_bundle() {
    let (dossier, _) = bundled();
    let expected = harbour_fingerprints(&dossier);
    assert!(fingerprints(&Files::new()).expect("fingerprints are optional").is_empty());
    let mut files = Files::new();
    let text = serde_json::to_vec(&SeedFile::from(expected[0].clone())).expect("it is JSON");
    files.insert("fingerprints/harbour.json", text);
    assert_eq!(fingerprints(&files).expect("no faults"), expected);
    let text = bundle(&dossier, &expected);
    assert_eq!(load(&text).expect("no faults"), dossier, "the version does not cover them");
    let files = Files::from_bundle("mine.json", text.into_bytes());
    assert_eq!(fingerprints(&files).expect("no faults"), expected);
}

#[test]
fn invalid_fingerprint_is_a_fault_with_its_place() {
    let (dossier, _) = bundled();
    let mut value = json!(SeedFile::from(harbour_fingerprints(&dossier).swap_remove(0)));
    value["passages"][1]["fingerprint"] = json!("12345");
    let mut files = Files::new();
    files.insert("fingerprints/harbour.json", format!("{value:#}").into_bytes());
    let report = fingerprints(&files).expect_err("a fault").to_string();
    let fault = "the file, passages[1].fingerprint: must be 8 lower-case hex digits, is \"12345\"\n1 fault in 1 file";
    assert_eq!(report, format!("fingerprints/harbour.json:10:22: {fault}"));
    let text = bundle(&dossier, &harbour_fingerprints(&dossier)).replace("\"fingerprint\":\"", "\"fingerprint\":\"x");
    let report = fingerprints(&Files::from_bundle("mine.json", text.into_bytes())).expect_err("faults").to_string();
    assert!(report.contains("the file, fingerprints[0].passages[0].fingerprint: must be 8"), "{report}");
}
