//! Data that arrives after start-up: the changelog (fetched) and formatted citations (from the worker).

use serde::{Deserialize, Serialize};
use std::sync::{MutexGuard, PoisonError};

use super::changelog::Changelog;
use super::engine::Engine;
use crate::query::Query;

/// Data that has arrived so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeferredData {
    /// The changelog.
    pub log: Option<Changelog>,
    /// Formatted citations of the page of a query, in the order of the page.
    pub formats: Option<(Query, Vec<Formats>)>,
}

/// A citation in the formats of reference managers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formats {
    /// An entry of BibTeX.
    pub bibtex: String,
    /// A list of one item of CSL-JSON.
    pub csl: String,
}

impl Engine<'_> {
    /// Locks the data that has arrived; the lock lives as long as the guard.
    pub fn deferred_data(&self) -> MutexGuard<'_, DeferredData> {
        self.deferred_data.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
