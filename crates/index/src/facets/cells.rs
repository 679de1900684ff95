//! Narrow facets, joined: rows that carry the same values in every narrow facet form one cell.
//!
//! A list of a million rows has some thousand cells. To know how many rows of each cell pass everything else is to know, by
//! adding a thousand numbers, the counts of every narrow facet, each under the choices of all the others.

use crate::columns::{Choice, Column};

/// A facet with more values than this is not narrow: what a row carries of it must fit a `u64`.
const NARROW_VALUES: u32 = 64;

/// A facet that would make more cells than this stays out.
const MAX_CELLS: usize = 4096;

/// A facet whose rows carry more different sets of values than this stays out.
const MAX_SETS: usize = 256;

/// The narrow facets of a list and its cells.
#[derive(Default)]
pub(super) struct Cells {
    /// The facets that are joined, by their place in the columns.
    pub(super) facets: Vec<usize>,
    /// How many values each of them has.
    pub(super) values: Vec<u32>,
    /// The cell of every row.
    pub(super) of_row: Vec<u16>,
    /// What the rows of a cell carry, one set of values for each joined facet: `facets.len()` entries a cell.
    carried: Vec<u64>,
    /// How many rows each cell has.
    pub(super) sizes: Vec<u32>,
}

impl Cells {
    /// Joins as many facets as make no more than [`MAX_CELLS`] cells, those with the fewest values first.
    pub(super) fn build(rows: u32, columns: &[Column<'_>]) -> Cells {
        let mut cells = Cells { of_row: vec![0; rows as usize], sizes: vec![rows], ..Cells::default() };
        let mut narrow: Vec<usize> =
            (0..columns.len()).filter(|&facet| columns[facet].values <= NARROW_VALUES).collect();
        narrow.sort_by_key(|&facet| columns[facet].values);
        for facet in narrow {
            cells.join(facet, &columns[facet]);
        }
        cells
    }

    fn join(&mut self, facet: usize, column: &Column<'_>) {
        // The distinct sets of values, in the order of their appearance, and which of them each row carries.
        let mut sets: Vec<u64> = Vec::new();
        let mut set_of_row = Vec::with_capacity(self.of_row.len());
        for row in 0..self.of_row.len() as u32 {
            let set = column.of(row).fold(0, |set, code| set | 1 << code);
            let known = sets.iter().position(|&known| known == set);
            if known.is_none() && sets.len() == MAX_SETS {
                return;
            }
            set_of_row.push(known.unwrap_or(sets.len()) as u16);
            if known.is_none() {
                sets.push(set);
            }
        }
        // The pairs (old cell, set) that occur, numbered in the order of their appearance.
        let mut numbers = vec![u16::MAX; self.sizes.len() * sets.len()];
        let mut pairs = Vec::new();
        for (&cell, &set) in self.of_row.iter().zip(&set_of_row) {
            let number = &mut numbers[usize::from(cell) * sets.len() + usize::from(set)];
            if *number == u16::MAX {
                if pairs.len() == MAX_CELLS {
                    return;
                }
                *number = pairs.len() as u16;
                pairs.push((cell, set));
            }
        }
        let old = self.facets.len();
        let mut carried = Vec::with_capacity(pairs.len() * (old + 1));
        for &(cell, set) in &pairs {
            carried.extend_from_slice(&self.carried[usize::from(cell) * old..][..old]);
            carried.push(sets[usize::from(set)]);
        }
        self.sizes = vec![0; pairs.len()];
        for (cell, &set) in self.of_row.iter_mut().zip(&set_of_row) {
            *cell = numbers[usize::from(*cell) * sets.len() + usize::from(set)];
            self.sizes[usize::from(*cell)] += 1;
        }
        self.carried = carried;
        self.facets.push(facet);
        self.values.push(column.values);
    }

    /// What the rows of a cell carry, one set for each joined facet.
    pub(super) fn carried(&self, cell: usize) -> &[u64] {
        let width = self.facets.len();
        &self.carried[cell * width..][..width]
    }

    /// Adds to the counts of every joined facet, where `sizes` says how many rows of each cell pass everything but the joined facets' choices.
    pub(super) fn count(&self, choices: &[Choice], sizes: &[u32], counts: &mut [Vec<u32>]) {
        let asked: Vec<Asked> = self.facets.iter().map(|&facet| Asked::new(&choices[facet])).collect();
        let nothing_asked = asked.iter().all(|asked| asked.include == 0 && asked.exclude == 0 && !asked.nothing);
        for (cell, &size) in sizes.iter().enumerate() {
            if size == 0 {
                continue;
            }
            let carried = self.carried(cell);
            // How many choices the cell fails, and the last of them: a facet's own choice does not bear on its counts.
            let (mut failed, mut last) = (0, 0);
            if !nothing_asked {
                for (index, (asked, &set)) in asked.iter().zip(carried).enumerate() {
                    if !asked.passes(set) {
                        (failed, last) = (failed + 1, index);
                    }
                }
            }
            if failed < 2 {
                for (index, (&facet, &set)) in self.facets.iter().zip(carried).enumerate() {
                    if failed == 0 || last == index {
                        add_each(&mut counts[facet], set, size);
                    }
                }
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.of_row.capacity() * size_of::<u16>()
            + self.carried.capacity() * size_of::<u64>()
            + self.sizes.capacity() * size_of::<u32>()
    }
}

fn add_each(counts: &mut [u32], mut set: u64, size: u32) {
    while set != 0 {
        counts[set.trailing_zeros() as usize] += size;
        set &= set - 1;
    }
}

/// A choice as sets of values.
struct Asked {
    include: u64,
    exclude: u64,
    /// Whether only values are included that the facet does not have.
    nothing: bool,
}

impl Asked {
    fn new(choice: &Choice) -> Asked {
        let set =
            |codes: &[u32]| codes.iter().filter(|&&code| code < NARROW_VALUES).fold(0, |set, code| set | 1 << code);
        let include = set(&choice.include);
        Asked { include, exclude: set(&choice.exclude), nothing: include == 0 && !choice.include.is_empty() }
    }

    fn passes(&self, set: u64) -> bool {
        !self.nothing && (self.include == 0 || set & self.include != 0) && set & self.exclude == 0
    }
}
