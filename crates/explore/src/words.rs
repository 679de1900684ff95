//! Display labels for the terms of the data model.

use std::borrow::Cow;

use dossier::direction::isolate;
use dossier::{
    Attribution, Basis, Camp, CodedDocument, Confidence, Document, EventKind, IssueKind, QuoteForm, StakeholderKind,
    Stance, When,
};

use super::checked::Outcome;
use super::content::compare::Verdict;
use crate::query::{Group, Panel, Sort, Trait};

/// Label of a stance for an issue of `kind`; `None` gives the label for both kinds, as used in filters and totals.
#[must_use]
pub const fn stance(stance: Stance, kind: Option<IssueKind>) -> &'static str {
    match kind {
        Some(kind) => stance.label(kind),
        None => stance.label_of_both_kinds(),
    }
}

/// Symbol of a stance, shown next to its colour.
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

/// Label of a basis, as a filter.
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

/// Description of a position's basis. `by` lists the names of those who report it, in the attribution's order.
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

/// Label of a camp.
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

/// Label of a stakeholder's kind.
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

/// Label of a quote's form.
#[must_use]
pub const fn form(form: QuoteForm) -> &'static str {
    match form {
        QuoteForm::Full => "Whole sentence",
        QuoteForm::Fragment => "Fragment",
    }
}

/// Note on a quote that is not a full sentence.
pub const FRAGMENT: &str = "fragment of a sentence";

/// Note on a stakeholder without a position or a quote.
pub const SILENT: &str = "said nothing here";

/// Label of an event's kind.
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

/// Label of a trait, as a filter.
#[must_use]
pub const fn has(has: Trait) -> &'static str {
    match has {
        Trait::Conditions => "Conditional",
        Trait::Shift => "Changed position",
        Trait::Quote => "With a quote",
    }
}

/// Label of the coder's confidence.
#[must_use]
pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high confidence",
        Confidence::Medium => "medium confidence",
        Confidence::Low => "low confidence",
    }
}

/// Title of a panel.
#[must_use]
pub const fn panel(panel: Panel) -> &'static str {
    match panel {
        Panel::Share => "Share",
        Panel::Cite => "Cite",
        Panel::Export => "Export",
    }
}

/// Label of a pointer's outcome against a copy of the text.
#[must_use]
pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Missing => "not found",
        Outcome::Elsewhere => "matches elsewhere",
        Outcome::Typography => "matches but for typography",
        Outcome::Matches => "matches",
    }
}

/// Heading of a comparison verdict.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Differ => "Differ",
        Verdict::Agree => "Agree",
        Verdict::Undecided => "Undecided",
        Verdict::Alone => "Only one spoke",
    }
}

/// Explanation of a comparison verdict; `None` if the heading suffices.
#[must_use]
pub const fn meaning(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Differ => Some("One is for what another is against."),
        Verdict::Agree => Some("All who took a side took the same."),
        Verdict::Undecided => Some("More than one spoke, fewer than two took a side."),
        Verdict::Alone => None,
    }
}

/// Label of a sort order, as an option.
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

/// Label of a grouping, as an option.
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

/// Shortest name of a document: its title or its dateline; its id if another of `documents` has the same name.
#[must_use]
pub fn document<'d>(documents: &'d [CodedDocument], document: &'d Document) -> &'d str {
    fn name(document: &Document) -> &str {
        document.title.as_deref().unwrap_or(&document.dateline)
    }
    let shared = documents.iter().filter(|other| name(&other.document) == name(document)).count() > 1;
    if shared { document.id.as_str() } else { name(document) }
}

/// Date of a position, quote or event in words, including whether it is inferred or unknown.
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

/// Joins parts as `a`, `a and b`, `a, b and c`; each is [isolated](isolate).
#[must_use]
pub fn and(parts: &[&str]) -> String {
    join(parts, "and")
}

/// Joins parts as `a`, `a or b`, `a, b or c`; each is isolated against text direction.
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

/// Joins parts with `between` as separator.
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

/// Borrows each text, for joining.
pub(super) fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
