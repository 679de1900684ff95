//! A copy of a text, made ready to be looked through.

use crate::digest::Digest;
use crate::text::{self, Text};

/// A paragraph, as it stands and with its typography folded. Both have the same code points at the same places.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    folded: String,
    /// The byte of each code point of `text`, and its end.
    bytes: Vec<u32>,
    /// The same of `folded`.
    folded_bytes: Vec<u32>,
}

impl<'t> Paragraph<'t> {
    /// Every paragraph of a text.
    pub(super) fn all(text: &'t Text) -> Vec<Self> {
        text.paragraphs().iter().map(|paragraph| Self::new(paragraph)).collect()
    }

    fn new(text: &'t str) -> Self {
        let folded = text::plain(text);
        Self { text, bytes: bytes(text), folded_bytes: bytes(&folded), folded }
    }

    /// How many code points it has.
    pub(super) fn length(&self) -> u32 {
        self.bytes.len() as u32 - 1
    }

    /// The code points `start..end`, as they stand; `None` where they do not lie inside.
    pub(super) fn passage(&self, start: u32, end: u32) -> Option<&'t str> {
        slice(self.text, &self.bytes, start, end)
    }

    /// The same, folded.
    pub(super) fn folded(&self, start: u32, end: u32) -> Option<&str> {
        slice(&self.folded, &self.folded_bytes, start, end)
    }

    /// The digests of the code points `start..end`, as they stand and folded.
    pub(super) fn digests(&self, start: u32, end: u32) -> Option<(Digest, Digest)> {
        let (passage, folded) = (self.passage(start, end)?, self.folded(start, end)?);
        let sha256_plain = text::digest(folded);
        Some((if passage == folded { sha256_plain } else { text::digest(passage) }, sha256_plain))
    }

    /// Its code points, folded.
    pub(super) fn characters(&self) -> std::str::Chars<'_> {
        self.folded.chars()
    }
}

/// The byte of each code point, and the end.
fn bytes(text: &str) -> Vec<u32> {
    text.char_indices().map(|(byte, _)| byte as u32).chain([text.len() as u32]).collect()
}

fn slice<'t>(text: &'t str, bytes: &[u32], start: u32, end: u32) -> Option<&'t str> {
    let byte = |place: u32| bytes.get(place as usize).map(|&byte| byte as usize);
    text.get(byte(start)?..byte(end)?)
}
