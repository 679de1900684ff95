//! The codes of every row side by side, so that a row counted in several facets is one place in memory.

use crate::bits::Bits;
use crate::columns::{Codes, Column};

/// The codes of facets in which a row carries at most one, as long as they fit a `u16`.
#[derive(Default)]
pub(super) struct Table {
    /// The facets by their place in the columns, and how many values each has.
    pub(super) facets: Vec<(usize, u32)>,
    /// Row after row, one code for each of the facets; a row that carries none has the code after the last.
    codes: Vec<u16>,
}

impl Table {
    /// Whether a column can stand in the table.
    pub(super) fn takes(column: &Column<'_>) -> bool {
        matches!(column.codes, Codes::One(_)) && u16::try_from(column.values).is_ok()
    }

    /// Puts these columns, each by its place, side by side.
    pub(super) fn build(rows: u32, columns: &[(usize, &Column<'_>)]) -> Table {
        let mut codes = Vec::with_capacity(rows as usize * columns.len());
        for row in 0..rows {
            codes.extend(columns.iter().map(|(_, column)| column.of(row).next().unwrap_or(column.values) as u16));
        }
        Table { facets: columns.iter().map(|(facet, column)| (*facet, column.values)).collect(), codes }
    }

    /// The place of a facet in the table, `None` if it is not there.
    pub(super) fn place(&self, facet: usize) -> Option<usize> {
        self.facets.iter().position(|&(listed, _)| listed == facet)
    }

    /// Counts the values of all facets over these rows.
    pub(super) fn count_all(&self, rows: &Bits) -> Vec<Vec<u32>> {
        let width = self.facets.len();
        let mut counts: Vec<Vec<u32>> = self.facets.iter().map(|&(_, values)| vec![0; values as usize + 1]).collect();
        if width > 0 {
            for row in rows.iter() {
                let codes = &self.codes[row as usize * width..][..width];
                for (counts, &code) in counts.iter_mut().zip(codes) {
                    counts[usize::from(code)] += 1;
                }
            }
        }
        for counts in &mut counts {
            counts.pop();
        }
        counts
    }

    /// Counts the values of one facet, by its place in the table, over these rows.
    pub(super) fn count_one(&self, place: usize, rows: &Bits) -> Vec<u32> {
        let width = self.facets.len();
        let mut counts = vec![0; self.facets[place].1 as usize + 1];
        for row in rows.iter() {
            counts[usize::from(self.codes[row as usize * width + place])] += 1;
        }
        counts.pop();
        counts
    }

    pub(super) fn bytes(&self) -> usize {
        self.codes.capacity() * size_of::<u16>()
    }
}
