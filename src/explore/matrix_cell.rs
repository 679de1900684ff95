//! The cell of the matrix that is opened: what one stakeholder says on one issue, with its evidence.

use index::SearchQuery;

use super::engine::Engine;
use super::matches::Matches;
use super::positions::{self, PositionEntry};
use super::truncated;
use crate::query::{Facet, Group, Query, View};

/// What one stakeholder says on one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened<'d> {
    /// The stakeholder's name.
    pub holder: &'d str,
    /// The issue's name.
    pub issue: &'d str,
    /// The issue's proposition.
    pub proposition: &'d str,
    /// The positions, in the order of the documents; the one that the link names is opened.
    pub positions: Vec<PositionEntry<'d>>,
    /// How many more there are, which the list has.
    pub more: usize,
    /// How many the filters hide.
    pub hidden: usize,
    /// The same as a list, to filter further.
    pub list: Query,
    /// Closes the cell.
    pub close: Query,
}

/// The cell of the position that `query` opens.
pub(super) fn opened<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
) -> Option<Opened<'d>> {
    let id = query.item.as_deref()?;
    let here = engine.positions.iter().position(|held| held.position.id.as_str() == id)?;
    let (holder, issue) = (engine.positions[here].holder, engine.positions[here].issue);
    let chosen = shown.positions.places();
    let mut opened = Opened {
        holder: engine.name(holder),
        issue: engine.issue_name(issue),
        proposition: &engine.issue(issue).proposition,
        positions: Vec::new(),
        more: 0,
        hidden: 0,
        list: query
            .only(View::Positions, Facet::Who, engine.stakeholder(holder).id.as_str())
            .toggle(Facet::Issue, engine.issue(issue).id.as_str()),
        close: query.with_item(None),
    };
    for (place, held) in engine.positions.iter().enumerate() {
        if (held.holder, held.issue) != (holder, issue) {
        } else if place == here || chosen.binary_search(&place).is_ok() {
            // The opened one is shown wherever it stands.
            if opened.positions.len() + usize::from(place < here) < truncated::MOST || place == here {
                opened.positions.push(positions::entry(engine, query, search_query, Group::Who, held));
            } else {
                opened.more += 1;
            }
        } else {
            opened.hidden += 1;
        }
    }
    Some(opened)
}
