//! Faceted selection and word search over plain columns.

mod bits;
mod columns;
mod facets;
pub mod fold;
mod found;
mod index;
mod needle;
mod text;
mod typing;

pub use columns::{Choice, Codes, Column, Columns};
pub use found::Found;
pub use index::{Index, Selection};
pub use needle::{MAX_WORDS, Needle, TIERS};
