//! Dossiers in the formats of other programs, out and in, with what is lost on the way named.
//!
//! Out goes an [`ExportSet`]: the items that somebody chose of a dossier, with a [`FileMetadata`](dossier::export::FileMetadata) that
//! each file states. [`Format`](dossier::export::Format) says what there is to choose from, [`ExportSet::write`] writes one of them, bit by bit, to wherever bytes go;
//! `docs/export.md` describes each. [`cell`] keeps spreadsheets from running what a table holds. In comes an event list of
//! Discourse Network Analyzer ([`dna`]), behind the feature `import`, which is for authors. The crate is pure.

mod annotations;
pub mod cell;
pub mod dna;
mod export_set;
mod graph;
mod json;
mod meter;
mod omission;
mod package;
mod readme;
mod table;

pub use export_set::ExportSet;
pub use meter::Listen;
pub use omission::Omission;
pub use table::{LIST, Table};
