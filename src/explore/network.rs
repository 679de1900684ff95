//! The agreement network: stakeholders joined by the issues on which they take the same side or opposite sides.
//!
//! The measure is that of discourse network analysis: congruence and conflict, divided by the average activity of the two
//! (`docs/network.md` has the formula, its source, and why this one). It is computed from the positions that the query
//! shows, so a filter changes it. A weight is a ratio of small integers: the same everywhere, to the last digit.

mod layout;
mod sides;

use dossier::direction::isolate;
use dossier::export;
use dossier::{Issue, Stakeholder};

use super::engine::Engine;
use super::matches::Matches;
use super::matrix;
use super::order::{order, ordered};
use super::truncated::{self, Truncated};
use super::window::LIMIT;
use crate::query::{Facet, Query, View};
pub use layout::{Arc, Arcs, Spot, SpotGroup};
use sides::{Side, Sides};

/// The fewest holders with a tie that make a picture. Below, a sentence says it all.
pub const ENOUGH: usize = 4;
/// The most holders whose ties can still be told apart in a picture.
pub const ROOM: usize = 24;
/// Among how many holders ties are sought: those who take a side on the most issues. All pairs of thousands would be millions.
const SOUGHT: usize = 150;
/// How many ties the table holds where there are too many for a picture.
const STRONGEST: usize = 60;
/// How many issues of a tie are named.
const NAMED: usize = 8;
const _: () = assert!(ROOM * (ROOM - 1) / 2 <= LIMIT, "what is drawn stands in the table");

/// Who agrees with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network<'d> {
    /// The picture, or why there is none.
    pub drawing: Drawing<'d>,
    /// Every pair that meets on an issue, the one with the largest weight first.
    pub ties: Vec<Tie<'d>>,
    /// How many more pairs the limit keeps back.
    pub withheld: usize,
    /// How many holders are left out, because others take sides on more issues.
    pub left_out: usize,
    /// Who takes a side, but on no issue on which another does.
    pub alone: Truncated<(&'d str, Query)>,
    /// Who is shown, and takes no side on anything.
    pub sideless: Truncated<(&'d str, Query)>,
    /// Who stands on both sides of an issue at once, so that it counts for neither: each with the way to these positions.
    pub split: Truncated<(String, Query)>,
}

/// The picture, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawing<'d> {
    /// Fewer than [`ENOUGH`] holders have a tie: this many.
    TooFew(usize),
    /// More than [`ROOM`] holders have one: this many.
    TooMany(usize),
    /// It is drawn.
    Drawn(Arcs<'d>),
}

/// Two who meet on at least one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie<'d> {
    /// The two, in the order of the matrix.
    pub ends: [&'d Stakeholder; 2],
    /// The names of the two, within a sentence.
    pub names: [&'d str; 2],
    /// The issues on which both take the same side, each with the way to their positions.
    pub agreed: Truncated<(&'d str, Query)>,
    /// The issues on which they take opposite sides.
    pub disputed: Truncated<(&'d str, Query)>,
    /// On how many issues the one takes a side, and on how many the other.
    pub activity: [usize; 2],
    /// The two side by side.
    pub query: Query,
}

impl Tie<'_> {
    /// How much the two agree.
    #[must_use]
    pub fn congruence(&self) -> Weight {
        self.weight(self.agreed.count())
    }

    /// How much they conflict.
    #[must_use]
    pub fn conflict(&self) -> Weight {
        self.weight(self.disputed.count())
    }

    /// How much they meet at all: both together, by which ties are ordered.
    #[must_use]
    pub fn meeting(&self) -> Weight {
        self.weight(self.agreed.count() + self.disputed.count())
    }

    fn weight(&self, issues: usize) -> Weight {
        weight(issues, self.activity)
    }
}

/// `issues`, divided by the average activity of two.
const fn weight(issues: usize, activity: [usize; 2]) -> Weight {
    Weight { over: 2 * issues, under: activity[0] + activity[1] }
}

/// The weight of a tie: a fraction from 0 to 1, not reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// Twice the issues.
    pub over: usize,
    /// The issues on which the one takes a side and those on which the other does, added up.
    pub under: usize,
}

impl Weight {
    /// The weight on a scale from 0 to `whole`, rounded.
    #[must_use]
    pub const fn of(self, whole: usize) -> usize {
        (2 * self.over * whole + self.under) / (2 * self.under)
    }

    /// Whether it is zero: the two do not meet so.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.over == 0
    }
}

/// Everybody who takes a side on an issue on which another does.
struct Met {
    sides: Sides,
    /// Who holds a chosen position, in the order of the matrix; of very many those who take a side on the most issues.
    holders: Vec<usize>,
    /// How many are left out for that.
    left_out: usize,
    /// Who meets, as places in `holders`, and how much.
    pairs: Vec<[usize; 2]>,
    weights: Vec<Weight>,
}

impl Met {
    fn of(engine: &Engine, shown: &Matches) -> Self {
        let chosen = shown.positions.places();
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

/// Every pair that meets, in the order of the matrix, for a graph of the same measure as the view.
pub(super) fn ties(engine: &Engine, shown: &Matches) -> export::Ties {
    let Met { sides, holders, left_out, pairs, .. } = Met::of(engine, shown);
    let mut ties = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let ends = pair.map(|end| holders[end]);
        let [agreed, disputed] = met_on(&sides, ends).map(|issues| issues.len());
        ties.push(export::Tie { ends, agreed, disputed, activity: ends.map(|holder| sides.activity(holder)) });
    }
    export::Ties { pairs: ties, left_out }
}

pub(super) fn network<'d>(engine: &Engine<'d>, query: &Query, shown: &Matches) -> Network<'d> {
    let Met { sides, holders, left_out, pairs, weights } = Met::of(engine, shown);
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
    // Of each holder the issues, one after another.
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

/// A stakeholder's name, and the way to it.
fn way<'d>(engine: &Engine<'d>, query: &Query, holder: usize) -> (&'d str, Query) {
    let stakeholder = engine.stakeholder(holder);
    (engine.name(holder), query.to_item(View::Stakeholders, stakeholder.id.as_str()))
}

/// The tie between two holders who meet.
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

/// The issues on which two take the same side, and those on which they take opposite ones.
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

/// The two compared, all filters kept.
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

/// The list of what `holders` say on `issue`.
fn positions_on(query: &Query, issue: &Issue, holders: &[&Stakeholder]) -> Query {
    let mut next = query.only(View::Positions, Facet::Issue, issue.id.as_str());
    for holder in holders {
        next = next.toggle(Facet::Who, holder.id.as_str());
    }
    next
}
