//! What an export is made of, as far as whoever chooses and whoever writes must agree: which items ([`Selection`]), as what
//! ([`Format`]), who meets whom ([`Ties`]), and what the file says of itself (`FileMetadata`, with the feature `load`).

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
