//! JSON Schema 2020-12 of the files of `seeds/`, generated from the types of [`model`](crate::model).
//!
//! [`load`](fn@crate::load) validates each file against these same schemas. Every rule that JSON Schema can express is
//! expressed here, so that any program can check it; rules across items are left to the loader.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::export::FileMetadata;
use crate::fingerprint::Fingerprints;
use crate::model::{CodedDocument, Cover, Former, Issue, Stakeholder};
use crate::versions::Versions;

/// File of `seeds/`: `$schema`, then the members of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeedFile<T> {
    /// Path of the file's schema, relative to the file.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// Content of the file.
    #[serde(flatten)]
    pub content: T,
}

impl<T: Content> From<T> for SeedFile<T> {
    fn from(content: T) -> Self {
        Self { schema: T::LINK.to_owned(), content }
    }
}

/// Content of a file of `seeds/` besides `$schema`.
pub trait Content: JsonSchema {
    /// Value of the file's `$schema`: the path of its schema, relative to the file.
    const LINK: &'static str;
    /// Title of the schema.
    const TITLE: &'static str;

    /// File name of the schema.
    #[must_use]
    fn schema_file() -> &'static str {
        Self::LINK.rsplit('/').next().unwrap_or(Self::LINK)
    }

    /// Schema of a whole file with this content.
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
            "description": "Path of this file's schema, relative to the file."
        });
        if let Some(required) = value["required"].as_array_mut() {
            required.insert(0, "$schema".into());
        }
        value
    }
}

/// Registry of stakeholders (`seeds/stakeholders.json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stakeholders {
    /// Stakeholders of all documents.
    pub stakeholders: Vec<Stakeholder>,
}

/// Registry of issues (`seeds/issues.json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issues {
    /// Issues of all documents.
    pub issues: Vec<Issue>,
}

/// Former ids of the dossier (`seeds/former.json`). Optional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerIds {
    /// Former ids, each once per kind.
    pub former: Vec<Former>,
}

/// Whole dossier in one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Metadata of an export from the page. The file may then hold a part of a dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export: Option<FileMetadata>,
    /// Cover of the dossier.
    pub dossier: Cover,
    /// Stakeholders of all documents.
    pub stakeholders: Vec<Stakeholder>,
    /// Issues of all documents.
    pub issues: Vec<Issue>,
    /// Documents that the cover lists, in any order.
    pub documents: Vec<CodedDocument>,
    /// Former ids of the dossier. Optional.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Former>,
    /// Fingerprints of the documents' passages. Optional.
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

/// All schemas with their file names in `seeds/schema/`.
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

/// Default pattern of strings: at least one character that is not white space.
pub(crate) const NOT_BLANK: &str = r"\S";

/// Forbids blank strings: an absent text is `null`, or the list is empty.
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

/// Removes Markdown links from descriptions: they come from doc comments and resolve only in rustdoc.
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
