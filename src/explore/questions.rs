//! The list of open questions.

use dossier::Question;
use index::Needle;

use super::checked::Coded;
use super::edition::{Edition, Open};
use super::evidence::paragraphs;
use super::excerpts::{Excerpt, excerpts};
use super::lists::{self, Entries, List};
use super::shown::Shown;
use super::text::Marked;
use super::words;
use crate::query::{Facet, Query, View};

/// One open question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEntry<'d> {
    /// The question.
    pub question: &'d Question,
    /// Its text.
    pub text: Marked<'d>,
    /// The issue that it belongs to.
    pub issue: &'d str,
    /// In which paragraphs it stands.
    pub paragraphs: String,
    /// Who holds a position on its issue, each with the way to it; empty where nobody does.
    pub spoke: Vec<(&'d str, Query)>,
    /// Its passages in their context, where the link leads to it and there is a copy of the text.
    pub excerpts: Vec<Excerpt>,
    /// Whether the link leads to just this question.
    pub open: bool,
    /// Points at it, or takes that back.
    pub toggle: Query,
}

pub(super) fn list<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, shown: &Shown) -> List<'d> {
    let open = |place: usize| &edition.questions[place];
    let mut places = if needle.is_empty() { shown.questions.places() } else { shown.questions.ranked(usize::MAX) };
    let withheld = places.len().saturating_sub(lists::LIMIT);
    places.truncate(lists::LIMIT);
    let make = |places: &[usize]| {
        Entries::Questions(places.iter().map(|&place| entry(edition, query, needle, open(place))).collect())
    };
    let sections = lists::sections(
        &places,
        &|place| edition.code(Facet::Issue, open(place).question.issue.as_str()),
        &|code| lists::heading(edition, query, Facet::Issue, code),
        &make,
    );
    let hidden = query.item.as_deref().and_then(|id| {
        let place = edition.questions.iter().position(|open| open.question.id.as_str() == id)?;
        (!places.contains(&place)).then(|| make(&[place]))
    });
    List { aside: hidden, sections, withheld, sorts: Vec::new(), groups: Vec::new() }
}

fn entry<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, open: &Open<'d>) -> QuestionEntry<'d> {
    let id = open.question.id.as_str();
    let here = query.item.as_deref() == Some(id);
    let mut spoke = Vec::new();
    for (place, stakeholder) in edition.dossier.stakeholders.iter().enumerate() {
        if edition.positions.iter().any(|held| held.issue == open.issue && held.holder == place) {
            let theirs = query.only(View::Positions, Facet::Who, stakeholder.id.as_str());
            spoke.push((words::named(stakeholder), theirs.toggle(Facet::Issue, open.question.issue.as_str())));
        }
    }
    QuestionEntry {
        question: open.question,
        text: Marked::new(&open.question.question, needle),
        issue: &edition.issue(open.issue).name,
        paragraphs: paragraphs(open.question.evidence.iter()),
        spoke,
        excerpts: if here { excerpts(edition, query, Coded::Question, id) } else { Vec::new() },
        open: here,
        toggle: query.with_item((!here).then_some(id)),
    }
}
