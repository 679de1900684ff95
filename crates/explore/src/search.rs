//! Word search: the rows of each table that match the typed words.
//!
//! The page in the browser loads this code lazily, with [`complete`](super::complete); so nothing on the startup path
//! may call [`Engine::search`] or [`Engine::index_words`].

use std::sync::Arc;

use index::{Hits, SearchQuery};

use super::engine::Engine;

/// A search and its hits in each table; empty without a search.
#[derive(Clone, Default)]
pub struct Search {
    pub(super) query: SearchQuery,
    pub(super) positions: TableHits,
    pub(super) quotes: TableHits,
    pub(super) events: TableHits,
    pub(super) questions: TableHits,
    pub(super) silent: TableHits,
}

/// Hits in one table; `None` without a search.
pub(super) type TableHits = Option<Arc<Hits>>;

impl Engine<'_> {
    /// Searches all tables for `text`.
    #[must_use]
    pub fn search(&self, text: &str) -> Search {
        let query = SearchQuery::parse(text);
        if query.is_empty() {
            return Search::default();
        }
        let [positions, quotes, events, questions, silent] =
            self.tables().map(|table| Some(Arc::new(table.find(&query))));
        Search { query, positions, quotes, events, questions, silent }
    }

    /// Indexes the words of all tables, which the first search would do.
    pub fn index_words(&self) {
        for table in self.tables() {
            table.words();
        }
    }
}
