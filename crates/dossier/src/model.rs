//! The entities of a dossier, field for field as they stand in `seeds/`.
//!
//! The names are fixed: other programs read the same files. The JSON Schema under `seeds/schema/` is generated from
//! these types.

mod former;
mod words;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::digest::Digest;
use crate::id::{DocumentId, EventId, IssueId, PositionId, QuestionId, QuoteId, StakeholderId};
pub use former::{Former, ItemKind, Successor};
pub use words::{Basis, Camp, Confidence, EventKind, IssueKind, Precision, QuoteForm, StakeholderKind, Stance};

/// The data model's version, as it stands in [`Cover::schema`].
pub const SCHEMA: &str = "standpoint/1";

/// `seeds/dossier.json`: what the dossier is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// The data model's version: `standpoint/1`.
    #[cfg_attr(feature = "load", schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// The dossier's id.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
    /// Our title of the story.
    pub title: String,
    /// What the dossier covers, in a sentence or two of ours.
    pub description: String,
    /// The language of the coding, as a BCP 47 tag.
    pub language: String,
    /// The licence of the coding, as an SPDX expression.
    pub license: String,
    /// The documents, in the order in which they are shown.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub documents: Vec<DocumentId>,
}

/// Metadata of one article. What the source does not state is `None`, never guessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The document's id; its file is `seeds/documents/<id>.json`.
    pub id: DocumentId,
    /// The day of publication.
    pub published: Date,
    /// Where the article is dated from.
    pub dateline: String,
    /// The article's title, if the source states one.
    pub title: Option<String>,
    /// Who published it, if the source says so.
    pub publisher: Option<String>,
    /// Where it stands, if the source says so.
    pub url: Option<String>,
    /// The article's language, as a BCP 47 tag.
    pub language: String,
    /// How many paragraphs the normalized text has.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraphs: u32,
    /// Digest of the normalized text: its paragraphs joined by one blank line.
    pub text_sha256: Digest,
    /// How the text was normalized: `standpoint-text/1`.
    #[cfg_attr(feature = "load", schemars(extend("const" = crate::text::NORMALIZATION)))]
    pub normalization: String,
    /// What offsets count: `unicode code point`.
    #[cfg_attr(feature = "load", schemars(extend("const" = crate::text::OFFSET_UNIT)))]
    pub offset_unit: String,
}

/// A passage of a document: where it stands, and the digests that say whether a copy of the text has it there.
///
/// A W3C Web Annotation `TextPositionSelector`, counted per paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
    /// The first code point of the passage in the normalized paragraph, from 0.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// SHA-256 of the passage's UTF-8.
    pub sha256: Digest,
    /// SHA-256 of the passage after folding its typography (see `text::plain`).
    pub sha256_plain: Digest,
    /// The passage's length in code points.
    pub length: u32,
}

/// A date as well as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The date, as exact as `precision` says: `2025-08-18`, `2025-08`, `2014`. `None` where it is not known.
    pub value: Option<Date>,
    /// How exact it is.
    pub precision: Precision,
    /// Whether the coder worked it out rather than read it.
    pub inferred: bool,
}

/// Where a document names a stakeholder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The document.
    pub document: DocumentId,
    /// Its paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
}

/// Somebody whose view, role or action is reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// The stakeholder's id.
    pub id: StakeholderId,
    /// The name to show.
    pub name: String,
    /// What sort of actor it is.
    pub kind: StakeholderKind,
    /// Its role, as the document states it.
    pub role: Option<String>,
    /// The stakeholder it belongs to or speaks for.
    pub affiliation: Option<StakeholderId>,
    /// The side on which it speaks.
    pub camp: Camp,
    /// Whether the source leaves it without a name.
    pub anonymous: bool,
    /// Every other name that the documents use, such as a capital for a government.
    pub aliases: Vec<String>,
    /// Where it is named.
    pub mentions: Vec<Mention>,
}

/// A matter in dispute, stated as a proposition that one can agree or disagree with.
///
/// The "concept" of discourse network analysis, the "thesis" of a voting-advice application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The issue's id.
    pub id: IssueId,
    /// Two to five words, fit for a column head. The name of a claim is a claim too: “A deal is near”.
    pub name: String,
    /// Whether the proposition says what should be done or what is so. A file that does not say means a proposal.
    #[serde(default)]
    pub kind: IssueKind,
    /// The sentence that every stance is relative to.
    pub proposition: String,
    /// What counts as this issue, and what does not.
    pub definition: String,
    /// The topic that it is grouped under.
    pub topic: String,
}

/// How a position is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// In what way.
    pub kind: Basis,
    /// Who says so, where that is not the holder.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub by: Vec<StakeholderId>,
    /// The word or two that carry the attribution: "said", "believe".
    pub cue: Option<String>,
}

/// One stakeholder's stance on one issue, with its evidence. A "statement" in discourse network analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The position's id.
    pub id: PositionId,
    /// Who holds it.
    pub stakeholder: StakeholderId,
    /// What it is about.
    pub issue: IssueId,
    /// Where the holder stands on the issue's proposition.
    pub stance: Stance,
    /// What the stance depends on. Empty: it is unconditional.
    pub conditions: Vec<String>,
    /// One sentence of ours.
    pub summary: String,
    /// How we know.
    pub attribution: Attribution,
    /// When it was taken.
    pub date: When,
    /// The passages it rests on.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
    /// The quotes that express it.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub quotes: Vec<QuoteId>,
    /// The earlier position of the same holder on the same issue that this one replaces.
    pub supersedes: Option<PositionId>,
    /// How sure the coder is.
    pub confidence: Confidence,
    /// Why it was coded so, where that was in doubt.
    pub note: Option<String>,
}

/// An uninterrupted piece of a quotation: the words inside the marks, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// The words, verbatim, without their quotation marks.
    pub text: String,
    /// Where just these words stand. One passage.
    #[cfg_attr(feature = "load", schemars(length(equal = 1)))]
    pub evidence: Vec<Evidence>,
}

/// A quotation (schema.org `Quotation`): the words that a document gives to a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The quote's id.
    pub id: QuoteId,
    /// Who said it.
    pub speaker: StakeholderId,
    /// Its pieces; more than one where its attribution interrupts it.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub segments: Vec<Segment>,
    /// A sentence, or a piece of one.
    pub form: QuoteForm,
    /// The verb that introduces it: "said", "told", "asked".
    pub cue: String,
    /// To whom it was said.
    pub addressee: Option<StakeholderId>,
    /// At which event it was said.
    pub occasion: Option<EventId>,
    /// When it was said.
    pub date: When,
    /// What it is about.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub issues: Vec<IssueId>,
    /// The positions that it expresses.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub positions: Vec<PositionId>,
    /// What one must know to understand it, in a sentence of ours.
    pub context: String,
}

/// Something that happened or is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The event's id.
    pub id: EventId,
    /// Our title.
    pub title: String,
    /// When it happened, or is to happen.
    pub date: When,
    /// Where.
    pub place: Option<String>,
    /// Who took part.
    #[cfg_attr(feature = "load", schemars(extend("uniqueItems" = true)))]
    pub participants: Vec<StakeholderId>,
    /// What sort of thing it is.
    pub kind: EventKind,
    /// The passages it rests on.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
}

/// Something that a document leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question's id.
    pub id: QuestionId,
    /// The question, in our words.
    pub question: String,
    /// The issue that it belongs to.
    pub issue: IssueId,
    /// The passages it rests on.
    #[cfg_attr(feature = "load", schemars(length(min = 1)))]
    pub evidence: Vec<Evidence>,
}

/// A paragraph that yields no item, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Uncoded {
    /// The paragraph, from 1.
    #[cfg_attr(feature = "load", schemars(range(min = 1)))]
    pub paragraph: u32,
    /// Why nothing was coded from it.
    pub reason: String,
}

/// `seeds/documents/<id>.json`: one article, coded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodedDocument {
    /// The article's metadata.
    pub document: Document,
    /// Who stands where.
    pub positions: Vec<Position>,
    /// In whose words.
    pub quotes: Vec<Quote>,
    /// What happened.
    pub events: Vec<Event>,
    /// What is left open.
    pub questions: Vec<Question>,
    /// The paragraphs without items.
    pub uncoded: Vec<Uncoded>,
}

/// A whole `seeds/` directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// What the dossier is.
    pub cover: Cover,
    /// The data version: the first twelve hex digits of the SHA-256 over the content as compact JSON, a line each for the
    /// documents in the order of their ids, the cover, the issues, the stakeholders and, if there are any, the former ids; members
    /// stand in the order of these types, and what is not stated is `null`. So indentation does not count, nor whether the dossier
    /// is many files or one.
    pub version: String,
    /// The registry of stakeholders, shared by all documents.
    pub stakeholders: Vec<Stakeholder>,
    /// The registry of issues, shared by all documents.
    pub issues: Vec<Issue>,
    /// The documents, in the cover's order.
    pub documents: Vec<CodedDocument>,
    /// The ids that it once had.
    pub former: Vec<Former>,
}
