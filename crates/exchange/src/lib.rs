//! Dossiers in the formats of other programs, out and in, with what is lost on the way named.
//!
//! [`dna`] is the event list of Discourse Network Analyzer. [`cell`] keeps spreadsheets from running what a table holds. The
//! crate is pure: texts in, texts out. Writing needs neither JSON nor digests, so that the page can carry it; reading, behind
//! the feature `import`, is for authors.

pub mod cell;
pub mod dna;
mod loss;

pub use loss::Loss;
