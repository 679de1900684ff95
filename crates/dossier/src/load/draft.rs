//! A dossier as far as it can be read: every item by itself, so that a broken one does not hide its neighbours.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fault::Fault;
use super::links::{Link, links};
use super::read::Reader;
use super::shape::{self, Path, Step};
use crate::id::is_kebab_case;
use crate::item::{Item, Kind};
use crate::model::{
    CodedDocument, Cover, Document, Dossier, Event, Issue, Position, Question, Quote, Stakeholder, Uncoded,
};
use crate::schema::{Content, Issues, Stakeholders};

/// A dossier that may have faults.
pub(super) struct Draft {
    pub(super) cover: Option<Cover>,
    pub(super) stakeholders: List<Stakeholder>,
    pub(super) issues: List<Issue>,
    pub(super) documents: Vec<DocumentDraft>,
}

/// A document that may have faults.
pub(super) struct DocumentDraft {
    pub(super) file: String,
    /// The id that the file's name says.
    pub(super) id: String,
    pub(super) document: Option<Document>,
    pub(super) positions: List<Position>,
    pub(super) quotes: List<Quote>,
    pub(super) events: List<Event>,
    pub(super) questions: List<Question>,
    pub(super) uncoded: List<Uncoded>,
    /// The paragraphs that items rest on, those of broken items included.
    pub(super) coded: BTreeSet<u32>,
}

/// The items of one kind in one file.
pub(super) struct List<T> {
    pub(super) file: String,
    /// Whether the file has the list at all. Where it has not, nobody knows which ids there are.
    pub(super) readable: bool,
    pub(super) entries: Vec<Entry<T>>,
}

/// An item that may have faults.
pub(super) struct Entry<T> {
    pub(super) item: Item,
    pub(super) id: Option<String>,
    /// What it points to, broken or not.
    pub(super) links: Vec<Link>,
    /// `None` where it cannot be read.
    pub(super) value: Option<T>,
}

/// Reads every file of a dossier.
pub(super) fn read(reader: &mut Reader) -> Draft {
    let cover_file = "dossier.json";
    let cover_json = Json::read(reader, &Cover::schema(), cover_file, "");
    let cover = cover_json.content(reader);
    let stakeholders =
        Json::read(reader, &Stakeholders::schema(), "stakeholders.json", "").list(reader, Kind::Stakeholder);
    let issues = Json::read(reader, &Issues::schema(), "issues.json", "").list(reader, Kind::Issue);

    let present = reader.names("documents");
    let listed: Option<Vec<String>> = cover_json.value["documents"]
        .as_array()
        .map(|ids| ids.iter().filter_map(Value::as_str).filter(|id| is_kebab_case(id)).map(str::to_owned).collect());
    if let Some(listed) = &listed {
        for name in &present {
            if !name.strip_suffix(".json").is_some_and(|id| listed.iter().any(|listed| listed == id)) {
                let rule =
                    format!("must be listed in documents of {cover_file}, is not: list its id there, or remove it");
                reader.file_fault(&format!("documents/{name}"), rule);
            }
        }
    }
    let from_names = || present.iter().filter_map(|name| name.strip_suffix(".json")).map(str::to_owned).collect();
    let mut ids: Vec<String> = listed.unwrap_or_else(from_names);
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    let schema = CodedDocument::schema();
    let documents = ids.into_iter().map(|id| DocumentDraft::read(reader, &schema, id)).collect();
    Draft { cover, stakeholders, issues, documents }
}

impl Draft {
    /// The dossier, if every part of it could be read.
    pub(super) fn finish(self, version: String) -> Option<Dossier> {
        Some(Dossier {
            cover: self.cover?,
            version,
            stakeholders: self.stakeholders.finish()?,
            issues: self.issues.finish()?,
            documents: self.documents.into_iter().map(DocumentDraft::finish).collect::<Option<_>>()?,
        })
    }
}

impl DocumentDraft {
    fn read(reader: &mut Reader, schema: &Value, id: String) -> Self {
        let file = format!("documents/{id}.json");
        let json = Json::read(reader, schema, &file, &id);
        let mut coded = BTreeSet::new();
        for kind in [Kind::Position, Kind::Quote, Kind::Event, Kind::Question] {
            paragraphs(&json.value[kind.member()], &mut coded);
        }
        Self {
            document: json.document(reader),
            positions: json.list(reader, Kind::Position),
            quotes: json.list(reader, Kind::Quote),
            events: json.list(reader, Kind::Event),
            questions: json.list(reader, Kind::Question),
            uncoded: json.list(reader, Kind::Uncoded),
            coded,
            file,
            id,
        }
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

impl<T> List<T> {
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

/// A file's JSON, checked against its schema.
struct Json {
    file: String,
    document: String,
    value: Value,
    /// The items in which the schema found faults.
    broken: BTreeSet<Item>,
}

impl Json {
    /// Reads a file and reports what `schema` does not allow. `document` is the id that a document's file name says.
    fn read(reader: &mut Reader, schema: &Value, file: &str, document: &str) -> Self {
        let value = reader.json(file);
        let readable = value.is_some();
        let value = value.unwrap_or_default();
        let mut json = Self { file: file.to_owned(), document: document.to_owned(), value, broken: BTreeSet::new() };
        if readable {
            let mut broken = BTreeSet::new();
            shape::check(schema, &json.value, &mut |path, rule| {
                let (item, rest) = json.locate(path);
                broken.insert(item.clone());
                reader.fault(Fault { file: file.to_owned(), item, field: Path(rest).to_string(), rule });
            });
            json.broken = broken;
        } else {
            json.broken.insert(Item::File);
        }
        json
    }

    /// The item that a path leads into, and the rest of the path inside it.
    fn locate<'p, 'a>(&self, path: &'p [Step<'a>]) -> (Item, &'p [Step<'a>]) {
        let Some((Step::Member(member), rest)) = path.split_first() else { return (Item::File, path) };
        let Some(&kind) = Kind::ALL.iter().find(|kind| kind.member() == *member) else { return (Item::File, path) };
        match rest.split_first() {
            _ if kind == Kind::Document => (self.item(kind, 0), rest),
            Some((&Step::Element(index), rest)) => (self.item(kind, index), rest),
            Some((Step::Member(_), _)) | None => (Item::File, path),
        }
    }

    fn item(&self, kind: Kind, index: usize) -> Item {
        let id = match kind {
            Kind::Document => Some(self.document.as_str()),
            Kind::Uncoded => None,
            Kind::Stakeholder | Kind::Issue | Kind::Position | Kind::Quote | Kind::Event | Kind::Question => {
                self.value[kind.member()][index]["id"].as_str()
            }
        };
        match id {
            Some(id) => Item::Named { kind, id: id.to_owned() },
            None => Item::Unnamed { kind, index },
        }
    }

    /// The items of one kind.
    fn list<T: DeserializeOwned>(&self, reader: &mut Reader, kind: Kind) -> List<T> {
        let values = self.value[kind.member()].as_array();
        let entry = |(index, value): (usize, &Value)| {
            let item = self.item(kind, index);
            let id = value["id"].as_str().map(str::to_owned);
            Entry { value: self.part(reader, &item, value), links: links(kind, value), id, item }
        };
        let entries = values.into_iter().flatten().enumerate().map(entry).collect();
        List { file: self.file.clone(), readable: values.is_some(), entries }
    }

    /// A document's metadata.
    fn document(&self, reader: &mut Reader) -> Option<Document> {
        self.part(reader, &self.item(Kind::Document, 0), &self.value[Kind::Document.member()])
    }

    /// The whole file less its `$schema`.
    fn content<T: DeserializeOwned>(&self, reader: &mut Reader) -> Option<T> {
        let mut value = self.value.clone();
        value.as_object_mut().map(|members| members.remove("$schema"));
        self.part(reader, &Item::File, &value)
    }

    /// Reads a part. What the schema allows can be read; should a type ever refuse it, then that is a fault like any other.
    fn part<T: DeserializeOwned>(&self, reader: &mut Reader, item: &Item, value: &Value) -> Option<T> {
        match T::deserialize(value) {
            Ok(part) => Some(part),
            Err(_) if self.broken.contains(item) || self.broken.contains(&Item::File) => None,
            Err(error) => {
                let rule = format!("must be readable, is not: {error}");
                reader.fault(Fault { file: self.file.clone(), item: item.clone(), field: String::new(), rule });
                None
            }
        }
    }
}
