//! Interpretation of a copy of an article, as part of a report.

use super::Difference;
use crate::words;

/// Interpretation of a copy: its layout, encoding and differences, apart from what normalization removes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Whether the copy contains the whole coded text, confirmed by digest once the differences listed here are undone.
    pub is_whole: bool,
    /// Differences between copy and text. Complete if [`is_whole`](Self::is_whole), else as far as passages show them.
    pub differences: Vec<Difference>,
    /// Separator of paragraphs in the copy.
    pub layout: Layout,
    /// Whether the copy has blank lines although paragraphs are separated otherwise.
    pub has_blank_lines: bool,
    /// Number of paragraphs skipped before the article, such as a headline or a menu.
    pub before: u32,
    /// Number of headings skipped.
    pub headings: u32,
    /// Number of other paragraphs that a [whole](Self::is_whole) copy has beyond the text.
    pub extra: u32,
    /// Encoding of the file by its name in the Encoding Standard if it is not UTF-8, and whether it was guessed because
    /// the file does not name it.
    pub encoding: Option<(String, bool)>,
}

words! {
    /// Separator of paragraphs in a copy.
    Layout {
        /// Blank lines, or the blocks of a page.
        Blank = "blank lines",
        /// Line ends.
        Lines = "line ends",
        /// None: passages show where paragraphs start.
        Column = "nothing",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the words derives what every set of them has")]
impl Default for Layout {
    fn default() -> Self {
        Self::Blank
    }
}
