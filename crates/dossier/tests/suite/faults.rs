//! Each rule of the data model: a violation, and the reported fault.

mod report;
mod rules;
mod shape;

use dossier::{Fault, Faults};
use serde_json::Value;

use crate::fixture::Fixture;

pub(crate) const COVER: &str = "dossier.json";
pub(crate) const STAKEHOLDERS: &str = "stakeholders.json";
pub(crate) const ISSUES: &str = "issues.json";
pub(crate) const HARBOUR: &str = "documents/harbour.json";
pub(crate) const SEQUEL: &str = "documents/sequel.json";

/// File, item, field, value to put there, and part of the rule that this violates at the same place.
type Row = (&'static str, &'static str, &'static str, Value, &'static str);

/// Change that violates a rule, then the file, item and field of the fault and part of the rule.
type Change = (fn(&mut Fixture), &'static str, &'static str, &'static str, &'static str);

/// Asserts that each row causes exactly one fault, at the place changed.
fn assert_rows<const N: usize>(rows: [Row; N]) {
    for (file, item, field, value, rule) in rows {
        let mut fixture = Fixture::new();
        *fixture.place(file, item, field) = value.clone();
        assert_one(fixture.load().err(), &format!("{value} in {item}, {field}"), (file, item, field), rule);
    }
}

/// Asserts that each change causes exactly one fault.
fn assert_changes(changes: &[Change]) {
    for (number, &(change, file, item, field, rule)) in changes.iter().enumerate() {
        let mut fixture = Fixture::new();
        change(&mut fixture);
        assert_one(fixture.load().err(), &format!("change {number}"), (file, item, field), rule);
    }
}

fn assert_one(faults: Option<Faults>, name: &str, place: (&str, &str, &str), rule: &str) {
    let faults = faults.unwrap_or_else(|| panic!("{name} has a fault"));
    let found: Vec<&Fault> = faults.iter().collect();
    let [fault] = found[..] else { panic!("{name} has one fault, not:\n{faults}") };
    assert_eq!((fault.file.as_str(), fault.item.to_string().as_str(), fault.field.as_str()), place, "{name}: {fault}");
    assert!(fault.rule.contains(rule), "{name} says \"{rule}\": {fault}");
}

fn remove(value: &mut Value, member: &str) {
    value.as_object_mut().expect("an object").remove(member).expect("the member is there");
}

fn push(list: &mut Value, value: Value) {
    list.as_array_mut().expect("an array").push(value);
}
