//! Former ids: reading, faults, and effect on the data version.

use dossier::load::{Files, bundle, load_files};
use dossier::{Dossier, Former, ItemKind, Successor, compact};
use serde_json::{Value, json};

use crate::fixture::{Dir, Fixture};

const FILE: &str = "former.json";

fn entry(kind: &str, id: &str, now: &Value) -> Value {
    json!({ "kind": kind, "id": id, "now": now, "reason": "It was joined with another." })
}

fn with(entries: &[Value]) -> Fixture {
    let mut fixture = Fixture::new();
    let file = json!({ "$schema": "schema/former.schema.json", "former": entries });
    fixture.files.insert(FILE.to_owned(), file);
    fixture
}

/// One former id of every kind.
fn every_kind() -> Fixture {
    with(&[
        entry("position", "guild-waits", &json!({ "kind": "position", "id": "guild-cost" })),
        entry("position", "who-pays", &json!({ "kind": "question", "id": "ferries" })),
        entry("quote", "lund-reckless", &json!({ "kind": "quote", "id": "lund-haste" })),
        entry("event", "club-meets", &json!({ "kind": "event", "id": "tuesday-meeting" })),
        entry("question", "caption", &Value::Null),
        entry("issue", "price", &json!({ "kind": "issue", "id": "cost" })),
        entry("stakeholder", "fishers", &json!({ "kind": "stakeholder", "id": "lund" })),
        // A former id of one kind may be in use as another kind.
        entry("issue", "guild", &json!({ "kind": "stakeholder", "id": "guild" })),
    ])
}

fn loaded(fixture: &Fixture) -> Dossier {
    fixture.load().unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn former_ids_are_read_in_file_order() {
    let former = loaded(&every_kind()).former;
    assert_eq!(former.len(), 8);
    let first = Former {
        kind: ItemKind::Position,
        id: "guild-waits".to_owned(),
        now: Some(Successor { kind: ItemKind::Position, id: "guild-cost".to_owned() }),
        reason: "It was joined with another.".to_owned(),
    };
    assert_eq!(former[0], first);
    assert_eq!(former[4].now, None);
}

#[test]
fn former_ids_are_optional_and_absence_keeps_version() {
    let without = loaded(&Fixture::new());
    assert!(without.former.is_empty());
    assert_eq!(loaded(&with(&[])), without, "an empty list");
    assert_ne!(loaded(&every_kind()).version, without.version);
    assert!(!bundle(&without, &[]).contains("\"former\""), "a bundle without them has no such member");
}

#[test]
fn changed_reason_or_successor_changes_version() {
    let version = |now: &Value| loaded(&with(&[entry("issue", "price", now)])).version;
    assert_ne!(
        version(&json!({ "kind": "issue", "id": "cost" })),
        version(&json!({ "kind": "issue", "id": "bridge" }))
    );
    let mut fixture = every_kind();
    let before = loaded(&fixture).version;
    fixture.file(FILE)["former"][0]["reason"] = json!("It was never said.");
    assert_ne!(loaded(&fixture).version, before);
}

#[test]
fn bundle_and_compact_form_contain_former_ids() {
    let dossier = loaded(&every_kind());
    let files = Files::from_bundle("mine.json", bundle(&dossier, &[]).into_bytes());
    assert_eq!(load_files(&files, &mut |_| {}).expect("no faults"), dossier);
    let bytes = compact::encode(&dossier).expect("it can be written");
    assert_eq!(compact::decode(&bytes).expect("it decodes").former, dossier.former);
}

#[test]
fn picked_files_may_include_former_ids() {
    let fixture = every_kind();
    let flat = |(name, value): (&String, &Value)| (name.replace("documents/", ""), value.to_string().into_bytes());
    let files = Files::picked(fixture.files.iter().map(flat).collect());
    assert_eq!(load_files(&files, &mut |_| {}).expect("no faults"), loaded(&fixture));
}

/// Each row: entries, then item, field and part of the only rule that they violate.
#[test]
fn former_id_faults_name_entry_and_remedy() {
    let cost = || json!({ "kind": "issue", "id": "cost" });
    let to = |kind: &str, id: &str| entry("issue", "price", &json!({ "kind": kind, "id": id }));
    let changed = |member: &str, value: Value| {
        let mut entry = entry("issue", "price", &json!({ "kind": "issue", "id": "cost" }));
        entry[member] = value;
        entry
    };
    let in_use = |kind: &str, id: &str| vec![entry(kind, id, &Value::Null)];
    let (price, lost) = ("former price", "there is no \"lost\": add it, or correct the id");
    let table: Vec<(Vec<Value>, &str, &str, &str)> = vec![
        (
            in_use("position", "guild-cost"),
            "former guild-cost",
            "id",
            "the position \"guild-cost\" is there: take this",
        ),
        (in_use("quote", "lund-haste"), "former lund-haste", "id", "or give the quote another id"),
        (in_use("event", "tuesday-meeting"), "former tuesday-meeting", "id", "must be the id of nothing"),
        (in_use("question", "ferries"), "former ferries", "id", "must be the id of nothing"),
        (in_use("issue", "cost"), "former cost", "id", "must be the id of nothing"),
        (in_use("stakeholder", "guild"), "former guild", "id", "must be the id of nothing"),
        (vec![entry("issue", "price", &cost()); 2], price, "id", "the issue \"price\" stands here again: remove one"),
        (vec![to("position", "lost")], price, "now.id", lost),
        (vec![to("quote", "lost")], price, "now.id", lost),
        (vec![to("event", "lost")], price, "now.id", lost),
        (vec![to("question", "lost")], price, "now.id", "must be the id of a question, there is no \"lost\""),
        (vec![to("issue", "lost")], price, "now.id", lost),
        (vec![to("stakeholder", "lost")], price, "now.id", lost),
        (vec![to("document", "harbour")], price, "now.kind", "must be one of position, quote, event"),
        (vec![to("issue", "Cost")], price, "now.id", "must be an id in kebab-case"),
        (vec![changed("kind", json!("paragraph"))], price, "kind", "must be one of position, quote, event"),
        (vec![changed("id", json!("The Price"))], "former The Price", "id", "must be an id in kebab-case"),
        (vec![changed("reason", json!(" "))], price, "reason", "must be more than white space"),
        (vec![changed("reason", Value::Null)], price, "reason", "must be of type string"),
        (vec![changed("colour", json!("red"))], price, "colour", "is not a field here"),
        (vec![changed("now", json!("cost"))], price, "now", "must be"),
        (vec![json!(7)], "former[0]", "", "must be of type object, is 7"),
    ];
    for (entries, item, field, rule) in table {
        let faults = with(&entries).load().expect_err(rule);
        let found: Vec<_> = faults.iter().collect();
        let [fault] = found[..] else { panic!("{entries:?} has one fault, not:\n{faults}") };
        assert_eq!((fault.file.as_str(), fault.item.to_string().as_str(), fault.field.as_str()), (FILE, item, field));
        assert!(fault.rule.contains(rule) && fault.at.is_some(), "{rule}: {fault}");
    }
}

#[test]
fn unreadable_former_ids_file_is_a_fault() {
    for (text, rule) in [
        ("[]", "former.json:1:1: the file: must be of type object, is an array"),
        ("{", "former.json:1:1: the file: must be JSON, is not"),
        ("{\"$schema\":\"schema/former.schema.json\"}", "former.json:1:1: the file, former: is missing"),
    ] {
        let dir = Dir::new();
        for (file, value) in &Fixture::new().files {
            dir.write(file, &value.to_string());
        }
        dir.write(FILE, text);
        let report = dossier::load(&dir.0).expect_err(text).to_string();
        assert!(report.contains(rule), "{rule} in:\n{report}");
    }
}
