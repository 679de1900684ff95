//! A [`Table`]: one list of the engine, by what it is filtered and searched by.

use dossier::{Date, When};
use index::{Codes, Column, Columns, Index};

use super::engine::{COLUMNS, DATE, Places};
use super::words;
use crate::query::Facet;

/// A list with its index. The codes stay at hand for counting what the index does not.
pub(super) struct Table {
    pub(super) index: Index,
    columns: Vec<Coded>,
}

impl Table {
    /// The codes that a row has in a column, ascending.
    pub(super) fn codes(&self, column: usize, row: usize) -> &[u32] {
        let Coded { starts, codes } = &self.columns[column];
        &codes[starts[row] as usize..starts[row + 1] as usize]
    }
}

/// The codes of one column, one row after another.
struct Coded {
    /// Where each row begins in `codes`; once shelved, also where the last one ends.
    starts: Vec<u32>,
    codes: Vec<u32>,
}

impl Coded {
    fn begin(&mut self) {
        self.starts.push(self.codes.len() as u32);
    }

    /// Gives the last row a code, in its order, unless it has it.
    fn put(&mut self, code: u32) {
        let start = self.starts.last().map_or(0, |&start| start as usize);
        if let Err(place) = self.codes[start..].binary_search(&code) {
            self.codes.insert(start + place, code);
        }
    }
}

/// The rows of a table while they are gathered. What is added belongs to the row that began last.
pub(super) struct Draft<'e> {
    values: &'e [Places<'e>],
    dates: &'e [Date],
    columns: Vec<Coded>,
    head: Vec<String>,
    body: Vec<String>,
    index: fn(&Columns<'_>) -> Index,
}

/// Stands between two texts of one row: a phrase never runs across it. Punctuation would not do, phrases run across that;
/// this is a word of its own, a noncharacter of Unicode that no text has.
const SEAM: &str = " \u{fdd0} ";

impl<'e> Draft<'e> {
    /// No rows yet. `values` are those of each facet, in the order of [`Facet::ALL`]; `dates` ascend; `index` makes the index.
    pub(super) fn new(values: &'e [Places<'e>], dates: &'e [Date], index: fn(&Columns<'_>) -> Index) -> Self {
        let mut columns = Vec::new();
        for _ in 0..COLUMNS {
            columns.push(Coded { starts: Vec::new(), codes: Vec::new() });
        }
        Self { values, dates, columns, head: Vec::new(), body: Vec::new(), index }
    }

    /// Begins a row.
    pub(super) fn begin(&mut self) {
        for column in &mut self.columns {
            column.begin();
        }
        self.head.push(String::new());
        self.body.push(String::new());
    }

    /// The row has this value of the facet. A value that the engine does not have is left out.
    pub(super) fn mark(&mut self, facet: Facet, word: &str) {
        if let Some(code) = self.values[facet as usize].get(word) {
            self.columns[facet as usize].put(code as u32);
        }
    }

    /// The row is of this date.
    pub(super) fn date(&mut self, when: &When) {
        if let Some(Ok(code)) = when.value.map(|date| self.dates.binary_search(&date)) {
            self.columns[DATE].put(code as u32);
        }
    }

    /// The row is found by this name, or by these words of somebody: such rows come first.
    pub(super) fn head(&mut self, text: &str) {
        append(&mut self.head, text);
    }

    /// The row is found by this text.
    pub(super) fn body(&mut self, text: &str) {
        append(&mut self.body, text);
    }

    /// Indexes the rows.
    pub(super) fn build(mut self) -> Table {
        let mut facets = Vec::new();
        for (place, column) in self.columns.iter_mut().enumerate() {
            column.begin();
            facets.push(Column {
                values: self.values.get(place).map_or(self.dates.len(), Places::len) as u32,
                codes: Codes::Many { starts: &column.starts, codes: &column.codes },
            });
        }
        let rows = self.head.len() as u32;
        let (head, body) = (words::borrowed(&self.head), words::borrowed(&self.body));
        let index = (self.index)(&Columns { rows, facets: &facets, head: &head, body: &body });
        Table { index, columns: self.columns }
    }
}

fn append(texts: &mut [String], text: &str) {
    if let Some(last) = texts.last_mut() {
        if !last.is_empty() {
            last.push_str(SEAM);
        }
        last.push_str(text);
    }
}
