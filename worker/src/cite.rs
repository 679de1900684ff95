//! Citations for reference managers: BibTeX with the crate `biblatex`, CSL-JSON with the types of `citationberg`.

use std::collections::BTreeMap;

use biblatex::{Chunk, Entry, EntryType, Spanned};
use citationberg::json::{DateValue, Item, LiteralName, NameValue, Value, VecDate, VecDateRange};
use dossier::Date;
use explore::{Cited, Formats};
use serde_json::json;

/// Publisher of all dossiers.
const PUBLISHER: &str = "Standpoint";

/// Formats a citation as BibTeX and CSL-JSON.
#[must_use]
pub fn formats(cited: &Cited) -> Formats {
    Formats { bibtex: bibtex(cited), csl: csl(cited) }
}

/// Formats an entry for BibTeX and biber. Both know the type `misc`; double braces preserve case.
fn bibtex(cited: &Cited) -> String {
    let mut entry = Entry::new(cited.key.clone(), EntryType::Misc);
    let mut set = |key: &str, chunk: Chunk| entry.set(key, vec![Spanned::detached(chunk)]);
    set("title", Chunk::Verbatim(cited.title.clone()));
    if let Some(author) = &cited.author {
        set("author", Chunk::Verbatim(author.clone()));
    }
    if let Some(container) = &cited.container {
        set("howpublished", Chunk::Verbatim(container.clone()));
    }
    set("publisher", Chunk::Normal(PUBLISHER.to_owned()));
    set("version", Chunk::Normal(format!("data {}", cited.version)));
    set("note", Chunk::Normal(cited.source.clone()));
    set("url", Chunk::Normal(cited.address.clone()));
    if let Some(date) = cited.date {
        set("year", Chunk::Normal(date.year().to_string()));
        if let Some(month) = date.month() {
            set("month", Chunk::Normal(month.to_string()));
        }
        if let Some(day) = date.day() {
            set("day", Chunk::Normal(day.to_string()));
        }
    }
    // Fails only for invalid `date` fields, of which there are none.
    let bibtex = entry.to_bibtex_string().unwrap_or_default();
    // The crate writes `~` and `^` as accent commands; an empty group behind them makes them literal.
    bibtex.replace("\\~", "\\~{}").replace("\\^", "\\^{}")
}

/// Formats a CSL-JSON list of one item.
fn csl(cited: &Cited) -> String {
    let item = item(cited);
    let mut members = serde_json::Map::new();
    for (name, value) in &item.0 {
        let written = match value {
            // The crate parses dates by the specification but serializes only their parts.
            Value::Date(date) => json!({ "date-parts": date }),
            Value::String(_) | Value::Number(_) | Value::Names(_) => json!(value),
        };
        members.insert(name.clone(), written);
    }
    serde_json::to_string_pretty(&json!([members])).unwrap_or_default()
}

/// CSL item of a citation. With an author (a quote) it is a `webpage`, else a `dataset`.
fn item(cited: &Cited) -> Item {
    let kind = if cited.author.is_some() { "webpage" } else { "dataset" };
    let mut item = BTreeMap::new();
    let mut set = |name: &str, value: Value| drop(item.insert(name.to_owned(), value));
    set("id", Value::String(cited.key.clone()));
    set("type", Value::String(kind.to_owned()));
    set("title", Value::String(cited.title.clone()));
    if let Some(author) = &cited.author {
        set("author", Value::Names(vec![NameValue::Literal(LiteralName { literal: author.clone() })]));
    }
    if let Some(container) = &cited.container {
        set("container-title", Value::String(container.clone()));
    }
    if let Some(date) = cited.date {
        let issued = VecDateRange(vec![VecDate(parts(date))]);
        set(
            "issued",
            Value::Date(DateValue::DateParts { date_parts: issued, literal: None, season: None, circa: false }),
        );
    }
    set("publisher", Value::String(PUBLISHER.to_owned()));
    set("version", Value::String(format!("data {}", cited.version)));
    set("note", Value::String(cited.source.clone()));
    set("URL", Value::String(cited.address.clone()));
    Item(item)
}

/// Year, month and day, as far as known.
fn parts(date: Date) -> Vec<i16> {
    let later = [date.month(), date.day()].into_iter().flatten().map(i16::from);
    std::iter::once(date.year().cast_signed()).chain(later).collect()
}
