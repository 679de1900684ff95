//! Narrow facets, joined: rows that carry the same values in every narrow facet form one cell.
//!
//! A list of a million rows has some thousand cells. To know how many rows of each cell pass everything else is to
//! know, by adding some thousand numbers, the counts of every narrow facet, each under the choices of all the others.

use crate::bits::Bits;
use crate::columns::{Choice, Column};

/// A facet with more values than this is not narrow: a set of its values must fit a `u64`.
const NARROW_VALUES: u32 = 64;

/// A facet whose rows carry more different sets of values than this stays out: the number of a set must fit a `u8`.
const MAX_SETS: usize = 256;

/// A facet that would make more cells than these stays out: cells pay while they are far fewer than rows.
const MAX_CELLS: usize = 1 << 13;
const FEW_CELLS: usize = 1 << 9;
const ROWS_PER_CELL: usize = 16;

/// No more facets than this are joined: which of them a cell fails must fit a `u32`.
const MAX_FACETS: usize = 32;

/// The narrow facets of a list and its cells.
#[derive(Default)]
pub(super) struct Cells {
    /// The facets that are joined.
    pub(super) joined: Vec<Joined>,
    /// The cell of every row.
    pub(super) of_row: Vec<u16>,
    /// Number of rows per cell.
    pub(super) sizes: Vec<u32>,
}

/// One of the joined facets.
pub(super) struct Joined {
    /// Index of its column.
    pub(super) facet: usize,
    /// Number of values.
    pub(super) values: u32,
    /// The different sets of values that rows carry.
    sets: Vec<u64>,
    /// Set of values of each cell, as an index into `sets`.
    of_cell: Vec<u8>,
}

impl Cells {
    /// Joins as many facets as the limits admit, those with the fewest values first.
    pub(super) fn build(rows: u32, columns: &[Column<'_>]) -> Cells {
        let mut cells = Cells { joined: Vec::new(), of_row: vec![0; rows as usize], sizes: vec![rows] };
        let limit = (rows as usize / ROWS_PER_CELL).clamp(FEW_CELLS, MAX_CELLS);
        for values in 0..=NARROW_VALUES {
            for (facet, column) in columns.iter().enumerate().filter(|(_, column)| column.values == values) {
                if cells.joined.len() < MAX_FACETS {
                    cells.join(facet, column, limit);
                }
            }
        }
        cells
    }

    fn join(&mut self, facet: usize, column: &Column<'_>, limit: usize) {
        let mut sets: Vec<u64> = Vec::new();
        let mut set_of_row: Vec<u8> = Vec::with_capacity(self.of_row.len());
        for row in 0..self.of_row.len() as u32 {
            let set = column.of(row).fold(0, |set, code| set | 1 << code);
            let known = sets.iter().position(|&known| known == set);
            set_of_row.push(known.unwrap_or(sets.len()) as u8);
            if known.is_none() {
                if sets.len() == MAX_SETS {
                    return;
                }
                sets.push(set);
            }
        }
        // The pairs (old cell, set) that occur, numbered in the order of their appearance.
        let mut numbers = vec![u16::MAX; self.sizes.len() * sets.len()];
        let mut pairs = Vec::new();
        for (&cell, &set) in self.of_row.iter().zip(&set_of_row) {
            let number = &mut numbers[usize::from(cell) * sets.len() + usize::from(set)];
            if *number == u16::MAX {
                if pairs.len() == limit {
                    return;
                }
                *number = pairs.len() as u16;
                pairs.push((cell, set));
            }
        }
        self.sizes = vec![0; pairs.len()];
        for (cell, &set) in self.of_row.iter_mut().zip(&set_of_row) {
            *cell = numbers[usize::from(*cell) * sets.len() + usize::from(set)];
            self.sizes[usize::from(*cell)] += 1;
        }
        for joined in &mut self.joined {
            joined.of_cell = pairs.iter().map(|&(cell, _)| joined.of_cell[usize::from(cell)]).collect();
        }
        let of_cell = pairs.iter().map(|&(_, set)| set).collect();
        self.joined.push(Joined { facet, values: column.values, sets, of_cell });
    }

    /// The counts of every joined facet, where `sizes` says how many rows of each cell pass everything but the choices
    /// of joined facets.
    pub(super) fn count(&self, choices: &[Choice], sizes: &[u32], counts: &mut [Vec<u32>]) {
        // Which choices each cell fails: a facet's own choice does not bear on its counts.
        let mut failed = vec![0_u32; sizes.len()];
        for (index, joined) in self.joined.iter().enumerate() {
            let choice = &choices[joined.facet];
            if !choice.is_empty() {
                let fails: Vec<u32> = joined.sets.iter().map(|&set| u32::from(!passes(choice, set)) << index).collect();
                for (failed, &set) in failed.iter_mut().zip(&joined.of_cell) {
                    *failed |= fails[usize::from(set)];
                }
            }
        }
        for (index, joined) in self.joined.iter().enumerate() {
            let mut by_set = vec![0; joined.sets.len()];
            for ((&set, &size), &failed) in joined.of_cell.iter().zip(sizes).zip(&failed) {
                by_set[usize::from(set)] += if failed & !(1 << index) == 0 { size } else { 0 };
            }
            let counts = &mut counts[joined.facet];
            *counts = vec![0; joined.values as usize];
            for (&set, count) in joined.sets.iter().zip(by_set) {
                each_value(set, |value| counts[value] += count);
            }
        }
    }

    /// Number of these rows per cell.
    pub(super) fn sizes_among(&self, rows: &Bits) -> Vec<u32> {
        let mut sizes = vec![0; self.sizes.len()];
        for row in rows.iter() {
            sizes[usize::from(self.of_row[row as usize])] += 1;
        }
        sizes
    }

    pub(super) fn bytes(&self) -> usize {
        let joined = self.joined.iter();
        let joined = joined.map(|joined| joined.sets.capacity() * size_of::<u64>() + joined.of_cell.capacity());
        self.of_row.capacity() * size_of::<u16>() + self.sizes.capacity() * size_of::<u32>() + joined.sum::<usize>()
    }
}

impl Joined {
    /// The values that the rows of a cell carry.
    pub(super) fn each_value(&self, cell: u16, each: impl FnMut(usize)) {
        each_value(self.sets[usize::from(self.of_cell[usize::from(cell)])], each);
    }
}

fn each_value(mut set: u64, mut each: impl FnMut(usize)) {
    while set != 0 {
        each(set.trailing_zeros() as usize);
        set &= set - 1;
    }
}

/// Whether rows that carry `set` pass a choice.
fn passes(choice: &Choice, set: u64) -> bool {
    let carries = |&code: &u32| code < NARROW_VALUES && set >> code & 1 == 1;
    (choice.include.is_empty() || choice.include.iter().any(carries)) && !choice.exclude.iter().any(carries)
}
