//! The cell of the matrix that is opened: what one stakeholder says on one issue, with its evidence.

use index::Needle;

use super::edition::Edition;
use super::few;
use super::positions::{self, PositionEntry};
use super::shown::Shown;
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
pub(super) fn opened<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, shown: &Shown) -> Option<Opened<'d>> {
    let id = query.item.as_deref()?;
    let here = edition.positions.iter().position(|held| held.position.id.as_str() == id)?;
    let (holder, issue) = (edition.positions[here].holder, edition.positions[here].issue);
    let chosen = shown.positions.places();
    let mut opened = Opened {
        holder: edition.name(holder),
        issue: edition.issue_name(issue),
        proposition: &edition.issue(issue).proposition,
        positions: Vec::new(),
        more: 0,
        hidden: 0,
        list: query
            .only(View::Positions, Facet::Who, edition.stakeholder(holder).id.as_str())
            .toggle(Facet::Issue, edition.issue(issue).id.as_str()),
        close: query.with_item(None),
    };
    for (place, held) in edition.positions.iter().enumerate() {
        if (held.holder, held.issue) != (holder, issue) {
        } else if place == here || chosen.binary_search(&place).is_ok() {
            // The opened one is shown wherever it stands.
            if opened.positions.len() + usize::from(place < here) < few::MOST || place == here {
                opened.positions.push(positions::entry(edition, query, needle, Group::Who, held));
            } else {
                opened.more += 1;
            }
        } else {
            opened.hidden += 1;
        }
    }
    Some(opened)
}
