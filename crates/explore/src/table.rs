//! A [`Table`]: the search index and facet codes of one list of the engine.

use std::sync::{Mutex, OnceLock, PoisonError};

use dossier::{Date, When};
use index::{Codes, Column, Columns, FacetIndex, Hits, SearchQuery, TextIndex};

use super::engine::{COLUMNS, DATE, Places};
use super::words;
use crate::query::Facet;

/// A list's index. Codes are kept for counts that the index does not provide.
pub(super) struct Table {
    pub(super) facets: FacetIndex,
    columns: Vec<Coded>,
    /// Texts until their words are indexed.
    texts: Mutex<Texts>,
    words: OnceLock<TextIndex>,
}

/// Searchable texts, one per row.
#[derive(Default)]
struct Texts {
    head: Vec<String>,
    body: Vec<String>,
}

impl Table {
    /// Codes of a row in a column, ascending.
    pub(super) fn codes(&self, column: usize, row: usize) -> &[u32] {
        let Coded { starts, codes } = &self.columns[column];
        &codes[starts[row] as usize..starts[row + 1] as usize]
    }

    /// Index of the words, made by the first call.
    pub(super) fn words(&self) -> &TextIndex {
        self.words.get_or_init(|| {
            let Texts { head, body } = std::mem::take(&mut *self.texts.lock().unwrap_or_else(PoisonError::into_inner));
            let rows = head.len() as u32;
            let (head, body) = (words::borrowed(&head), words::borrowed(&body));
            TextIndex::build(&Columns { rows, facets: &[], head: &head, body: &body })
        })
    }

    /// Rows that match the search.
    pub(super) fn find(&self, query: &SearchQuery) -> Hits {
        self.words().find(query)
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
    texts: Texts,
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
        Self { values, dates, columns, texts: Texts::default() }
    }

    /// Begins a row.
    pub(super) fn begin(&mut self) {
        for column in &mut self.columns {
            column.begin();
        }
        self.texts.head.push(String::new());
        self.texts.body.push(String::new());
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
        append(&mut self.texts.head, text);
    }

    /// Adds other searchable text.
    pub(super) fn body(&mut self, text: &str) {
        append(&mut self.texts.body, text);
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
        let rows = self.texts.head.len() as u32;
        let facets = FacetIndex::build(&Columns { rows, facets: &facets, head: &[], body: &[] });
        Table { facets, columns: self.columns, texts: Mutex::new(self.texts), words: OnceLock::new() }
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
