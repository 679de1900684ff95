//! Faceted selection and word search over plain columns.

mod columns;
pub mod fold;
mod index;
mod needle;
mod typing;

pub use columns::{Choice, Codes, Column, Columns};
pub use index::{Found, Index, Selection};
pub use needle::{MAX_WORDS, Needle, TIERS};
