//! Faceted selection and word search over plain columns.
//!
//! A page lists rows. Of every row it knows some codes (who holds the position, on which issue, how we know) and two texts. A reader
//! chooses values and types words; the page asks which rows pass, in which order, and how many rows each value would show
//! if it were chosen too. This crate answers, from fifty rows to a million, between two keys.
//!
//! ```
//! use index::{Choice, Codes, Column, Columns, Index, SearchQuery};
//!
//! let stances = [0, 1, 0];
//! let facets = [Column { values: 2, codes: Codes::One(&stances) }];
//! let head = ["Envoy of Ostrava", "A minister", "The harbour union"];
//! let body = ["Wants guarantees first.", "Rejects any guarantee.", "Asks for talks."];
//! let index = Index::build(&Columns { rows: 3, facets: &facets, head: &head, body: &body });
//!
//! let found = index.find(&SearchQuery::parse("garantee"));
//! let chosen = [Choice { include: vec![0], exclude: vec![] }];
//! let selection = index.select(&chosen, Some(&found));
//! assert_eq!(selection.ranked(&found, 10), [0]);
//! assert_eq!(selection.counts(0), [1, 1], "a facet's counts ignore its own choice");
//! ```
//!
//! # The idea, from scratch
//!
//! **Sets.** Rows that pass are a set, one bit a row. A million rows are 125 KB: two such sets are intersected, or one is counted, in some
//! ten microseconds. Everything below is a way to have the right set at hand.
//!
//! **Counts are the work.** Each value of each facet wants a number: rows that carry it and pass what is chosen in the *other*
//! facets. Counting row by row costs rows times facets. Two ideas avoid it.
//!
//! - *Cells.* Facets with a few values (stance, camp) are joined: rows alike in all of them are one cell. There are at most some thousand
//!   cells. Sizes of cells, added up by value, are the counts of all those facets, and which facet a cell fails on tells
//!   to which counts it adds.
//! - *Sweeps.* For a facet with many values (stakeholder, date) the rows are also listed by value, and the sets of the narrow facets' values are kept in
//!   that order as well. Their intersection in that order, read once from left to right, gives the count of every value: the
//!   bits between where it begins and where the next does.
//!
//! Where words or a wide facet's choice leave rows that no kept order knows, the rows are counted one by one, or the others are, if fewer.
//!
//! **Words.** All folded words stand in alphabetical order, so that a beginning is a range of them, and a misspelling a few ranges. Each
//! word lists its rows as distances in one or two bytes. The longest of these lists, and the beginnings with the most
//! rows, are kept as sets: the first letter typed costs no more than the eighth. A row's tier is that of its weakest word, so
//! the sets of *this tier or better* of all words are intersected tier by tier.
//!
//! # Which rules hold
//!
//! What matches, and in which tier: [`SearchQuery`]. What a word is, and which spellings are alike: [`fold`]. Which rows pass: [`Choice`]. What
//! is counted: [`Selection::counts`]. Everything is total: no input panics, and a code that a facet does not have is carried by no row.

mod bits;
mod columns;
mod facets;
pub mod fold;
mod found;
mod index;
mod number;
mod search_query;
mod sort;
mod spans;
mod text;
mod typing;

pub use columns::{Choice, Codes, Column, Columns};
pub use found::Found;
pub use index::{FacetIndex, Index, Selection};
pub use search_query::{MAX_WORDS, SearchQuery, TIERS};
pub use text::Text as TextIndex;
