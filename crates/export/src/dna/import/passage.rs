//! Finds a statement's passage in a copy of its document.
//!
//! DNA counts in the text that was pasted into it, in UTF-16 code units, and writes a passage with `;` turned into `,`
//! and `"` into `'`. So a passage is looked for by its words, with these turned alike in the copy; the place in the file
//! decides only between several, and only where the copy has the same words there.

use dossier::{Evidence, Text, text};

use super::list::Statement;

/// A copy of a document's text.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file's text, in which `start_position` and `stop_position` count.
    source: String,
    /// The normalized text, in which evidence counts.
    pub(super) text: Text,
    /// Its paragraphs as DNA would write them.
    written: Vec<String>,
}

/// Where a passage stands.
pub(super) enum Place {
    /// Here, in one paragraph or on over several.
    At(Vec<Evidence>),
    /// Nowhere in the copy.
    Nowhere,
    /// In several places, and nothing tells which is meant.
    Several,
}

impl Article {
    /// A copy whose file holds `source`.
    #[must_use]
    pub fn new(source: String) -> Self {
        let text = text::normalize(&source);
        let written = text.paragraphs().iter().map(|paragraph| as_written(paragraph)).collect();
        Self { source, text, written }
    }

    pub(super) fn place(&self, statement: &Statement) -> Place {
        let counted = statement.range.and_then(|range| self.counted(range));
        let words = if statement.text.is_empty() { counted.map(|(_, words)| words) } else { Some(&*statement.text) };
        let parts = parts(words.unwrap_or_default());
        let mut places = self.places(&parts);
        if places.len() > 1
            && let Some((before, _)) = counted.filter(|(_, words)| self::parts(words) == parts)
        {
            places.retain(|&place| place == after(before));
        }
        match places[..] {
            [] => Place::Nowhere,
            [(paragraph, start)] => Place::At(self.evidence(paragraph, start, &parts)),
            _ => Place::Several,
        }
    }

    /// What stands in a range of UTF-16 code units of the file, less white space at its ends, and all that stands before.
    fn counted(&self, (start, stop): (u32, u32)) -> Option<(&str, &str)> {
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

    /// Every place where `parts` stand, one a paragraph: the first paragraph, from 1, and the code point it begins at.
    fn places(&self, parts: &[String]) -> Vec<(u32, u32)> {
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

    /// Whether `parts` are whole paragraphs from the one at `next`, from 0, and the beginning of the last.
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

/// Where the text goes on after `before`: the paragraph, from 1, and the code point.
fn after(before: &str) -> (u32, u32) {
    let text = text::normalize(before);
    let gap = &before[before.trim_end().len()..];
    let number = text.paragraphs().len() as u32;
    match text.paragraphs().last() {
        Some(last) if gap.matches('\n').count() < 2 => (number, text::length(last) + u32::from(!gap.is_empty())),
        Some(_) | None => (number + 1, 0),
    }
}

/// A passage by paragraphs, as DNA writes it.
fn parts(passage: &str) -> Vec<String> {
    text::normalize(passage).paragraphs().iter().map(|paragraph| as_written(paragraph)).collect()
}

/// What DNA writes for `text`, code point for code point.
fn as_written(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            ';' => ',',
            '"' => '\'',
            other => other,
        })
        .collect()
}
