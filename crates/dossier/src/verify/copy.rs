//! Paragraphs of a copy, indexed by code point for the search.

use crate::digest::Digest;
use crate::text::{self, Text};

/// Paragraph in its original and its folded form. Both have the same code points at the same offsets.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    folded: String,
    /// Byte offset of each code point of `text`, and of its end.
    bytes: Vec<u32>,
    /// Byte offset of each code point of `folded`, and of its end.
    folded_bytes: Vec<u32>,
}

impl<'t> Paragraph<'t> {
    /// All paragraphs of a text.
    pub(super) fn all(text: &'t Text) -> Vec<Self> {
        text.paragraphs().iter().map(|paragraph| Self::new(paragraph)).collect()
    }

    fn new(text: &'t str) -> Self {
        let folded = text::plain(text);
        Self { text, bytes: bytes(text), folded_bytes: bytes(&folded), folded }
    }

    /// Length in code points.
    pub(super) fn length(&self) -> u32 {
        self.bytes.len() as u32 - 1
    }

    /// Code points `start..end` in original form; `None` if they are out of range.
    pub(super) fn passage(&self, start: u32, end: u32) -> Option<&'t str> {
        slice(self.text, &self.bytes, start, end)
    }

    /// Code points `start..end` in folded form; `None` if they are out of range.
    pub(super) fn folded(&self, start: u32, end: u32) -> Option<&str> {
        slice(&self.folded, &self.folded_bytes, start, end)
    }

    /// Digests of the code points `start..end` in original and folded form; `None` if they are out of range.
    pub(super) fn digests(&self, start: u32, end: u32) -> Option<(Digest, Digest)> {
        let (passage, folded) = (self.passage(start, end)?, self.folded(start, end)?);
        let sha256_plain = text::digest(folded);
        Some((if passage == folded { sha256_plain } else { text::digest(passage) }, sha256_plain))
    }

    /// Code points of the folded form.
    pub(super) fn characters(&self) -> std::str::Chars<'_> {
        self.folded.chars()
    }
}

/// Byte offset of each code point, and of the end.
fn bytes(text: &str) -> Vec<u32> {
    text.char_indices().map(|(byte, _)| byte as u32).chain([text.len() as u32]).collect()
}

fn slice<'t>(text: &'t str, bytes: &[u32], start: u32, end: u32) -> Option<&'t str> {
    let byte = |place: u32| bytes.get(place as usize).map(|&byte| byte as usize);
    text.get(byte(start)?..byte(end)?)
}
