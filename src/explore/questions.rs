//! The list of open questions.

use dossier::Question;
use index::SearchQuery;

use super::checked::Coded;
use super::engine::{Engine, QuestionRow};
use super::evidence::place;
use super::excerpts::{Excerpt, excerpts};
use super::lists::{self, Around, Entries, List};
use super::matches::Matches;
use super::text::Marked;
use super::truncated::{self, Truncated};
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
    pub spoke: Truncated<(&'d str, Query)>,
    /// Its passages in their context, where the link leads to it and there is a copy of the text.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Whether the link leads to just this question.
    pub open: bool,
    /// Points at it, or takes that back.
    pub toggle: Query,
}

pub(super) fn list<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
    at: Option<usize>,
) -> List<'d> {
    let open = |place: usize| &engine.questions[place];
    let places = if search_query.is_empty() { shown.questions.places() } else { shown.questions.ranked(usize::MAX) };
    let opened =
        query.item.as_deref().and_then(|id| engine.questions.iter().position(|open| open.question.id.as_str() == id));
    let mut speaks = Speaks { holders: engine.dossier.stakeholders.len(), on: Vec::new() };
    speaks.on.resize(engine.dossier.issues.len() * speaks.holders, false);
    for held in &engine.positions {
        speaks.on[held.issue * speaks.holders + held.holder] = true;
    }
    let make = |places: &[usize]| {
        Entries::Questions(
            places.iter().map(|&place| entry(engine, query, search_query, &speaks, open(place))).collect(),
        )
    };
    let (sections, window) = lists::sections(
        &places,
        Around { at, opened },
        &|place| engine.question_table.codes(Facet::Issue as usize, place).first().copied(),
        &|code| lists::heading(engine, query, Facet::Issue, code),
        &make,
    );
    let aside = opened.filter(|place| !places.contains(place)).map(|place| make(&[place]));
    List { aside, sections, window, sorts: Vec::new(), groups: Vec::new() }
}

/// Who holds a position on what.
struct Speaks {
    holders: usize,
    /// Issue after issue, whether each of the holders does.
    on: Vec<bool>,
}

/// How many of those who spoke are named.
const NAMED: usize = 20;

fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    speaks: &Speaks,
    open: &QuestionRow<'d>,
) -> QuestionEntry<'d> {
    let id = open.question.id.as_str();
    let here = query.item.as_deref() == Some(id);
    let holders = truncated::places(speaks.holders, &|place| speaks.on[open.issue * speaks.holders + place]);
    let spoke = Truncated::some(&holders, NAMED, &|place| {
        let stakeholder = engine.stakeholder(place);
        let theirs = query.only(View::Positions, Facet::Who, stakeholder.id.as_str());
        (engine.name_in_sentence(place), theirs.toggle(Facet::Issue, open.question.issue.as_str()))
    });
    QuestionEntry {
        question: open.question,
        text: Marked::new(&open.question.question, search_query),
        issue: engine.issue_name(open.issue),
        paragraphs: place(engine, open.document, open.question.evidence.iter()),
        spoke,
        excerpts: if here { excerpts(engine, query, Coded::Question, id) } else { Vec::new() },
        open: here,
        toggle: query.with_item((!here).then_some(id)),
    }
}
