//! Two to four stakeholders or camps side by side, issue by issue, in their own words first.
//!
//! What counts is what the filters let through, and of a chain of positions the latest that they do; the earlier ones are
//! shown beside it. Two sides differ where one supports what another opposes. A side that does both is divided, and so
//! differs from everybody who takes either side. They agree where two or more took a side and all who did took the same:
//! whoever spoke without taking one neither agrees nor differs. Every issue of the dossier is counted once.

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

/// What two to four say of each issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare<'d> {
    /// Who is compared, in the reader's order.
    pub sides: Vec<Compared>,
    /// How often they differ and agree: `differ on 4`, `agree on 1`, `9 only one spoke to`. `None` for fewer than two.
    pub line: Option<Vec<String>>,
    /// Whether filters are on, so that the line is about what they let through.
    pub filtered: bool,
    /// The issues to which somebody spoke, verdict by verdict.
    pub verdicts: Vec<(Verdict, Vec<IssueCompared<'d>>)>,
    /// The issues to which somebody spoke and for which there is no room, each with the way to it.
    pub further: Vec<(&'d str, Query)>,
    /// The issues to which nobody of them spoke, each with the way to who did.
    pub silent: Vec<(&'d str, Query)>,
    /// The issues on which the filters hide everything that they said, each with the way to it.
    pub hidden: Vec<(&'d str, Query)>,
    /// Pairs that have much to compare, while fewer than two are picked.
    pub pairs: Vec<Pair>,
    /// Who can be taken in; empty where there is no more room.
    pub choices: Vec<ChoiceGroup>,
}

/// One of those who are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The name.
    pub name: String,
    /// Whether it is a camp.
    pub is_camp: bool,
    /// The way to who it is.
    pub query: Query,
    /// The comparison without it.
    pub removal: Query,
}

/// What the sides say of one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueCompared<'d> {
    /// The issue.
    pub issue: &'d Issue,
    /// The issue's name, as a reader sees it.
    pub name: &'d str,
    /// Everything that anybody says of it.
    pub query: Query,
    /// Who stands where: `For: Lund. Against: Harbour Town.`
    pub says: String,
    /// What each side says, in the order of the sides.
    pub voices: Vec<Voice<'d>>,
}

/// What one side says of one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice<'d> {
    /// The positions: those that count before those that were replaced, the holder's own words first.
    pub statements: Vec<Statement<'d>>,
    /// How many more there are.
    pub more: usize,
    /// How many the filters hide.
    pub hidden: usize,
}

/// One position in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'d> {
    /// The position. Its holder is named where the side is a camp.
    pub entry: PositionEntry<'d>,
    /// The words that express it, each with whether it is but a fragment of a sentence. What the same side's statement
    /// before it shows already is not repeated.
    pub words: Vec<(String, bool)>,
    /// Whether the holder replaced it by a later one that is shown too.
    pub replaced: bool,
    /// The way to it.
    pub query: Query,
}

/// How many statements a comparison has room for; the issue with which it is full is shown whole. Of the rest the names are
/// told.
const ROOM: usize = 300;
/// How many of them one side makes on one issue.
const VOICE: usize = 20;

/// The same comparison of one issue alone.
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

/// The positions of one side on one issue, as places in [`Engine::positions`].
struct Gathered {
    /// Those that count.
    current: Vec<usize>,
    /// Those that a later one replaced.
    replaced: Vec<usize>,
    stand: Stand,
}

/// `theirs` are the positions of all sides on the issue, `chosen` those that the filters let through, both ascending.
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

/// How near a basis is to the holder's own words.
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
