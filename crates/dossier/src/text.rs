//! Text normalization `standpoint-text/1`, to which all pointers of a dossier refer.
//!
//! A pointer must find the same words in every copy of an article, whatever the copy did to line ends, white space and
//! the encoding of accents. The rules are fixed; other rules would need another name.

mod flow;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::date::Date;
use crate::digest::Digest;
use crate::model::Evidence;
pub use flow::Flow;

/// Name of the normalization rules, the value of [`Document::normalization`](crate::Document::normalization).
pub const NORMALIZATION: &str = "standpoint-text/1";

/// Unit of offsets, the value of [`Document::offset_unit`](crate::Document::offset_unit).
pub const OFFSET_UNIT: &str = "unicode code point";

/// Normalized text: non-empty paragraphs, numbered from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    paragraphs: Vec<String>,
}

/// Error of [`Text::point`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PointError {
    /// There is no paragraph with this number.
    #[error("paragraph {paragraph} does not exist: the text has the paragraphs 1 to {paragraphs}")]
    NoSuchParagraph {
        /// Requested paragraph.
        paragraph: u32,
        /// Number of paragraphs.
        paragraphs: u32,
    },
    /// The paragraph does not contain the passage, or the passage is empty.
    #[error("paragraph {paragraph} does not hold {passage:?}: copy the passage letter for letter, typography included")]
    NotFound {
        /// Paragraph searched.
        paragraph: u32,
        /// Passage searched for.
        passage: String,
    },
    /// The paragraph contains the passage more than once.
    #[error("paragraph {paragraph} holds {passage:?} {} times, at {starts:?}: give a longer passage", starts.len())]
    FoundSeveralTimes {
        /// Paragraph searched.
        paragraph: u32,
        /// Passage searched for.
        passage: String,
        /// First code point of each occurrence.
        starts: Vec<u32>,
    },
}

/// Normalizes `source` by the rules of [`NORMALIZATION`].
///
/// The result is in Unicode NFC with LF line ends. A leading `date YYYY-MM-DD` directly before the text is removed.
/// Blank lines separate paragraphs; inside a paragraph every run of white space (as Unicode defines it, no-break spaces
/// included) becomes one space, and the ends are trimmed. A byte order mark is not part of the text.
///
/// Normalization is idempotent: normalizing the paragraphs joined by blank lines changes nothing.
#[must_use]
pub fn normalize(source: &str) -> Text {
    let composed: String = source.nfc().collect();
    let mut paragraphs = Vec::new();
    let mut paragraph = String::new();
    for line in without_preamble(&composed).lines() {
        let mut words = line.split_whitespace().peekable();
        if words.peek().is_none() && !paragraph.is_empty() {
            paragraphs.push(std::mem::take(&mut paragraph));
        }
        for word in words {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(word);
        }
    }
    if !paragraph.is_empty() {
        paragraphs.push(paragraph);
    }
    Text { paragraphs }
}

/// Removes white space, byte order marks and `date YYYY-MM-DD` before the first word, repeatedly: otherwise a second
/// normalization would remove more.
pub(crate) fn without_preamble(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
        match without_metadata(rest) {
            Some(text) => rest = text,
            None => return rest,
        }
    }
}

/// Rest of `text` after a leading `date YYYY-MM-DD`, if there is one. The gap inside it may be any white space that
/// normalization turns into one space, or a second normalization would remove more.
fn without_metadata(text: &str) -> Option<&str> {
    let behind = text.strip_prefix("date")?;
    let day = behind.trim_start();
    let gap = &behind[..behind.len() - day.len()];
    let is_one_space = !gap.is_empty() && gap.matches('\n').count() < 2;
    let (day, rest) = day.split_at_checked("YYYY-MM-DD".len()).filter(|_| is_one_space)?;
    let ends = rest.chars().next().is_none_or(char::is_whitespace);
    (ends && day.parse::<Date>().is_ok()).then_some(rest)
}

/// Folds the typography of `text`, one code point to one: curly quotes and apostrophes become straight, every dash a
/// hyphen, every no-break space a space. Copies from mail or terminals tend to lose these distinctions.
///
/// The result has as many code points as `text`, so offsets are valid in both.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{2018}'..='\u{201b}' | '\u{2bc}' => '\'',
            '\u{201c}'..='\u{201f}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
                '-'
            }
            '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
            other => other,
        })
        .collect()
}

/// Length of `text` in code points, the unit of every offset.
#[must_use]
pub fn length(text: &str) -> u32 {
    text.chars().count() as u32
}

/// SHA-256 of the UTF-8 of `text`.
#[must_use]
pub fn digest(text: &str) -> Digest {
    digest_of(text)
}

/// SHA-256 of `bytes`.
#[must_use]
pub(crate) fn digest_of(bytes: impl AsRef<[u8]>) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

impl Text {
    /// Text with paragraphs that are already normalized.
    #[cfg(feature = "copy")]
    pub(crate) fn of(paragraphs: Vec<String>) -> Self {
        Self { paragraphs }
    }

    /// Paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// Paragraph with this number, from 1.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<&str> {
        let index = (number as usize).checked_sub(1)?;
        self.paragraphs.get(index).map(String::as_str)
    }

    /// Whole text: its paragraphs joined by one blank line.
    #[must_use]
    pub fn joined(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    /// Digest of the whole text, comparable to [`Document::text_sha256`](crate::Document::text_sha256).
    #[must_use]
    pub fn digest(&self) -> Digest {
        digest(&self.joined())
    }

    /// Code points `start..end` of a paragraph; `None` if they are out of range.
    #[must_use]
    pub fn passage(&self, paragraph: u32, start: u32, end: u32) -> Option<&str> {
        slice(self.paragraph(paragraph)?, start, end)
    }

    /// First code point of each occurrence of `passage` in a paragraph, overlapping ones included. An empty passage has
    /// no occurrence.
    #[must_use]
    pub fn find(&self, paragraph: u32, passage: &str) -> Vec<u32> {
        let text = self.paragraph(paragraph).filter(|_| !passage.is_empty()).unwrap_or_default();
        let starts = text.char_indices().map(|(byte, _)| &text[byte..]);
        (0..).zip(starts).filter(|(_, rest)| rest.starts_with(passage)).map(|(start, _)| start).collect()
    }

    /// Evidence for the code points `start..end` of a paragraph; `None` if they are out of range.
    #[must_use]
    pub fn evidence(&self, paragraph: u32, start: u32, end: u32) -> Option<Evidence> {
        let passage = self.passage(paragraph, start, end)?;
        let (sha256, sha256_plain) = (digest(passage), digest(&plain(passage)));
        Some(Evidence { paragraph, start, end, sha256, sha256_plain, length: end - start })
    }

    /// Evidence for the only occurrence of `passage` in a paragraph.
    ///
    /// # Errors
    /// If there is no such paragraph, or if it does not contain `passage` exactly once.
    pub fn point(&self, paragraph: u32, passage: &str) -> Result<Evidence, PointError> {
        let paragraphs = self.paragraphs.len() as u32;
        if self.paragraph(paragraph).is_none() {
            return Err(PointError::NoSuchParagraph { paragraph, paragraphs });
        }
        let starts = self.find(paragraph, passage);
        let found = match starts[..] {
            [start] => self.evidence(paragraph, start, start + length(passage)),
            [] => None,
            _ => return Err(PointError::FoundSeveralTimes { paragraph, passage: passage.to_owned(), starts }),
        };
        found.ok_or_else(|| PointError::NotFound { paragraph, passage: passage.to_owned() })
    }
}

/// Code points `start..end` of `text`; `None` if they are out of range. Empty if `start` equals `end`.
pub(crate) fn slice(text: &str, start: u32, end: u32) -> Option<&str> {
    let byte = |offset: u32| {
        let ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        ends.into_iter().nth(offset as usize)
    };
    text.get(byte(start)?..byte(end)?)
}
