//! List of open questions.

use dossier::Question;
use index::SearchQuery;

use crate::checked::Coded;
use crate::engine::{Engine, QuestionRow};
use crate::evidence::place;
use crate::excerpts::{Excerpt, excerpts};
use crate::lists::{self, Around, Entries, List};
use crate::matches::Matches;
use crate::query::{Facet, Query, View};
use crate::text::Marked;
use crate::truncated::{self, Truncated};

/// One row of the question list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEntry<'d> {
    /// The question shown.
    pub question: &'d Question,
    /// Text of the question, with search matches marked.
    pub text: Marked<'d>,
    /// Display name of the question's issue.
    pub issue: &'d str,
    /// Paragraphs that the question comes from, as text.
    pub paragraphs: String,
    /// Stakeholders with a position on the issue, each with a link to their positions there.
    pub spoke: Truncated<(&'d str, Query)>,
    /// Evidence passages in context, if the question is open and a copy of the text is available.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Whether the link opens this question.
    pub open: bool,
    /// Opens or closes the question.
    pub toggle: Query,
}

pub(crate) fn list<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, at: Option<usize>) -> List<'d> {
    let open = |place: usize| &engine.questions[place];
    let places =
        if matches.search.query.is_empty() { matches.questions.places() } else { matches.questions.ranked(usize::MAX) };
    let opened =
        query.item.as_deref().and_then(|id| engine.questions.iter().position(|open| open.question.id.as_str() == id));
    let mut speaks = Speaks { holders: engine.dossier.stakeholders.len(), on: Vec::new() };
    speaks.on.resize(engine.dossier.issues.len() * speaks.holders, false);
    for position_row in &engine.positions {
        speaks.on[position_row.issue * speaks.holders + position_row.holder] = true;
    }
    let make = |places: &[usize]| {
        Entries::Questions(
            places.iter().map(|&place| entry(engine, query, &matches.search.query, &speaks, open(place))).collect(),
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

/// Flags for which stakeholders hold a position on which issue.
struct Speaks {
    holders: usize,
    /// Flags by issue, then by stakeholder.
    on: Vec<bool>,
}

/// Maximum number of stakeholders named per question.
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
