//! Selecting by facets, and counting every value under the choices of all other facets.
//!
//! Facets with few values are joined to [cells]; each other facet is [wide]. A choice is a set of rows, the rows that
//! pass are the intersection. What the counts of one facet ask for is the intersection without its own choice: the same
//! set for all facets in which nothing is chosen, and one set more for each facet in which something is.
//!
//! Wide facets are counted in one of two ways. Where only narrow facets are chosen and many rows are left, each is
//! [swept](wide::Wide::sweep). Otherwise the rows that are left are counted one by one, or, if those are more than
//! half, the others are and the rest is subtraction.

mod cells;
mod table;
mod wide;

use crate::bits::Bits;
use crate::columns::{Choice, Columns};
use crate::index::Selection;
use cells::Cells;
use table::Table;
use wide::{Wide, all_passing};

/// Fewer rows than one in this many are counted one by one; a sweep costs about the same for any number of them.
const SWEEP_FROM: u32 = 64;

/// Facets of a list.
pub(crate) struct Facets {
    rows: u32,
    cells: Cells,
    /// Rows of each value of each joined facet.
    narrow: Vec<Vec<Bits>>,
    wide: Vec<Wide>,
    /// The codes of most wide facets, row by row.
    table: Table,
    /// Counts without any choice.
    totals: Vec<Vec<u32>>,
}

impl Facets {
    pub(crate) fn build(columns: &Columns<'_>) -> Facets {
        let rows = columns.rows;
        let cells = Cells::build(rows, columns.facets);
        let is_wide = |facet: &usize| cells.joined.iter().all(|joined| joined.facet != *facet);
        let (mut wide, mut single) = (Vec::new(), Vec::new());
        for facet in (0..columns.facets.len()).filter(is_wide) {
            let column = &columns.facets[facet];
            let mut built = Wide::build(rows, facet, column);
            let narrow =
                built.entries().map(|entries| lay_out(&cells, entries.len() as u32, &mut entries.iter().copied()));
            built.lay_out(narrow.unwrap_or_default());
            wide.push(built);
            if Table::takes(column) {
                single.push((facet, column));
            }
        }
        let table = Table::build(rows, &single);
        let narrow = lay_out(&cells, rows, &mut (0..rows));
        let nothing = vec![Choice::default(); columns.facets.len()];
        let mut totals = vec![Vec::new(); columns.facets.len()];
        cells.count(&nothing, &cells.sizes, &mut totals);
        for wide in &wide {
            totals[wide.facet] = wide.totals();
        }
        Facets { rows, cells, narrow, wide, table, totals }
    }

    /// Number of facets.
    pub(crate) fn len(&self) -> usize {
        self.totals.len()
    }

    /// The rows among `found` that pass all `choices`, one a facet, and the counts of every facet.
    pub(crate) fn choose(&self, choices: &[Choice], found: Option<&Bits>) -> Selection {
        if found.is_none() && choices.iter().all(Choice::is_empty) {
            return Selection::new(Bits::all(self.rows), self.totals.clone());
        }
        let asked = self.cells.joined.iter().map(|joined| &choices[joined.facet]).enumerate();
        let asked: Vec<(usize, &Choice)> = asked.filter(|(_, choice)| !choice.is_empty()).collect();
        let chosen = self.wide.iter().filter(|wide| !choices[wide.facet].is_empty());
        let chosen: Vec<(usize, Bits)> =
            chosen.map(|wide| (wide.facet, wide.passing(self.rows, &choices[wide.facet]))).collect();
        // What words and wide choices leave, leaving out the choice of one facet; `None` where there are none.
        let outer = |but: Option<usize>| {
            let wide = chosen.iter().filter(|(facet, _)| Some(*facet) != but).map(|(_, passing)| passing);
            intersection(&mut found.into_iter().chain(wide))
        };
        let inner = all_passing(&self.narrow, self.rows, &asked);
        let mut counts = vec![Vec::new(); self.len()];

        let left = outer(None);
        let words_or_wide = left.is_some();
        match &left {
            None => self.cells.count(choices, &self.cells.sizes, &mut counts),
            Some(left) => self.cells.count(choices, &self.cells.sizes_among(left), &mut counts),
        }
        let rows = intersection(&mut left.iter().chain(&inner)).unwrap_or_else(|| Bits::all(self.rows));
        if words_or_wide || self.are_few(&rows) {
            self.count_all(&rows, &mut counts);
        } else {
            for wide in &self.wide {
                counts[wide.facet] = wide.sweep(&asked, &self.narrow);
            }
        }
        for wide in self.wide.iter().filter(|wide| !choices[wide.facet].is_empty()) {
            let left = outer(Some(wide.facet));
            counts[wide.facet] = match intersection(&mut left.iter().chain(&inner)) {
                None => self.totals[wide.facet].clone(),
                Some(rows) if left.is_none() && !self.are_few(&rows) => wide.sweep(&asked, &self.narrow),
                Some(rows) => self.count_one(wide, &rows),
            };
        }
        Selection::new(rows, counts)
    }

    /// Whether counting these rows one by one is less work than a sweep.
    fn are_few(&self, rows: &Bits) -> bool {
        rows.len() < self.rows / SWEEP_FROM
    }

    /// Counts all wide facets over these rows.
    fn count_all(&self, rows: &Bits, counts: &mut [Vec<u32>]) {
        let others = self.others_if_fewer(rows);
        let listed = self.table.count_all(others.as_ref().unwrap_or(rows));
        for (&(facet, _), mut listed) in self.table.facets.iter().zip(listed) {
            if others.is_some() {
                self.subtract_from_totals(facet, &mut listed);
            }
            counts[facet] = listed;
        }
        for wide in self.wide.iter().filter(|wide| self.table.place(wide.facet).is_none()) {
            counts[wide.facet] = wide.count(rows);
        }
    }

    /// Counts one wide facet over these rows.
    fn count_one(&self, wide: &Wide, rows: &Bits) -> Vec<u32> {
        let Some(place) = self.table.place(wide.facet) else { return wide.count(rows) };
        let others = self.others_if_fewer(rows);
        let mut counts = self.table.count_one(place, others.as_ref().unwrap_or(rows));
        if others.is_some() {
            self.subtract_from_totals(wide.facet, &mut counts);
        }
        counts
    }

    /// The rows that are not among these, if they are fewer.
    fn others_if_fewer(&self, rows: &Bits) -> Option<Bits> {
        (rows.len() > self.rows / 2).then(|| {
            let mut others = Bits::all(self.rows);
            others.drop_all(rows);
            others
        })
    }

    fn subtract_from_totals(&self, facet: usize, counts: &mut [u32]) {
        for (count, total) in counts.iter_mut().zip(&self.totals[facet]) {
            *count = total - *count;
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.cells.bytes()
            + self.table.bytes()
            + self.wide.iter().map(Wide::bytes).sum::<usize>()
            + self.narrow.iter().flatten().map(Bits::bytes).sum::<usize>()
            + self.totals.iter().map(Vec::capacity).sum::<usize>() * size_of::<u32>()
    }
}

/// The positions in all of these sets; `None` if there are no sets.
fn intersection(sets: &mut dyn Iterator<Item = &Bits>) -> Option<Bits> {
    let mut all = sets.next()?.clone();
    for set in sets {
        all.keep(set);
    }
    Some(all)
}

/// For each joined facet and each of its values: the places in `rows` (`len` of them) whose row carries it.
fn lay_out(cells: &Cells, len: u32, rows: &mut dyn Iterator<Item = u32>) -> Vec<Vec<Bits>> {
    let sets = |values: u32| vec![Bits::none(len); values as usize];
    let mut narrow: Vec<Vec<Bits>> = cells.joined.iter().map(|joined| sets(joined.values)).collect();
    for (place, row) in (0..).zip(rows) {
        let cell = cells.of_row[row as usize];
        for (values, joined) in narrow.iter_mut().zip(&cells.joined) {
            joined.each_value(cell, |value| values[value].insert(place));
        }
    }
    narrow
}
