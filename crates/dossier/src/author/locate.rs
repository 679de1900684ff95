//! The pointer to a passage, found by the passage alone.

use crate::model::Evidence;
use crate::text::{self, Text};

/// A passage found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// Where it stands in the text. The digests are of the text's own words, not of those that were asked for.
    pub evidence: Evidence,
    /// Whether it was found only once [typography is folded](text::plain): the text has other marks, dashes or spaces.
    pub other_typography: bool,
}

/// Where a passage stands: the first code point of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Why there is no one place to point to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocateError {
    /// The passage is empty or white space.
    #[error("the passage is empty: give the words to point to")]
    Empty,
    /// The passage holds a blank line.
    #[error("the passage runs over {0} paragraphs: point to each by itself")]
    SeveralParagraphs(usize),
    /// The text ends before this paragraph, or it is 0.
    #[error("paragraph {paragraph} does not exist: the text has the paragraphs 1 to {paragraphs}")]
    NoSuchParagraph {
        /// The paragraph asked for.
        paragraph: u32,
        /// How many there are.
        paragraphs: u32,
    },
    /// It stands nowhere.
    #[error("the passage does not stand in {}: copy it from the article letter for letter, within one paragraph", within(*.paragraph))]
    NotFound {
        /// The paragraph searched; `None`: the whole text.
        paragraph: Option<u32>,
    },
    /// It stands in several places.
    #[error("the passage stands in {} places: {}", places.len(), remedy(places))]
    SeveralPlaces {
        /// Where, in the order of the text.
        places: Vec<Place>,
    },
}

fn within(paragraph: Option<u32>) -> String {
    paragraph.map_or_else(|| "the text".to_owned(), |paragraph| format!("paragraph {paragraph}"))
}

/// Naming the paragraph helps only where no paragraph holds the passage twice.
fn remedy(places: &[Place]) -> &'static str {
    if places.windows(2).all(|pair| pair[0].paragraph != pair[1].paragraph) {
        "say which paragraph is meant"
    } else {
        "give a longer passage"
    }
}

/// Points to the one place where `passage` stands in `text`, or in one `paragraph` of it.
///
/// White space and accents in `passage` are normalized as the text's are. A place that has it letter for letter goes before all
/// that have it in other typography.
///
/// # Errors
/// If it stands nowhere or in several places, is empty, runs over paragraphs, or the paragraph does not exist.
///
/// # Panics
/// Never: what was found can be pointed to.
pub fn locate(text: &Text, passage: &str, paragraph: Option<u32>) -> Result<Located, LocateError> {
    // A passage may well begin like the line of metadata that normalizing an article drops.
    let asked = text::normalize(&format!("|{}", passage.trim()));
    let asked = match asked.paragraphs() {
        [one] => one[1..].to_owned(),
        several => return Err(LocateError::SeveralParagraphs(several.len())),
    };
    if asked.is_empty() {
        return Err(LocateError::Empty);
    }
    let paragraphs = text.paragraphs().len() as u32;
    if let Some(paragraph) = paragraph.filter(|&number| text.paragraph(number).is_none()) {
        return Err(LocateError::NoSuchParagraph { paragraph, paragraphs });
    }
    for folded in [false, true] {
        let places = places(text, &asked, paragraph, folded);
        match places[..] {
            [] => {}
            [Place { paragraph, start, end }] => {
                let evidence = text.evidence(paragraph, start, end).expect("it was found there");
                return Ok(Located { evidence, other_typography: folded });
            }
            _ => return Err(LocateError::SeveralPlaces { places }),
        }
    }
    Err(LocateError::NotFound { paragraph })
}

fn places(text: &Text, passage: &str, within: Option<u32>, folded: bool) -> Vec<Place> {
    let sought = if folded { text::plain(passage) } else { passage.to_owned() };
    let mut found = Vec::new();
    for (paragraph, words) in (1..).zip(text.paragraphs()) {
        if within.is_some_and(|within| within != paragraph) {
            continue;
        }
        let words = if folded { text::plain(words) } else { words.clone() };
        for (start, (byte, _)) in (0..).zip(words.char_indices()) {
            if words[byte..].starts_with(&sought) {
                found.push(Place { paragraph, start, end: start + text::length(passage) });
            }
        }
    }
    found
}
