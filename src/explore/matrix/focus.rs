//! One issue of the matrix by itself, for where there is no room for more.

use dossier::{Issue, Stance};

use super::Tally;
use super::cells::{Cells, Mark};
use crate::explore::edition::Edition;
use crate::query::Query;

/// One issue by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus<'d> {
    /// The issue.
    pub issue: &'d Issue,
    /// Which it is, counted from 1, and of how many.
    pub place: (usize, usize),
    /// Who stands where on it.
    pub tally: Tally,
    /// The issue before, and the way to it.
    pub previous: Option<(&'d str, Query)>,
    /// The issue behind, and the way to it.
    pub next: Option<(&'d str, Query)>,
    /// Who takes which stance, stance by stance.
    pub stances: Vec<(Stance, Vec<FocusEntry<'d>>)>,
    /// Who said nothing on it.
    pub silent: Vec<&'d str>,
}

/// One stakeholder's stance on the issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusEntry<'d> {
    /// Its name.
    pub name: &'d str,
    /// Its positions of that stance.
    pub marks: Vec<Mark>,
    /// Whether its cell is opened.
    pub open: bool,
    /// Opens its cell, or closes it.
    pub query: Query,
}

/// The issue `by`, or the first one. `rows` and `columns` are places in the dossier, in the order of the matrix.
pub(super) fn focus<'d>(
    edition: &Edition<'d>,
    query: &Query,
    rows: &[usize],
    columns: &[usize],
    cells: &Cells,
    by: Option<usize>,
) -> Option<Focus<'d>> {
    let column = columns.iter().position(|&place| Some(place) == by).unwrap_or(0);
    let issue = edition.issue(*columns.get(column)?);
    let way = |column: usize| {
        let issue = edition.issue(*columns.get(column)?);
        Some((issue.name.as_str(), query.with_by(Some(issue.id.as_str()))))
    };
    let mut stances = Vec::new();
    for &stance in Stance::ALL {
        let mut entries = Vec::new();
        for (row, &place) in rows.iter().enumerate() {
            let cell = &cells.row(row)[column];
            let mut marks = cell.marks.clone();
            marks.retain(|mark| mark.stance == stance);
            if let Some(query) = cell.query.as_ref().filter(|_| !marks.is_empty()) {
                let name = edition.stakeholder(place).name.as_str();
                entries.push(FocusEntry { name, marks, open: cell.open, query: query.clone() });
            }
        }
        if !entries.is_empty() {
            stances.push((stance, entries));
        }
    }
    let silent = |&(row, _): &(usize, &usize)| {
        let cell = &cells.row(row)[column];
        cell.marks.is_empty() && cell.hidden == 0
    };
    Some(Focus {
        issue,
        place: (column + 1, columns.len()),
        tally: cells.tally(column),
        previous: column.checked_sub(1).and_then(way),
        next: way(column + 1),
        stances,
        silent: rows
            .iter()
            .enumerate()
            .filter(silent)
            .map(|(_, &place)| edition.stakeholder(place).name.as_str())
            .collect(),
    })
}
