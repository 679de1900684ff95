//! Short constructors for the entities of the invented dossier: what a test does not say has one harmless value.

use dossier::text::{digest, length, plain};
use dossier::{
    Attribution, Basis, Camp, Confidence, Date, Digest, Document, Event, EventKind, Evidence, Issue, IssueKind,
    Mention, Position, Precision, Question, Quote, QuoteForm, Segment, Stakeholder, StakeholderKind, Stance, When,
};

/// The date that `text` says, read from the source; empty for one that is not known.
pub(crate) fn when(text: &str) -> When {
    let value: Option<Date> = (!text.is_empty()).then(|| text.parse().expect("the fixture's dates are dates"));
    When { value, precision: value.map_or(Precision::None, Date::precision), inferred: false }
}

/// A passage at the start of a paragraph, `words` being what stands there.
pub(crate) fn passage(paragraph: u32, words: &str) -> Evidence {
    Evidence {
        paragraph,
        start: 0,
        end: length(words),
        sha256: digest(words),
        sha256_plain: digest(&plain(words)),
        length: length(words),
    }
}

pub(crate) fn stakeholder(id: &str, name: &str, kind: StakeholderKind, camp: Camp) -> Stakeholder {
    Stakeholder {
        id: id.into(),
        name: name.to_owned(),
        kind,
        role: None,
        affiliation: None,
        camp,
        anonymous: false,
        aliases: Vec::new(),
        mentions: Vec::new(),
    }
}

pub(crate) fn mention(document: &str, paragraph: u32) -> Mention {
    Mention { document: document.into(), paragraph }
}

pub(crate) fn issue(id: &str, name: &str, topic: &str, proposition: &str) -> Issue {
    Issue {
        id: id.into(),
        name: name.to_owned(),
        kind: IssueKind::Proposal,
        proposition: proposition.to_owned(),
        definition: format!("Whatever is said on {name}."),
        topic: topic.to_owned(),
    }
}

pub(crate) fn document(id: &str, published: &str, title: Option<&str>, paragraphs: u32) -> Document {
    Document {
        id: id.into(),
        published: published.parse().expect("the fixture's dates are dates"),
        dateline: "Harbour Town".to_owned(),
        title: title.map(str::to_owned),
        publisher: None,
        url: None,
        language: "en".to_owned(),
        paragraphs,
        text_sha256: Digest::LEFT_OUT,
        normalization: dossier::text::NORMALIZATION.to_owned(),
        offset_unit: dossier::text::OFFSET_UNIT.to_owned(),
    }
}

/// A position that rests on the beginning of paragraph 1.
pub(crate) fn position(
    id: &str,
    (stakeholder, issue, stance): (&str, &str, Stance),
    basis: Basis,
    date: &str,
    summary: &str,
) -> Position {
    Position {
        id: id.into(),
        stakeholder: stakeholder.into(),
        issue: issue.into(),
        stance,
        conditions: Vec::new(),
        summary: summary.to_owned(),
        attribution: Attribution { kind: basis, by: Vec::new(), cue: None },
        date: when(date),
        evidence: vec![passage(1, summary)],
        quotes: Vec::new(),
        supersedes: None,
        confidence: Confidence::High,
        note: None,
    }
}

/// A quote of these pieces, on these issues and expressing these positions, in paragraph 2.
pub(crate) fn quote(
    id: &str,
    speaker: &str,
    form: QuoteForm,
    date: &str,
    pieces: &[&str],
    (issues, positions): (&[&str], &[&str]),
) -> Quote {
    Quote {
        id: id.into(),
        speaker: speaker.into(),
        segments: pieces
            .iter()
            .map(|&text| Segment { text: text.to_owned(), evidence: vec![passage(2, text)] })
            .collect(),
        form,
        cue: "said".to_owned(),
        addressee: None,
        occasion: None,
        date: when(date),
        issues: issues.iter().map(|&id| id.into()).collect(),
        positions: positions.iter().map(|&id| id.into()).collect(),
        context: "Said on the quay.".to_owned(),
    }
}

pub(crate) fn event(id: &str, title: &str, kind: EventKind, date: &str) -> Event {
    Event {
        id: id.into(),
        title: title.to_owned(),
        date: when(date),
        place: None,
        participants: Vec::new(),
        kind,
        evidence: vec![passage(3, title)],
    }
}

pub(crate) fn question(id: &str, issue: &str, question: &str) -> Question {
    Question { id: id.into(), question: question.to_owned(), issue: issue.into(), evidence: vec![passage(4, question)] }
}
