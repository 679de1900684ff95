//! Types shared by the engine, which selects, and the exporters, which write: the selected items ([`Selection`]), the
//! [`Format`], the edges between stakeholders ([`Ties`]), and the metadata of the file (`FileMetadata`, with the
//! feature `load`).

#[cfg(feature = "load")]
mod file_metadata;
mod format;
mod selection;
mod ties;

#[cfg(feature = "load")]
pub use file_metadata::FileMetadata;
pub use format::Format;
pub use selection::{Counts, Selection};
pub use ties::{Tie, Ties};
