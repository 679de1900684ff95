//! Cells of the matrix.

use dossier::{Basis, Confidence, Stance};

use super::Tally;
use crate::engine::{Engine, PositionRow};
use crate::query::Query;

/// The positions of one stakeholder on one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Selected positions, in document order. Empty if nothing was said or the filters hide everything.
    pub marks: Vec<Mark>,
    /// Number of positions hidden by the filters.
    pub hidden: usize,
    /// Whether the cell is open.
    pub open: bool,
    /// Opens or closes the cell; `None` if it has nothing to open.
    pub query: Option<Query>,
}

/// One position in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Stance, drawn as the tile.
    pub stance: Stance,
    /// Label of the stance.
    pub label: &'static str,
    /// Basis of the attribution, drawn as the fill.
    pub basis: Basis,
    /// Whether the position has conditions.
    pub conditional: bool,
    /// Whether the position is part of a change of position.
    pub shifted: bool,
    /// Whether a later selected position replaces it.
    pub replaced: bool,
    /// The coder's confidence.
    pub confidence: Confidence,
}

impl Mark {
    fn of(engine: &Engine, chosen: &[usize], position_row: &PositionRow) -> Self {
        let position = position_row.position;
        Self {
            stance: position.stance,
            label: position_row.label(engine),
            basis: position.attribution.kind,
            conditional: !position.conditions.is_empty(),
            shifted: position_row.is_shifted(),
            replaced: position_row.is_replaced(engine, chosen),
            confidence: position.confidence,
        }
    }
}

/// All cells, in row-major order.
pub(super) struct Cells {
    columns: usize,
    cells: Vec<Cell>,
}

impl Cells {
    /// Builds the cells for `rows` and `columns` (indices in the dossier). `chosen` holds the indices of the selected
    /// positions, ascending.
    pub(super) fn of(engine: &Engine, query: &Query, chosen: &[usize], rows: &[usize], columns: &[usize]) -> Self {
        let row_of = places(rows, engine.dossier.stakeholders.len());
        let column_of = places(columns, engine.dossier.issues.len());
        let mut cells = Vec::new();
        cells.resize_with(rows.len() * columns.len(), Cell::default);
        for (place, position_row) in engine.positions.iter().enumerate() {
            let (Some(row), Some(column)) = (row_of[position_row.holder], column_of[position_row.issue]) else {
                continue;
            };
            let cell: &mut Cell = &mut cells[row * columns.len() + column];
            let id = position_row.position.id.as_str();
            cell.open |= query.item.as_deref() == Some(id);
            if chosen.binary_search(&place).is_err() {
                cell.hidden += 1;
                continue;
            }
            cell.marks.push(Mark::of(engine, chosen, position_row));
            if cell.query.is_none() {
                cell.query = Some(query.with_item(Some(id)));
            }
        }
        for cell in cells.iter_mut().filter(|cell| cell.open) {
            cell.query = Some(query.with_item(None));
        }
        Self { columns: columns.len(), cells }
    }

    /// Cells of one row, by column.
    pub(super) fn row(&self, row: usize) -> &[Cell] {
        &self.cells[row * self.columns..][..self.columns]
    }

    /// Number of stakeholders per side in one column. Replaced positions do not count.
    pub(super) fn tally(&self, column: usize) -> Tally {
        let mut tally = Tally::default();
        for cell in self.cells.iter().skip(column).step_by(self.columns) {
            let stands = |mark: &Mark, sought: fn(Stance) -> bool| !mark.replaced && sought(mark.stance);
            let has = |sought| usize::from(cell.marks.iter().any(|mark| stands(mark, sought)));
            tally.support += has(|stance| stance == Stance::Supports);
            tally.oppose += has(|stance| stance == Stance::Opposes);
            tally.other += has(|stance| !matches!(stance, Stance::Supports | Stance::Opposes));
        }
        tally
    }
}

/// Inverse of `list`: the index in it of each of `length` items, or `None`.
fn places(list: &[usize], length: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; length];
    for (place, &thing) in list.iter().enumerate() {
        places[thing] = Some(place);
    }
    places
}
