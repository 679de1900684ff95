//! A dossier on a contested story: who stands where, in whose words, and how we know.
//!
//! This crate owns the data model of `seeds/` ([`model`]), and, with the feature `load`, everything that turns the files
//! into a [`Dossier`] that can be trusted. It is pure: no web, no app.

pub mod compact;
pub mod date;
pub mod digest;
pub mod id;
pub mod model;
#[cfg(feature = "text")]
pub mod text;

pub use date::Date;
pub use digest::Digest;
pub use id::{DocumentId, EventId, IssueId, PositionId, QuestionId, QuoteId, StakeholderId};
pub use model::*;
