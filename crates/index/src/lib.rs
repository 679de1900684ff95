//! Faceted selection and word search over plain columns.
//!
//! Each row has codes in some facets and two texts. The user chooses values and types words. The index returns the
//! matching rows in order, and the number of rows for each value if it were chosen too. It responds between two
//! keystrokes for lists of up to a million rows.
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
//! let hits = index.find(&SearchQuery::parse("garantee"));
//! let chosen = [Choice { include: vec![0], exclude: vec![] }];
//! let selection = index.select(&chosen, Some(&hits));
//! assert_eq!(selection.ranked(&hits, 10), [0]);
//! assert_eq!(selection.counts(0), [1, 1], "a facet's counts ignore its own choice");
//! ```
//!
//! # Design
//!
//! **Row sets.** Matching rows are a bit set, one bit per row. A set of a million rows takes 125 KB; intersecting two
//! sets or counting one takes some ten microseconds.
//!
//! **Counts.** The count of a value is the number of rows that carry it and pass the choices in all *other* facets.
//! Counting row by row costs rows times facets. Two techniques avoid that:
//!
//! - *Cells.* Facets with few values (stance, camp) are joined: rows with equal values in all of them form a cell.
//!   There are at most some thousand cells. The sizes of cells, added up by value, are the counts of all joined facets;
//!   the facet whose choice a cell fails determines which counts it adds to.
//! - *Sweeps.* For a facet with many values (stakeholder, date), rows are also listed by value, and the row sets of the
//!   narrow facets' values are stored in that order too. One pass over their intersection counts every value.
//!
//! When words or the choice of a wide facet leave rows that are stored in no such order, rows are counted one by one:
//! the remaining rows or the others, whichever are fewer.
//!
//! **Words.** Folded words are sorted alphabetically, so a prefix is one range of words and a misspelling a few ranges.
//! Each word lists its rows as distances of one or two bytes. The longest lists, and the prefixes with the most rows,
//! are stored as bit sets, so the first letter typed costs no more than the eighth. A row's tier is that of its weakest
//! word: for each tier, the sets of rows in *this tier or better* are intersected over all words.
//!
//! # Rules
//!
//! - Matching and tiers: [`SearchQuery`].
//! - Words and spelling: [`fold`].
//! - Facet choices: [`Choice`].
//! - Counts: [`Selection::counts`].
//!
//! No input panics. A code that a facet does not have matches no row.

mod bits;
mod columns;
mod facets;
pub mod fold;
mod hits;
mod index;
mod number;
mod search_query;
mod sort;
mod spans;
mod text;
mod typing;

pub use columns::{Choice, Codes, Column, Columns};
pub use hits::Hits;
pub use index::{FacetIndex, Index, Selection};
pub use search_query::{MAX_WORDS, SearchQuery, TIERS};
pub use text::Text as TextIndex;
