//! Files of a draft dossier, with fields in the order of the data model.
//!
//! Fields to complete are empty strings or lists, each of which `dossier::load` reports as a fault. Optional fields are
//! `null`.

use dossier::author::write::written;
use dossier::schema::{Content as _, SeedFile};
use dossier::{CodedDocument, Cover, DocumentId, Evidence, Issue, IssueKind, StakeholderKind, Stance, When};
use serde::Serialize;

/// Placeholder in fields that the author has to complete.
const TO_COMPLETE: &str = "";

/// An empty list in the JSON.
type Empty = [(); 0];

/// `dossier.json`.
pub(super) fn cover(documents: Vec<DocumentId>) -> String {
    written(&SeedFile::from(Cover {
        schema: dossier::SCHEMA.to_owned(),
        id: TO_COMPLETE.to_owned(),
        title: TO_COMPLETE.to_owned(),
        description: TO_COMPLETE.to_owned(),
        language: TO_COMPLETE.to_owned(),
        license: TO_COMPLETE.to_owned(),
        documents,
    }))
}

/// `stakeholders.json`.
pub(super) fn stakeholders(stakeholders: Vec<Stakeholder>) -> String {
    #[derive(Serialize)]
    struct File {
        #[serde(rename = "$schema")]
        schema: &'static str,
        stakeholders: Vec<Stakeholder>,
    }
    written(&File { schema: dossier::schema::Stakeholders::LINK, stakeholders })
}

/// `issues.json`.
pub(super) fn issues(issues: Vec<Issue>) -> String {
    written(&SeedFile::from(dossier::schema::Issues { issues }))
}

/// A draft of an issue of which only the name is known.
pub(super) fn issue(id: &str, name: &str) -> Issue {
    let [proposition, definition, topic] = [TO_COMPLETE; 3].map(str::to_owned);
    Issue { id: id.into(), name: name.to_owned(), kind: IssueKind::Proposal, proposition, definition, topic }
}

/// A [`Stakeholder`](dossier::Stakeholder) in which unknown fields are empty.
#[derive(Serialize)]
pub(super) struct Stakeholder {
    id: String,
    name: String,
    kind: &'static str,
    role: Option<String>,
    affiliation: Option<String>,
    camp: &'static str,
    anonymous: bool,
    aliases: Empty,
    mentions: Empty,
}

impl Stakeholder {
    /// Creates a stakeholder. Lists tell persons from others, but not the kind of the others.
    pub(super) fn of(id: String, name: String, is_person: bool, affiliation: Option<String>) -> Self {
        let kind = if is_person { StakeholderKind::Person.word() } else { TO_COMPLETE };
        Self { id, name, kind, role: None, affiliation, camp: TO_COMPLETE, anonymous: false, aliases: [], mentions: [] }
    }
}

/// Path of a document's file.
pub(super) fn document_file(id: &str) -> String {
    format!("documents/{id}.json")
}

/// `documents/<id>.json`.
#[derive(Serialize)]
pub(super) struct Coded {
    #[serde(rename = "$schema")]
    schema: &'static str,
    document: Document,
    pub(super) positions: Vec<Position>,
    quotes: Empty,
    events: Empty,
    questions: Empty,
    uncoded: Empty,
}

impl Coded {
    pub(super) fn of(document: Document, positions: Vec<Position>) -> Self {
        let schema = CodedDocument::LINK;
        Self { schema, document, positions, quotes: [], events: [], questions: [], uncoded: [] }
    }

    /// JSON of the file.
    pub(super) fn file(&self) -> String {
        written(self)
    }
}

/// A [`Document`](dossier::Document) in which unknown fields are empty.
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
    by: Empty,
    cue: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Position {
    id: String,
    stakeholder: String,
    issue: String,
    stance: &'static str,
    conditions: Empty,
    summary: &'static str,
    attribution: Attribution,
    date: When,
    evidence: Vec<Evidence>,
    quotes: Empty,
    supersedes: Option<String>,
    confidence: &'static str,
    note: Option<String>,
}

impl Position {
    pub(super) fn of(
        id: String,
        stakeholder: String,
        issue: String,
        stance: Option<Stance>,
        date: When,
        evidence: Vec<Evidence>,
    ) -> Self {
        Self {
            id,
            stakeholder,
            issue,
            stance: stance.map_or(TO_COMPLETE, Stance::word),
            conditions: [],
            summary: TO_COMPLETE,
            attribution: Attribution { kind: TO_COMPLETE, by: [], cue: None },
            date,
            evidence,
            quotes: [],
            supersedes: None,
            confidence: TO_COMPLETE,
            note: None,
        }
    }
}
