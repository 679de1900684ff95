//! Export of dossiers to other formats, and import of event lists. Both report what is lost.
//!
//! [`ExportSet::write`] writes the selected items of a dossier as one of the [`Format`](dossier::export::Format)s,
//! described in `docs/export.md`. Each file states its [`FileMetadata`](dossier::export::FileMetadata). [`cell`] guards
//! table cells against formula injection. The feature `import` reads event lists of Discourse Network Analyzer
//! ([`dna`]) for authors.

mod annotations;
pub mod cell;
pub mod dna;
mod export_set;
mod graph;
mod json;
mod omission;
mod package;
mod progress;
mod readme;
mod table;

pub use export_set::ExportSet;
pub use omission::Omission;
pub use progress::ProgressFn;
pub use table::{LIST, Table};
