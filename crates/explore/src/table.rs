//! A [`Table`]: the search index and facet codes of one list of the engine.

use dossier::{Date, When};
use index::{Codes, Column, Columns, Index};

use super::engine::{COLUMNS, DATE, Places};
use super::words;
use crate::query::Facet;

/// A list's index. Codes are kept for counts that the index does not provide.
pub(super) struct Table {
    pub(super) index: Index,
    columns: Vec<Coded>,
}

impl Table {
    /// Codes of a row in a column, ascending.
    pub(super) fn codes(&self, column: usize, row: usize) -> &[u32] {
        let Coded { starts, codes } = &self.columns[column];
        &codes[starts[row] as usize..starts[row + 1] as usize]
    }
}

/// Codes of one column, in row order.
struct Coded {
    /// Start of each row in `codes`; in a finished table also the end of the last row.
    starts: Vec<u32>,
    codes: Vec<u32>,
}

impl Coded {
    fn begin(&mut self) {
        self.starts.push(self.codes.len() as u32);
    }

    /// Inserts a code into the last row in sorted order, unless it is present.
    fn put(&mut self, code: u32) {
        let start = self.starts.last().map_or(0, |&start| start as usize);
        if let Err(place) = self.codes[start..].binary_search(&code) {
            self.codes.insert(start + place, code);
        }
    }
}

/// Builder of a table. Values and texts are added to the last row begun.
pub(super) struct Draft<'e> {
    values: &'e [Places<'e>],
    dates: &'e [Date],
    columns: Vec<Coded>,
    head: Vec<String>,
    body: Vec<String>,
}

/// Separator between texts of one row, so that phrases do not match across them. Phrases match across punctuation, so
/// this is a separate word: a Unicode noncharacter that no text contains.
const SEAM: &str = " \u{fdd0} ";

impl<'e> Draft<'e> {
    /// An empty draft. `values` lists each facet's values in the order of [`Facet::ALL`]; `dates` are ascending.
    pub(super) fn new(values: &'e [Places<'e>], dates: &'e [Date]) -> Self {
        let mut columns = Vec::new();
        for _ in 0..COLUMNS {
            columns.push(Coded { starts: Vec::new(), codes: Vec::new() });
        }
        Self { values, dates, columns, head: Vec::new(), body: Vec::new() }
    }

    /// Begins a row.
    pub(super) fn begin(&mut self) {
        for column in &mut self.columns {
            column.begin();
        }
        self.head.push(String::new());
        self.body.push(String::new());
    }

    /// Adds a facet value to the row; ignores values unknown to the engine.
    pub(super) fn mark(&mut self, facet: Facet, word: &str) {
        if let Some(code) = self.values[facet as usize].get(word) {
            self.columns[facet as usize].put(code as u32);
        }
    }

    /// Sets the date of the row; ignores unknown dates.
    pub(super) fn date(&mut self, when: &When) {
        if let Some(Ok(code)) = when.value.map(|date| self.dates.binary_search(&date)) {
            self.columns[DATE].put(code as u32);
        }
    }

    /// Adds a name or quoted words to the searchable text; matches in them rank first.
    pub(super) fn head(&mut self, text: &str) {
        append(&mut self.head, text);
    }

    /// Adds other searchable text.
    pub(super) fn body(&mut self, text: &str) {
        append(&mut self.body, text);
    }

    /// Builds the index and the table.
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
        let index = Index::build(&Columns { rows, facets: &facets, head: &head, body: &body });
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
