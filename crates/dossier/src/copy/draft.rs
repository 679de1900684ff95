//! The text of a copy with what its markup says about it.

use std::ops::Range;

use crate::verify::Difference;

/// The text as a reader of the copy sees it, with a blank line between blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// Parts that may belong to the article or not, in order, none within another.
    pub(super) optional: Vec<Optional>,
    /// The headings, in order, in bytes.
    pub(super) headings: Vec<Range<usize>>,
}

/// A part of the text that may belong to the article or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Optional {
    /// In bytes.
    pub(super) range: Range<usize>,
    pub(super) class: Difference,
    /// Whether it likely belongs to it.
    pub(super) is_kept: bool,
}

impl Draft {
    /// A text without markup.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}
