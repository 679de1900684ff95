//! A wide facet: too many values for the cells.
//!
//! It keeps its *entries*: the rows listed by value, so that the rows of a value are one run. A set of rows laid out in
//! this order is counted for all values in one sweep, each value being the bits between two starts. The choices of
//! narrow facets are kept laid out in this order, too; so what narrow choices leave is counted without looking at a
//! single row.

use crate::bits::Bits;
use crate::columns::{Choice, Column};

/// A wide facet of a list.
pub(super) struct Wide {
    /// Index of its column.
    pub(super) facet: usize,
    /// The rows by value; `None` if that is the order in which they come.
    entries: Option<Vec<u32>>,
    /// Start of the entries of each value, and the end of the last.
    starts: Vec<u32>,
    /// For each joined facet and each of its values: the entries whose row carries it. Empty if the rows come in the
    /// order of the entries.
    narrow: Vec<Vec<Bits>>,
}

impl Wide {
    /// Lists the rows of `column` by value.
    pub(super) fn build(rows: u32, facet: usize, column: &Column<'_>) -> Wide {
        let mut starts = vec![0; column.values as usize + 1];
        for row in 0..rows {
            each_once(column, row, &mut |code| starts[code as usize] += 1);
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        // From the last row to the first, so that each start comes to rest at the first entry of its value.
        let mut entries = vec![0; end as usize];
        for row in (0..rows).rev() {
            each_once(column, row, &mut |code| {
                starts[code as usize] -= 1;
                entries[starts[code as usize] as usize] = row;
            });
        }
        let in_order = end == rows && (0..).zip(&entries).all(|(place, &row)| place == row);
        Wide { facet, entries: (!in_order).then_some(entries), starts, narrow: Vec::new() }
    }

    /// The rows by value; `None` if that is the order in which they come.
    pub(super) fn entries(&self) -> Option<&[u32]> {
        self.entries.as_deref()
    }

    /// Takes, for each joined facet and each of its values, the entries whose row carries it.
    pub(super) fn lay_out(&mut self, narrow: Vec<Vec<Bits>>) {
        self.narrow = narrow;
    }

    /// Number of rows per value.
    pub(super) fn totals(&self) -> Vec<u32> {
        self.starts.windows(2).map(|range| range[1] - range[0]).collect()
    }

    /// The rows that pass a choice of this facet.
    pub(super) fn passing(&self, rows: u32, choice: &Choice) -> Bits {
        let mut passing = if choice.include.is_empty() { Bits::all(rows) } else { Bits::none(rows) };
        for &code in &choice.include {
            self.each_row(code, &mut |row| passing.insert(row));
        }
        for &code in &choice.exclude {
            self.each_row(code, &mut |row| passing.remove(row));
        }
        passing
    }

    fn each_row(&self, code: u32, each: &mut dyn FnMut(u32)) {
        if let (Some(&start), Some(&end)) = (self.starts.get(code as usize), self.starts.get(code as usize + 1)) {
            match &self.entries {
                Some(entries) => entries[start as usize..end as usize].iter().copied().for_each(each),
                None => (start..end).for_each(each),
            }
        }
    }

    /// The counts where only the choices of joined facets (`asked`: the place among the joined facets, the choice) bear
    /// on the rows; `by_row` are the rows that carry each value of each joined facet.
    pub(super) fn sweep(&self, asked: &[(usize, &Choice)], by_row: &[Vec<Bits>]) -> Vec<u32> {
        let narrow = if self.entries.is_some() { &self.narrow } else { by_row };
        let len = self.starts.last().copied().unwrap_or_default();
        let Some(passing) = all_passing(narrow, len, asked) else { return self.totals() };
        let mut counts = vec![0; self.starts.len() - 1];
        passing.count_ranges(&self.starts, &mut counts);
        counts
    }

    /// The counts over these rows, by looking up the rows of each value: for facets in which a row carries several.
    pub(super) fn count(&self, rows: &Bits) -> Vec<u32> {
        let mut counts = vec![0; self.starts.len() - 1];
        for (code, count) in (0..).zip(&mut counts) {
            self.each_row(code, &mut |row| *count += u32::from(rows.contains(row)));
        }
        counts
    }

    pub(super) fn bytes(&self) -> usize {
        let numbers = self.entries.as_ref().map_or(0, Vec::capacity) + self.starts.capacity();
        numbers * size_of::<u32>() + self.narrow.iter().flatten().map(Bits::bytes).sum::<usize>()
    }
}

/// Shows the codes of one row, each once.
fn each_once(column: &Column<'_>, row: u32, each: &mut dyn FnMut(u32)) {
    for (place, code) in column.of(row).enumerate() {
        if column.of(row).take(place).all(|before| before != code) {
            each(code);
        }
    }
}

/// The positions that pass all choices `asked` of joined facets, given the positions of each value of each facet;
/// `None` if nothing is asked.
pub(super) fn all_passing(narrow: &[Vec<Bits>], len: u32, asked: &[(usize, &Choice)]) -> Option<Bits> {
    let (&(first, choice), others) = asked.split_first()?;
    let mut all = passing(&narrow[first], len, choice);
    for &(index, choice) in others {
        all.keep(&passing(&narrow[index], len, choice));
    }
    Some(all)
}

/// The positions that pass a choice of a facet, given the positions of each of its values.
fn passing(values: &[Bits], len: u32, choice: &Choice) -> Bits {
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
