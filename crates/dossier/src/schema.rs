//! JSON Schema 2020-12 of the files of `seeds/`, generated from the types of [`model`](crate::model).
//!
//! What is published is what is enforced: [`load`](fn@crate::load) checks each file against these very schemas. A rule that a
//! schema can say is said here, so that any program can check it; a rule across items is left to the loader.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::export::FileMetadata;
use crate::fingerprint::Fingerprints;
use crate::model::{CodedDocument, Cover, Former, Issue, Stakeholder};
use crate::versions::Versions;

/// A file of `seeds/`: `$schema`, then the members of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedFile<T> {
    /// Where the file's schema lies, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// All the rest.
    #[serde(flatten)]
    pub content: T,
}

impl<T: Content> From<T> for SeedFile<T> {
    fn from(content: T) -> Self {
        Self { schema: T::LINK.to_owned(), content }
    }
}

/// What a file of `seeds/` holds besides `$schema`.
pub trait Content: JsonSchema {
    /// The file's `$schema`: where its schema lies, relative to the file.
    const LINK: &'static str;
    /// The schema's title.
    const TITLE: &'static str;

    /// The schema's file name.
    #[must_use]
    fn schema_file() -> &'static str {
        Self::LINK.rsplit('/').next().unwrap_or(Self::LINK)
    }

    /// The schema of a whole file with this content.
    #[must_use]
    fn schema() -> Value {
        let mut schema = SchemaSettings::draft2020_12()
            .with_transform(RecursiveTransform(close_strings))
            .with_transform(RecursiveTransform(unlink_description))
            .into_generator()
            .into_root_schema_for::<Self>();
        schema.insert("$id".to_owned(), Self::schema_file().into());
        schema.insert("title".to_owned(), Self::TITLE.into());
        let mut value = schema.to_value();
        value["properties"]["$schema"] = json!({
            "type": "string",
            "const": Self::LINK,
            "description": "Where this file's schema lies, relative to the file."
        });
        if let Some(required) = value["required"].as_array_mut() {
            required.insert(0, "$schema".into());
        }
        value
    }
}

/// `seeds/stakeholders.json`: the registry of stakeholders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stakeholders {
    /// Every stakeholder of every document.
    pub stakeholders: Vec<Stakeholder>,
}

/// `seeds/issues.json`: the registry of issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issues {
    /// Every issue of every document.
    pub issues: Vec<Issue>,
}

/// `seeds/former.json`: the ids that the dossier once had. A dossier is whole without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerIds {
    /// Every former id, each once of its kind.
    pub former: Vec<Former>,
}

/// A whole dossier in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// What the file says of itself, where it was exported from the page: it may hold a part of a dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export: Option<FileMetadata>,
    /// What the dossier is.
    pub dossier: Cover,
    /// The registry of stakeholders, shared by all documents.
    pub stakeholders: Vec<Stakeholder>,
    /// The registry of issues, shared by all documents.
    pub issues: Vec<Issue>,
    /// The documents that the dossier lists, in any order.
    pub documents: Vec<CodedDocument>,
    /// The ids that the dossier once had; a dossier is whole without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Former>,
    /// The fingerprints of the documents' passages; a dossier is whole without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fingerprints: Vec<Fingerprints>,
}

impl Content for Cover {
    const LINK: &'static str = "schema/dossier.schema.json";
    const TITLE: &'static str = "Dossier";
}

impl Content for Stakeholders {
    const LINK: &'static str = "schema/stakeholders.schema.json";
    const TITLE: &'static str = "Stakeholders";
}

impl Content for Issues {
    const LINK: &'static str = "schema/issues.schema.json";
    const TITLE: &'static str = "Issues";
}

impl Content for CodedDocument {
    const LINK: &'static str = "../schema/document.schema.json";
    const TITLE: &'static str = "Coded document";
}

impl Content for Fingerprints {
    const LINK: &'static str = "../schema/fingerprints.schema.json";
    const TITLE: &'static str = "Fingerprints";
}

impl Content for Versions {
    const LINK: &'static str = "schema/versions.schema.json";
    const TITLE: &'static str = "Versions";
}

impl Content for FormerIds {
    const LINK: &'static str = "schema/former.schema.json";
    const TITLE: &'static str = "Former ids";
}

impl Content for Bundle {
    const LINK: &'static str = "schema/bundle.schema.json";
    const TITLE: &'static str = "Bundle";
}

/// Every schema with its file name, as they lie in `seeds/schema/`.
#[must_use]
pub fn files() -> Vec<(&'static str, Value)> {
    vec![
        (Cover::schema_file(), Cover::schema()),
        (Stakeholders::schema_file(), Stakeholders::schema()),
        (Issues::schema_file(), Issues::schema()),
        (CodedDocument::schema_file(), CodedDocument::schema()),
        (FormerIds::schema_file(), FormerIds::schema()),
        (Fingerprints::schema_file(), Fingerprints::schema()),
        (Versions::schema_file(), Versions::schema()),
        (Bundle::schema_file(), Bundle::schema()),
    ]
}

/// What a string must match that says nothing else about itself: something other than white space.
pub(crate) const NOT_BLANK: &str = r"\S";

/// No text of a dossier is blank: whoever has nothing to say writes `null` or leaves the list empty.
fn close_strings(schema: &mut Schema) {
    let is_string = match schema.get("type") {
        Some(Value::Array(types)) => types.contains(&Value::from("string")),
        Some(name) => name == "string",
        None => false,
    };
    if is_string && schema.get("const").is_none() && schema.get("pattern").is_none() {
        schema.insert("pattern".to_owned(), NOT_BLANK.into());
    }
}

/// Descriptions come from doc comments; outside of rustdoc their links lead nowhere.
fn unlink_description(schema: &mut Schema) {
    let Some(Value::String(description)) = schema.get_mut("description") else { return };
    let mut plain = String::with_capacity(description.len());
    let mut rest = description.as_str();
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let (label, after) = link.split_once(']').unwrap_or((link, ""));
        plain.push_str(label);
        rest = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    *description = plain;
}
