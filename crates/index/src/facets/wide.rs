//! A wide facet: too many values for the cells.
//!
//! Beside the codes of every row it keeps the *entries*: the rows listed by value, so that the rows of a value are one run. A set of
//! rows laid out in this order is counted for all values in one sweep, each value being the bits between two starts. The
//! choices of narrow facets are kept laid out in this order, too; so what narrow choices leave is counted without looking at a single row.

use crate::bits::Bits;
use crate::columns::{Choice, Codes, Column};

/// A wide facet of a list.
pub(super) struct Wide {
    /// Its place in the columns.
    pub(super) facet: usize,
    /// How many values it has.
    pub(super) values: u32,
    /// The codes of every row, one row after another, and where each row's begin; `None` if every row has exactly one.
    codes: Vec<u32>,
    of_row: Option<Vec<u32>>,
    /// The rows by value.
    entries: Vec<u32>,
    /// Where each value's entries begin, and the end of the last.
    starts: Vec<u32>,
    /// For each joined facet and each of its values: the entries whose row carries it.
    narrow: Vec<Vec<Bits>>,
}

impl Wide {
    /// Lists the rows of `column` by value.
    pub(super) fn build(rows: u32, facet: usize, column: &Column<'_>) -> Wide {
        let mut codes = Vec::with_capacity(rows as usize);
        let mut of_row = Vec::with_capacity(rows as usize + 1);
        let mut starts = vec![0; column.values as usize + 1];
        for row in 0..rows {
            let first = codes.len();
            of_row.push(first as u32);
            for code in column.of(row) {
                if !codes[first..].contains(&code) {
                    codes.push(code);
                    starts[code as usize] += 1;
                }
            }
        }
        of_row.push(codes.len() as u32);
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        // From the last row to the first, so that each start comes to rest at the first entry of its value.
        let mut entries = vec![0; codes.len()];
        for row in (0..rows).rev() {
            for &code in &codes[of_row[row as usize] as usize..of_row[row as usize + 1] as usize] {
                starts[code as usize] -= 1;
                entries[starts[code as usize] as usize] = row;
            }
        }
        let one_each = matches!(column.codes, Codes::One(_)) && codes.len() == rows as usize;
        let of_row = (!one_each).then_some(of_row);
        Wide { facet, values: column.values, codes, of_row, entries, starts, narrow: Vec::new() }
    }

    /// The rows by value.
    pub(super) fn entries(&self) -> &[u32] {
        &self.entries
    }

    /// Takes, for each joined facet and each of its values, the entries whose row carries it.
    pub(super) fn lay_out(&mut self, narrow: Vec<Vec<Bits>>) {
        self.narrow = narrow;
    }

    /// How many rows carry each value.
    pub(super) fn totals(&self) -> Vec<u32> {
        self.starts.windows(2).map(|range| range[1] - range[0]).collect()
    }

    /// The rows that pass a choice of this facet.
    pub(super) fn passing(&self, rows: u32, choice: &Choice) -> Bits {
        let mut passing = if choice.include.is_empty() { Bits::all(rows) } else { Bits::none(rows) };
        for &row in choice.include.iter().flat_map(|&code| self.rows_of(code)) {
            passing.insert(row);
        }
        for &row in choice.exclude.iter().flat_map(|&code| self.rows_of(code)) {
            passing.remove(row);
        }
        passing
    }

    fn rows_of(&self, code: u32) -> &[u32] {
        match (self.starts.get(code as usize), self.starts.get(code as usize + 1)) {
            (Some(&start), Some(&end)) => &self.entries[start as usize..end as usize],
            (Some(_) | None, None) | (None, Some(_)) => &[],
        }
    }

    /// The counts where only the choices of joined facets (`asked`: the place among the joined facets, the choice) bear on the rows.
    pub(super) fn count_narrow(&self, asked: &[(usize, &Choice)]) -> Vec<u32> {
        let Some((&(first, choice), others)) = asked.split_first() else { return self.totals() };
        let len = self.entries.len() as u32;
        let mut passing = passing_of(&self.narrow[first], len, choice);
        for &(index, choice) in others {
            passing.keep(&passing_of(&self.narrow[index], len, choice));
        }
        let mut counts = vec![0; self.values as usize];
        passing.count_ranges(&self.starts, &mut counts);
        counts
    }

    /// The counts over these rows.
    pub(super) fn count_rows(&self, rows: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.values as usize];
        match &self.of_row {
            None => {
                for row in rows.iter() {
                    counts[self.codes[row as usize] as usize] += 1;
                }
            }
            Some(of_row) => {
                for row in rows.iter() {
                    for &code in &self.codes[of_row[row as usize] as usize..of_row[row as usize + 1] as usize] {
                        counts[code as usize] += 1;
                    }
                }
            }
        }
        counts
    }

    pub(super) fn bytes(&self) -> usize {
        let numbers = self.codes.capacity()
            + self.of_row.as_ref().map_or(0, Vec::capacity)
            + self.entries.capacity()
            + self.starts.capacity();
        numbers * size_of::<u32>() + self.narrow.iter().flatten().map(Bits::bytes).sum::<usize>()
    }
}

/// The positions that pass a choice of a facet, given the positions of each of its values.
pub(super) fn passing_of(values: &[Bits], len: u32, choice: &Choice) -> Bits {
    let mut passing = match choice.include.as_slice() {
        [] => Bits::all(len),
        [code] => values.get(*code as usize).cloned().unwrap_or_else(|| Bits::none(len)),
        codes => {
            let mut any = Bits::none(len);
            for value in codes.iter().filter_map(|&code| values.get(code as usize)) {
                any.add(value);
            }
            any
        }
    };
    for value in choice.exclude.iter().filter_map(|&code| values.get(code as usize)) {
        passing.drop_all(value);
    }
    passing
}
