//! Changes of position: every chain of positions of which each supersedes the one before.
//!
//! A chain is shown whole where the filters let one of its positions through: half a change is none.

use dossier::Issue;
use index::SearchQuery;

use super::engine::Engine;
use super::matches::Matches;
use super::order::ordered;
use super::positions::{self, PositionEntry};
use super::window::Window;
use crate::query::{Facet, Group, Query, View};

/// Every change of position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifts<'d> {
    /// The changes, in the order of the issues, as far as they stand in the window.
    pub changes: Vec<Change<'d>>,
    /// Which part of the list of changes is shown.
    pub window: Window,
    /// How many more there are without the filters, and the way to all; `None` where the filters hide none.
    pub hidden: Option<(usize, Box<Query>)>,
}

/// One holder's positions on one issue, each in place of the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<'d> {
    /// The name of who changed position.
    pub holder: &'d str,
    /// The way to who that is.
    pub holder_link: Query,
    /// On what.
    pub issue: &'d Issue,
    /// The issue's name, as a reader sees it.
    pub name: &'d str,
    /// Everything that anybody says of it.
    pub issue_link: Query,
    /// The positions, the oldest first. The one that the link names is opened.
    pub ends: Vec<PositionEntry<'d>>,
}

/// How many changes the query shows.
pub(super) fn count(engine: &Engine, shown: &Matches) -> usize {
    let chosen = shown.positions.places();
    chains(engine).iter().filter(|chain| is_shown(chain, &chosen)).count()
}

pub(super) fn shifts<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
    at: Option<usize>,
) -> Shifts<'d> {
    let chosen = shown.positions.places();
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
            ends.push(positions::entry(engine, query, search_query, Group::None, &engine.positions[end]));
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

/// Every chain of positions, the latest first, as places in [`Engine::positions`].
fn chains(engine: &Engine) -> Vec<Vec<usize>> {
    let mut chains = Vec::new();
    for (place, held) in engine.positions.iter().enumerate() {
        if held.earlier.is_none() || held.later.is_some() {
            continue;
        }
        let (mut chain, mut at) = (vec![place], held.earlier);
        // A chain is no longer than the list, whatever the data says.
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
