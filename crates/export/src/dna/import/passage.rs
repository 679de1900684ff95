//! Finds a statement's passage in a copy of its document.
//!
//! DNA's offsets count UTF-16 code units of the text pasted into it, and it writes passages with `,` for `;` and `'`
//! for `"`. So a passage is searched by its words, with the same replacements in the copy. Offsets only choose between
//! several matches, or replace missing words.

use dossier::{Evidence, Text, text};

use super::list::Statement;

/// A copy of a document's text.
#[derive(Clone, Debug)]
pub struct Article {
    /// Text of the file, which `start_position` and `stop_position` refer to.
    source: String,
    /// Normalized text, which evidence refers to.
    pub(super) text: Text,
    /// Paragraphs with DNA's replacements.
    written: Vec<String>,
}

/// Result of the search for a passage.
pub(super) enum Match {
    /// Found once, in one or several consecutive paragraphs.
    Once(Vec<Evidence>),
    /// Not in the copy.
    None,
    /// Found several times, and the offsets do not decide.
    Several,
}

impl Article {
    /// Creates a copy from the text of its file.
    #[must_use]
    pub fn new(source: String) -> Self {
        let text = text::normalize(&source);
        let written = text.paragraphs().iter().map(|paragraph| as_written(paragraph)).collect();
        Self { source, text, written }
    }

    pub(super) fn find(&self, statement: &Statement) -> Match {
        let by_offsets = statement.range.and_then(|range| self.by_offsets(range));
        let words = if statement.text.is_empty() { by_offsets.map(|(_, words)| words) } else { Some(&*statement.text) };
        let parts = parts(words.unwrap_or_default());
        let mut places = self.find_all(&parts);
        if places.len() > 1
            && let Some((before, _)) = by_offsets.filter(|(_, words)| self::parts(words) == parts)
        {
            places.retain(|&place| place == after(before));
        }
        match places[..] {
            [] => Match::None,
            [(paragraph, start)] => Match::Once(self.evidence(paragraph, start, &parts)),
            _ => Match::Several,
        }
    }

    /// The text before a range of UTF-16 code units of the file, and the trimmed text in it.
    fn by_offsets(&self, (start, stop): (u32, u32)) -> Option<(&str, &str)> {
        let byte = |unit: u32| {
            let mut units = 0;
            for (byte, letter) in self.source.char_indices() {
                if units >= unit as usize {
                    return Some(byte);
                }
                units += letter.len_utf16();
            }
            (units >= unit as usize).then_some(self.source.len())
        };
        let words = self.source.get(byte(start)?..byte(stop)?)?.trim_end();
        let start = byte(start)? + words.len() - words.trim_start().len();
        Some((&self.source[..start], words.trim_start()))
    }

    /// Occurrences of a passage whose `parts` are in consecutive paragraphs: number of the first paragraph and code
    /// point.
    fn find_all(&self, parts: &[String]) -> Vec<(u32, u32)> {
        let Some((first, more)) = parts.split_first() else { return Vec::new() };
        let mut places = Vec::new();
        for (number, paragraph) in (1..).zip(&self.written) {
            if more.is_empty() {
                for (at, _) in paragraph.char_indices() {
                    if paragraph[at..].starts_with(first.as_str()) {
                        places.push((number, text::length(&paragraph[..at])));
                    }
                }
            } else if paragraph.ends_with(first.as_str()) && self.continues(number as usize, more) {
                places.push((number, text::length(paragraph) - text::length(first)));
            }
        }
        places
    }

    /// Whether `parts` match the paragraphs from index `next` on: all but the last whole, the last as a prefix.
    fn continues(&self, next: usize, parts: &[String]) -> bool {
        let Some(paragraphs) = self.written.get(next..next + parts.len()) else { return false };
        let mut rest = paragraphs.iter().zip(parts).rev();
        rest.next().is_some_and(|(paragraph, part)| paragraph.starts_with(part.as_str()))
            && rest.all(|(paragraph, part)| paragraph == part)
    }

    fn evidence(&self, paragraph: u32, start: u32, parts: &[String]) -> Vec<Evidence> {
        let mut evidence = Vec::new();
        let mut start = start;
        for (paragraph, part) in (paragraph..).zip(parts) {
            evidence.extend(self.text.evidence(paragraph, start, start + text::length(part)));
            start = 0;
        }
        evidence
    }
}

/// Position behind `before`: number of the paragraph and code point.
fn after(before: &str) -> (u32, u32) {
    let text = text::normalize(before);
    let gap = &before[before.trim_end().len()..];
    let number = text.paragraphs().len() as u32;
    match text.paragraphs().last() {
        Some(last) if gap.matches('\n').count() < 2 => (number, text::length(last) + u32::from(!gap.is_empty())),
        Some(_) | None => (number + 1, 0),
    }
}

/// Paragraphs of a passage, with DNA's replacements.
fn parts(passage: &str) -> Vec<String> {
    text::normalize(passage).paragraphs().iter().map(|paragraph| as_written(paragraph)).collect()
}

/// `text` with the characters that DNA replaces.
fn as_written(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            ';' => ',',
            '"' => '\'',
            other => other,
        })
        .collect()
}
