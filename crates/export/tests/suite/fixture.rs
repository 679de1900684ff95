//! Invented dossiers, among them a dispute over the toll of a bridge.

use dossier::export::{FileMetadata, Selection, Ties};
use dossier::{
    Attribution, Basis, Camp, CodedDocument, Confidence, Cover, Date, Document, Dossier, Evidence, Issue, IssueKind,
    Position, Precision, Quote, QuoteForm, SCHEMA, Segment, Stakeholder, StakeholderKind, Stance, Text, When, text,
};
use export::dna::{Copy, write};
use export::{ExportSet, Omission};

/// Article of the one document. The third paragraph repeats words of the first.
pub(crate) const ARTICLE: &str = "\
Ada Lund said that the toll must go; \"not one crown\", she said.

The harbour board wants to keep it. Nobody asked the 𝄞 choir.

Ada Lund said that the toll must go.";

/// An exported event list.
pub(crate) struct Export {
    pub(crate) csv: String,
    pub(crate) statements: usize,
    pub(crate) losses: Vec<Omission>,
}

/// File metadata of these tests.
pub(crate) fn metadata() -> FileMetadata {
    FileMetadata {
        view: "Matrix".to_owned(),
        sentence: "4 positions".to_owned(),
        link: "https://example.org/?at=000000000000".to_owned(),
        data_version: "000000000000".to_owned(),
        license: "CC0-1.0".to_owned(),
        citation: "The bridge.".to_owned(),
        losses: vec![],
    }
}

/// Exports all of `dossier` as an event list.
pub(crate) fn export(dossier: &Dossier, copies: &[Copy]) -> Export {
    let (selection, ties) = (Selection::all(dossier), Ties::default());
    let mut csv = Vec::new();
    let export_set = ExportSet::new(dossier, &selection, &ties, metadata());
    let written = write(&export_set, copies, &mut csv, &mut |_, _| {}).expect("memory takes it");
    let csv = String::from_utf8(csv).expect("the cells are text");
    Export { csv, statements: written.statements, losses: written.losses }
}

/// The invented story of two articles.
pub(crate) fn fiction() -> Dossier {
    let seeds = [env!("CARGO_MANIFEST_DIR"), "../../tests/fiction/seeds"].iter().collect::<std::path::PathBuf>();
    dossier::load(&seeds).expect("the story has no faults")
}

/// A day, month or year.
pub(crate) fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A date with the precision it is written in; empty for none.
pub(crate) fn when(text: &str) -> When {
    let value = (!text.is_empty()).then(|| date(text));
    When { value, precision: value.map_or(Precision::None, Date::precision), inferred: false }
}

/// A stakeholder of the camp `other`.
pub(crate) fn stakeholder(id: &str, name: &str, kind: StakeholderKind, affiliation: Option<&str>) -> Stakeholder {
    Stakeholder {
        id: id.into(),
        name: name.to_owned(),
        kind,
        role: None,
        affiliation: affiliation.map(Into::into),
        camp: Camp::Other,
        anonymous: false,
        aliases: vec![],
        mentions: vec![],
    }
}

/// An issue.
pub(crate) fn issue(id: &str, name: &str) -> Issue {
    let [proposition, definition, topic] = ["It should be so.", "Whether it should.", "Money"].map(str::to_owned);
    Issue { id: id.into(), name: name.to_owned(), kind: IssueKind::Proposal, proposition, definition, topic }
}

/// A position that an event list can hold without losses.
pub(crate) fn position(id: &str, holder: &str, issue: &str, stance: Stance, day: &str, evidence: Evidence) -> Position {
    Position {
        id: id.into(),
        stakeholder: holder.into(),
        issue: issue.into(),
        stance,
        conditions: vec![],
        summary: "Is of a view.".to_owned(),
        attribution: Attribution { kind: Basis::Direct, by: vec![], cue: None },
        date: when(day),
        evidence: vec![evidence],
        quotes: vec![],
        supersedes: None,
        confidence: Confidence::High,
        note: None,
    }
}

/// A document of `text` with these positions.
pub(crate) fn document(id: &str, text: &Text, positions: Vec<Position>) -> CodedDocument {
    let document = Document {
        id: id.into(),
        published: date("2031-05-03"),
        dateline: "Port Lund".to_owned(),
        title: None,
        publisher: None,
        url: None,
        language: "en".to_owned(),
        paragraphs: text.paragraphs().len() as u32,
        text_sha256: text.digest(),
        normalization: text::NORMALIZATION.to_owned(),
        offset_unit: text::OFFSET_UNIT.to_owned(),
    };
    CodedDocument { document, positions, quotes: vec![], events: vec![], questions: vec![], uncoded: vec![] }
}

/// A dossier of these parts.
pub(crate) fn dossier(stakeholders: Vec<Stakeholder>, issues: Vec<Issue>, documents: Vec<CodedDocument>) -> Dossier {
    let cover = Cover {
        schema: SCHEMA.to_owned(),
        id: "bridge".to_owned(),
        title: "The bridge".to_owned(),
        description: "Its toll.".to_owned(),
        language: "en".to_owned(),
        license: "CC0-1.0".to_owned(),
        documents: documents.iter().map(|coded| coded.document.id.clone()).collect(),
    };
    Dossier { cover, version: "0".repeat(12), stakeholders, issues, documents, former: Vec::new() }
}

/// The dossier on the toll: a person with an affiliation, an organization, and a person whose name is like a formula.
pub(crate) fn toll() -> Dossier {
    let text = text::normalize(ARTICLE);
    let at = |paragraph, passage| text.point(paragraph, passage).expect("the passage is there, once");
    let words = "not one crown";
    let quote = Quote {
        id: "lund-crown".into(),
        speaker: "ada-lund".into(),
        segments: vec![Segment { text: words.to_owned(), evidence: vec![at(1, words)] }],
        form: QuoteForm::Fragment,
        cue: "said".to_owned(),
        addressee: None,
        occasion: None,
        date: when("2031-05-02"),
        issues: vec!["toll".into()],
        positions: vec!["lund-toll".into()],
        context: "On the toll.".to_owned(),
    };
    let positions = vec![
        Position {
            quotes: vec!["lund-crown".into()],
            conditions: vec!["If the state pays.".to_owned()],
            ..position(
                "lund-toll",
                "ada-lund",
                "toll",
                Stance::Opposes,
                "2031-05-02",
                at(3, "Ada Lund said that the toll must go"),
            )
        },
        Position {
            attribution: Attribution { kind: Basis::ThirdParty, by: vec!["ada-lund".into()], cue: None },
            evidence: vec![at(2, "𝄞 choir"), at(2, "Nobody")],
            ..position("board-toll", "board", "toll", Stance::Supports, "2031-05", at(2, "keep it"))
        },
        position("plus-toll", "plus", "toll", Stance::Asks, "2031-05-02", at(2, "Nobody")),
        position("plus-song", "plus", "song", Stance::Supports, "2031-05-02", at(2, "Nobody")),
    ];
    let coded = CodedDocument { quotes: vec![quote], ..document("2031-05-03-port", &text, positions) };
    let stakeholders = vec![
        stakeholder("ada-lund", "Ada Lund", StakeholderKind::Person, Some("board")),
        stakeholder("board", "The harbour board; east", StakeholderKind::Organization, None),
        stakeholder("plus", "+Plus", StakeholderKind::Person, None),
    ];
    dossier(stakeholders, vec![issue("toll", "The toll \"stays\""), issue("song", "A song")], vec![coded])
}
