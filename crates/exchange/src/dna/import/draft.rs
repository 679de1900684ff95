//! The files of a dossier as far as an event list says them, in the order of the data model.
//!
//! An empty word, sentence or list stands where somebody has to say something: each of them is a fault that
//! `dossier::load` names. `null` stands where nothing need be said.

use dossier::{Evidence, When};
use serde::Serialize;

/// `stakeholders` of a position's attribution, and other lists that start empty.
type Nothing = [(); 0];

/// `dossier.json`.
#[derive(Serialize)]
pub(super) struct Cover {
    #[serde(rename = "$schema")]
    link: &'static str,
    schema: &'static str,
    id: &'static str,
    title: &'static str,
    description: &'static str,
    language: &'static str,
    license: &'static str,
    documents: Vec<String>,
}

impl Cover {
    pub(super) fn of(documents: Vec<String>) -> Self {
        Self {
            link: "schema/dossier.schema.json",
            schema: dossier::SCHEMA,
            id: "",
            title: "",
            description: "",
            language: "",
            license: "",
            documents,
        }
    }
}

/// `stakeholders.json`.
#[derive(Serialize)]
pub(super) struct Stakeholders {
    #[serde(rename = "$schema")]
    link: &'static str,
    stakeholders: Vec<Stakeholder>,
}

impl Stakeholders {
    pub(super) fn of(stakeholders: Vec<Stakeholder>) -> Self {
        Self { link: "schema/stakeholders.schema.json", stakeholders }
    }
}

#[derive(Serialize)]
pub(super) struct Stakeholder {
    id: String,
    name: String,
    kind: &'static str,
    role: Option<String>,
    affiliation: Option<String>,
    camp: &'static str,
    anonymous: bool,
    aliases: Nothing,
    mentions: Nothing,
}

impl Stakeholder {
    /// The column says that it is a person; of the others it does not say what they are.
    pub(super) fn of(id: String, name: String, is_person: bool, affiliation: Option<String>) -> Self {
        let kind = if is_person { dossier::StakeholderKind::Person.word() } else { "" };
        Self { id, name, kind, role: None, affiliation, camp: "", anonymous: false, aliases: [], mentions: [] }
    }
}

/// `issues.json`.
#[derive(Serialize)]
pub(super) struct Issues {
    #[serde(rename = "$schema")]
    link: &'static str,
    issues: Vec<Issue>,
}

impl Issues {
    pub(super) fn of(issues: Vec<Issue>) -> Self {
        Self { link: "schema/issues.schema.json", issues }
    }
}

#[derive(Serialize)]
pub(super) struct Issue {
    id: String,
    name: String,
    proposition: &'static str,
    definition: &'static str,
    topic: &'static str,
}

impl Issue {
    pub(super) fn of(id: String, name: String) -> Self {
        Self { id, name, proposition: "", definition: "", topic: "" }
    }
}

/// The name of a document's file.
pub(super) fn document_file(id: &str) -> String {
    format!("documents/{id}.json")
}

/// `documents/<id>.json`.
#[derive(Serialize)]
pub(super) struct Coded {
    #[serde(rename = "$schema")]
    link: &'static str,
    document: Document,
    pub(super) positions: Vec<Position>,
    quotes: Nothing,
    events: Nothing,
    questions: Nothing,
    uncoded: Nothing,
}

impl Coded {
    pub(super) fn of(document: Document, positions: Vec<Position>) -> Self {
        let link = "../schema/document.schema.json";
        Self { link, document, positions, quotes: [], events: [], questions: [], uncoded: [] }
    }
}

#[derive(Serialize)]
pub(super) struct Document {
    pub(super) id: String,
    pub(super) published: String,
    pub(super) dateline: String,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: String,
    pub(super) paragraphs: u32,
    pub(super) text_sha256: String,
    pub(super) normalization: &'static str,
    pub(super) offset_unit: &'static str,
}

#[derive(Serialize)]
struct Attribution {
    kind: &'static str,
    by: Nothing,
    cue: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Position {
    id: String,
    stakeholder: String,
    issue: String,
    stance: &'static str,
    conditions: Nothing,
    summary: &'static str,
    attribution: Attribution,
    date: When,
    evidence: Vec<Evidence>,
    quotes: Nothing,
    supersedes: Option<String>,
    confidence: &'static str,
    note: Option<String>,
}

impl Position {
    pub(super) fn of(
        id: String,
        stakeholder: String,
        issue: String,
        agrees: bool,
        date: When,
        evidence: Vec<Evidence>,
    ) -> Self {
        let stance = if agrees { dossier::Stance::Supports } else { dossier::Stance::Opposes };
        Self {
            id,
            stakeholder,
            issue,
            stance: stance.word(),
            conditions: [],
            summary: "",
            attribution: Attribution { kind: "", by: [], cue: None },
            date,
            evidence,
            quotes: [],
            supersedes: None,
            confidence: "",
            note: None,
        }
    }
}

/// A file's text.
///
/// # Panics
/// Never: these types have names for keys and no numbers that JSON cannot write.
pub(super) fn json(file: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(file).expect("a draft is JSON");
    text.push('\n');
    text
}
