//! The files of a new article, with everything in them that follows from its text and nothing that takes a person.
//!
//! What must be filled in is there, empty: `""`. No rule of a dossier allows that, so [`load`](fn@crate::load) lists what is left.

use serde::Serialize;

use super::quotations::{Quotation, quotations};
use super::write::written;
use crate::date::Date;
use crate::id::{DocumentId, EventId, IssueId, PositionId, QuoteId, StakeholderId};
use crate::model::{
    Camp, Cover, Document, Event, IssueKind, Position, Question, SCHEMA, Segment, Stakeholder, StakeholderKind, Uncoded,
};
use crate::schema::{Content, Issues, SeedFile, Stakeholders};
use crate::text::{NORMALIZATION, OFFSET_UNIT, Text};

/// Stands where a person must fill something in.
const TO_COMPLETE: &str = "";

/// `documents/<id>.json`: the document with its text's digest, and each passage in quotation marks as a quote that lacks its
/// speaker, its form, its verb, its date and its context. Positions, events and questions are for a person to find.
#[must_use]
pub fn document(id: &DocumentId, published: Date, text: &Text) -> String {
    let quote = |(number, quotation): (usize, &Quotation)| QuoteToComplete {
        id: format!("{id}-quote-{number}").as_str().into(),
        speaker: TO_COMPLETE,
        segments: segments(text, quotation),
        form: TO_COMPLETE,
        cue: TO_COMPLETE,
        addressee: None,
        occasion: None,
        date: DateToComplete { value: None, precision: TO_COMPLETE, inferred: false },
        issues: Vec::new(),
        positions: Vec::new(),
        context: TO_COMPLETE,
    };
    written(&DocumentToComplete {
        schema: <crate::CodedDocument as Content>::LINK,
        document: Document {
            id: id.clone(),
            published,
            dateline: TO_COMPLETE.to_owned(),
            title: None,
            publisher: None,
            url: None,
            language: TO_COMPLETE.to_owned(),
            paragraphs: text.paragraphs().len() as u32,
            text_sha256: text.digest(),
            normalization: NORMALIZATION.to_owned(),
            offset_unit: OFFSET_UNIT.to_owned(),
        },
        positions: Vec::new(),
        quotes: (1..).zip(&quotations(text)).map(quote).collect(),
        events: Vec::new(),
        questions: Vec::new(),
        uncoded: Vec::new(),
    })
}

/// `dossier.json` of a dossier with one document.
#[must_use]
pub fn cover(document: &DocumentId) -> String {
    written(&SeedFile::from(Cover {
        schema: SCHEMA.to_owned(),
        id: TO_COMPLETE.to_owned(),
        title: TO_COMPLETE.to_owned(),
        description: TO_COMPLETE.to_owned(),
        language: TO_COMPLETE.to_owned(),
        license: TO_COMPLETE.to_owned(),
        documents: vec![document.clone()],
    }))
}

/// `dossier.json` with one more document at the end of its list.
///
/// # Errors
/// If `cover` is not the text of a `dossier.json`.
pub fn cover_with(cover: &str, document: &DocumentId) -> Result<String, serde_json::Error> {
    let mut cover: SeedFile<Cover> = serde_json::from_str(cover)?;
    if !cover.content.documents.contains(document) {
        cover.content.documents.push(document.clone());
    }
    Ok(written(&cover))
}

/// `stakeholders.json` with the one whom every article has: its own voice.
#[must_use]
pub fn stakeholders() -> String {
    let narrator = Stakeholder {
        id: "narrator".into(),
        name: "The article".to_owned(),
        kind: StakeholderKind::Narrator,
        role: None,
        affiliation: None,
        camp: Camp::Press,
        anonymous: false,
        aliases: Vec::new(),
        mentions: Vec::new(),
    };
    written(&SeedFile::from(Stakeholders { stakeholders: vec![narrator] }))
}

/// `issues.json` with one issue to fill in.
#[must_use]
pub fn issues() -> String {
    let text = || TO_COMPLETE.to_owned();
    let issue = crate::Issue {
        id: TO_COMPLETE.into(),
        name: text(),
        kind: IssueKind::Proposal,
        proposition: text(),
        definition: text(),
        topic: text(),
    };
    written(&SeedFile::from(Issues { issues: vec![issue] }))
}

fn segments(text: &Text, quotation: &Quotation) -> Vec<Segment> {
    let mut segments = Vec::new();
    for piece in &quotation.pieces {
        let words = text.passage(piece.paragraph, piece.start, piece.end).unwrap_or_default().to_owned();
        let evidence = text.evidence(piece.paragraph, piece.start, piece.end).into_iter().collect();
        segments.push(Segment { text: words, evidence });
    }
    segments
}

/// A [`CodedDocument`](crate::CodedDocument) whose quotes lack what a person must say.
#[derive(Serialize)]
struct DocumentToComplete {
    #[serde(rename = "$schema")]
    schema: &'static str,
    document: Document,
    positions: Vec<Position>,
    quotes: Vec<QuoteToComplete>,
    events: Vec<Event>,
    questions: Vec<Question>,
    uncoded: Vec<Uncoded>,
}

/// A [`Quote`](crate::Quote), field for field, with room for words that are none yet.
#[derive(Serialize)]
struct QuoteToComplete {
    id: QuoteId,
    speaker: &'static str,
    segments: Vec<Segment>,
    form: &'static str,
    cue: &'static str,
    addressee: Option<StakeholderId>,
    occasion: Option<EventId>,
    date: DateToComplete,
    issues: Vec<IssueId>,
    positions: Vec<PositionId>,
    context: &'static str,
}

/// A [`When`](crate::When) of which not even the precision is known: "none" would say that the article gives no date.
#[derive(Serialize)]
struct DateToComplete {
    value: Option<Date>,
    precision: &'static str,
    inferred: bool,
}
