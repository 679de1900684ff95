//! Dossiers in the formats of other programs, out and in, with what is lost on the way named.
//!
//! Out goes an [`Extract`]: the items that somebody chose of a dossier, with a [`Colophon`](dossier::export::Colophon) that
//! each file states. [`Format`](dossier::export::Format) says what there is to choose from, [`Extract::write`] writes one of them, bit by bit, to wherever bytes go;
//! `docs/export.md` describes each. [`cell`] keeps spreadsheets from running what a table holds. In comes an event list of
//! Discourse Network Analyzer ([`dna`]), behind the feature `import`, which is for authors. The crate is pure.

mod annotations;
pub mod cell;
pub mod dna;
mod extract;
mod graph;
mod json;
mod loss;
mod meter;
mod package;
mod readme;
mod table;

pub use extract::Extract;
pub use loss::Loss;
pub use meter::Listen;
pub use table::{LIST, Table};
