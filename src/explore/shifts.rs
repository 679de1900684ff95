//! Who took another position than before: every chain of positions of which each replaces the one before it.
//!
//! A chain is shown whole where the filters let one of its positions through: half a change is none.

use dossier::Issue;
use index::Needle;

use super::edition::Edition;
use super::positions::{self, PositionEntry};
use super::shown::Shown;
use crate::query::{Facet, Group, Query, View};

/// Every change of position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifts<'d> {
    /// The changes, in the order of the issues.
    pub changes: Vec<Change<'d>>,
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
    /// Everything that anybody says of it.
    pub issue_link: Query,
    /// The positions, the oldest first. The one that the link names is opened.
    pub ends: Vec<PositionEntry<'d>>,
}

/// How many changes the query shows.
pub(super) fn count(edition: &Edition, shown: &Shown) -> usize {
    let chosen = shown.positions.places();
    chains(edition).iter().filter(|chain| is_shown(chain, &chosen)).count()
}

pub(super) fn shifts<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, shown: &Shown) -> Shifts<'d> {
    let chosen = shown.positions.places();
    let (chains, mut changes, mut hidden) = (chains(edition), Vec::new(), 0);
    for (place, issue) in edition.dossier.issues.iter().enumerate() {
        for chain in &chains {
            let last = &edition.positions[chain[0]];
            if last.issue != place {
                continue;
            }
            let opens = |&end: &usize| query.item.as_deref() == Some(edition.positions[end].position.id.as_str());
            if !is_shown(chain, &chosen) && !chain.iter().any(opens) {
                hidden += 1;
                continue;
            }
            let holder = edition.stakeholder(last.holder);
            let mut ends = Vec::new();
            for &end in chain.iter().rev() {
                ends.push(positions::entry(edition, query, needle, Group::None, &edition.positions[end]));
            }
            changes.push(Change {
                holder: &holder.name,
                holder_link: query.to_item(View::Stakeholders, holder.id.as_str()),
                issue,
                issue_link: query.only(View::Positions, Facet::Issue, issue.id.as_str()),
                ends,
            });
        }
    }
    Shifts { changes, hidden: (hidden > 0).then(|| (hidden, Box::new(query.clear()))) }
}

/// Every chain of positions, the latest first, as places in [`Edition::positions`].
fn chains(edition: &Edition) -> Vec<Vec<usize>> {
    let mut chains = Vec::new();
    for (place, held) in edition.positions.iter().enumerate() {
        if held.earlier.is_none() || held.later.is_some() {
            continue;
        }
        let (mut chain, mut at) = (vec![place], held.earlier);
        // A chain is no longer than the list, whatever the data says.
        while let Some(earlier) = at.filter(|_| chain.len() < edition.positions.len()) {
            chain.push(earlier);
            at = edition.positions[earlier].earlier;
        }
        chains.push(chain);
    }
    chains
}

fn is_shown(chain: &[usize], chosen: &[usize]) -> bool {
    chain.iter().any(|place| chosen.binary_search(place).is_ok())
}
