//! Text of a copy, with information from its markup.

use std::ops::Range;

use crate::verify::Difference;

/// Visible text of a copy, with a blank line between blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// Parts that may not belong to the article, in order, not nested.
    pub(super) optional: Vec<Optional>,
    /// Headings in order, as byte ranges.
    pub(super) headings: Vec<Range<usize>>,
}

/// Part of the text that may not belong to the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Optional {
    /// Byte range in the text.
    pub(super) range: Range<usize>,
    pub(super) class: Difference,
    /// Whether it probably belongs to the article.
    pub(super) is_kept: bool,
}

impl Draft {
    /// Draft of a text without markup.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}
