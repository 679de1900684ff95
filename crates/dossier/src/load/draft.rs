//! A dossier as far as it can be read: every item by itself, so that a broken one does not hide its neighbours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;

use super::diagnostics::{Diagnostics, Subject};
use super::files::{COVER, DOCUMENTS, FORMER, Files, Form, ISSUES, STAKEHOLDERS};
use super::json_path::{JsonPath, Step};
use super::links::Link;
use super::part::{Part, Reporter};
use super::shape::Schema;
use super::source::Sources;
use crate::id::is_kebab_case;
use crate::item::{Item, RecordKind};
use crate::model::{
    CodedDocument, Cover, Document, Dossier, Event, Former, Issue, Position, Question, Quote, Stakeholder, Uncoded,
};
use crate::progress::{Meter, Stage};
use crate::schema::{Bundle, Content, FormerIds, Issues, Stakeholders};

/// A dossier that may have faults.
pub(super) struct Draft<'f> {
    pub(super) cover: Option<Cover>,
    pub(super) stakeholders: List<'f, Stakeholder>,
    pub(super) issues: List<'f, Issue>,
    pub(super) documents: Vec<DocumentDraft<'f>>,
    pub(super) former: List<'f, Former>,
}

/// A document that may have faults.
pub(super) struct DocumentDraft<'f> {
    pub(super) file: &'f str,
    /// The byte of the file where it stands.
    pub(super) anchor: usize,
    /// The way to it from the file: `documents[2].`, or nothing.
    pub(super) prefix: String,
    /// What its metadata is called, and where that stands.
    pub(super) item: Item,
    pub(super) metadata: usize,
    /// The id that the file's name says; in a bundle, its own.
    pub(super) id: String,
    pub(super) document: Option<Document>,
    pub(super) positions: List<'f, Position>,
    pub(super) quotes: List<'f, Quote>,
    pub(super) events: List<'f, Event>,
    pub(super) questions: List<'f, Question>,
    pub(super) uncoded: List<'f, Uncoded>,
    /// The paragraphs that items rest on, those of broken items included.
    pub(super) coded: BTreeSet<u32>,
}

/// The items of one kind in one file.
pub(super) struct List<'f, T> {
    pub(super) file: &'f str,
    /// Whether the file has the list at all. Where it has not, nobody knows which ids there are.
    pub(super) readable: bool,
    pub(super) entries: Vec<Entry<T>>,
}

/// An item that may have faults.
pub(super) struct Entry<T> {
    pub(super) item: Item,
    /// The byte of the file where it stands.
    pub(super) anchor: usize,
    pub(super) id: Option<String>,
    /// What it points to, broken or not.
    pub(super) links: Vec<Link>,
    /// `None` where it cannot be read.
    pub(super) value: Option<T>,
}

/// The schemas of a dossier's files.
pub(super) struct Schemas {
    cover: Value,
    stakeholders: Value,
    issues: Value,
    document: Value,
    former: Value,
    bundle: Value,
}

impl Schemas {
    /// Made once: it takes longer than to read a small dossier.
    pub(super) fn get() -> &'static Self {
        static SCHEMAS: OnceLock<Schemas> = OnceLock::new();
        SCHEMAS.get_or_init(|| Self {
            cover: Cover::schema(),
            stakeholders: Stakeholders::schema(),
            issues: Issues::schema(),
            document: CodedDocument::schema(),
            former: FormerIds::schema(),
            bundle: Bundle::schema(),
        })
    }
}

/// The lists of a document.
const LISTS: [&str; 5] = [
    RecordKind::Position.member(),
    RecordKind::Quote.member(),
    RecordKind::Event.member(),
    RecordKind::Question.member(),
    RecordKind::Uncoded.member(),
];

/// The lists of a bundle.
pub(super) const BUNDLE_LISTS: [&str; 5] = [
    RecordKind::Stakeholder.member(),
    RecordKind::Issue.member(),
    "documents",
    RecordKind::Former.member(),
    "fingerprints",
];

/// Reads every file of a dossier.
pub(super) fn read<'f>(
    files: &'f Files,
    schemas: &'f Schemas,
    sources: &mut Sources<'f>,
    diagnostics: &mut Diagnostics,
    meter: &mut Meter,
) -> Draft<'f> {
    meter.begin(Stage::Parsing, files.size());
    match &files.0 {
        Form::Folder(files) => {
            for (name, bytes) in files {
                match bytes {
                    _ if !is_data(name) => {}
                    Ok(bytes) => sources.add(name, bytes, diagnostics, meter),
                    Err(error) => diagnostics.at_file(name, format!("must be there and readable: {error}")),
                }
            }
        }
        Form::Bundle { name, bytes } => sources.add(name, bytes, diagnostics, meter),
    }
    meter.begin(Stage::Items, files.size());
    let reporter = &mut Reporter { diagnostics, meter };
    match &files.0 {
        Form::Folder(files) => from_folder(files, schemas, sources, reporter),
        Form::Bundle { name, .. } => from_bundle(name, &schemas.bundle, sources, reporter),
    }
}

/// Whether a file of the dossier's directory is read here.
fn is_data(name: &str) -> bool {
    [COVER, STAKEHOLDERS, ISSUES, FORMER].contains(&name) || name.starts_with(DOCUMENTS)
}

/// The file a dossier is missing, said once.
fn missing(files: &BTreeMap<String, Result<Vec<u8>, String>>, name: &str, diagnostics: &mut Diagnostics) {
    if !files.contains_key(name) {
        diagnostics.at_file(name, "must be there and readable: there is no such file".to_owned());
    }
}

fn from_folder<'f>(
    files: &'f BTreeMap<String, Result<Vec<u8>, String>>,
    schemas: &'f Schemas,
    sources: &Sources<'f>,
    reporter: &mut Reporter,
) -> Draft<'f> {
    let mut part = |name: &'static str, schema: &'f Value, lists: &[&str]| {
        if name != FORMER {
            missing(files, name, reporter.diagnostics);
        }
        let schema = Schema::new(schema);
        match sources.text(name) {
            Some(source) => Part::read(source, (0, String::new()), schema, lists, reporter.diagnostics),
            None => Part::missing(name, schema),
        }
    };
    let cover_part = part(COVER, &schemas.cover, &[]);
    let stakeholders = part(STAKEHOLDERS, &schemas.stakeholders, &[RecordKind::Stakeholder.member()]);
    let issues = part(ISSUES, &schemas.issues, &[RecordKind::Issue.member()]);
    let former = part(FORMER, &schemas.former, &[RecordKind::Former.member()]);
    let cover = cover_part.content(reporter.diagnostics);
    let stakeholders = stakeholders.list(RecordKind::Stakeholder, reporter, &mut |_| {});
    let issues = issues.list(RecordKind::Issue, reporter, &mut |_| {});
    let former = former.list(RecordKind::Former, reporter, &mut |_| {});

    let present: BTreeMap<&str, &'f str> =
        files.keys().filter_map(|name| Some((name.strip_prefix(DOCUMENTS)?, name.as_str()))).collect();
    let ids = listed(&cover_part.frame()["documents"]);
    if let Some(ids) = &ids {
        let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        for (name, file) in &present {
            if !name.strip_suffix(".json").is_some_and(|id| ids.contains(id)) {
                let rule = format!("must be listed in documents of {COVER}, is not: list its id there, or remove it");
                reporter.diagnostics.at_byte(file, Item::File, 0, rule);
            }
        }
    }
    let from_names = || present.keys().filter_map(|name| name.strip_suffix(".json")).map(str::to_owned).collect();
    let mut documents = Vec::new();
    for id in ids.unwrap_or_else(from_names) {
        let name = format!("{DOCUMENTS}{id}.json");
        missing(files, &name, reporter.diagnostics);
        let schema = Schema::new(&schemas.document);
        let part = match sources.text(&name) {
            Some(source) => Part::read(source, (0, String::new()), schema, &LISTS, reporter.diagnostics),
            // Whatever has no text has no faults that name the file.
            None => Part::missing("", schema),
        };
        documents.push(DocumentDraft::read(part.of_document(id.clone()), id, reporter));
    }
    Draft { cover, stakeholders, issues, documents, former }
}

fn from_bundle<'f>(name: &'f str, schema: &'f Value, sources: &Sources<'f>, reporter: &mut Reporter) -> Draft<'f> {
    let schema = Schema::new(schema);
    let part = match sources.text(name) {
        Some(source) => Part::read(source, (0, String::new()), schema, &BUNDLE_LISTS, reporter.diagnostics),
        None => Part::missing(name, schema),
    };
    let member = "dossier";
    let cover = part.content_of(member, reporter.diagnostics);
    let stakeholders = part.list(RecordKind::Stakeholder, reporter, &mut |_| {});
    let issues = part.list(RecordKind::Issue, reporter, &mut |_| {});
    let former = part.list(RecordKind::Former, reporter, &mut |_| {});
    let mut found: BTreeMap<String, DocumentDraft<'f>> = BTreeMap::new();
    let mut unnamed = Vec::new();
    let ids = listed(&part.frame()[member]["documents"]);
    for (index, range) in part.elements("documents").into_iter().flatten().enumerate() {
        let document = part.element("documents", index, range.start, &LISTS, reporter.diagnostics);
        let id = document.frame()[RecordKind::Document.member()]["id"].as_str().map(str::to_owned);
        let draft = DocumentDraft::read(document, id.clone().unwrap_or_default(), reporter);
        let Some(id) = id else {
            unnamed.push(draft);
            continue;
        };
        let way =
            || JsonPath(vec![Step::Member(RecordKind::Document.member().to_owned()), Step::Member("id".to_owned())]);
        if ids.as_ref().is_some_and(|ids| !ids.contains(&id)) {
            let rule = format!("must be listed in dossier.documents, \"{id}\" is not: list its id there, or remove it");
            reporter.diagnostics.report(draft.subject(), way(), rule);
        }
        if found.contains_key(&id) {
            let rule = format!("must stand in documents once, \"{id}\" stands there again: remove one");
            reporter.diagnostics.report(draft.subject(), way(), rule);
        }
        found.insert(id, draft);
    }
    let mut documents = Vec::new();
    for (index, id) in ids.into_iter().flatten().enumerate() {
        match found.remove(&id) {
            Some(draft) => documents.push(draft),
            None if part.elements("documents").is_some() => {
                let way = JsonPath::to(&format!("{member}.documents[{index}]"));
                let rule = format!("must be a document of the bundle, there is no \"{id}\": add it, or remove the id");
                reporter.diagnostics.report(part.subject(&Item::File), way, rule);
            }
            None => {}
        }
    }
    documents.extend(found.into_values().chain(unnamed));
    Draft { cover, stakeholders, issues, documents, former }
}

/// The ids of the documents that a cover lists, each once; `None` where it has no list.
fn listed(documents: &Value) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    let ids = documents.as_array()?.iter().filter_map(Value::as_str);
    Some(ids.filter(|&id| is_kebab_case(id) && seen.insert(id)).map(str::to_owned).collect())
}

impl Draft<'_> {
    /// How many items there are.
    pub(super) fn items(&self) -> usize {
        let documents = self.documents.iter().map(|document| {
            let DocumentDraft { positions, quotes, events, questions, .. } = document;
            positions.entries.len() + quotes.entries.len() + events.entries.len() + questions.entries.len()
        });
        self.stakeholders.entries.len() + documents.sum::<usize>() + self.former.entries.len()
    }

    /// The dossier, if every part of it could be read. Its version is still to be told.
    pub(super) fn finish(self) -> Option<Dossier> {
        Some(Dossier {
            cover: self.cover?,
            version: String::new(),
            stakeholders: self.stakeholders.finish()?,
            issues: self.issues.finish()?,
            documents: self.documents.into_iter().map(DocumentDraft::finish).collect::<Option<_>>()?,
            former: self.former.finish()?,
        })
    }
}

impl<'f> DocumentDraft<'f> {
    fn read(part: Part<'f>, id: String, reporter: &mut Reporter) -> Self {
        let mut coded = BTreeSet::new();
        let mut seen = |item: &Value| paragraphs(item, &mut coded);
        Self {
            document: part.document(reporter.diagnostics),
            positions: part.list(RecordKind::Position, reporter, &mut seen),
            quotes: part.list(RecordKind::Quote, reporter, &mut seen),
            events: part.list(RecordKind::Event, reporter, &mut seen),
            questions: part.list(RecordKind::Question, reporter, &mut seen),
            uncoded: part.list(RecordKind::Uncoded, reporter, &mut |_| {}),
            coded,
            file: part.file,
            anchor: part.anchor,
            item: part.document_item(),
            metadata: part.member(RecordKind::Document.member()).unwrap_or(part.anchor),
            prefix: part.prefix,
            id,
        }
    }

    /// The document as a whole, as what faults are reported of.
    pub(super) fn subject(&self) -> Subject<'_> {
        Subject { file: self.file, item: &Item::File, prefix: &self.prefix, anchor: self.anchor }
    }

    fn finish(self) -> Option<CodedDocument> {
        Some(CodedDocument {
            document: self.document?,
            positions: self.positions.finish()?,
            quotes: self.quotes.finish()?,
            events: self.events.finish()?,
            questions: self.questions.finish()?,
            uncoded: self.uncoded.finish()?,
        })
    }
}

impl<T> List<'_, T> {
    /// One of its items, as what faults are reported of.
    pub(super) fn subject<'s>(&'s self, entry: &'s Entry<T>) -> Subject<'s> {
        Subject { file: self.file, item: &entry.item, prefix: "", anchor: entry.anchor }
    }

    fn finish(self) -> Option<Vec<T>> {
        self.entries.into_iter().map(|entry| entry.value).collect()
    }
}

/// Every member `paragraph` anywhere inside `value`.
fn paragraphs(value: &Value, found: &mut BTreeSet<u32>) {
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| paragraphs(element, found)),
        Value::Object(members) => {
            found
                .extend(members.get("paragraph").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok()));
            members.values().for_each(|member| paragraphs(member, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
