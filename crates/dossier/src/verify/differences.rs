//! Differences in typography between a copy and a coded passage of which only the digest is known.

use crate::digest::Digest;
use crate::text::{digest, plain};
use crate::verify::Difference;

/// Spelling of one kind of character throughout a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// As in the copy.
    Kept,
    /// Always this character.
    Always(char),
    /// The first character as opening mark, the second as closing mark.
    Paired(char, char),
    /// Individual spelling of each dash, encoded as the digits of a number in base `SINGLE_DASHES.len()`, the first
    /// dash being the lowest digit.
    Each(usize),
}

const QUOTATION_MARKS: [Style; 6] = [
    Style::Kept,
    Style::Paired('\u{201c}', '\u{201d}'),
    Style::Always('"'),
    Style::Paired('\u{201e}', '\u{201c}'),
    Style::Paired('\u{201e}', '\u{201d}'),
    Style::Always('\u{201d}'),
];

const APOSTROPHES: [Style; 6] = [
    Style::Kept,
    Style::Always('\u{2019}'),
    Style::Paired('\u{2018}', '\u{2019}'),
    Style::Always('\''),
    Style::Paired('\u{201a}', '\u{2018}'),
    Style::Always('\u{2bc}'),
];

const DASHES: [Style; 8] = [
    Style::Kept,
    Style::Always('\u{2014}'),
    Style::Always('\u{2013}'),
    Style::Always('-'),
    Style::Always('\u{2011}'),
    Style::Always('\u{2010}'),
    Style::Always('\u{2212}'),
    Style::Always('\u{2015}'),
];

/// Spellings tried for individual dashes.
const SINGLE_DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];

/// Largest number of dashes in a passage for which all combinations are tried.
const MAX_DASHES: u32 = 4;

/// Finds differences. The styles found for one passage are tried first for the next, since a copy is usually made in
/// one go.
pub(super) struct Typography {
    last: [Style; 3],
}

impl Default for Typography {
    fn default() -> Self {
        Self { last: [Style::Kept; 3] }
    }
}

impl Typography {
    /// Kinds of typography in which `copy` differs from the passage with this digest; both are equal once folded. If no
    /// common spelling has the digest, all kinds in the passage.
    pub(super) fn differences(&mut self, copy: &str, sha256: Digest) -> Vec<Difference> {
        let folded = plain(copy);
        let has = |sort: char| folded.contains(sort);
        let count = folded.chars().filter(|&character| character == '-').count() as u32;
        let dashes = if (2..=MAX_DASHES).contains(&count) { SINGLE_DASHES.len().pow(count) } else { 0 };
        let sorts = [(has('"'), &QUOTATION_MARKS[..]), (has('\''), &APOSTROPHES[..]), (has('-'), &DASHES[..])];
        // Characters that do not occur in the passage need only one style.
        let [quotation_marks, apostrophes, whole] = sorts.map(|(has, styles)| if has { styles } else { &styles[..1] });
        let all = whole.iter().copied().chain((0..dashes).map(Style::Each)).flat_map(|dashes| {
            apostrophes
                .iter()
                .flat_map(move |&marks| quotation_marks.iter().map(move |&quotes| [quotes, marks, dashes]))
        });
        for styles in std::iter::once(self.last).chain(all) {
            let passage = with_styles(copy, &folded, styles);
            if digest(&passage) == sha256 {
                self.last = styles;
                return between(copy, &passage);
            }
        }
        between(copy, "")
    }
}

/// Kinds of typography in which a whole text differs from the text with the digest `accept`; `None` if no common
/// spelling has that digest.
#[cfg(feature = "copy")]
pub(crate) fn text_differences(paragraphs: &[&str], accept: Digest) -> Option<Vec<Difference>> {
    let copy = paragraphs.join("\n\n");
    let folded = plain(&copy);
    for dashes in DASHES {
        for apostrophes in APOSTROPHES {
            for quotation_marks in QUOTATION_MARKS {
                let text = with_styles(&copy, &folded, [quotation_marks, apostrophes, dashes]);
                if digest(&text) == accept {
                    return Some(between(&copy, &text));
                }
            }
        }
    }
    None
}

/// `copy` with each kind of character in its style.
fn with_styles(copy: &str, folded: &str, [quotation_marks, apostrophes, dashes]: [Style; 3]) -> String {
    let mut passage = String::with_capacity(copy.len() + 8);
    let mut before = None;
    let mut dash = 0;
    for (kept, folded) in copy.chars().zip(folded.chars()) {
        let style = match folded {
            '"' => quotation_marks,
            '\'' => apostrophes,
            '-' => dashes,
            _ => Style::Kept,
        };
        let opens = before.is_none_or(|before: char| before.is_whitespace() || "([{-\"'".contains(before));
        passage.push(match style {
            Style::Kept => kept,
            Style::Always(character) => character,
            Style::Paired(opening, closing) => {
                if opens {
                    opening
                } else {
                    closing
                }
            }
            // With more dashes than the number encodes, the result is arbitrary and its digest does not match.
            Style::Each(number) => {
                SINGLE_DASHES[number / SINGLE_DASHES.len().saturating_pow(dash) % SINGLE_DASHES.len()]
            }
        });
        dash += u32::from(folded == '-');
        before = Some(folded);
    }
    passage
}

/// Kinds in which two spellings of a passage differ; compared with an empty text, all kinds in the passage.
fn between(copy: &str, passage: &str) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut others = passage.chars();
    for (character, folded) in copy.chars().zip(plain(copy).chars()) {
        if others.next() == Some(character) {
            continue;
        }
        let sort = match folded {
            '"' => Difference::QuotationMarks,
            '\'' => Difference::Apostrophes,
            '-' => Difference::Dashes,
            // Only a no-break space folds to a space, and a normalized text has none.
            _ => continue,
        };
        if !found.contains(&sort) {
            found.push(sort);
        }
    }
    found.sort();
    found
}
