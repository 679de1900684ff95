//! Selecting by facets, and counting every value under the choices of all other facets.
//!
//! Facets with few values are joined to [cells](cells); each other facet is [wide](wide). A choice is a set of rows, the rows that pass are
//! the intersection. What the counts of one facet ask for is the intersection without its own choice: the same set
//! for all facets in which nothing is chosen, and one set more for each facet in which something is.

mod cells;
mod wide;

use crate::bits::Bits;
use crate::columns::{Choice, Columns};
use crate::index::Selection;
use cells::Cells;
use wide::{Wide, passing_of};

/// Fewer rows than one in this many are counted one by one; more are laid out and swept.
const SWEEP_FROM: u32 = 32;

/// The facets of a list.
pub(crate) struct Facets {
    rows: u32,
    count: usize,
    cells: Cells,
    /// For each joined facet and each of its values: the rows that carry it.
    narrow: Vec<Vec<Bits>>,
    wide: Vec<Wide>,
    /// The counts where nothing is chosen.
    totals: Vec<Vec<u32>>,
}

impl Facets {
    pub(crate) fn build(columns: &Columns<'_>) -> Facets {
        let rows = columns.rows;
        let cells = Cells::build(rows, columns.facets);
        let mut wide = Vec::new();
        for (facet, column) in columns.facets.iter().enumerate() {
            if !cells.joined.iter().any(|joined| joined.facet == facet) {
                let mut built = Wide::build(rows, facet, column);
                let entries = built.entries();
                let narrow = lay_out(&cells, entries.len() as u32, &mut entries.iter().copied());
                built.lay_out(narrow);
                wide.push(built);
            }
        }
        let narrow = lay_out(&cells, rows, &mut (0..rows));
        let mut facets = Facets { rows, count: columns.facets.len(), cells, narrow, wide, totals: Vec::new() };
        let nothing = vec![Choice::default(); facets.count];
        let mut totals = facets.zeros();
        facets.cells.count(&nothing, &facets.cells.sizes, &mut totals);
        for wide in &facets.wide {
            totals[wide.facet] = wide.totals();
        }
        facets.totals = totals;
        facets
    }

    pub(crate) fn len(&self) -> usize {
        self.count
    }

    fn zeros(&self) -> Vec<Vec<u32>> {
        let mut counts = vec![Vec::new(); self.count];
        for joined in &self.cells.joined {
            counts[joined.facet] = vec![0; joined.values as usize];
        }
        counts
    }

    /// The rows among `found` that pass all `choices`, one a facet, and the counts of every facet.
    pub(crate) fn choose(&self, choices: &[Choice], found: Option<&Bits>) -> Selection {
        let narrow: Vec<(usize, &Choice)> = self
            .cells
            .joined
            .iter()
            .map(|joined| &choices[joined.facet])
            .enumerate()
            .filter(|(_, choice)| !choice.is_empty())
            .collect();
        let wide: Vec<(usize, Bits)> = self
            .wide
            .iter()
            .filter(|wide| !choices[wide.facet].is_empty())
            .map(|wide| (wide.facet, wide.passing(self.rows, &choices[wide.facet])))
            .collect();
        if narrow.is_empty() && wide.is_empty() && found.is_none() {
            return Selection::new(Bits::all(self.rows), self.totals.clone());
        }
        // What wide choices and words leave of the rows, leaving out the choice of one facet.
        let outer = |but: Option<usize>| {
            let mut left: Option<Bits> = found.cloned();
            for (_, passing) in wide.iter().filter(|(facet, _)| Some(*facet) != but) {
                match &mut left {
                    Some(left) => left.keep(passing),
                    None => left = Some(passing.clone()),
                }
            }
            left
        };
        let inner = narrow.iter().fold(None, |left: Option<Bits>, &(index, choice)| {
            let passing = passing_of(&self.narrow[index], self.rows, choice);
            Some(match left {
                Some(mut left) => {
                    left.keep(&passing);
                    left
                }
                None => passing,
            })
        });
        let both = |outer: Option<Bits>| match (outer, &inner) {
            (Some(mut outer), Some(inner)) => {
                outer.keep(inner);
                Some(outer)
            }
            (Some(outer), None) => Some(outer),
            (None, Some(inner)) => Some(inner.clone()),
            (None, None) => None,
        };

        let all_outer = outer(None);
        let mut counts = self.zeros();
        match &all_outer {
            None => self.cells.count(choices, &self.cells.sizes, &mut counts),
            Some(left) => self.cells.count(choices, &self.cell_sizes(left), &mut counts),
        }
        let no_outer = all_outer.is_none();
        let rows = both(all_outer).unwrap_or_else(|| Bits::all(self.rows));
        let len = rows.len();
        for facet in &self.wide {
            let chosen = wide.iter().any(|(chosen, _)| *chosen == facet.facet);
            let only_narrow = no_outer || (chosen && wide.len() == 1 && found.is_none());
            counts[facet.facet] = if chosen {
                match both(outer(Some(facet.facet))) {
                    None => self.totals[facet.facet].clone(),
                    Some(left) if only_narrow && left.len() > self.rows / SWEEP_FROM => facet.count_narrow(&narrow),
                    Some(left) => self.count_rows(facet, &left),
                }
            } else if only_narrow && len > self.rows / SWEEP_FROM {
                facet.count_narrow(&narrow)
            } else {
                self.count_rows(facet, &rows)
            };
        }
        Selection::new(rows, counts)
    }

    /// Counts those rows of a wide facet that pass, or, where they are fewer, those that do not.
    fn count_rows(&self, facet: &Wide, rows: &Bits) -> Vec<u32> {
        if rows.len() <= self.rows / 2 {
            return facet.count_rows(rows);
        }
        let mut others = Bits::all(self.rows);
        others.drop_all(rows);
        let mut counts = facet.count_rows(&others);
        for (count, total) in counts.iter_mut().zip(&self.totals[facet.facet]) {
            *count = total - *count;
        }
        counts
    }

    /// How many of these rows each cell has.
    fn cell_sizes(&self, rows: &Bits) -> Vec<u32> {
        let mut sizes = vec![0; self.cells.sizes.len()];
        for row in rows.iter() {
            sizes[usize::from(self.cells.of_row[row as usize])] += 1;
        }
        sizes
    }

    pub(crate) fn bytes(&self) -> usize {
        self.cells.bytes()
            + self.wide.iter().map(Wide::bytes).sum::<usize>()
            + self.narrow.iter().flatten().map(Bits::bytes).sum::<usize>()
            + self.totals.iter().map(Vec::capacity).sum::<usize>() * size_of::<u32>()
    }
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
