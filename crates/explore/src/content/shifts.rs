//! Changes of position: chains of positions in which each supersedes the previous one.
//!
//! A chain is shown whole if one of its positions matches the filters, since part of a change is not meaningful.

use dossier::Issue;

use super::positions::{self, PositionEntry};
use crate::engine::Engine;
use crate::matches::Matches;
use crate::order::ordered;
use crate::query::{Facet, Group, Query, View};
use crate::window::Window;

/// Data of the view of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifts<'d> {
    /// Changes within the window, in issue order.
    pub changes: Vec<Change<'d>>,
    /// The part of the list that is shown.
    pub window: Window,
    /// Number of changes hidden by the filters and the link that clears them; `None` if none are hidden.
    pub hidden: Option<(usize, Box<Query>)>,
}

/// One stakeholder's successive positions on one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'d> {
    /// Display name of the stakeholder.
    pub holder: &'d str,
    /// Link to the stakeholder.
    pub holder_link: Query,
    /// The issue concerned.
    pub issue: &'d Issue,
    /// The issue's display name.
    pub name: &'d str,
    /// Link to all positions on the issue.
    pub issue_link: Query,
    /// Positions, oldest first; the one named by the link is open.
    pub ends: Vec<PositionEntry<'d>>,
}

/// Number of changes that the filters select.
pub(crate) fn count(engine: &Engine, matches: &Matches) -> usize {
    let chosen = matches.positions.places();
    chains(engine).iter().filter(|chain| is_shown(chain, &chosen)).count()
}

pub(crate) fn shifts<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, at: Option<usize>) -> Shifts<'d> {
    let chosen = matches.positions.places();
    let opened = query.item.as_deref().and_then(|id| positions::place_of(engine, id));
    let opens = |chain: &[usize]| opened.is_some_and(|place| chain.contains(&place));
    let mut chains = chains(engine);
    let all = chains.len();
    chains.retain(|chain| is_shown(chain, &chosen) || opens(chain));
    let issue = |chain: usize| engine.positions[chains[chain][0]].issue;
    let sorted = ordered(chains.len(), &|one, other| issue(one).cmp(&issue(other)));
    let at = at.or_else(|| sorted.iter().position(|&chain| opens(&chains[chain])));
    let window = Window::around(sorted.len(), at.unwrap_or_default());
    let mut changes = Vec::new();
    for &chain in &sorted[window.part(0, sorted.len())] {
        let last = &engine.positions[chains[chain][0]];
        let (holder, issue) = (engine.stakeholder(last.holder), engine.issue(last.issue));
        let mut ends = Vec::new();
        for &end in chains[chain].iter().rev() {
            ends.push(positions::entry(engine, query, &matches.search.query, Group::None, &engine.positions[end]));
        }
        changes.push(Change {
            holder: engine.name(last.holder),
            holder_link: query.to_item(View::Stakeholders, holder.id.as_str()),
            issue,
            name: engine.issue_name(last.issue),
            issue_link: query.only(View::Positions, Facet::Issue, issue.id.as_str()),
            ends,
        });
    }
    let hidden = all - chains.len();
    Shifts { changes, window, hidden: (hidden > 0).then(|| (hidden, Box::new(query.clear()))) }
}

/// Chains of positions, latest first, as indices in [`Engine::positions`].
fn chains(engine: &Engine) -> Vec<Vec<usize>> {
    let mut chains = Vec::new();
    for (place, position_row) in engine.positions.iter().enumerate() {
        if position_row.earlier.is_none() || position_row.later.is_some() {
            continue;
        }
        let (mut chain, mut at) = (vec![place], position_row.earlier);
        // Bounds the loop, in case the data contains a cycle.
        while let Some(earlier) = at.filter(|_| chain.len() < engine.positions.len()) {
            chain.push(earlier);
            at = engine.positions[earlier].earlier;
        }
        chains.push(chain);
    }
    chains
}

fn is_shown(chain: &[usize], chosen: &[usize]) -> bool {
    chain.iter().any(|place| chosen.binary_search(place).is_ok())
}
