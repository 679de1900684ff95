//! Line and column of faults.

use dossier::load::{Files, Progress, Stage, load_files};
use dossier::{Fault, Faults};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::fixture::Fixture;

fn files(texts: &[(&str, String)]) -> Files {
    let mut files = Files::new();
    for (name, text) in texts {
        files.insert(*name, text.clone().into_bytes());
    }
    files
}

/// Files of the fixture as text, formatted by `spell`.
fn texts(fixture: &Fixture, spell: impl Fn(&Value) -> String) -> Vec<(&str, String)> {
    fixture.files.iter().map(|(name, value)| (name.as_str(), spell(value))).collect()
}

fn faults(texts: &[(&str, String)]) -> Faults {
    load_files(&files(texts), &mut |_| {}).expect_err("there are faults")
}

/// Text starting at the place of a fault.
fn from<'t>(texts: &'t [(&str, String)], fault: &Fault) -> &'t str {
    let (_, text) = texts.iter().find(|(name, _)| *name == fault.file).expect("the file has a text");
    let at = fault.at.unwrap_or_else(|| panic!("{fault} has a place"));
    let line = text.split_inclusive('\n').nth(at.line as usize - 1).expect("it has the line");
    let (column, _) = line.char_indices().nth(at.column as usize - 1).expect("it has the column");
    let begin = line.as_ptr() as usize - text.as_ptr() as usize + column;
    &text[begin..]
}

/// Each row: text of a file, then line and column of each fault in text order.
#[test]
fn fault_has_line_and_column_of_its_value() {
    type Places = &'static [(u32, u32, &'static str)];
    let table: [(&str, Places); 10] = [
        ("{\n  \"$schema\": \"schema/issues.schema.json\",\n  \"issues\": [\n    7\n  ]\n}", &[(4, 5, "issues[0]")]),
        ("{\"$schema\": \"schema/issues.schema.json\", \"issues\": {}}", &[(1, 52, "the file, issues")]),
        // A missing member is reported at its parent.
        ("\n {\"$schema\": \"schema/issues.schema.json\"}", &[(2, 2, "the file, issues")]),
        // Of two members with the same name the last counts.
        ("{\"$schema\": \"schema/issues.schema.json\", \"issues\": [1],\n\"issues\": [2]}", &[(2, 12, "issues[0]")]),
        (
            "{\"$schema\": \"schema/issues.schema.json\", \"issues\": [{\"id\": \"A\", \"id\": \"B\"}]}",
            &[(1, 71, "issue B, id")],
        ),
        // Names may contain escapes, columns count code points, and brackets inside strings are text.
        (
            "{\"$schema\": \"schema/issues.schema.json\", \"iss\\u0075es\": [{\"näme\\\"}]\": \"ä]\", \"id\": \"A\"}]}",
            &[(1, 71, "issue A, näme\"}]"), (1, 83, "issue A, id")],
        ),
        ("{\"$schema\": \"schema/issues.schema.json\", \"issues\": [\r\n\"a\"]}", &[(2, 1, "issues[0]")]),
        ("\"issues\"", &[(1, 1, "the file")]),
        ("{\n\t\"issues\": [1 2]}", &[(2, 15, "the file")]),
        ("{\"issues\": [\"", &[(1, 13, "the file")]),
    ];
    for (text, expected) in table {
        let fixture = Fixture::new();
        let mut all = texts(&fixture, Value::to_string);
        all.iter_mut().find(|(name, _)| *name == "issues.json").expect("it is there").1 = text.to_owned();
        let faults = faults(&all);
        let mut found: Vec<(u32, u32, String)> = Vec::new();
        for fault in faults.iter().filter(|fault| fault.file == "issues.json") {
            // Missing members of an item are not the subject of the table.
            if fault.rule.contains("is missing") && fault.field != "issues" {
                continue;
            }
            let at = fault.at.expect("it has a place");
            let field = if fault.field.is_empty() { String::new() } else { format!(", {}", fault.field) };
            found.push((at.line, at.column, format!("{}{field}", fault.item)));
        }
        found.sort();
        let found: Vec<(u32, u32, &str)> = found.iter().map(|(line, column, what)| (*line, *column, &**what)).collect();
        assert_eq!(found, expected, "{text}\n{faults}");
    }
}

#[test]
fn duplicate_id_fault_points_at_second_occurrence() {
    let mut fixture = Fixture::new();
    let again = fixture.item("questions", "ferries").clone();
    let questions = fixture.file("documents/harbour.json")["questions"].as_array_mut().expect("questions");
    questions.push(again);
    let all = texts(&fixture, |value| format!("{value:#}"));
    let faults = faults(&all);
    let [fault] = faults.iter().collect::<Vec<_>>()[..] else { panic!("{faults}") };
    let rest = from(&all, fault);
    assert!(rest.starts_with("\"ferries\""), "{rest}");
    assert!(!rest[1..].contains("\"ferries\""), "it is the last");
}

#[test]
fn invalid_utf_8_is_a_fault_at_its_first_invalid_byte() {
    let fixture = Fixture::new();
    let mut files = files(&texts(&fixture, Value::to_string));
    files.insert("issues.json", b"{\n \"\xff\"}".to_vec());
    let report = load_files(&files, &mut |_| {}).expect_err("a fault").to_string();
    assert!(report.starts_with("issues.json:2:3: the file: must be UTF-8, is not"), "{report}");
}

/// A byte order mark is skipped, and deep nesting does not overflow the stack.
#[test]
fn byte_order_mark_is_skipped_and_deep_nesting_is_a_fault() {
    let fixture = Fixture::new();
    let marked = texts(&fixture, |value| format!("\u{feff}{value}"));
    assert!(load_files(&files(&marked), &mut |_| {}).is_ok());
    let deep = format!("{{\"issues\": [{}{}]}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let mut all = texts(&fixture, Value::to_string);
    all.iter_mut().find(|(name, _)| *name == "issues.json").expect("it is there").1 = deep;
    let faults = faults(&all);
    assert!(faults.iter().any(|fault| fault.rule.contains("recursion limit") && fault.item.to_string() == "issues[0]"));
}

#[test]
fn progress_reaches_end_of_each_stage_in_order() {
    let fixture = Fixture::new();
    let mut reports: Vec<Progress> = Vec::new();
    load_files(&files(&texts(&fixture, Value::to_string)), &mut |progress| reports.push(progress)).expect("no faults");
    assert!(reports.is_sorted_by_key(|progress| (progress.stage, progress.done)));
    for stage in [Stage::Parsing, Stage::Items, Stage::Links] {
        let last = reports.iter().rfind(|progress| progress.stage == stage).expect("the stage is reported");
        assert!(last.done <= last.total && last.done * 10 > last.total * 8, "{last:?}");
    }
    assert!(reports.len() < 310, "{}", reports.len());
}

proptest! {
    /// A random string is replaced by a unique number, so that the fault about it can be identified.
    #[test]
    fn fault_points_at_the_invalid_value(file in any::<Index>(), place in any::<Index>(), indented in any::<bool>()) {
        let mut fixture = Fixture::new();
        let names: Vec<String> = fixture.files.keys().cloned().collect();
        let name = file.get(&names);
        let value = fixture.file(name);
        let mut pointers = Vec::new();
        strings(value, String::new(), &mut pointers);
        let pointer = place.get(&pointers);
        *value.pointer_mut(pointer).expect("it is there") = json!(987_654_321);
        let all = texts(&fixture, |value| if indented { format!("{value:#}") } else { value.to_string() });
        let faults = faults(&all);
        let shape = faults.iter().find(|fault| fault.rule.ends_with("is 987654321"));
        let fault = shape.unwrap_or_else(|| panic!("{pointer} of {name} has a fault:\n{faults}"));
        prop_assert!(from(&all, fault).starts_with("987654321"), "{}", fault);
    }
}

/// JSON pointers to all strings inside a value.
fn strings(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| strings(value, format!("{at}/{name}"), found));
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, value)| strings(value, format!("{at}/{index}"), found));
        }
        Value::String(_) => found.push(at),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
