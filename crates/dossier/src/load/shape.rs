//! Checks a file's JSON against its published [schema](crate::schema), and reports every fault, not only the first.
//!
//! An interpreter of just the keywords that our schemas use. The well-kept validators bring in several regular expression
//! engines and would be compiled before each build of the page; and a deserializer stops at its first error.

use std::collections::HashSet;
use std::ops::ControlFlow;

use serde_json::{Map, Value};

use super::json_path::{JsonPath, Step};
use crate::fingerprint::{self, Fingerprint};
use crate::schema::NOT_BLANK;
use crate::{Date, Digest, date, digest, id};

/// A schema, or a part of one.
#[derive(Clone, Copy)]
pub(super) struct Schema<'s> {
    /// The whole, which references lead into.
    root: &'s Value,
    /// What a value is checked against.
    own: &'s Value,
}

impl<'s> Schema<'s> {
    /// A whole schema.
    pub(super) const fn new(root: &'s Value) -> Self {
        Self { root, own: root }
    }

    /// What it says of the elements of a list.
    pub(super) fn element(self, list: &str) -> Self {
        let own = &self.resolved().own["properties"][list]["items"];
        Self { own, ..self }.resolved()
    }

    /// Where it leads, if it does nothing but lead elsewhere.
    fn resolved(self) -> Self {
        let target = self.own["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
        let own = target.and_then(|to| self.root.pointer(to)).unwrap_or(self.own);
        Self { own, ..self }
    }
}

/// A step from a value to one inside it.
#[derive(Clone, Copy)]
enum Inside<'a> {
    Member(&'a str),
    Element(usize),
}

/// Calls `report` with the place and the rule of everything in `value` that `schema` does not allow.
pub(super) fn check(schema: Schema, value: &Value, report: &mut dyn FnMut(JsonPath, String)) {
    Checker { root: schema.root, path: Vec::new(), report }.value(schema.own, value);
}

struct Checker<'a, 'r> {
    root: &'a Value,
    path: Vec<Inside<'a>>,
    report: &'r mut dyn FnMut(JsonPath, String),
}

impl<'a> Checker<'a, '_> {
    fn fault(&mut self, rule: String) {
        let step = |step: &Inside| match *step {
            Inside::Member(name) => Step::Member(name.to_owned()),
            Inside::Element(index) => Step::Element(index),
        };
        (self.report)(JsonPath(self.path.iter().map(step).collect()), rule);
    }

    /// Runs `check` one step further in.
    fn inside(&mut self, step: Inside<'a>, check: impl FnOnce(&mut Self)) {
        self.path.push(step);
        check(self);
        self.path.pop();
    }

    fn value(&mut self, schema: &'a Value, value: &'a Value) {
        if let Some(target) = schema["$ref"].as_str() {
            let root = self.root;
            self.value(target.strip_prefix('#').and_then(|to| root.pointer(to)).unwrap_or(&Value::Null), value);
        }
        if let Some(either) = schema["anyOf"].as_array() {
            self.nullable(either, value);
        }
        if let Some(words) = schema["oneOf"].as_array() {
            self.word(words, value);
        }
        if let Some(expected) = schema["const"].as_str().filter(|&expected| value != expected) {
            self.fault(format!("must be \"{expected}\", is {}", shown(value)));
            return;
        }
        if self.type_of(&schema["type"], value).is_break() {
            return;
        }
        match value {
            Value::Object(members) => self.object(schema, members),
            Value::Array(elements) => self.array(schema, elements),
            Value::String(text) => self.string(schema, text),
            Value::Number(_) => self.number(schema, value),
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// `anyOf` says in our schemas that something may be `null`.
    fn nullable(&mut self, either: &'a [Value], value: &'a Value) {
        let is_null = |schema: &&Value| schema["type"] == "null";
        if value.is_null() && either.iter().any(|schema| is_null(&schema)) {
            return;
        }
        for schema in either.iter().filter(|schema| !is_null(schema)) {
            self.value(schema, value);
        }
    }

    /// `oneOf` lists in our schemas the words of a closed set.
    fn word(&mut self, words: &[Value], value: &Value) {
        let words: Vec<&str> = words.iter().filter_map(|word| word["const"].as_str()).collect();
        if !words.iter().any(|word| value == word) {
            self.fault(format!("must be one of {}, is {}", words.join(", "), shown(value)));
        }
    }

    fn type_of(&mut self, types: &Value, value: &Value) -> ControlFlow<()> {
        let names: Vec<&str> = match types {
            Value::String(name) => vec![name],
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => return ControlFlow::Continue(()),
        };
        let is = |name: &&str| match *name {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            _ => false,
        };
        if names.iter().any(is) {
            return ControlFlow::Continue(());
        }
        self.fault(format!("must be of type {}, is {}", names.join(" or "), shown(value)));
        ControlFlow::Break(())
    }

    fn object(&mut self, schema: &'a Value, members: &'a Map<String, Value>) {
        let Some(known) = schema["properties"].as_object() else { return };
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !members.contains_key(name) {
                self.inside(Inside::Member(name), |inside| inside.fault("is missing: add it".to_owned()));
            }
        }
        for (name, value) in members {
            self.inside(Inside::Member(name), |inside| match known.get(name) {
                Some(schema) => inside.value(schema, value),
                None => inside.fault(format!("is not a field here: remove it, or spell it as one of {}", list(known))),
            });
        }
    }

    fn array(&mut self, schema: &'a Value, elements: &'a [Value]) {
        let length = elements.len() as u64;
        let least = schema["minItems"].as_u64().unwrap_or(0);
        let most = schema["maxItems"].as_u64().unwrap_or(u64::MAX);
        if length < least {
            self.fault(format!("must hold at least {least}, holds {length}"));
        } else if length > most {
            self.fault(format!("must hold at most {most}, holds {length}"));
        }
        let unique = schema["uniqueItems"] == true;
        let mut seen = HashSet::new();
        for (index, element) in elements.iter().enumerate() {
            self.inside(Inside::Element(index), |inside| {
                inside.value(&schema["items"], element);
                if unique && !seen.insert(element) {
                    inside.fault(format!("must be listed once, {} stands here again: remove it", shown(element)));
                }
            });
        }
    }

    fn string(&mut self, schema: &Value, text: &str) {
        let (holds, expected) = match schema["pattern"].as_str() {
            Some(NOT_BLANK) => (text.chars().any(|character| !character.is_whitespace()), "more than white space"),
            Some(id::PATTERN) => {
                (id::is_kebab_case(text), "an id in kebab-case: runs of a-z and 0-9, joined by hyphens")
            }
            Some(date::PATTERN) => (
                text.parse::<Date>().is_ok(),
                "a date that exists, written as exactly as it is known: 2025-08-18, 2025-08 or 2025",
            ),
            Some(fingerprint::PATTERN) => (Fingerprint::from_hex(text).is_some(), "8 lower-case hex digits"),
            Some(digest::PATTERN) => (Digest::from_hex(text).is_some(), "a SHA-256: 64 lower-case hex digits"),
            Some(_) | None => return,
        };
        if !holds {
            self.fault(format!("must be {expected}, is \"{text}\""));
        }
    }

    /// All numbers of our schemas count something in 32 bits.
    fn number(&mut self, schema: &Value, value: &Value) {
        let Some(least) = schema["minimum"].as_u64() else { return };
        if value.as_u64().is_none_or(|number| number < least || number > u64::from(u32::MAX)) {
            self.fault(format!("must be a whole number from {least} to {}, is {value}", u32::MAX));
        }
    }
}

fn list(members: &Map<String, Value>) -> String {
    members.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A value, or what it is where it is too long to be shown.
fn shown(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keywords that the checker reads, and those that say nothing about what is allowed.
    const READ: [&str; 14] = [
        "$ref",
        "additionalProperties",
        "anyOf",
        "const",
        "items",
        "maxItems",
        "minItems",
        "minimum",
        "oneOf",
        "pattern",
        "properties",
        "required",
        "type",
        "uniqueItems",
    ];
    const SAY_NOTHING: [&str; 7] = ["$defs", "$id", "$schema", "default", "description", "format", "title"];

    fn assert_known(schema: &Value) {
        for (keyword, value) in schema.as_object().expect("a schema is an object") {
            let keyword = keyword.as_str();
            assert!(READ.contains(&keyword) || SAY_NOTHING.contains(&keyword), "nothing reads {keyword}: {value}");
            match keyword {
                "$defs" | "properties" => {
                    value.as_object().into_iter().flatten().for_each(|(_, schema)| assert_known(schema));
                }
                "anyOf" | "oneOf" => value.as_array().into_iter().flatten().for_each(assert_known),
                "items" => assert_known(value),
                "additionalProperties" => assert_eq!(value, false, "objects are closed"),
                "format" => assert_eq!(value, "uint32", "numbers are 32 bits"),
                "pattern" => {
                    let patterns = [NOT_BLANK, id::PATTERN, date::PATTERN, digest::PATTERN, fingerprint::PATTERN];
                    assert!(patterns.iter().any(|pattern| value == pattern), "nothing reads the pattern {value}");
                }
                _ => {}
            }
        }
        if schema["type"] == "object" {
            assert_eq!(schema["additionalProperties"], false, "objects are closed: {schema}");
        }
        if schema["type"] == "integer" {
            assert!(schema["minimum"].is_u64(), "numbers have a minimum: {schema}");
        }
    }

    #[test]
    fn every_keyword_of_the_published_schemas_is_enforced() {
        // The log of versions is no part of a dossier: `versions` reads it, and makes it.
        for (_, schema) in crate::schema::files().into_iter().filter(|(name, _)| *name != "versions.schema.json") {
            assert_known(&schema);
        }
    }
}
