//! What comes after an edition was made ready, once a link asks for it: fetched, or made elsewhere.

use std::sync::{MutexGuard, PoisonError};

use super::edition::Edition;
use super::log::Log;

/// What came, as far as it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asides {
    /// What each version of the data held.
    pub log: Option<Log>,
    /// What is cited where this link leads, in the formats of reference managers, in the order in which it is cited.
    pub formats: Option<(String, Vec<Formats>)>,
}

/// A citation in the formats of reference managers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats {
    /// An entry of BibTeX.
    pub bibtex: String,
    /// A list of one item of CSL-JSON.
    pub csl: String,
}

impl Edition<'_> {
    /// What came, for as long as the guard lives.
    pub fn asides(&self) -> MutexGuard<'_, Asides> {
        self.asides.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
