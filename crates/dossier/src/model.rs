//! Entities of a dossier, field for field as stored in `seeds/`.
//!
//! The names are fixed, because other programs read the same files. The JSON Schema in `seeds/schema/` is generated
//! from these types, descriptions included.

mod former;
mod words;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::digest::Digest;
use crate::id::{DocumentId, EventId, IssueId, PositionId, QuestionId, QuoteId, StakeholderId};
pub use former::{Former, ItemKind, Successor};
pub use words::{Basis, Camp, Confidence, EventKind, IssueKind, Precision, QuoteForm, StakeholderKind, Stance};

/// Version of the data model, the value of [`Cover::schema`].
pub const SCHEMA: &str = "standpoint/1";

/// Cover of a dossier: title, description, licence and list of documents (`seeds/dossier.json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// Version of the data model: `standpoint/1`.
    #[cfg_attr(feature = "load", schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// Id of the dossier.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
    /// Title of the story, in our words.
    pub title: String,
    /// Scope of the dossier, in one or two sentences of ours.
    pub description: String,
    /// Language of the coding, as a BCP 47 tag.
    pub language: String,
    /// Licence of the coding, as an SPDX expression.
    pub license: String,
    /// Documents, in display order.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub documents: Vec<DocumentId>,
}

/// Metadata of one article. A field that the source does not state is `None`, never guessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Id of the document; its file is `seeds/documents/<id>.json`.
    pub id: DocumentId,
    /// Day of publication.
    pub published: Date,
    /// Place that the article is dated from.
    pub dateline: String,
    /// Title of the article, if the source states one.
    pub title: Option<String>,
    /// Publisher, if the source states one.
    pub publisher: Option<String>,
    /// Web address of the article, if the source states one.
    pub url: Option<String>,
    /// Language of the article, as a BCP 47 tag.
    pub language: String,
    /// Number of paragraphs of the normalized text.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraphs: u32,
    /// Digest of the normalized text, that is of its paragraphs joined by one blank line.
    pub text_sha256: Digest,
    /// Name of the normalization rules: `standpoint-text/1`.
    #[cfg_attr(feature = "load", schemars(extend("const" = crate::text::NORMALIZATION)))]
    pub normalization: String,
    /// Unit of offsets: `unicode code point`.
    #[cfg_attr(feature = "load", schemars(extend("const" = crate::text::OFFSET_UNIT)))]
    pub offset_unit: String,
}

/// Pointer to a passage of a document, with the digests that verify whether a copy of the text has it there.
///
/// A W3C Web Annotation `TextPositionSelector`, counted per paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Number of the paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
    /// First code point of the passage in the normalized paragraph, from 0.
    pub start: u32,
    /// End of the passage in code points, exclusive.
    pub end: u32,
    /// SHA-256 of the passage's UTF-8.
    pub sha256: Digest,
    /// SHA-256 of the passage after folding its typography (see `text::plain`).
    pub sha256_plain: Digest,
    /// Length of the passage in code points.
    pub length: u32,
}

/// Date with its precision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct When {
    /// Date, as exact as `precision` says: `2025-08-18`, `2025-08`, `2014`. `None` if it is not known.
    pub value: Option<Date>,
    /// Precision of the date.
    pub precision: Precision,
    /// Whether the coder inferred the date rather than read it in the source.
    pub inferred: bool,
}

/// Paragraph in which a document names a stakeholder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// Id of the document.
    pub document: DocumentId,
    /// Number of the paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
}

/// Person, body or group whose view, role or action is reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// Id of the stakeholder.
    pub id: StakeholderId,
    /// Display name.
    pub name: String,
    /// Kind of actor.
    pub kind: StakeholderKind,
    /// Role, as the document states it.
    pub role: Option<String>,
    /// Stakeholder that this one belongs to or speaks for.
    pub affiliation: Option<StakeholderId>,
    /// Side on which it speaks.
    pub camp: Camp,
    /// Whether the source withholds its name.
    pub anonymous: bool,
    /// Other names that the documents use, such as a capital for a government.
    pub aliases: Vec<String>,
    /// Paragraphs that name it.
    pub mentions: Vec<Mention>,
}

/// Matter in dispute, stated as a proposition that one can agree or disagree with.
///
/// The "concept" of discourse network analysis, the "thesis" of a voting-advice application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Id of the issue.
    pub id: IssueId,
    /// Short name of two to five words, fit for a column heading. The name of a claim is itself a claim: “A deal is
    /// near”.
    pub name: String,
    /// Whether the proposition is a proposal or a claim. A proposal if the file omits it.
    #[serde(default)]
    pub kind: IssueKind,
    /// Sentence that every stance refers to.
    pub proposition: String,
    /// Criteria for what belongs to this issue and what does not.
    pub definition: String,
    /// Topic that groups the issue with others.
    pub topic: String,
}

/// Source of a position: how it is known, and from whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Way in which the position is known.
    pub kind: Basis,
    /// Stakeholders who report the position, if not the holder.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub by: Vec<StakeholderId>,
    /// Words that carry the attribution: "said", "believe".
    pub cue: Option<String>,
}

/// Stance of one stakeholder on one issue, with its evidence. A "statement" in discourse network analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Id of the position.
    pub id: PositionId,
    /// Stakeholder who holds the position.
    pub stakeholder: StakeholderId,
    /// Issue that the position is about.
    pub issue: IssueId,
    /// Stance on the issue's proposition.
    pub stance: Stance,
    /// Conditions that the stance depends on. Empty if it is unconditional.
    pub conditions: Vec<String>,
    /// Summary of the position, in one sentence of ours.
    pub summary: String,
    /// Source of the position.
    pub attribution: Attribution,
    /// Date on which the position was taken.
    pub date: When,
    /// Passages that support the position.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
    /// Quotes that express the position.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub quotes: Vec<QuoteId>,
    /// Earlier position of the same holder on the same issue that this one replaces.
    pub supersedes: Option<PositionId>,
    /// Confidence of the coder.
    pub confidence: Confidence,
    /// Reason for the coding, where it was in doubt.
    pub note: Option<String>,
}

/// Uninterrupted part of a quotation: the words inside the quotation marks, with their pointer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Words, verbatim, without their quotation marks.
    pub text: String,
    /// Pointer to exactly these words, always one passage.
    #[cfg_attr(feature = "load", schemars(length(equal = 1)))]
    pub evidence: Vec<Evidence>,
}

/// Quotation (schema.org `Quotation`): words that a document attributes to a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Id of the quote.
    pub id: QuoteId,
    /// Stakeholder who said it.
    pub speaker: StakeholderId,
    /// Parts of the quote; more than one if its attribution interrupts it.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub segments: Vec<Segment>,
    /// Whether the quote is a whole sentence or a fragment.
    pub form: QuoteForm,
    /// Verb that introduces the quote: "said", "told", "asked".
    pub cue: String,
    /// Stakeholder addressed, if any.
    pub addressee: Option<StakeholderId>,
    /// Event at which it was said, if known.
    pub occasion: Option<EventId>,
    /// Date on which it was said.
    pub date: When,
    /// Issues that the quote is about.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub issues: Vec<IssueId>,
    /// Positions that the quote expresses.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub positions: Vec<PositionId>,
    /// Context needed to understand the quote, in one sentence of ours.
    pub context: String,
}

/// Event that happened or is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Id of the event.
    pub id: EventId,
    /// Title of the event, in our words.
    pub title: String,
    /// Date on which it happened or is to happen.
    pub date: When,
    /// Place of the event, if known.
    pub place: Option<String>,
    /// Stakeholders who took part.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub participants: Vec<StakeholderId>,
    /// Kind of event.
    pub kind: EventKind,
    /// Passages that support the event.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
}

/// Question that a document leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id of the question.
    pub id: QuestionId,
    /// Question, in our words.
    pub question: String,
    /// Issue that the question belongs to.
    pub issue: IssueId,
    /// Passages that support the question.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
}

/// Paragraph from which no item was coded, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Uncoded {
    /// Number of the paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
    /// Reason why nothing was coded from it.
    pub reason: String,
}

/// One coded article (`seeds/documents/<id>.json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodedDocument {
    /// Metadata of the article.
    pub document: Document,
    /// Positions: who stands where.
    pub positions: Vec<Position>,
    /// Quotes: in whose words.
    pub quotes: Vec<Quote>,
    /// Events that the article reports.
    pub events: Vec<Event>,
    /// Questions that the article leaves open.
    pub questions: Vec<Question>,
    /// Paragraphs without items.
    pub uncoded: Vec<Uncoded>,
}

/// Content of a whole `seeds/` directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Cover of the dossier.
    pub cover: Cover,
    /// Data version: the first twelve hex digits of the SHA-256 over the content as compact JSON, with one line each
    /// for the documents in the order of their ids, the cover, the issues, the stakeholders and, if there are any, the
    /// former ids. Members are in the order of these types, and absent values are `null`. So neither indentation nor
    /// the split into files changes it.
    pub version: String,
    /// Stakeholders of all documents.
    pub stakeholders: Vec<Stakeholder>,
    /// Issues of all documents.
    pub issues: Vec<Issue>,
    /// Documents, in the cover's order.
    pub documents: Vec<CodedDocument>,
    /// Ids that items of the dossier formerly had.
    pub former: Vec<Former>,
}
