//! Stakeholders to choose for a comparison, and the pairs with most to compare.

use dossier::{Camp, StakeholderKind};

use crate::engine::Engine;
use crate::order::{order, ordered};
use crate::query::Query;
use crate::query::codec::MAX_WITH;
use crate::side::Side;
use crate::truncated;
use crate::words;

/// A side that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The name.
    pub name: String,
    /// Whether it is a camp.
    pub is_camp: bool,
    /// Link that adds it.
    pub query: Query,
}

/// Sides of one camp that can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceGroup {
    /// The camp's name.
    pub heading: &'static str,
    /// Its stakeholders, then the camp as a whole; of very many, those with the most positions.
    pub choices: Vec<Choice>,
    /// Number of further stakeholders.
    pub more: usize,
}

/// A pair of stakeholders who spoke to the same issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Names: `Lund and Harbour Town`.
    pub names: String,
    /// Number of common issues: `2 issues`.
    pub shares: String,
    /// Link that compares them.
    pub query: Query,
}

/// Number of suggested pairs.
const PAIRS: usize = 3;
/// Number of stakeholders, those with the most positions, among whom pairs are searched.
const PAIRED: usize = 40;

/// Stakeholders with a position that are not picked, by camp, and the camps; empty if the comparison is full.
pub(super) fn choices(engine: &Engine, query: &Query, sides: &[Side]) -> Vec<ChoiceGroup> {
    let mut groups = Vec::new();
    if query.with.len() >= MAX_WITH {
        return groups;
    }
    let position_counts = position_counts(engine);
    for &camp in Camp::ALL {
        let speaks = |place: usize| engine.stakeholder(place).camp == camp && position_counts[place] > 0;
        let mut places = truncated::places(position_counts.len(), &speaks);
        let all = places.len();
        if all > truncated::MOST {
            order(&mut places, &|one, other| position_counts[other].cmp(&position_counts[one]));
            places.truncate(truncated::MOST);
            order(&mut places, &|one, other| one.cmp(&other));
        }
        let more = all - places.len();
        let mut of_camp: Vec<Side> = places.into_iter().map(Side::One).collect();
        // A camp of one stakeholder adds nothing.
        if of_camp.len() > 1 {
            of_camp.push(Side::Camp(camp));
        }
        let mut choices = Vec::new();
        for side in of_camp {
            if !sides.contains(&side) {
                choices.push(Choice {
                    name: side.name(engine),
                    is_camp: matches!(side, Side::Camp(_)),
                    query: query.toggle_with(&side.id(engine)),
                });
            }
        }
        if !choices.is_empty() {
            groups.push(ChoiceGroup { heading: words::camp(camp), choices, more });
        }
    }
    groups
}

/// Pairs with the most common issues, of all stakeholders or with the picked one, without the narrator.
pub(super) fn pairs(engine: &Engine, query: &Query, sides: &[Side]) -> Vec<Pair> {
    let position_counts = position_counts(engine);
    let mut others = ordered(position_counts.len(), &|one, other| position_counts[other].cmp(&position_counts[one]));
    others.retain(|&place| position_counts[place] > 0 && engine.stakeholder(place).kind != StakeholderKind::Narrator);
    others.truncate(PAIRED);
    let mut candidates: Vec<Side> = Vec::new();
    candidates.extend(sides.first());
    for place in others {
        if !sides.first().is_some_and(|side| side.holds(engine, place)) {
            candidates.push(Side::One(place));
        }
    }
    let spoken: Vec<Vec<bool>> = candidates.iter().map(|&side| spoken(engine, side)).collect();
    let firsts = if sides.is_empty() { candidates.len() } else { 1 };
    // Number of common issues and the pair, highest first.
    let mut best: Vec<(usize, usize, usize)> = Vec::new();
    for one in 0..firsts {
        for other in one + 1..candidates.len() {
            let shares = spoken[one].iter().zip(&spoken[other]).filter(|&(&one, &other)| one && other).count();
            let place = best.iter().take_while(|pair| pair.0 >= shares).count();
            if shares > 0 && place < PAIRS {
                best.insert(place, (shares, one, other));
                best.truncate(PAIRS);
            }
        }
    }
    let mut pairs = Vec::new();
    for (shares, one, other) in best {
        let mut compared = query.clone();
        for side in [candidates[one], candidates[other]] {
            if !sides.contains(&side) {
                compared = compared.toggle_with(&side.id(engine));
            }
        }
        let names = [candidates[one].name(engine), candidates[other].name(engine)];
        let shares = words::count(shares, "issue");
        pairs.push(Pair { names: words::and(&words::borrowed(&names)), shares, query: compared });
    }
    pairs
}

/// Number of positions of each stakeholder.
fn position_counts(engine: &Engine) -> Vec<usize> {
    let mut position_counts = vec![0; engine.dossier.stakeholders.len()];
    for position in &engine.positions {
        position_counts[position.holder] += 1;
    }
    position_counts
}

/// Flags by issue: whether the side spoke to it.
fn spoken(engine: &Engine, side: Side) -> Vec<bool> {
    let mut spoken = vec![false; engine.dossier.issues.len()];
    for position in &engine.positions {
        spoken[position.issue] |= side.holds(engine, position.holder);
    }
    spoken
}
