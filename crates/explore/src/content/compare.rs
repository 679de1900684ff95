//! Comparison of two to four stakeholders or camps, issue by issue, own words first.
//!
//! Positions that match the filters count; of a chain of superseding positions, the latest that matches, with the
//! earlier ones shown beside it. Two sides differ on an issue if one supports it and the other opposes it; a side that
//! does both differs from every side that does either. Sides agree if two or more support or oppose, and all of these
//! do the same. Every issue of the dossier is counted once.

mod choices;
mod verdict;

use dossier::{Basis, Issue, QuoteForm};
use index::SearchQuery;

pub use choices::{Choice, ChoiceGroup, Pair};
pub use verdict::Verdict;

use super::positions::{self, PositionEntry};
use super::quotes::quoted;
use crate::engine::Engine;
use crate::matches::Matches;
use crate::order::order;
use crate::query::{Facet, Group, Pick, Query, View};
use crate::side::Side;
use verdict::Stand;

/// Content of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare<'d> {
    /// Compared sides, in the order of the link.
    pub sides: Vec<Compared>,
    /// Counts of verdicts: `differ on 4`, `agree on 1`, `9 only one spoke to`. `None` for fewer than two sides.
    pub line: Option<Vec<String>>,
    /// Whether filters restrict the comparison.
    pub filtered: bool,
    /// Issues that a side spoke to, by verdict.
    pub verdicts: Vec<(Verdict, Vec<IssueCompared<'d>>)>,
    /// Further issues that a side spoke to, each with a link.
    pub further: Vec<(&'d str, Query)>,
    /// Issues that no side spoke to, each with a link to those who did.
    pub silent: Vec<(&'d str, Query)>,
    /// Issues on which the filters hide all positions of the sides, each with a link.
    pub hidden: Vec<(&'d str, Query)>,
    /// Suggested pairs, while fewer than two sides are picked.
    pub pairs: Vec<Pair>,
    /// Sides that can be added; empty if the comparison is full.
    pub choices: Vec<ChoiceGroup>,
}

/// A compared side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The name.
    pub name: String,
    /// Whether it is a camp.
    pub is_camp: bool,
    /// Link to the stakeholder or camp.
    pub query: Query,
    /// Link that removes it.
    pub removal: Query,
}

/// An issue in the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueCompared<'d> {
    /// The issue.
    pub issue: &'d Issue,
    /// Display name of the issue.
    pub name: &'d str,
    /// Link to all positions on it.
    pub query: Query,
    /// Stances in words: `For: Lund. Against: Harbour Town.`
    pub says: String,
    /// Statements of each side, in the order of the sides.
    pub voices: Vec<Voice<'d>>,
}

/// Statements of one side on one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice<'d> {
    /// Positions: counting ones before superseded ones, own words first.
    pub statements: Vec<Statement<'d>>,
    /// Number of further positions.
    pub more: usize,
    /// Number of positions hidden by the filters.
    pub hidden: usize,
}

/// A position in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'d> {
    /// The position. Its holder is named if the side is a camp.
    pub entry: PositionEntry<'d>,
    /// Quotes that express it, each with whether it is a fragment of a sentence. Quotes of the side's previous
    /// statement are not repeated.
    pub words: Vec<(String, bool)>,
    /// Whether a later position that is shown supersedes it.
    pub replaced: bool,
    /// Link to it.
    pub query: Query,
}

/// Maximum number of statements; the last issue is shown whole, further issues are named.
const ROOM: usize = 300;
/// Maximum number of statements of one side on one issue.
const VOICE: usize = 20;

/// Link to the comparison of one issue.
fn only(query: &Query, issue: &Issue) -> Query {
    let mut next = query.with_item(None);
    if next.pick(Facet::Issue, issue.id.as_str()) != Some(Pick::Include) {
        next = next.without_facet(Facet::Issue).toggle(Facet::Issue, issue.id.as_str());
    }
    next
}

pub(crate) fn compare<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Compare<'d> {
    let sides = Side::all(engine, query);
    let names: Vec<String> = sides.iter().map(|side| side.name(engine)).collect();
    let mut heads = Vec::new();
    for (side, name) in sides.iter().zip(&names) {
        heads.push(head(engine, query, *side, name));
    }
    let mut compare = Compare {
        sides: heads,
        line: None,
        filtered: query.is_narrowed(),
        verdicts: Vec::new(),
        further: Vec::new(),
        silent: Vec::new(),
        hidden: Vec::new(),
        pairs: if sides.len() < 2 { choices::pairs(engine, query, &sides) } else { Vec::new() },
        choices: choices::choices(engine, query, &sides),
    };
    if sides.len() < 2 {
        return compare;
    }
    let chosen = matches.positions.places();
    let mut theirs: Vec<Vec<usize>> = vec![Vec::new(); engine.dossier.issues.len()];
    for (place, position_row) in engine.positions.iter().enumerate() {
        if sides.iter().any(|side| side.holds(engine, position_row.holder)) {
            theirs[position_row.issue].push(place);
        }
    }
    let mut room = ROOM;
    let mut counts = vec![0; Verdict::ALL.len()];
    let mut verdicts: Vec<Vec<IssueCompared>> = vec![Vec::new(); Verdict::ALL.len()];
    for (place, issue) in engine.dossier.issues.iter().enumerate() {
        let about = query.only(View::Positions, Facet::Issue, issue.id.as_str());
        let gathered: Vec<Gathered> = sides.iter().map(|&side| gather(engine, &theirs[place], &chosen, side)).collect();
        let stands: Vec<Stand> = gathered.iter().map(|gathered| gathered.stand).collect();
        match verdict::verdict(&stands) {
            Some(verdict) => {
                counts[verdict as usize] += 1;
                if room == 0 {
                    compare.further.push((engine.issue_name(place), only(query, issue)));
                    continue;
                }
                let mut voices = Vec::new();
                for (&side, it) in sides.iter().zip(&gathered) {
                    let voice = voice(engine, query, &matches.search.query, side, it);
                    room = room.saturating_sub(voice.statements.len());
                    voices.push(voice);
                }
                let says = verdict::says(verdict, &names, &stands);
                verdicts[verdict as usize].push(IssueCompared {
                    issue,
                    name: engine.issue_name(place),
                    query: about,
                    says,
                    voices,
                });
            }
            None if stands.iter().any(|stand| stand.hidden > 0) => {
                compare.hidden.push((engine.issue_name(place), about));
            }
            None => compare.silent.push((engine.issue_name(place), about)),
        }
    }
    compare.line = Some(verdict::line(&counts, compare.silent.len(), compare.hidden.len(), sides.len()));
    for (&verdict, issues) in Verdict::ALL.iter().zip(verdicts) {
        if !issues.is_empty() {
            compare.verdicts.push((verdict, issues));
        }
    }
    compare
}

fn head(engine: &Engine, query: &Query, side: Side, name: &str) -> Compared {
    Compared {
        name: name.to_owned(),
        is_camp: matches!(side, Side::Camp(_)),
        query: match side {
            Side::One(place) => query.to_item(View::Stakeholders, engine.stakeholder(place).id.as_str()),
            Side::Camp(camp) => query.only(View::Stakeholders, Facet::Camp, camp.word()),
        },
        removal: query.toggle_with(&side.id(engine)),
    }
}

/// Positions of one side on one issue, as indices into [`Engine::positions`].
struct Gathered {
    /// Counting positions.
    current: Vec<usize>,
    /// Superseded positions.
    replaced: Vec<usize>,
    stand: Stand,
}

/// Splits the positions of a side. `theirs` are the positions of all sides on the issue, `chosen` those that match the
/// filters, both ascending.
fn gather(engine: &Engine, theirs: &[usize], chosen: &[usize], side: Side) -> Gathered {
    let mut gathered = Gathered { current: Vec::new(), replaced: Vec::new(), stand: Stand::default() };
    for &place in theirs {
        let position_row = &engine.positions[place];
        if !side.holds(engine, position_row.holder) {
            continue;
        }
        if chosen.binary_search(&place).is_err() {
            gathered.stand.hidden += 1;
        } else if position_row.is_replaced(engine, chosen) {
            gathered.replaced.push(place);
        } else {
            gathered.stand.add(position_row.position.stance);
            gathered.current.push(place);
        }
    }
    gathered
}

/// Rank of a basis by its distance from the holder's own words.
const fn distance(basis: Basis) -> u8 {
    match basis {
        Basis::Direct => 0,
        Basis::Indirect | Basis::Conduct => 1,
        Basis::ThirdParty => 2,
        Basis::Allegation => 3,
        Basis::Narration => 4,
    }
}

fn voice<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    side: Side,
    gathered: &Gathered,
) -> Voice<'d> {
    let mut voice = Voice { statements: Vec::new(), more: 0, hidden: gathered.stand.hidden };
    let basis = |place: usize| distance(engine.positions[place].position.attribution.kind);
    let closed = query.with_item(None);
    let mut before: Vec<usize> = Vec::new();
    for (places, replaced) in [(&gathered.current, false), (&gathered.replaced, true)] {
        let mut places = places.clone();
        order(&mut places, &|one, other| basis(one).cmp(&basis(other)));
        for place in places {
            if voice.statements.len() == VOICE {
                voice.more += 1;
                continue;
            }
            let position_row = &engine.positions[place];
            let mut entry = positions::entry(engine, &closed, search_query, Group::Issue, position_row);
            if matches!(side, Side::One(_)) {
                entry.holder = None;
            }
            let mut words = Vec::new();
            for &quote in &position_row.quotes {
                if !before.contains(&quote) {
                    before.push(quote);
                    let quote = engine.quotes[quote].quote;
                    words.push((quoted(quote), quote.form == QuoteForm::Fragment));
                }
            }
            let query = positions::link(engine, query, position_row).query;
            voice.statements.push(Statement { entry, words, replaced, query });
        }
    }
    voice
}
