//! Agreement network: stakeholders joined by the issues on which they take the same side or opposite sides.
//!
//! Uses the measures of discourse network analysis, congruence and conflict, normalized by the average activity of the
//! two stakeholders (`docs/network.md` has the formula, its source and the reasons). Computed from the positions that
//! the query selects, so filters change it. Weights are ratios of small integers and therefore identical on every
//! machine.

mod layout;
mod sides;

use dossier::direction::isolate;
use dossier::export;
use dossier::{Issue, Stakeholder};

use crate::engine::Engine;
use crate::matches::Matches;
use crate::matrix;
use crate::order::{order, ordered};
use crate::query::{Facet, Query, View};
use crate::truncated::{self, Truncated};
use crate::window::LIMIT;
pub use layout::{Arc, Arcs, Spot, SpotGroup};
use sides::{Side, Sides};

/// Minimum number of connected stakeholders for a diagram. Below that a sentence suffices.
pub const ENOUGH: usize = 4;
/// Maximum number of connected stakeholders whose ties remain legible in a diagram.
pub const ROOM: usize = 24;
/// Maximum number of stakeholders compared pairwise, chosen by activity. Thousands would give millions of pairs.
const SOUGHT: usize = 150;
/// Rows of the table if there are too many stakeholders for a diagram.
const STRONGEST: usize = 60;
/// Maximum number of issues named per tie.
const NAMED: usize = 8;
const _: () = assert!(ROOM * (ROOM - 1) / 2 <= LIMIT, "what is drawn stands in the table");

/// Data of the network view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network<'d> {
    /// The diagram, or the reason it is missing.
    pub drawing: Drawing<'d>,
    /// Pairs that share an issue, in descending order of weight.
    pub ties: Vec<Tie<'d>>,
    /// Number of pairs left out by the limit.
    pub withheld: usize,
    /// Number of stakeholders left out because others are more active.
    pub left_out: usize,
    /// Stakeholders who take a side, but on no issue shared with another.
    pub alone: Truncated<(&'d str, Query)>,
    /// Stakeholders with selected positions that take no side on any issue, not even both.
    pub sideless: Truncated<(&'d str, Query)>,
    /// Stakeholders on both sides of an issue at once, which counts for neither. Each has a link to those positions.
    pub split: Truncated<(String, Query)>,
}

/// The diagram, or the reason it is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing<'d> {
    /// Fewer than [`ENOUGH`] connected stakeholders; holds their number.
    TooFew(usize),
    /// More than [`ROOM`] connected stakeholders; holds their number.
    TooMany(usize),
    /// The arc diagram.
    Drawn(Arcs<'d>),
}

/// A pair of stakeholders who take sides on at least one common issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie<'d> {
    /// The two stakeholders, in matrix order.
    pub ends: [&'d Stakeholder; 2],
    /// Their display names, for use within a sentence.
    pub names: [&'d str; 2],
    /// Issues on which both take the same side, each with the link to their positions.
    pub agreed: Truncated<(&'d str, Query)>,
    /// Issues on which they take opposite sides, each with the link to their positions.
    pub disputed: Truncated<(&'d str, Query)>,
    /// Number of issues on which each takes a side.
    pub activity: [usize; 2],
    /// Opens the comparison of the two.
    pub query: Query,
}

impl Tie<'_> {
    /// Normalized weight of the shared issues on which the two agree.
    #[must_use]
    pub fn congruence(&self) -> Weight {
        self.weight(self.agreed.count())
    }

    /// Normalized weight of the shared issues on which the two disagree.
    #[must_use]
    pub fn conflict(&self) -> Weight {
        self.weight(self.disputed.count())
    }

    /// Normalized weight of all shared issues. Ties are sorted by it.
    #[must_use]
    pub fn meeting(&self) -> Weight {
        self.weight(self.agreed.count() + self.disputed.count())
    }

    fn weight(&self, issues: usize) -> Weight {
        weight(issues, self.activity)
    }
}

/// Divides `issues` by the average activity of the pair.
const fn weight(issues: usize, activity: [usize; 2]) -> Weight {
    Weight { over: 2 * issues, under: activity[0] + activity[1] }
}

/// Weight of a tie: a fraction from 0 to 1, not reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Numerator: twice the number of issues.
    pub over: usize,
    /// Denominator: sum of the two activities.
    pub under: usize,
}

impl Weight {
    /// The weight scaled to `0..=whole`, rounded.
    #[must_use]
    pub const fn of(self, whole: usize) -> usize {
        (2 * self.over * whole + self.under) / (2 * self.under)
    }

    /// Whether the weight is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.over == 0
    }
}

/// Stakeholders and the pairs among them that share issues.
struct Met {
    sides: Sides,
    /// Stakeholders with a selected position, in matrix order; above the limit only the most active.
    holders: Vec<usize>,
    /// Number of stakeholders left out by the limit.
    left_out: usize,
    /// Pairs that share an issue, as indices in `holders`; `weights` is parallel.
    pairs: Vec<[usize; 2]>,
    weights: Vec<Weight>,
}

impl Met {
    fn of(engine: &Engine, matches: &Matches) -> Self {
        let chosen = matches.positions.places();
        let sides = Sides::of(engine, &chosen);
        let mut speaks = vec![false; engine.dossier.stakeholders.len()];
        for &place in &chosen {
            speaks[engine.positions[place].holder] = true;
        }
        let mut holders = matrix::rows(engine);
        holders.retain(|&holder| speaks[holder]);
        let all = holders.len();
        if all > SOUGHT {
            let activity: Vec<usize> = (0..speaks.len()).map(|holder| sides.activity(holder)).collect();
            let mut ranked = holders.clone();
            order(&mut ranked, &|one, other| activity[other].cmp(&activity[one]));
            ranked.truncate(SOUGHT);
            holders.retain(|holder| ranked.contains(holder));
        }
        let (mut pairs, mut weights) = (Vec::new(), Vec::new());
        for (first, &one) in holders.iter().enumerate() {
            for (second, &other) in holders.iter().enumerate().skip(first + 1) {
                let weight = weight(sides.shared(one, other), [sides.activity(one), sides.activity(other)]);
                if !weight.is_zero() {
                    pairs.push([first, second]);
                    weights.push(weight);
                }
            }
        }
        Self { sides, left_out: all - holders.len(), holders, pairs, weights }
    }
}

/// Every connected pair in matrix order, for export as a graph with the view's measure.
pub(crate) fn ties(engine: &Engine, matches: &Matches) -> export::Ties {
    let Met { sides, holders, left_out, pairs, .. } = Met::of(engine, matches);
    let mut ties = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let ends = pair.map(|end| holders[end]);
        let [agreed, disputed] = met_on(&sides, ends).map(|issues| issues.len());
        ties.push(export::Tie { ends, agreed, disputed, activity: ends.map(|holder| sides.activity(holder)) });
    }
    export::Ties { pairs: ties, left_out }
}

pub(crate) fn network<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Network<'d> {
    let Met { sides, holders, left_out, pairs, weights } = Met::of(engine, matches);
    let mut has_tie = vec![false; holders.len()];
    for &place in pairs.iter().flatten() {
        has_tie[place] = true;
    }
    let strongest = ordered(pairs.len(), &|one, other| {
        let (one, other) = (weights[one], weights[other]);
        (other.over * one.under).cmp(&(one.over * other.under))
    });
    let (mut ties, mut ends) = (Vec::new(), Vec::new());
    let joined = has_tie.iter().filter(|&&has| has).count();
    for &place in strongest.iter().take(if joined > ROOM { STRONGEST } else { LIMIT }) {
        ties.push(tie(engine, query, &sides, pairs[place].map(|end| holders[end])));
        ends.push(pairs[place]);
    }
    let drawing = match joined {
        few if few < ENOUGH => Drawing::TooFew(few),
        many if many > ROOM => Drawing::TooMany(many),
        _ => Drawing::Drawn(layout::picture(engine, query, &holders, &ties, &ends)),
    };
    let is_split = |holder: usize| sides.by(holder).contains(&Side::Both);
    let untied = |wanted: &dyn Fn(usize) -> bool| {
        let places = truncated::places(holders.len(), &|place| !has_tie[place] && wanted(holders[place]));
        Truncated::of(&places, &|place| way(engine, query, holders[place]))
    };
    // Flat index: holder times issue count plus issue.
    let issues = engine.dossier.issues.len();
    let both =
        truncated::places(holders.len() * issues, &|at| sides.by(holders[at / issues])[at % issues] == Side::Both);
    Network {
        drawing,
        withheld: pairs.len() - ties.len(),
        left_out,
        ties,
        alone: untied(&|holder| sides.activity(holder) > 0),
        sideless: untied(&|holder| sides.activity(holder) == 0 && !is_split(holder)),
        split: Truncated::of(&both, &|at| {
            let (stakeholder, issue) = (engine.stakeholder(holders[at / issues]), engine.issue(at % issues));
            (
                format!(
                    "{} on {}",
                    isolate(engine.name(holders[at / issues])),
                    isolate(engine.issue_name(at % issues))
                ),
                positions_on(query, issue, &[stakeholder]),
            )
        }),
    }
}

/// A stakeholder's name and the link to it.
fn way<'d>(engine: &Engine<'d>, query: &Query, holder: usize) -> (&'d str, Query) {
    let stakeholder = engine.stakeholder(holder);
    (engine.name(holder), query.to_item(View::Stakeholders, stakeholder.id.as_str()))
}

/// Builds the tie of a pair that shares an issue.
fn tie<'d>(engine: &Engine<'d>, query: &Query, sides: &Sides, pair: [usize; 2]) -> Tie<'d> {
    let ends = pair.map(|holder| engine.stakeholder(holder));
    let [agreed, disputed] = met_on(sides, pair);
    let few = |places: &[usize]| {
        Truncated::some(places, NAMED, &|place| {
            let issue = engine.issue(place);
            (engine.issue_name(place), positions_on(query, issue, &ends))
        })
    };
    let (agreed, disputed) = (few(&agreed), few(&disputed));
    let activity = pair.map(|holder| sides.activity(holder));
    Tie {
        ends,
        names: pair.map(|holder| engine.name_in_sentence(holder)),
        agreed,
        disputed,
        activity,
        query: side_by_side(query, ends),
    }
}

/// Issues on which the pair takes the same side, and those on which it takes opposite sides.
fn met_on(sides: &Sides, pair: [usize; 2]) -> [Vec<usize>; 2] {
    let (mut agreed, mut disputed) = (Vec::new(), Vec::new());
    for (place, (one, other)) in sides.by(pair[0]).iter().zip(sides.by(pair[1])).enumerate() {
        if one.is_taken() && other.is_taken() {
            let list = if one == other { &mut agreed } else { &mut disputed };
            list.push(place);
        }
    }
    [agreed, disputed]
}

/// Link to the comparison of the two, keeping all filters.
fn side_by_side(query: &Query, ends: [&Stakeholder; 2]) -> Query {
    let mut next = query.with_view(View::Compare);
    for picked in &query.with {
        next = next.toggle_with(picked);
    }
    for end in ends {
        next = next.toggle_with(end.id.as_str());
    }
    next
}

/// Link to the list of positions that `holders` take on `issue`.
fn positions_on(query: &Query, issue: &Issue, holders: &[&Stakeholder]) -> Query {
    let mut next = query.only(View::Positions, Facet::Issue, issue.id.as_str());
    for holder in holders {
        next = next.toggle(Facet::Who, holder.id.as_str());
    }
    next
}
