//! Published schemas.

use dossier::schema::{Issues, SeedFile, files};
use dossier::{Basis, Stance};
use serde_json::{Value, json};

fn schema(name: &str) -> Value {
    files().into_iter().find(|(file, _)| *file == name).expect("the schema is published").1
}

#[test]
fn every_kind_of_file_has_a_schema() {
    let names: Vec<&str> = files().into_iter().map(|(file, _)| file).collect();
    let expected = ["dossier", "stakeholders", "issues", "document", "former", "fingerprints", "versions", "bundle"];
    assert_eq!(names, expected.map(|name| format!("{name}.schema.json")));
    for (file, schema) in files() {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], file);
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{file} says what it is");
        assert_eq!(schema["additionalProperties"], false, "{file} is closed");
        assert_eq!(schema["required"][0], "$schema");
    }
}

#[test]
fn vocabularies_are_listed_in_order_with_descriptions() {
    let words = |name: &str| -> Vec<Value> {
        let values = schema("document.schema.json")["$defs"][name]["oneOf"].as_array().expect("words").clone();
        assert!(values.iter().all(|value| value["description"].is_string()));
        values.into_iter().map(|value| value["const"].clone()).collect()
    };
    assert_eq!(words("Stance"), Stance::ALL.iter().map(|stance| json!(stance.word())).collect::<Vec<_>>());
    assert_eq!(words("Basis"), Basis::ALL.iter().map(|basis| json!(basis.word())).collect::<Vec<_>>());
}

#[test]
fn every_field_has_a_description() {
    fn assert_described(schema: &Value, place: &str) {
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            assert!(field["description"].is_string(), "{place}.{name}");
            assert_described(field, &format!("{place}.{name}"));
        }
        for (name, part) in schema["$defs"].as_object().into_iter().flatten() {
            assert_described(part, &format!("{place} {name}"));
        }
        for part in schema.get("items").into_iter().chain(schema["anyOf"].as_array().into_iter().flatten()) {
            assert_described(part, place);
        }
    }
    for (file, schema) in files() {
        assert_described(&schema, file);
    }
}

#[test]
fn descriptions_contain_no_rustdoc_links() {
    for (file, schema) in files() {
        let text = schema.to_string();
        assert!(!text.contains("crate::") && !text.contains("[`"), "{file}: {text}");
    }
}

#[test]
fn serialized_file_starts_with_schema_member() {
    let file = SeedFile::from(Issues { issues: Vec::new() });
    let text = serde_json::to_string(&file).expect("it is JSON");
    assert_eq!(text, r#"{"$schema":"schema/issues.schema.json","issues":[]}"#);
}
