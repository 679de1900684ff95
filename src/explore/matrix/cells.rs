//! The crossings of the matrix.

use dossier::{Basis, Confidence, Stance};

use super::Tally;
use crate::explore::engine::{Engine, PositionRow};
use crate::query::Query;

/// What one stakeholder says on one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its positions, in the order of the documents. Empty where nothing was said, or where the filters hide it.
    pub marks: Vec<Mark>,
    /// How many positions the filters hide.
    pub hidden: usize,
    /// Whether it is opened.
    pub open: bool,
    /// Opens it, or closes it; `None` where there is nothing to open.
    pub query: Option<Query>,
}

/// One position in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The stance.
    pub stance: Stance,
    /// The stance in words.
    pub label: &'static str,
    /// How we know.
    pub basis: Basis,
    /// Whether it depends on something.
    pub conditional: bool,
    /// Whether it is one end of a change.
    pub shifted: bool,
    /// Whether a later position that is shown replaces it.
    pub replaced: bool,
    /// How sure the coder is.
    pub confidence: Confidence,
}

impl Mark {
    fn of(engine: &Engine, chosen: &[usize], held: &PositionRow) -> Self {
        let position = held.position;
        Self {
            stance: position.stance,
            label: held.label(engine),
            basis: position.attribution.kind,
            conditional: !position.conditions.is_empty(),
            shifted: held.is_shifted(),
            replaced: held.is_replaced(engine, chosen),
            confidence: position.confidence,
        }
    }
}

/// All cells, row after row.
pub(super) struct Cells {
    columns: usize,
    cells: Vec<Cell>,
}

impl Cells {
    /// The cells of `rows` and `columns`, which are places in the dossier; `chosen` are the positions that the filters
    /// let through, ascending.
    pub(super) fn of(engine: &Engine, query: &Query, chosen: &[usize], rows: &[usize], columns: &[usize]) -> Self {
        let row_of = places(rows, engine.dossier.stakeholders.len());
        let column_of = places(columns, engine.dossier.issues.len());
        let mut cells = Vec::new();
        cells.resize_with(rows.len() * columns.len(), Cell::default);
        for (place, held) in engine.positions.iter().enumerate() {
            let (Some(row), Some(column)) = (row_of[held.holder], column_of[held.issue]) else { continue };
            let cell: &mut Cell = &mut cells[row * columns.len() + column];
            let id = held.position.id.as_str();
            cell.open |= query.item.as_deref() == Some(id);
            if chosen.binary_search(&place).is_err() {
                cell.hidden += 1;
                continue;
            }
            cell.marks.push(Mark::of(engine, chosen, held));
            if cell.query.is_none() {
                cell.query = Some(query.with_item(Some(id)));
            }
        }
        for cell in cells.iter_mut().filter(|cell| cell.open) {
            cell.query = Some(query.with_item(None));
        }
        Self { columns: columns.len(), cells }
    }

    /// The cells of one row, column by column.
    pub(super) fn row(&self, row: usize) -> &[Cell] {
        &self.cells[row * self.columns..][..self.columns]
    }

    /// Who stands where in one column. A stance that another one replaces does not count.
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

/// Where each of `length` things stands in `list`, if it does.
fn places(list: &[usize], length: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; length];
    for (place, &thing) in list.iter().enumerate() {
        places[thing] = Some(place);
    }
    places
}
