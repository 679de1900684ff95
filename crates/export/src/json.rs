//! A dossier in one file, in the shape of `seeds/schema/bundle.schema.json`, with what it is of in its member `export`.
//!
//! It is a dossier: whatever an item of it points to is in it, so that it can be opened, checked and exported again. Stakeholders
//! and issues that only such a pointer names come along; pointers to positions, quotes and events that were not chosen are left
//! out. A paragraph that lost its items says so. Of the former ids those go along that nothing took the place of, or something that is
//! in the file.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

use dossier::export::Colophon;
use dossier::schema::{Bundle, Content as _};
use dossier::{
    CodedDocument, Cover, Event, Evidence, Former, FormerKind, Issue, Position, Quote, Stakeholder, Uncoded,
};
use serde::Serialize;

use crate::Loss;
use crate::extract::Extract;
use crate::meter::Meter;

const POINTERS: &str = "pointers to positions, quotes and events that are not in this file, left out";
const COMPANY: &str = "stakeholders that were not chosen, added because an item names them";
const UNCODED: &str = "What was coded from it is not in this export.";

/// Writes the file.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn write(extract: &Extract, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Loss>> {
    let documents = extract.documents();
    let there: BTreeSet<&str> = documents.iter().map(|coded| coded.document.id.as_str()).collect();
    let stakeholders = stakeholders(extract);
    let losses = losses(extract, &stakeholders);
    let told = losses.iter().map(ToString::to_string).collect();
    let colophon = Colophon { losses: told, ..extract.colophon.clone() };
    let mut cover: Cover = extract.dossier.cover.clone();
    cover.documents.retain(|id| there.contains(id.as_str()));

    write!(to, "{{\"$schema\":\"{}\",\n\"export\":", Bundle::LINK)?;
    serde_json::to_writer(&mut *to, &colophon)?;
    to.write_all(b",\n\"dossier\":")?;
    serde_json::to_writer(&mut *to, &cover)?;
    let company = extract.dossier.stakeholders.iter().filter(|other| stakeholders.contains(other.id.as_str()));
    let company = company.map(|stakeholder| restrict_mentions(stakeholder, &there));
    member(to, ",\n\"stakeholders\":[", company, &mut || {})?;
    let issues = issues(extract);
    let named = extract.dossier.issues.iter().filter(|issue| issues.contains(issue.id.as_str()));
    member::<&Issue>(to, "],\n\"issues\":[", named, &mut || {})?;
    to.write_all(b"],\n\"documents\":[")?;
    let mut items = Items::new(extract);
    for (place, coded) in documents.into_iter().enumerate() {
        to.write_all(if place > 0 { b",\n" } else { b"\n" })?;
        items.document(coded, to, meter)?;
    }
    let former = &extract.dossier.former;
    if !former.is_empty() {
        let known = |former: &&Former| {
            former.now.as_ref().is_none_or(|now| match now.kind {
                FormerKind::Position => extract.chosen_positions.contains(now.id.as_str()),
                FormerKind::Quote => extract.chosen_quotes.contains(now.id.as_str()),
                FormerKind::Event => extract.chosen_events.contains(now.id.as_str()),
                FormerKind::Question => items.questions.contains(now.id.as_str()),
                FormerKind::Issue => issues.contains(now.id.as_str()),
                FormerKind::Stakeholder => stakeholders.contains(now.id.as_str()),
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
fn stakeholders<'d>(extract: &Extract<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> = extract.chosen_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for (_, position) in extract.positions() {
        found.insert(position.stakeholder.as_str());
        found.extend(position.attribution.by.iter().map(AsRef::as_ref));
    }
    for (_, quote) in extract.quotes() {
        found.insert(quote.speaker.as_str());
        found.extend(quote.addressee.iter().map(AsRef::as_ref));
    }
    found.extend(extract.events().flat_map(|(_, event)| &event.participants).map(AsRef::as_ref));
    let mut ahead: Vec<&str> = found.iter().copied().collect();
    while let Some(id) = ahead.pop() {
        let group = extract.stakeholders.get(id).and_then(|stakeholder| stakeholder.affiliation.as_ref());
        if let Some(group) = group
            && found.insert(group.as_str())
        {
            ahead.push(group.as_str());
        }
    }
    found
}

/// The ids of the chosen issues, and of all that the chosen items name.
fn issues<'d>(extract: &Extract<'d>) -> BTreeSet<&'d str> {
    let mut found: BTreeSet<&str> = extract.chosen_issues().map(|issue| issue.id.as_str()).collect();
    found.extend(extract.positions().map(|(_, position)| position.issue.as_str()));
    found.extend(extract.quotes().flat_map(|(_, quote)| &quote.issues).map(AsRef::as_ref));
    found.extend(extract.questions().map(|(_, question)| question.issue.as_str()));
    found
}

fn losses(extract: &Extract, stakeholders: &BTreeSet<&str>) -> Vec<Loss> {
    let mut losses = Vec::new();
    for (_, position) in extract.positions() {
        if restrict_position(extract, position).is_some() {
            Loss::note(&mut losses, POINTERS, position.id.as_str());
        }
    }
    for (_, quote) in extract.quotes() {
        if restrict_quote(extract, quote).is_some() {
            Loss::note(&mut losses, POINTERS, quote.id.as_str());
        }
    }
    let chosen: BTreeSet<&str> = extract.chosen_stakeholders().map(|stakeholder| stakeholder.id.as_str()).collect();
    for id in stakeholders.difference(&chosen) {
        Loss::note(&mut losses, COMPANY, *id);
    }
    losses
}

/// The position without pointers to what was not chosen; `None` where it has none.
fn restrict_position(extract: &Extract, position: &Position) -> Option<Position> {
    let quoted = |id: &str| extract.chosen_quotes.contains(id);
    let earlier = |id: &str| extract.chosen_positions.contains(id);
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
fn restrict_quote(extract: &Extract, quote: &Quote) -> Option<Quote> {
    let expressed = |id: &str| extract.chosen_positions.contains(id);
    let happened = |id: &str| extract.chosen_events.contains(id);
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
    extract: &'e Extract<'d>,
    questions: BTreeSet<&'d str>,
}

impl<'e, 'd> Items<'e, 'd> {
    fn new(extract: &'e Extract<'d>) -> Self {
        Self { extract, questions: extract.questions().map(|(_, question)| question.id.as_str()).collect() }
    }

    fn document(&mut self, coded: &CodedDocument, to: &mut dyn Write, meter: &mut Meter) -> io::Result<()> {
        let Self { extract, questions } = self;
        let CodedDocument { document, positions, quotes, events, questions: open, uncoded } = coded;
        let mut rested = BTreeSet::new();
        let mut rest = |evidence: &[Evidence]| rested.extend(evidence.iter().map(|passage| passage.paragraph));
        let mut written = || meter.add();

        to.write_all(b"{\"document\":")?;
        serde_json::to_writer(&mut *to, document)?;
        let chosen = positions.iter().filter(|position| extract.chosen_positions.contains(position.id.as_str()));
        let chosen = chosen.map(|position| {
            rest(&position.evidence);
            restrict_position(extract, position).map_or(Cow::Borrowed(position), Cow::Owned)
        });
        member(to, ",\n\"positions\":[", chosen, &mut written)?;
        let chosen = quotes.iter().filter(|quote| extract.chosen_quotes.contains(quote.id.as_str())).map(|quote| {
            quote.segments.iter().for_each(|segment| rest(&segment.evidence));
            restrict_quote(extract, quote).map_or(Cow::Borrowed(quote), Cow::Owned)
        });
        member(to, "],\n\"quotes\":[", chosen, &mut written)?;
        let chosen = events.iter().filter(|event| extract.chosen_events.contains(event.id.as_str()));
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
