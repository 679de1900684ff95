//! One issue of the matrix by itself, for where there is no room for more.

use dossier::{Issue, Stance};

use super::Tally;
use super::cells::{Cell, Cells, Mark};
use crate::explore::engine::Engine;
use crate::query::Query;

/// One issue by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus<'d> {
    /// The issue.
    pub issue: &'d Issue,
    /// The issue's name, as a reader sees it.
    pub name: &'d str,
    /// Which it is, counted from 1, and of how many.
    pub place: (usize, usize),
    /// Who stands where on it.
    pub tally: Tally,
    /// All issues, each with the way to it.
    pub issues: Vec<(&'d str, Query)>,
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

/// The issue of the opened cell, else the issue `by`, else the first one on which a position is shown. `rows` and `columns` are
/// places in the dossier, in the order of the matrix.
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
                // When it is closed again the issue is to stay.
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
