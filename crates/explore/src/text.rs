//! Text with search matches marked.

use std::ops::Range;

use index::SearchQuery;

/// A text with the byte ranges to mark: sorted, non-overlapping, on character boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked<'d> {
    /// The unmarked text.
    pub text: &'d str,
    /// Byte ranges to mark.
    pub marks: Vec<Range<usize>>,
}

impl<'d> Marked<'d> {
    pub(super) fn new(text: &'d str, search_query: &SearchQuery) -> Self {
        Self { text, marks: search_query.marks(text) }
    }

    /// Non-empty pieces of the text, each with whether it is marked. Concatenated they equal the text.
    pub fn pieces(&self) -> impl Iterator<Item = (&'d str, bool)> {
        let text = self.text;
        let mut at = 0;
        self.marks
            .iter()
            .flat_map(move |mark| {
                let before = (&text[at..mark.start], false);
                at = mark.end;
                [before, (&text[mark.clone()], true)]
            })
            .chain([(&text[self.marks.last().map_or(0, |mark| mark.end)..], false)])
            .filter(|(piece, _)| !piece.is_empty())
    }
}
