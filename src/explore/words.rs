//! Labels of the page for the words of the data model.

use std::borrow::Cow;

use dossier::direction::isolate;
use dossier::{
    Attribution, Basis, Camp, CodedDocument, Confidence, Document, EventKind, IssueKind, QuoteForm, StakeholderKind,
    Stance, When,
};

use super::checked::Outcome;
use super::compare::Verdict;
use crate::query::{Facet, Group, Panel, Sort, Trait, View};

/// The label of a stance beside an issue of `kind`; of a filter or a total, where `None` is given, over issues of both kinds.
#[must_use]
pub const fn stance(stance: Stance, kind: Option<IssueKind>) -> &'static str {
    match kind {
        Some(kind) => stance.label(kind),
        None => stance.label_of_both_kinds(),
    }
}

/// The sign that stands for a stance, next to its colour.
#[must_use]
pub const fn glyph(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "+",
        Stance::Opposes => "\u{2212}",
        Stance::Uncommitted => "~",
        Stance::Asks => "?",
        Stance::Unclear => "\u{2026}",
    }
}

/// How we know, as a filter.
#[must_use]
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Direct => "In quotation marks",
        Basis::Indirect => "Reported speech",
        Basis::Conduct => "By what they did",
        Basis::ThirdParty => "Reported by others",
        Basis::Allegation => "Alleged",
        Basis::Narration => "The article’s own voice",
    }
}

/// How we know of one position. `by` are the names of those who say so, in the attribution's order.
#[must_use]
pub fn attribution(attribution: &Attribution, by: &[&str]) -> String {
    match attribution.kind {
        Basis::Direct => "In their own words".to_owned(),
        Basis::Indirect => "Reported speech".to_owned(),
        Basis::Conduct => "By what they did".to_owned(),
        Basis::ThirdParty => format!("Reported by {}", and(by)),
        Basis::Allegation => "Their allegation".to_owned(),
        Basis::Narration => "In the article’s own voice".to_owned(),
    }
}

/// A camp.
#[must_use]
pub const fn camp(camp: Camp) -> &'static str {
    match camp {
        Camp::Russia => "Russia",
        Camp::Ukraine => "Ukraine",
        Camp::UnitedStates => "United States",
        Camp::Europe => "Europe",
        Camp::OutsideExpert => "Outside experts",
        Camp::Press => "Press",
        Camp::Other => "Others",
    }
}

/// What sort of actor a stakeholder is.
#[must_use]
pub const fn kind(kind: StakeholderKind) -> &'static str {
    match kind {
        StakeholderKind::Person => "Person",
        StakeholderKind::State => "State",
        StakeholderKind::Bloc => "Bloc",
        StakeholderKind::Organization => "Organization",
        StakeholderKind::Group => "Group",
        StakeholderKind::Narrator => "Narrator",
    }
}

/// A quote's form.
#[must_use]
pub const fn form(form: QuoteForm) -> &'static str {
    match form {
        QuoteForm::Full => "Whole sentence",
        QuoteForm::Fragment => "Fragment",
    }
}

/// What is said of a quote that is no sentence.
pub const FRAGMENT: &str = "fragment of a sentence";

/// What is said of a stakeholder without a position or a quote.
pub const SILENT: &str = "said nothing here";

/// What sort of thing happened.
#[must_use]
pub const fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Meeting => "Meeting",
        EventKind::Statement => "Statement",
        EventKind::Military => "Armed force",
        EventKind::Milestone => "Turning point",
        EventKind::Planned => "Planned",
    }
}

/// What a position comes with.
#[must_use]
pub const fn has(has: Trait) -> &'static str {
    match has {
        Trait::Conditions => "Conditional",
        Trait::Shift => "Changed position",
        Trait::Quote => "With a quote",
    }
}

/// How sure the coder is.
#[must_use]
pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high confidence",
        Confidence::Medium => "medium confidence",
        Confidence::Low => "low confidence",
    }
}

/// A facet, as a heading.
#[must_use]
pub const fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Who => "Stakeholder",
        Facet::Camp => "Camp",
        Facet::Issue => "Issue",
        Facet::Stance => "Stance",
        Facet::Basis => "How we know",
        Facet::Form => "Quote form",
        Facet::Has => "Mark",
        Facet::Doc => "Document",
    }
}

/// What an open panel is for.
#[must_use]
pub const fn panel(panel: Panel) -> &'static str {
    match panel {
        Panel::Share => "Share",
        Panel::Cite => "Cite",
        Panel::Export => "Export",
    }
}

/// A view, as its heading.
#[must_use]
pub const fn view(view: View) -> &'static str {
    match view {
        View::Matrix => "Matrix",
        View::Positions => "Positions",
        View::Quotes => "Quotes",
        View::Stakeholders => "Stakeholders",
        View::Timeline => "Timeline",
        View::Compare => "Compare",
        View::Network => "Network",
        View::Shifts => "Changes",
        View::Questions => "Open questions",
        View::Verify => "Verify",
        View::Reading => "Reading",
        View::Open => "Open a dossier",
    }
}

/// How a pointer came out against a copy of the text.
#[must_use]
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Missing => "not found",
        Outcome::Elsewhere => "matches elsewhere",
        Outcome::Typography => "matches but for typography",
        Outcome::Matches => "matches",
    }
}

/// A verdict of a comparison, as a heading.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differ => "Differ",
        Verdict::Agree => "Agree",
        Verdict::Undecided => "Undecided",
        Verdict::Alone => "Only one spoke",
    }
}

/// What a verdict of a comparison means, where its word is not enough.
#[must_use]
pub const fn meaning(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Differ => Some("One is for what another is against."),
        Verdict::Agree => Some("All who took a side took the same."),
        Verdict::Undecided => Some("More than one spoke, fewer than two took a side."),
        Verdict::Alone => None,
    }
}

/// An order, as an option.
#[must_use]
pub const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Article => "as in the article",
        Sort::Match => "best match",
        Sort::Date => "latest first",
        Sort::Name => "by name",
        Sort::Count => "most positions",
        Sort::Reverse => "reversed",
    }
}

/// A grouping, as an option.
#[must_use]
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::Issue => "issue",
        Group::Who => "stakeholder",
        Group::Camp => "camp",
        Group::Stance => "stance",
        Group::Basis => "how we know",
        Group::None => "nothing",
    }
}

/// A document by the shortest name that its metadata give: its title, or where it is dated from. Where another of
/// `documents` is called the same, by its id, which no other has.
#[must_use]
pub fn document<'d>(documents: &'d [CodedDocument], document: &'d Document) -> &'d str {
    fn name(document: &Document) -> &str {
        document.title.as_deref().unwrap_or(&document.dateline)
    }
    let shared = documents.iter().filter(|other| name(&other.document) == name(document)).count() > 1;
    if shared { document.id.as_str() } else { name(document) }
}

/// The date of a position, a quote or an event in words: says whether it was worked out, and that it is not known.
#[must_use]
pub fn when(when: &When) -> String {
    match when.value {
        Some(value) if when.inferred => format!("{} (inferred)", value.in_words()),
        Some(value) => value.in_words(),
        None => "undated".to_owned(),
    }
}

/// A count with its noun: `1 quote`, `3 quotes`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The noun that a view counts.
#[must_use]
pub const fn noun(view: View) -> &'static str {
    match view {
        View::Matrix | View::Positions | View::Compare | View::Network | View::Shifts | View::Open => "position",
        View::Timeline | View::Verify | View::Reading => "item",
        View::Quotes => "quote",
        View::Stakeholders => "stakeholder",
        View::Questions => "open question",
    }
}

/// `a`, `a and b`, `a, b and c`; each [isolated](isolate).
#[must_use]
pub fn and(parts: &[&str]) -> String {
    join(parts, "and")
}

/// `a`, `a or b`, `a, b or c`.
#[must_use]
pub fn or(parts: &[&str]) -> String {
    join(parts, "or")
}

fn join(parts: &[&str], last: &str) -> String {
    let parts: Vec<Cow<str>> = parts.iter().map(|part| isolate(part)).collect();
    let mut text = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 && place + 1 == parts.len() {
            for piece in [" ", last, " "] {
                text.push_str(piece);
            }
        } else if place > 0 {
            text.push_str(", ");
        }
        text.push_str(part);
    }
    text
}

/// The parts with `between` between them.
pub(super) fn joined(parts: &[&str], between: &str) -> String {
    let mut text = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            text.push_str(between);
        }
        text.push_str(part);
    }
    text
}

/// The texts, to be put together.
pub(super) fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
