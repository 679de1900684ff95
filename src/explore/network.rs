//! Who agrees with whom: holders joined by the issues on which they take the same side, or opposite ones.
//!
//! The measure is that of discourse network analysis: congruence and conflict, divided by the average activity of the two
//! (`docs/network.md` has the formula, its source, and why this one). It is computed from the positions that the query
//! shows, so a filter changes it. A weight is a ratio of small integers: the same everywhere, to the last digit.

mod layout;
mod sides;

use dossier::{Issue, Stakeholder};

use super::edition::Edition;
use super::lists::LIMIT;
use super::matrix;
use super::order::ordered;
use super::shown::Shown;
use crate::query::{Facet, Query, View};
pub use layout::{Arc, Arcs, Spot, SpotGroup};
use sides::{Side, Sides};

/// The fewest holders with a tie that make a picture. Below, a sentence says it all.
pub const ENOUGH: usize = 4;
/// The most holders whose ties can still be told apart in a picture.
pub const ROOM: usize = 24;
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
    /// Who takes a side, but on no issue on which another does.
    pub alone: Vec<(&'d str, Query)>,
    /// Who is shown, and takes no side on anything.
    pub sideless: Vec<(&'d str, Query)>,
    /// Who stands on both sides of an issue at once, so that it counts for neither: each with the way to these positions.
    pub split: Vec<(String, Query)>,
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
    /// The issues on which both take the same side, each with the way to their positions.
    pub agreed: Vec<(&'d str, Query)>,
    /// The issues on which they take opposite sides.
    pub disputed: Vec<(&'d str, Query)>,
    /// On how many issues the one takes a side, and on how many the other.
    pub activity: [usize; 2],
    /// The two side by side.
    pub query: Query,
}

impl Tie<'_> {
    /// How much the two agree.
    #[must_use]
    pub fn congruence(&self) -> Weight {
        self.weight(self.agreed.len())
    }

    /// How much they conflict.
    #[must_use]
    pub fn conflict(&self) -> Weight {
        self.weight(self.disputed.len())
    }

    /// How much they meet at all: both together, by which ties are ordered.
    #[must_use]
    pub fn meeting(&self) -> Weight {
        self.weight(self.agreed.len() + self.disputed.len())
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

pub(super) fn network<'d>(edition: &Edition<'d>, query: &Query, shown: &Shown) -> Network<'d> {
    let chosen = shown.positions.places();
    let sides = Sides::of(edition, &chosen);
    let mut holders = matrix::rows(edition);
    holders.retain(|&holder| chosen.iter().any(|&place| edition.positions[place].holder == holder));

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
    let mut has_tie = vec![false; holders.len()];
    for &place in pairs.iter().flatten() {
        has_tie[place] = true;
    }
    let strongest = ordered(pairs.len(), &|one, other| {
        let (one, other) = (weights[one], weights[other]);
        (other.over * one.under).cmp(&(one.over * other.under))
    });
    let (mut ties, mut ends) = (Vec::new(), Vec::new());
    for &place in strongest.iter().take(LIMIT) {
        ties.push(tie(edition, query, &sides, pairs[place].map(|end| holders[end])));
        ends.push(pairs[place]);
    }
    let drawing = match has_tie.iter().filter(|&&has| has).count() {
        few if few < ENOUGH => Drawing::TooFew(few),
        many if many > ROOM => Drawing::TooMany(many),
        _ => Drawing::Drawn(layout::picture(edition, query, &holders, &ties, &ends)),
    };
    let withheld = pairs.len() - ties.len();
    let (alone, sideless, split) = (Vec::new(), Vec::new(), Vec::new());
    let mut network = Network { drawing, ties, withheld, alone, sideless, split };
    for (place, &holder) in holders.iter().enumerate() {
        let is_split = sides.by(holder).contains(&Side::Both);
        if has_tie[place] {
        } else if sides.activity(holder) > 0 {
            network.alone.push(way(edition, query, holder));
        } else if !is_split {
            network.sideless.push(way(edition, query, holder));
        }
        for (issue, side) in sides.by(holder).iter().enumerate() {
            if *side == Side::Both {
                let (stakeholder, issue) = (edition.stakeholder(holder), edition.issue(issue));
                let says = format!("{} on {}", stakeholder.name, issue.name);
                network.split.push((says, positions_on(query, issue, &[stakeholder])));
            }
        }
    }
    network
}

/// A stakeholder's name, and the way to it.
fn way<'d>(edition: &Edition<'d>, query: &Query, holder: usize) -> (&'d str, Query) {
    let stakeholder = edition.stakeholder(holder);
    (&stakeholder.name, query.to_item(View::Stakeholders, stakeholder.id.as_str()))
}

/// The tie between two holders who meet.
fn tie<'d>(edition: &Edition<'d>, query: &Query, sides: &Sides, pair: [usize; 2]) -> Tie<'d> {
    let ends = pair.map(|holder| edition.stakeholder(holder));
    let (mut agreed, mut disputed) = (Vec::new(), Vec::new());
    for (place, (one, other)) in sides.by(pair[0]).iter().zip(sides.by(pair[1])).enumerate() {
        if one.is_taken() && other.is_taken() {
            let issue = edition.issue(place);
            let list = if one == other { &mut agreed } else { &mut disputed };
            list.push((issue.name.as_str(), positions_on(query, issue, &ends)));
        }
    }
    let activity = pair.map(|holder| sides.activity(holder));
    Tie { ends, agreed, disputed, activity, query: side_by_side(query, ends) }
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
