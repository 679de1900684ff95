//! A dossier in one JSON file by `seeds/schema/bundle.schema.json`, with the file metadata in its member `export`.
//!
//! The file is a valid dossier that can be opened, checked and exported again. Stakeholders and issues that selected
//! items refer to are included; references to positions, quotes and events that are not selected are dropped.
//! Paragraphs whose items are not selected are listed as uncoded. Former ids are included if they have no successor, or
//! if it is in the file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use dossier::export::FileMetadata;
use dossier::schema::{Bundle, Content as _};
use dossier::{
    CodedDocument, Cover, Event, EventId, Evidence, Former, Issue, ItemKind, Position, PositionId, Quote, QuoteId,
    Stakeholder, Uncoded,
};
use serde::Serialize;

use crate::Omission;
use crate::export_set::ExportSet;
use crate::progress::ProgressMeter;

const POINTERS: &str = "pointers to positions, quotes and events that are not in this file, left out";
const ADDED: &str = "stakeholders that were not chosen, added because an item names them";
const UNCODED: &str = "What was coded from it is not in this export.";

/// Writes the file.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn write(
    export_set: &ExportSet,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let documents = export_set.documents();
    let document_ids: BTreeSet<&str> = documents.iter().map(|coded| coded.document.id.as_str()).collect();
    let stakeholders = stakeholders(export_set);
    let losses = losses(export_set, &stakeholders);
    let descriptions = losses.iter().map(ToString::to_string).collect();
    let metadata = FileMetadata { losses: descriptions, ..export_set.metadata.clone() };
    let mut cover: Cover = export_set.dossier.cover.clone();
    cover.documents.retain(|id| document_ids.contains(id.as_str()));

    write!(to, "{{\"$schema\":\"{}\",\n\"export\":", Bundle::LINK)?;
    serde_json::to_writer(&mut *to, &metadata)?;
    to.write_all(b",\n\"dossier\":")?;
    serde_json::to_writer(&mut *to, &cover)?;
    let included = export_set.dossier.stakeholders.iter().filter(|other| stakeholders.contains(other.id.as_str()));
    let included = included.map(|stakeholder| restrict_mentions(stakeholder, &document_ids));
    member(to, ",\n\"stakeholders\":[", included, &mut || {})?;
    let issues = issues(export_set);
    let included = export_set.dossier.issues.iter().filter(|issue| issues.contains(issue.id.as_str()));
    member::<&Issue>(to, "],\n\"issues\":[", included, &mut || {})?;
    to.write_all(b"],\n\"documents\":[")?;
    for (place, coded) in documents.into_iter().enumerate() {
        to.write_all(if place > 0 { b",\n" } else { b"\n" })?;
        write_document(export_set, coded, to, progress)?;
    }
    let former = &export_set.dossier.former;
    if !former.is_empty() {
        let is_included = |former: &&Former| {
            former.now.as_ref().is_none_or(|now| match now.kind {
                ItemKind::Position => export_set.selected_positions.contains(now.id.as_str()),
                ItemKind::Quote => export_set.selected_quotes.contains(now.id.as_str()),
                ItemKind::Event => export_set.selected_events.contains(now.id.as_str()),
                ItemKind::Question => export_set.selected_questions.contains(now.id.as_str()),
                ItemKind::Issue => issues.contains(now.id.as_str()),
                ItemKind::Stakeholder => stakeholders.contains(now.id.as_str()),
            })
        };
        member(to, "],\n\"former\":[", former.iter().filter(is_included), &mut || {})?;
    }
    to.write_all(b"]}\n")?;
    Ok(losses)
}

/// Writes `open` and the elements of a list, one a line, and calls `written` after each.
fn member<T: Serialize>(
    to: &mut dyn Write,
    open: &str,
    elements: impl Iterator<Item = T>,
    written: &mut dyn FnMut(),
) -> io::Result<()> {
    to.write_all(open.as_bytes())?;
    for (place, element) in elements.enumerate() {
        to.write_all(if place > 0 { b",\n" } else { b"\n" })?;
        serde_json::to_writer(&mut *to, &element)?;
        written();
    }
    Ok(())
}

fn restrict_mentions<'d>(stakeholder: &'d Stakeholder, document_ids: &BTreeSet<&str>) -> Cow<'d, Stakeholder> {
    if stakeholder.mentions.iter().all(|mention| document_ids.contains(mention.document.as_str())) {
        return Cow::Borrowed(stakeholder);
    }
    let mut restricted = stakeholder.clone();
    restricted.mentions.retain(|mention| document_ids.contains(mention.document.as_str()));
    Cow::Owned(restricted)
}

/// Ids of the selected stakeholders, of those that selected items refer to, and of all their affiliations.
fn stakeholders<'d>(export_set: &ExportSet<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> =
        export_set.selected_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for (_, position) in export_set.positions() {
        found.insert(position.stakeholder.as_str());
        found.extend(position.attribution.by.iter().map(AsRef::as_ref));
    }
    for (_, quote) in export_set.quotes() {
        found.insert(quote.speaker.as_str());
        found.extend(quote.addressee.iter().map(AsRef::as_ref));
    }
    found.extend(export_set.events().flat_map(|(_, event)| &event.participants).map(AsRef::as_ref));
    let mut pending: Vec<&str> = found.iter().copied().collect();
    while let Some(id) = pending.pop() {
        let group = export_set.stakeholders.get(id).and_then(|stakeholder| stakeholder.affiliation.as_ref());
        if let Some(group) = group
            && found.insert(group.as_str())
        {
            pending.push(group.as_str());
        }
    }
    found
}

/// Ids of the selected issues and of those that selected items refer to.
fn issues<'d>(export_set: &ExportSet<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> = export_set.selected_issues().map(|issue| issue.id.as_str()).collect();
    found.extend(export_set.positions().map(|(_, position)| position.issue.as_str()));
    found.extend(export_set.quotes().flat_map(|(_, quote)| &quote.issues).map(AsRef::as_ref));
    found.extend(export_set.questions().map(|(_, question)| question.issue.as_str()));
    found
}

fn losses(export_set: &ExportSet, stakeholders: &BTreeSet<&str>) -> Vec<Omission> {
    let mut losses = Vec::new();
    for (_, position) in export_set.positions() {
        if matches!(restrict_position(export_set, position), Cow::Owned(_)) {
            Omission::note(&mut losses, POINTERS, position.id.as_str());
        }
    }
    for (_, quote) in export_set.quotes() {
        if matches!(restrict_quote(export_set, quote), Cow::Owned(_)) {
            Omission::note(&mut losses, POINTERS, quote.id.as_str());
        }
    }
    let selected: BTreeSet<&str> =
        export_set.selected_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for id in stakeholders.difference(&selected) {
        Omission::note(&mut losses, ADDED, *id);
    }
    losses
}

/// The position without references to items that are not selected.
fn restrict_position<'p>(export_set: &ExportSet, position: &'p Position) -> Cow<'p, Position> {
    let has_quote = |id: &QuoteId| export_set.selected_quotes.contains(id.as_str());
    let has_position = |id: &PositionId| export_set.selected_positions.contains(id.as_str());
    let mut restricted = Cow::Borrowed(position);
    if !position.quotes.iter().all(has_quote) {
        restricted.to_mut().quotes.retain(has_quote);
    }
    if !position.supersedes.iter().all(has_position) {
        restricted.to_mut().supersedes = None;
    }
    restricted
}

/// The quote without references to items that are not selected.
fn restrict_quote<'q>(export_set: &ExportSet, quote: &'q Quote) -> Cow<'q, Quote> {
    let has_position = |id: &PositionId| export_set.selected_positions.contains(id.as_str());
    let has_event = |id: &EventId| export_set.selected_events.contains(id.as_str());
    let mut restricted = Cow::Borrowed(quote);
    if !quote.positions.iter().all(has_position) {
        restricted.to_mut().positions.retain(has_position);
    }
    if !quote.occasion.iter().all(has_event) {
        restricted.to_mut().occasion = None;
    }
    restricted
}

/// Writes a document with its selected items.
fn write_document(
    export_set: &ExportSet,
    coded: &CodedDocument,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<()> {
    let ExportSet { selected_positions, selected_quotes, selected_events, selected_questions, .. } = export_set;
    let CodedDocument { document, positions, quotes, events, questions, uncoded } = coded;
    let mut coded_paragraphs = BTreeSet::new();
    let mut note = |evidence: &[Evidence]| coded_paragraphs.extend(evidence.iter().map(|passage| passage.paragraph));
    let mut written = || progress.add();

    to.write_all(b"{\"document\":")?;
    serde_json::to_writer(&mut *to, document)?;
    let selected = positions.iter().filter(|position| selected_positions.contains(position.id.as_str()));
    let selected = selected.inspect(|position| note(&position.evidence));
    let selected = selected.map(|position| restrict_position(export_set, position));
    member(to, ",\n\"positions\":[", selected, &mut written)?;
    let selected = quotes.iter().filter(|quote| selected_quotes.contains(quote.id.as_str()));
    let selected = selected.inspect(|quote| quote.segments.iter().for_each(|segment| note(&segment.evidence)));
    let selected = selected.map(|quote| restrict_quote(export_set, quote));
    member(to, "],\n\"quotes\":[", selected, &mut written)?;
    let selected = events.iter().filter(|event| selected_events.contains(event.id.as_str()));
    member::<&Event>(to, "],\n\"events\":[", selected.inspect(|event| note(&event.evidence)), &mut written)?;
    let selected = questions.iter().filter(|question| selected_questions.contains(question.id.as_str()));
    member(to, "],\n\"questions\":[", selected.inspect(|question| note(&question.evidence)), &mut written)?;

    let known: BTreeSet<u32> = uncoded.iter().map(|uncoded| uncoded.paragraph).collect();
    let emptied =
        (1..=document.paragraphs).filter(|number| !known.contains(number) && !coded_paragraphs.contains(number));
    let emptied = emptied.map(|paragraph| Cow::Owned(Uncoded { paragraph, reason: UNCODED.to_owned() }));
    member(to, "],\n\"uncoded\":[", uncoded.iter().map(Cow::Borrowed).chain(emptied), &mut || {})?;
    to.write_all(b"]}")
}
