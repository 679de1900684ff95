//! A file, or a document of a bundle, read one item at a time: however large it is, one item of it is unpacked at once.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::diagnostics::{Diagnostics, Subject};
use super::draft::{Entry, List};
use super::json_path::{JsonPath, Step};
use super::links::links;
use super::scan::{self, elements, members};
use super::shape::{self, Schema};
use super::source::not_json;
use crate::item::{Item, RecordKind};
use crate::progress::Meter;

/// Where faults and progress are told.
pub(super) struct Reporter<'e, 'l> {
    pub(super) diagnostics: &'e mut Diagnostics,
    pub(super) meter: &'e mut Meter<'l>,
}

/// An object of a file that holds items, checked against its schema but for its lists.
pub(super) struct Part<'f> {
    pub(super) file: &'f str,
    text: &'f str,
    /// The byte where it stands.
    pub(super) anchor: usize,
    /// The way to it from the file, as it stands before a field: `documents[2].`, or nothing.
    pub(super) prefix: String,
    /// The id of the document that it codes, as its file's name says; a bundle has no such names.
    document: Option<String>,
    schema: Schema<'f>,
    /// Everything but the lists, which are empty here.
    frame: Value,
    /// The lists that are there, and where.
    lists: Vec<(String, usize)>,
    /// Whether the frame has faults. Then nothing that it lets pass need be readable.
    broken: bool,
}

impl<'f> Part<'f> {
    /// A part that cannot be read: nothing is known of it.
    pub(super) fn missing(file: &'f str, schema: Schema<'f>) -> Self {
        let (prefix, lists, frame) = (String::new(), Vec::new(), Value::Null);
        Self { file, text: "", anchor: 0, prefix, document: None, schema, frame, lists, broken: true }
    }

    /// Reads the object at `anchor` of a file's text, but for its `lists`, and reports what `schema` does not allow.
    pub(super) fn read(
        (file, text): (&'f str, &'f str),
        (anchor, prefix): (usize, String),
        schema: Schema<'f>,
        lists: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut part = Self { text, anchor, prefix, ..Self::missing(file, schema) };
        part.broken = false;
        let anchor = scan::start(text, anchor);
        if text.as_bytes().get(anchor) == Some(&b'{') {
            let mut frame = Map::new();
            for member in members(text, anchor) {
                let name = member.name.into_owned();
                let is_list = lists.contains(&name.as_str()) && text.as_bytes().get(member.value.start) == Some(&b'[');
                part.lists.retain(|(list, _)| *list != name);
                let value = if is_list {
                    part.lists.push((name.clone(), member.value.start));
                    Value::Array(Vec::new())
                } else {
                    part.value(member.value, &Item::File, diagnostics).unwrap_or_else(|| {
                        part.broken = true;
                        Value::Null
                    })
                };
                frame.insert(name, value);
            }
            part.frame = Value::Object(frame);
        } else {
            let whole = scan::value(text, anchor);
            part.frame = part.value(whole, &Item::File, diagnostics).unwrap_or_default();
            part.broken = part.frame.is_null() && !text[anchor..].starts_with("null");
        }
        if !part.broken {
            part.check(diagnostics);
        }
        part
    }

    /// Says which document the part codes.
    pub(super) fn of_document(mut self, id: String) -> Self {
        self.document = Some(id);
        self
    }

    /// A value of the text; `None`, and a fault, where JSON's reader refuses what its grammar allows: too deep, too great.
    fn value(&self, range: std::ops::Range<usize>, item: &Item, diagnostics: &mut Diagnostics) -> Option<Value> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                diagnostics.at_byte(self.file, item.clone(), range.start, not_json(&error));
                None
            }
        }
    }

    /// Reports what the schema does not allow in the frame.
    fn check(&mut self, diagnostics: &mut Diagnostics) {
        let mut broken = false;
        shape::check(self.schema, &self.frame, &mut |way, rule| {
            broken = true;
            match way.0.split_first() {
                Some((Step::Member(member), rest)) if *member == RecordKind::Document.member() => {
                    let item = self.document_item();
                    let anchor = self.member(member).unwrap_or(self.anchor);
                    let subject = Subject { file: self.file, item: &item, prefix: "", anchor };
                    diagnostics.report(subject, JsonPath(rest.to_vec()), rule);
                }
                Some(_) | None => diagnostics.report(self.subject(&Item::File), way, rule),
            }
        });
        self.broken = broken;
    }

    /// The part as a whole, as what faults are reported of.
    pub(super) fn subject<'s>(&'s self, item: &'s Item) -> Subject<'s> {
        Subject { file: self.file, item, prefix: &self.prefix, anchor: self.anchor }
    }

    /// Everything but the lists.
    pub(super) fn frame(&self) -> &Value {
        &self.frame
    }

    /// The byte where a member's value stands.
    pub(super) fn member(&self, name: &str) -> Option<usize> {
        let found = members(self.text, self.anchor).into_iter().rfind(|member| member.name == name);
        found.map(|member| member.value.start)
    }

    /// Where the elements of a list stand, if it is there.
    pub(super) fn elements(&self, list: &str) -> Option<Vec<std::ops::Range<usize>>> {
        let (_, at) = self.lists.iter().find(|(name, _)| name == list)?;
        Some(elements(self.text, *at))
    }

    /// A part of this one, an element of a list: a document of a bundle.
    pub(super) fn element(
        &self,
        list: &str,
        index: usize,
        at: usize,
        lists: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let prefix = format!("{list}[{index}].");
        Self::read((self.file, self.text), (at, prefix), self.schema.element(list), lists, diagnostics)
    }

    /// What the document of this part is called in faults.
    pub(super) fn document_item(&self) -> Item {
        let stated = || self.frame[RecordKind::Document.member()]["id"].as_str().map(str::to_owned);
        match self.document.clone().or_else(stated) {
            Some(id) => Item::Named { kind: RecordKind::Document, id },
            None => Item::Unnamed { kind: RecordKind::Document, index: 0 },
        }
    }

    /// The items of one kind. `seen` is shown the JSON of each.
    pub(super) fn list<T: DeserializeOwned>(
        &self,
        kind: RecordKind,
        reporter: &mut Reporter,
        seen: &mut dyn FnMut(&Value),
    ) -> List<'f, T> {
        let schema = self.schema.element(kind.member());
        let ranges = self.elements(kind.member());
        let readable = ranges.is_some();
        let mut entries = Vec::with_capacity(ranges.as_ref().map_or(0, Vec::len));
        for (index, range) in ranges.into_iter().flatten().enumerate() {
            let (anchor, length) = (range.start, range.len());
            let unnamed = Item::Unnamed { kind, index };
            let entry = match self.value(range, &unnamed, reporter.diagnostics) {
                Some(value) => {
                    seen(&value);
                    self.entry(&value, (kind, index, anchor), schema, reporter.diagnostics)
                }
                None => Entry { item: unnamed, anchor, id: None, links: Vec::new(), value: None },
            };
            entries.push(entry);
            reporter.meter.add(length);
        }
        List { file: self.file, readable, entries }
    }

    fn entry<T: DeserializeOwned>(
        &self,
        value: &Value,
        (kind, index, anchor): (RecordKind, usize, usize),
        schema: Schema,
        diagnostics: &mut Diagnostics,
    ) -> Entry<T> {
        let id = value["id"].as_str().map(str::to_owned);
        let item = match &id {
            Some(id) if kind != RecordKind::Uncoded => Item::Named { kind, id: id.clone() },
            Some(_) | None => Item::Unnamed { kind, index },
        };
        let subject = Subject { file: self.file, item: &item, prefix: "", anchor };
        let mut broken = false;
        shape::check(schema, value, &mut |way, rule| {
            broken = true;
            diagnostics.report(subject, way, rule);
        });
        let links = links(kind, value);
        let value = typed(value, broken, subject, diagnostics);
        Entry { item, anchor, id, links, value }
    }

    /// A document's metadata.
    pub(super) fn document<T: DeserializeOwned>(&self, diagnostics: &mut Diagnostics) -> Option<T> {
        let item = self.document_item();
        typed(&self.frame[RecordKind::Document.member()], self.broken, self.subject(&item), diagnostics)
    }

    /// The whole part less its `$schema`.
    pub(super) fn content<T: DeserializeOwned>(&self, diagnostics: &mut Diagnostics) -> Option<T> {
        let mut value = self.frame.clone();
        value.as_object_mut().map(|members| members.remove("$schema"));
        typed(&value, self.broken, self.subject(&Item::File), diagnostics)
    }

    /// A member of the frame, read as what it is.
    pub(super) fn content_of<T: DeserializeOwned>(&self, member: &str, diagnostics: &mut Diagnostics) -> Option<T> {
        typed(&self.frame[member], self.broken, self.subject(&Item::File), diagnostics)
    }
}

/// Reads a value. What the schema allows can be read; should a type ever refuse it, then that is a fault like any other.
fn typed<T: DeserializeOwned>(
    value: &Value,
    broken: bool,
    subject: Subject,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    match T::deserialize(value) {
        Ok(typed) => Some(typed),
        Err(_) if broken => None,
        Err(error) => {
            diagnostics.report(subject, JsonPath::default(), format!("must be readable, is not: {error}"));
            None
        }
    }
}
