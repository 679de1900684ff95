//! A dossier in one file, in the shape of `seeds/schema/bundle.schema.json`, with what it is of in its member `export`.
//!
//! It is a dossier: whatever an item of it points to is in it, so that it can be opened, checked and exported again. Stakeholders
//! and issues that only such a pointer names come along; pointers to positions, quotes and events that were not chosen are left
//! out. A paragraph that lost its items says so. Of the former ids those go along that nothing took the place of, or something that is
//! in the file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use dossier::export::FileMetadata;
use dossier::schema::{Bundle, Content as _};
use dossier::{CodedDocument, Cover, Event, Evidence, Former, Issue, ItemKind, Position, Quote, Stakeholder, Uncoded};
use serde::Serialize;

use crate::Omission;
use crate::export_set::ExportSet;
use crate::meter::Meter;

const POINTERS: &str = "pointers to positions, quotes and events that are not in this file, left out";
const COMPANY: &str = "stakeholders that were not chosen, added because an item names them";
const UNCODED: &str = "What was coded from it is not in this export.";

/// Writes the file.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn write(export_set: &ExportSet, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Omission>> {
    let documents = export_set.documents();
    let there: BTreeSet<&str> = documents.iter().map(|coded| coded.document.id.as_str()).collect();
    let stakeholders = stakeholders(export_set);
    let losses = losses(export_set, &stakeholders);
    let told = losses.iter().map(ToString::to_string).collect();
    let metadata = FileMetadata { losses: told, ..export_set.metadata.clone() };
    let mut cover: Cover = export_set.dossier.cover.clone();
    cover.documents.retain(|id| there.contains(id.as_str()));

    write!(to, "{{\"$schema\":\"{}\",\n\"export\":", Bundle::LINK)?;
    serde_json::to_writer(&mut *to, &metadata)?;
    to.write_all(b",\n\"dossier\":")?;
    serde_json::to_writer(&mut *to, &cover)?;
    let company = export_set.dossier.stakeholders.iter().filter(|other| stakeholders.contains(other.id.as_str()));
    let company = company.map(|stakeholder| restrict_mentions(stakeholder, &there));
    member(to, ",\n\"stakeholders\":[", company, &mut || {})?;
    let issues = issues(export_set);
    let named = export_set.dossier.issues.iter().filter(|issue| issues.contains(issue.id.as_str()));
    member::<&Issue>(to, "],\n\"issues\":[", named, &mut || {})?;
    to.write_all(b"],\n\"documents\":[")?;
    let mut items = Items::new(export_set);
    for (place, coded) in documents.into_iter().enumerate() {
        to.write_all(if place > 0 { b",\n" } else { b"\n" })?;
        items.document(coded, to, meter)?;
    }
    let former = &export_set.dossier.former;
    if !former.is_empty() {
        let known = |former: &&Former| {
            former.now.as_ref().is_none_or(|now| match now.kind {
                ItemKind::Position => export_set.chosen_positions.contains(now.id.as_str()),
                ItemKind::Quote => export_set.chosen_quotes.contains(now.id.as_str()),
                ItemKind::Event => export_set.chosen_events.contains(now.id.as_str()),
                ItemKind::Question => items.questions.contains(now.id.as_str()),
                ItemKind::Issue => issues.contains(now.id.as_str()),
                ItemKind::Stakeholder => stakeholders.contains(now.id.as_str()),
            })
        };
        member(to, "],\n\"former\":[", former.iter().filter(known), &mut || {})?;
    }
    to.write_all(b"]}\n")?;
    Ok(losses)
}

/// Writes the elements of a list behind what opens it, a line each.
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

fn restrict_mentions<'d>(stakeholder: &'d Stakeholder, there: &BTreeSet<&str>) -> Cow<'d, Stakeholder> {
    if stakeholder.mentions.iter().all(|mention| there.contains(mention.document.as_str())) {
        return Cow::Borrowed(stakeholder);
    }
    let mut restricted = stakeholder.clone();
    restricted.mentions.retain(|mention| there.contains(mention.document.as_str()));
    Cow::Owned(restricted)
}

/// The ids of the chosen stakeholders, and of all that these and the chosen items name.
fn stakeholders<'d>(export_set: &ExportSet<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> =
        export_set.chosen_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for (_, position) in export_set.positions() {
        found.insert(position.stakeholder.as_str());
        found.extend(position.attribution.by.iter().map(AsRef::as_ref));
    }
    for (_, quote) in export_set.quotes() {
        found.insert(quote.speaker.as_str());
        found.extend(quote.addressee.iter().map(AsRef::as_ref));
    }
    found.extend(export_set.events().flat_map(|(_, event)| &event.participants).map(AsRef::as_ref));
    let mut ahead: Vec<&str> = found.iter().copied().collect();
    while let Some(id) = ahead.pop() {
        let group = export_set.stakeholders.get(id).and_then(|stakeholder| stakeholder.affiliation.as_ref());
        if let Some(group) = group
            && found.insert(group.as_str())
        {
            ahead.push(group.as_str());
        }
    }
    found
}

/// The ids of the chosen issues, and of all that the chosen items name.
fn issues<'d>(export_set: &ExportSet<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> = export_set.chosen_issues().map(|issue| issue.id.as_str()).collect();
    found.extend(export_set.positions().map(|(_, position)| position.issue.as_str()));
    found.extend(export_set.quotes().flat_map(|(_, quote)| &quote.issues).map(AsRef::as_ref));
    found.extend(export_set.questions().map(|(_, question)| question.issue.as_str()));
    found
}

fn losses(export_set: &ExportSet, stakeholders: &BTreeSet<&str>) -> Vec<Omission> {
    let mut losses = Vec::new();
    for (_, position) in export_set.positions() {
        if restrict_position(export_set, position).is_some() {
            Omission::note(&mut losses, POINTERS, position.id.as_str());
        }
    }
    for (_, quote) in export_set.quotes() {
        if restrict_quote(export_set, quote).is_some() {
            Omission::note(&mut losses, POINTERS, quote.id.as_str());
        }
    }
    let chosen: BTreeSet<&str> = export_set.chosen_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for id in stakeholders.difference(&chosen) {
        Omission::note(&mut losses, COMPANY, *id);
    }
    losses
}

/// The position without pointers to what was not chosen; `None` where it has none.
fn restrict_position(export_set: &ExportSet, position: &Position) -> Option<Position> {
    let quoted = |id: &str| export_set.chosen_quotes.contains(id);
    let earlier = |id: &str| export_set.chosen_positions.contains(id);
    let whole = position.quotes.iter().all(|id| quoted(id.as_str()))
        && position.supersedes.as_ref().is_none_or(|id| earlier(id.as_str()));
    (!whole).then(|| {
        let mut restricted = position.clone();
        restricted.quotes.retain(|id| quoted(id.as_str()));
        restricted.supersedes = restricted.supersedes.filter(|id| earlier(id.as_str()));
        restricted
    })
}

/// The quote without pointers to what was not chosen; `None` where it has none.
fn restrict_quote(export_set: &ExportSet, quote: &Quote) -> Option<Quote> {
    let expressed = |id: &str| export_set.chosen_positions.contains(id);
    let happened = |id: &str| export_set.chosen_events.contains(id);
    let whole = quote.positions.iter().all(|id| expressed(id.as_str()))
        && quote.occasion.as_ref().is_none_or(|id| happened(id.as_str()));
    (!whole).then(|| {
        let mut restricted = quote.clone();
        restricted.positions.retain(|id| expressed(id.as_str()));
        restricted.occasion = restricted.occasion.filter(|id| happened(id.as_str()));
        restricted
    })
}

/// The chosen items on their way into the documents that they stand in.
struct Items<'e, 'd> {
    export_set: &'e ExportSet<'d>,
    questions: BTreeSet<&'d str>,
}

impl<'e, 'd> Items<'e, 'd> {
    fn new(export_set: &'e ExportSet<'d>) -> Self {
        Self { export_set, questions: export_set.questions().map(|(_, question)| question.id.as_str()).collect() }
    }

    fn document(&mut self, coded: &CodedDocument, to: &mut dyn Write, meter: &mut Meter) -> io::Result<()> {
        let Self { export_set, questions } = self;
        let CodedDocument { document, positions, quotes, events, questions: open, uncoded } = coded;
        let mut rested = BTreeSet::new();
        let mut rest = |evidence: &[Evidence]| rested.extend(evidence.iter().map(|passage| passage.paragraph));
        let mut written = || meter.add();

        to.write_all(b"{\"document\":")?;
        serde_json::to_writer(&mut *to, document)?;
        let chosen = positions.iter().filter(|position| export_set.chosen_positions.contains(position.id.as_str()));
        let chosen = chosen.map(|position| {
            rest(&position.evidence);
            restrict_position(export_set, position).map_or(Cow::Borrowed(position), Cow::Owned)
        });
        member(to, ",\n\"positions\":[", chosen, &mut written)?;
        let chosen = quotes.iter().filter(|quote| export_set.chosen_quotes.contains(quote.id.as_str())).map(|quote| {
            quote.segments.iter().for_each(|segment| rest(&segment.evidence));
            restrict_quote(export_set, quote).map_or(Cow::Borrowed(quote), Cow::Owned)
        });
        member(to, "],\n\"quotes\":[", chosen, &mut written)?;
        let chosen = events.iter().filter(|event| export_set.chosen_events.contains(event.id.as_str()));
        member::<&Event>(to, "],\n\"events\":[", chosen.inspect(|event| rest(&event.evidence)), &mut written)?;
        let chosen = open.iter().filter(|question| questions.contains(question.id.as_str()));
        member(to, "],\n\"questions\":[", chosen.inspect(|question| rest(&question.evidence)), &mut written)?;

        let known: BTreeSet<u32> = uncoded.iter().map(|uncoded| uncoded.paragraph).collect();
        let lost = (1..=document.paragraphs).filter(|number| !known.contains(number) && !rested.contains(number));
        let lost = lost.map(|paragraph| Cow::Owned(Uncoded { paragraph, reason: UNCODED.to_owned() }));
        member(to, "],\n\"uncoded\":[", uncoded.iter().map(Cow::Borrowed).chain(lost), &mut || {})?;
        to.write_all(b"]}")
    }
}
