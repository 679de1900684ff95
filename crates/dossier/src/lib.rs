//! Data model of a dossier on a contested story: who stands where, in whose words, and how we know.
//!
//! [`model`] declares the types stored in `seeds/`. The feature `text` adds text normalization and the check of a
//! dossier's pointers against an article's text; `copy` reads a user's copy of an article in many formats and compares
//! it; `load` reads and validates the files into a [`Dossier`]. The crate performs no I/O and knows nothing of the web.

#[cfg(feature = "load")]
pub mod author;
pub mod compact;
#[cfg(feature = "copy")]
pub mod copy;
pub mod date;
pub mod digest;
pub mod direction;
pub mod distinct;
pub mod export;
#[cfg(feature = "text")]
pub mod fingerprint;
pub mod id;
#[cfg(feature = "text")]
pub mod item;
#[cfg(feature = "load")]
pub mod load;
mod lookup;
pub mod markup;
pub mod model;
#[cfg(feature = "text")]
pub mod progress;
#[cfg(feature = "load")]
pub mod schema;
pub mod statement;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "text")]
pub mod verify;
#[cfg(feature = "load")]
pub mod versions;
mod wording;
mod words;

pub use date::Date;
pub use digest::Digest;
#[cfg(feature = "text")]
pub use fingerprint::Fingerprints;
pub use id::{DocumentId, EventId, IssueId, PositionId, QuestionId, QuoteId, StakeholderId};
#[cfg(feature = "load")]
pub use load::{Fault, Faults, load};
pub use model::*;
pub use statement::Statement;
#[cfg(feature = "text")]
pub use text::Text;
#[cfg(feature = "text")]
pub use verify::verify;
