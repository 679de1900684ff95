//! Open cell of the matrix: the positions of one stakeholder on one issue, with evidence.

use super::positions::{self, PositionEntry};
use crate::engine::Engine;
use crate::matches::Matches;
use crate::query::{Facet, Group, Query, View};
use crate::truncated;

/// Content of the open cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixCell<'d> {
    /// The stakeholder's display name.
    pub holder: &'d str,
    /// The issue's display name.
    pub issue: &'d str,
    /// Proposition that the stances refer to.
    pub proposition: &'d str,
    /// Positions in document order; the one named by the link is open.
    pub positions: Vec<PositionEntry<'d>>,
    /// Number of further positions, shown only in the full list.
    pub more: usize,
    /// Number of positions hidden by the filters.
    pub hidden: usize,
    /// Link to the same positions in the list view.
    pub list: Query,
    /// Closes the cell.
    pub close: Query,
}

/// Builds the cell that contains the position `query` opens; `None` if it opens none.
pub(crate) fn matrix_cell<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches) -> Option<MatrixCell<'d>> {
    let id = query.item.as_deref()?;
    let here = engine.positions.iter().position(|position_row| position_row.position.id.as_str() == id)?;
    let (holder, issue) = (engine.positions[here].holder, engine.positions[here].issue);
    let chosen = matches.positions.places();
    let mut opened = MatrixCell {
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
    for (place, position_row) in engine.positions.iter().enumerate() {
        if (position_row.holder, position_row.issue) != (holder, issue) {
        } else if place == here || chosen.binary_search(&place).is_ok() {
            // The open position is always included, even beyond the limit.
            if opened.positions.len() + usize::from(place < here) < truncated::MOST || place == here {
                opened.positions.push(positions::entry(engine, query, &matches.search.query, Group::Who, position_row));
            } else {
                opened.more += 1;
            }
        } else {
            opened.hidden += 1;
        }
    }
    Some(opened)
}
