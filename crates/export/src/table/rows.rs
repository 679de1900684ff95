//! Columns and rows of each table.

use std::io;

use dossier::{CodedDocument, Evidence, Position, Quote, When};

use super::{Column, Table, TableWriter, list, text};
use crate::export_set::ExportSet;

const ID: Column = text("id", "the id, stable for ever, under which links know it").required();
const DOCUMENT: Column =
    text("document", "the id of the document that it stands in").required().references(Table::Documents);
const DATE: Column = text("date", "the date as exactly as it is known: 2025-08-18, 2025-08 or 2014");
const PRECISION: Column = text("date_precision", "how exactly it is known: day, month, year or none").required();
const INFERRED: Column =
    text("date_inferred", "whether the coder worked the date out rather than read it").required().flag();
const EVIDENCE: Column = text(
    "evidence",
    "the passages, each as paragraph:start-end: paragraphs from 1, code points of the normalized paragraph from 0, end exclusive",
)
.required()
.list();
const DIGESTS: Column = text("evidence_sha256", "the SHA-256 of each passage, in the same order").required().list();

pub(super) const POSITIONS: &[Column] = &[
    ID,
    DOCUMENT,
    text("stakeholder", "the id of the holder").required().references(Table::Stakeholders),
    text("stakeholder_name", "the holder's name").required(),
    text("issue", "the id of the issue").required().references(Table::Issues),
    text("issue_name", "the issue's name").required(),
    text("issue_kind", "proposal, which one supports or opposes, or claim, which one agrees with or disputes")
        .required(),
    text("statement", "who stands where, in a sentence with the issue's proposition").required(),
    text("stance", "supports, opposes, uncommitted, asks or unclear, relative to the issue's proposition").required(),
    text("conditions", "what the stance depends on; empty if on nothing").list(),
    text("summary", "the position in a sentence of the coder's").required(),
    text("basis", "how we know: direct, indirect, conduct, third-party, allegation or narration").required(),
    text("by", "the ids of those who say so, where that is not the holder").list(),
    text("cue", "the words that carry the attribution"),
    DATE,
    PRECISION,
    INFERRED,
    text("quotes", "the ids of the quotes that express it").list(),
    text("supersedes", "the id of the earlier position that it replaces"),
    text("confidence", "how sure the coder is: high, medium or low").required(),
    text("note", "why it was coded so, where that was in doubt"),
    EVIDENCE,
    DIGESTS,
];

pub(super) const QUOTES: &[Column] = &[
    ID,
    DOCUMENT,
    text("speaker", "the id of who said it").required().references(Table::Stakeholders),
    text("speaker_name", "the speaker's name").required(),
    text("words", "the words inside the quotation marks, in as many pieces as their attribution leaves")
        .required()
        .list(),
    text("form", "full, or fragment: a word or a few inside reported speech").required(),
    text("cue", "the verb that introduces it").required(),
    text("addressee", "the id of to whom it was said"),
    text("occasion", "the id of the event at which it was said"),
    DATE,
    PRECISION,
    INFERRED,
    text("issues", "the ids of the issues that it is about").list(),
    text("positions", "the ids of the positions that it expresses").list(),
    text("context", "what one must know to understand it, in a sentence of the coder's").required(),
    EVIDENCE,
    DIGESTS,
];

pub(super) const STAKEHOLDERS: &[Column] = &[
    ID,
    text("name", "the name").required(),
    text("kind", "person, state, bloc, organization, group or narrator").required(),
    text("role", "the role, as the document states it"),
    text("affiliation", "the id of the stakeholder that it belongs to or speaks for"),
    text("camp", "the side on which it speaks: a label to group by, not a stance").required(),
    text("anonymous", "whether the source leaves it without a name").required().flag(),
    text("aliases", "every other name that the documents use").list(),
    text("mentions", "where it is named, each as document:paragraph").list(),
];

pub(super) const ISSUES: &[Column] = &[
    ID,
    text("name", "the name").required(),
    text("kind", "proposal: what should be done, or claim: what is or will be so").required(),
    text("proposition", "the sentence that every stance is relative to").required(),
    text("definition", "what counts as this issue, and what does not").required(),
    text("topic", "the topic that it is grouped under").required(),
];

pub(super) const EVENTS: &[Column] = &[
    ID,
    DOCUMENT,
    text("title", "the title, in the coder's words").required(),
    text("kind", "meeting, statement, military, milestone or planned").required(),
    DATE,
    PRECISION,
    INFERRED,
    text("place", "where"),
    text("participants", "the ids of those who took part").list(),
    EVIDENCE,
    DIGESTS,
];

pub(super) const QUESTIONS: &[Column] = &[
    ID,
    DOCUMENT,
    text("question", "the question, in the coder's words").required(),
    text("issue", "the id of the issue").required().references(Table::Issues),
    text("issue_name", "the issue's name").required(),
    EVIDENCE,
    DIGESTS,
];

pub(super) const DOCUMENTS: &[Column] = &[
    ID,
    text("published", "the day of publication").required(),
    text("dateline", "where the article is dated from").required(),
    text("title", "the title, if the source states one"),
    text("publisher", "who published it, if the source says so"),
    text("url", "where it stands, if the source says so"),
    text("language", "the article's language, as a BCP 47 tag").required(),
    text("paragraphs", "how many paragraphs the normalized text has").required().number(),
    text("text_sha256", "the SHA-256 of the normalized text: its paragraphs joined by one blank line").required(),
    text("normalization", "how the text was normalized").required(),
    text("offset_unit", "what the numbers of evidence count").required(),
];

/// Writes the rows of a table.
pub(super) fn write(export_set: &ExportSet, table: Table, writer: &mut TableWriter) -> io::Result<()> {
    match table {
        Table::Positions => {
            export_set.positions().try_for_each(|(coded, position)| write_position(export_set, coded, position, writer))
        }
        Table::Quotes => {
            export_set.quotes().try_for_each(|(coded, quote)| write_quote(export_set, coded, quote, writer))
        }
        Table::Stakeholders => export_set.selected_stakeholders().try_for_each(|stakeholder| {
            let mentions = stakeholder.mentions.iter();
            writer.row(&[
                stakeholder.id.to_string(),
                stakeholder.name.clone(),
                stakeholder.kind.word().to_owned(),
                stakeholder.role.clone().unwrap_or_default(),
                optional(stakeholder.affiliation.as_ref()),
                stakeholder.camp.word().to_owned(),
                stakeholder.anonymous.to_string(),
                list(&stakeholder.aliases),
                list(mentions.map(|mention| format!("{}:{}", mention.document, mention.paragraph))),
            ])
        }),
        Table::Issues => export_set.selected_issues().try_for_each(|issue| {
            writer.row(&[
                issue.id.to_string(),
                issue.name.clone(),
                issue.kind.word().to_owned(),
                issue.proposition.clone(),
                issue.definition.clone(),
                issue.topic.clone(),
            ])
        }),
        Table::Events => export_set.events().try_for_each(|(coded, event)| {
            let [date, precision, inferred] = dated(&event.date);
            let [evidence, digests] = passages(event.evidence.iter());
            writer.row(&[
                event.id.to_string(),
                coded.document.id.to_string(),
                event.title.clone(),
                event.kind.word().to_owned(),
                date,
                precision,
                inferred,
                event.place.clone().unwrap_or_default(),
                list(&event.participants),
                evidence,
                digests,
            ])
        }),
        Table::Questions => export_set.questions().try_for_each(|(coded, question)| {
            let [evidence, digests] = passages(question.evidence.iter());
            writer.row(&[
                question.id.to_string(),
                coded.document.id.to_string(),
                question.question.clone(),
                question.issue.to_string(),
                export_set.issue_name(question.issue.as_str()).to_owned(),
                evidence,
                digests,
            ])
        }),
        Table::Documents => export_set.documents().into_iter().try_for_each(|coded| {
            let document = &coded.document;
            writer.row(&[
                document.id.to_string(),
                document.published.to_string(),
                document.dateline.clone(),
                document.title.clone().unwrap_or_default(),
                document.publisher.clone().unwrap_or_default(),
                document.url.clone().unwrap_or_default(),
                document.language.clone(),
                document.paragraphs.to_string(),
                document.text_sha256.to_string(),
                document.normalization.clone(),
                document.offset_unit.clone(),
            ])
        }),
    }
}

fn write_position(
    export_set: &ExportSet,
    coded: &CodedDocument,
    position: &Position,
    writer: &mut TableWriter,
) -> io::Result<()> {
    let [date, precision, inferred] = dated(&position.date);
    let (stakeholder, issue) = (position.stakeholder.as_str(), position.issue.as_str());
    let [evidence, digests] = passages(position.evidence.iter());
    writer.row(&[
        position.id.to_string(),
        coded.document.id.to_string(),
        stakeholder.to_owned(),
        export_set.name(stakeholder).to_owned(),
        issue.to_owned(),
        export_set.issue_name(issue).to_owned(),
        export_set.issue_kind(issue).to_owned(),
        export_set.statement(position),
        position.stance.word().to_owned(),
        list(&position.conditions),
        position.summary.clone(),
        position.attribution.kind.word().to_owned(),
        list(&position.attribution.by),
        position.attribution.cue.clone().unwrap_or_default(),
        date,
        precision,
        inferred,
        list(&position.quotes),
        optional(position.supersedes.as_ref()),
        position.confidence.word().to_owned(),
        position.note.clone().unwrap_or_default(),
        evidence,
        digests,
    ])
}

fn write_quote(
    export_set: &ExportSet,
    coded: &CodedDocument,
    quote: &Quote,
    writer: &mut TableWriter,
) -> io::Result<()> {
    let [date, precision, inferred] = dated(&quote.date);
    let [evidence, digests] = passages(quote.segments.iter().flat_map(|segment| &segment.evidence));
    writer.row(&[
        quote.id.to_string(),
        coded.document.id.to_string(),
        quote.speaker.to_string(),
        export_set.name(quote.speaker.as_str()).to_owned(),
        list(quote.segments.iter().map(|segment| &segment.text)),
        quote.form.word().to_owned(),
        quote.cue.clone(),
        optional(quote.addressee.as_ref()),
        optional(quote.occasion.as_ref()),
        date,
        precision,
        inferred,
        list(&quote.issues),
        list(&quote.positions),
        quote.context.clone(),
        evidence,
        digests,
    ])
}

fn optional(id: Option<&impl ToString>) -> String {
    id.map(ToString::to_string).unwrap_or_default()
}

/// Cells of the three date columns.
fn dated(date: &When) -> [String; 3] {
    let value = date.value.map(|value| value.to_string()).unwrap_or_default();
    [value, date.precision.word().to_owned(), date.inferred.to_string()]
}

/// Cells of the two evidence columns.
fn passages<'e>(evidence: impl Iterator<Item = &'e Evidence> + Clone) -> [String; 2] {
    let place = |Evidence { paragraph, start, end, .. }: &Evidence| format!("{paragraph}:{start}-{end}");
    [list(evidence.clone().map(place)), list(evidence.map(|passage| passage.sha256.to_string()))]
}
