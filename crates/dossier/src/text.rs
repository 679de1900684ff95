//! `standpoint-text/1`: the one form of an article's text that every pointer of a dossier counts in.
//!
//! A pointer must find the same words in every reader's copy, whatever that copy did to line ends, white space and the
//! spelling of accents. Hence the normalization; its rules are fixed, and other rules would need another name.

mod flow;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::date::Date;
use crate::digest::Digest;
use crate::model::Evidence;
pub use flow::Flow;

/// The name of these rules, as it stands in [`Document::normalization`](crate::Document::normalization).
pub const NORMALIZATION: &str = "standpoint-text/1";

/// What offsets count, as it stands in [`Document::offset_unit`](crate::Document::offset_unit).
pub const OFFSET_UNIT: &str = "unicode code point";

/// A normalized text: paragraphs, none of them empty, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    paragraphs: Vec<String>,
}

/// Why a passage cannot be pointed at.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PointError {
    /// The text ends before this paragraph, or it is 0.
    #[error("paragraph {paragraph} does not exist: the text has the paragraphs 1 to {paragraphs}")]
    NoSuchParagraph {
        /// The paragraph asked for.
        paragraph: u32,
        /// How many there are.
        paragraphs: u32,
    },
    /// The paragraph does not hold the passage, or the passage is empty.
    #[error("paragraph {paragraph} does not hold {passage:?}: copy the passage letter for letter, typography included")]
    NotFound {
        /// The paragraph searched.
        paragraph: u32,
        /// The passage looked for.
        passage: String,
    },
    /// The paragraph holds the passage more than once.
    #[error("paragraph {paragraph} holds {passage:?} {} times, at {starts:?}: give a longer passage", starts.len())]
    FoundSeveralTimes {
        /// The paragraph searched.
        paragraph: u32,
        /// The passage looked for.
        passage: String,
        /// The first code point of each occurrence.
        starts: Vec<u32>,
    },
}

/// Brings `source` into the form that pointers count in.
///
/// Unicode NFC; CRLF to LF; a leading `date YYYY-MM-DD` glued to the text falls away; blank lines part paragraphs; inside
/// a paragraph every run of white space becomes one space, and the ends are trimmed. White space is what Unicode calls so,
/// no-break spaces included. A byte order mark belongs to the encoding, not to the text.
///
/// Law: normalizing the paragraphs joined by blank lines changes nothing.
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

/// `text` less what may stand before its first word. It may stand there twice: what is left would otherwise be cut again
/// when the result is normalized.
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

/// What follows a leading `date YYYY-MM-DD`, if `text` starts with one. Between the two may stand any white space that
/// normalizing makes one space of: otherwise the result would be cut when it is normalized again.
fn without_metadata(text: &str) -> Option<&str> {
    let behind = text.strip_prefix("date")?;
    let day = behind.trim_start();
    let gap = &behind[..behind.len() - day.len()];
    let is_one_space = !gap.is_empty() && gap.matches('\n').count() < 2;
    let (day, rest) = day.split_at_checked("YYYY-MM-DD".len()).filter(|_| is_one_space)?;
    let ends = rest.chars().next().is_none_or(char::is_whitespace);
    (ends && day.parse::<Date>().is_ok()).then_some(rest)
}

/// `text` with its typography folded, one code point to one: curly quotes and apostrophes to straight ones, every dash to
/// a hyphen, every no-break space to a space. What a copy out of a mail or a terminal tends to lose.
///
/// Law: the result has as many code points as `text`, so that offsets hold in both.
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

/// How many code points `text` has: the unit of every offset.
#[must_use]
pub fn length(text: &str) -> u32 {
    text.chars().count() as u32
}

/// The digest of `text`'s UTF-8.
#[must_use]
pub fn digest(text: &str) -> Digest {
    digest_of(text)
}

/// The digest of `bytes`.
#[must_use]
pub(crate) fn digest_of(bytes: impl AsRef<[u8]>) -> Digest {
    Digest::new(Sha256::digest(bytes).into())
}

impl Text {
    /// A text of paragraphs that are normalized already.
    #[cfg(feature = "copy")]
    pub(crate) fn of(paragraphs: Vec<String>) -> Self {
        Self { paragraphs }
    }

    /// The paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[String] {
        &self.paragraphs
    }

    /// The paragraph with this number, from 1.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<&str> {
        let index = (number as usize).checked_sub(1)?;
        self.paragraphs.get(index).map(String::as_str)
    }

    /// The whole text: its paragraphs joined by one blank line.
    #[must_use]
    pub fn joined(&self) -> String {
        self.paragraphs.join("\n\n")
    }

    /// The digest of the whole text, as it stands in [`Document::text_sha256`](crate::Document::text_sha256).
    #[must_use]
    pub fn digest(&self) -> Digest {
        digest(&self.joined())
    }

    /// The code points `start..end` of a paragraph; `None` where they do not lie inside it.
    #[must_use]
    pub fn passage(&self, paragraph: u32, start: u32, end: u32) -> Option<&str> {
        slice(self.paragraph(paragraph)?, start, end)
    }

    /// The first code point of each occurrence of `passage` in a paragraph, overlapping ones included. An empty passage
    /// occurs nowhere.
    #[must_use]
    pub fn find(&self, paragraph: u32, passage: &str) -> Vec<u32> {
        let text = self.paragraph(paragraph).filter(|_| !passage.is_empty()).unwrap_or_default();
        let starts = text.char_indices().map(|(byte, _)| &text[byte..]);
        (0..).zip(starts).filter(|(_, rest)| rest.starts_with(passage)).map(|(start, _)| start).collect()
    }

    /// The evidence for the code points `start..end` of a paragraph; `None` where they do not lie inside it.
    #[must_use]
    pub fn evidence(&self, paragraph: u32, start: u32, end: u32) -> Option<Evidence> {
        let passage = self.passage(paragraph, start, end)?;
        let (sha256, sha256_plain) = (digest(passage), digest(&plain(passage)));
        Some(Evidence { paragraph, start, end, sha256, sha256_plain, length: end - start })
    }

    /// The evidence for the one occurrence of `passage` in a paragraph.
    ///
    /// # Errors
    /// If there is no such paragraph, or if it does not hold `passage` exactly once.
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

/// The code points `start..end` of `text`; `None` where they do not lie inside it. Empty where `start` is `end`.
pub(crate) fn slice(text: &str, start: u32, end: u32) -> Option<&str> {
    let byte = |offset: u32| {
        let ends = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        ends.into_iter().nth(offset as usize)
    };
    text.get(byte(start)?..byte(end)?)
}
