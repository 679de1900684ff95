//! A copy of an article, prepared for comparison.

use super::Difference;
use crate::words;

/// How the words of a copy were read, less what normalizing does to every text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Whether the whole text that was coded stands in the copy by its digest: each of its paragraphs, letter for letter once
    /// what is named here is undone.
    pub is_whole: bool,
    /// In what the copy differs from the text, where the copy is [whole](Self::is_whole); else as far as passages showed it.
    pub differences: Vec<Difference>,
    /// The layout of the copy: what parts its paragraphs.
    pub layout: Layout,
    /// Whether there are blank lines in it, where something else parts its paragraphs.
    pub has_blank_lines: bool,
    /// How many paragraphs before the article's first were set apart: a headline, a menu.
    pub before: u32,
    /// How many headings were left out.
    pub headings: u32,
    /// How many paragraphs more than the text a [whole](Self::is_whole) copy has, less those set apart or left out.
    pub extra: u32,
    /// The file's encoding by its name in the Encoding Standard, where it is another than UTF-8; and whether nothing in the
    /// file names it, so that the likeliest was taken.
    pub encoding: Option<(String, bool)>,
}

words! {
    /// The layout of a copy: what parts its paragraphs.
    Layout {
        /// Blank lines, or the blocks of a page.
        Blank = "blank lines",
        /// Every end of a line.
        Lines = "line ends",
        /// Nothing: the passages show where paragraphs begin.
        Column = "nothing",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the words derives what every set of them has")]
impl Default for Layout {
    fn default() -> Self {
        Self::Blank
    }
}
