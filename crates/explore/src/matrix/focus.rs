//! Single-issue layout of the matrix, for narrow screens.

use dossier::{Issue, Stance};

use super::Tally;
use super::cells::{Cell, Cells, Mark};
use crate::engine::Engine;
use crate::query::Query;

/// One issue with its stances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus<'d> {
    /// The issue shown.
    pub issue: &'d Issue,
    /// The issue's display name.
    pub name: &'d str,
    /// Number of the issue among the columns, from 1, and the number of columns.
    pub place: (usize, usize),
    /// Number of stakeholders per side.
    pub tally: Tally,
    /// All issues of the matrix, each with the link that shows it here.
    pub issues: Vec<(&'d str, Query)>,
    /// Stakeholders grouped by stance.
    pub stances: Vec<(Stance, Vec<FocusEntry<'d>>)>,
    /// Stakeholders without any position on the issue, not even a hidden one.
    pub silent: Vec<&'d str>,
}

/// One stakeholder's positions of one stance on the issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusEntry<'d> {
    /// The stakeholder's display name.
    pub name: &'d str,
    /// The stakeholder's positions of that stance.
    pub marks: Vec<Mark>,
    /// Whether the cell is open.
    pub open: bool,
    /// Opens or closes the cell.
    pub query: Query,
}

/// Selects the issue of the open cell, else the issue `by`, else the first with a selected position, else the first.
/// `rows` and `columns` are indices in the dossier, in matrix order.
pub(super) fn focus<'d>(
    engine: &Engine<'d>,
    query: &Query,
    rows: &[usize],
    columns: &[usize],
    cells: &Cells,
    by: Option<usize>,
) -> Option<Focus<'d>> {
    let with_a_cell = |is: fn(&Cell) -> bool| {
        (0..columns.len()).find(|&column| (0..rows.len()).any(|row| is(&cells.row(row)[column])))
    };
    let column = with_a_cell(|cell| cell.open)
        .or_else(|| columns.iter().position(|&place| Some(place) == by))
        .or_else(|| with_a_cell(|cell| !cell.marks.is_empty()))
        .unwrap_or(0);
    let &at = columns.get(column)?;
    let issue = engine.issue(at);
    let way = |&place: &usize| {
        let issue = engine.issue(place);
        (engine.issue_name(place), query.with_by(Some(issue.id.as_str())))
    };
    let mut stances = Vec::new();
    for &stance in Stance::ALL {
        let mut entries = Vec::new();
        for (row, &place) in rows.iter().enumerate() {
            let cell = &cells.row(row)[column];
            let mut marks = cell.marks.clone();
            marks.retain(|mark| mark.stance == stance);
            if let Some(query) = cell.query.as_ref().filter(|_| !marks.is_empty()) {
                let name = engine.name(place);
                // Keeps this issue in focus after the cell is closed.
                let query = Query { by: Some(issue.id.to_string()), ..query.clone() };
                entries.push(FocusEntry { name, marks, open: cell.open, query });
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
        name: engine.issue_name(at),
        place: (column + 1, columns.len()),
        tally: cells.tally(column),
        issues: columns.iter().map(way).collect(),
        stances,
        silent: rows.iter().enumerate().filter(silent).map(|(_, &place)| engine.name(place)).collect(),
    })
}
