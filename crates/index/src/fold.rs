//! Folding: what two spellings have in common when case and accents do not matter, and where words begin and end.
//!
//! The tables cover what a European newsroom meets: ASCII, Latin-1, Latin Extended-A, the comma-below letters of Romanian,
//! Greek and Cyrillic. Combining marks (U+0300..036F) are dropped, so decomposed text folds alike. Letters of other
//! scripts count as letters and stay as they are. `char::to_lowercase` would do more and costs a page 7 KB a call.
//!
//! # Words
//!
//! A word is a run of letters and digits. One hyphen or apostrophe directly between two words joins them to a *compound*, which
//! is found by its parts and by its joined spelling: `cease-fire` yields `cease`, `fire` and the compound `ceasefire`;
//! `Russia’s` yields `russia`, `s` and the compound `russias`. So *russia* finds `Russia’s` exactly, *ceasefire* finds
//! `cease-fire`, and *dont* finds `don’t`. A dash (`–`, `—`) separates and never joins.

use core::ops::Range;

/// A word of a text, folded, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded spelling.
    pub folded: String,
    /// Its bytes in the text; a compound's range spans all of its parts.
    pub range: Range<usize>,
    /// Whether this is the joined spelling of a compound, which follows its parts and is no step in the order of words.
    pub compound: bool,
}

/// `text` in lower case and without accents; all that is no letter stays.
///
/// ```
/// assert_eq!(index::fold::fold("Île-de-Kraków, ΆΘΕΩΣ"), "ile-de-krakow, αθεωσ");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(&mut folded, c);
    }
    folded
}

/// The words of `text` in order, each compound after its parts.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, &mut |folded, range, compound| {
        words.push(Word { folded: folded.to_owned(), range, compound });
        true
    });
    words
}

/// A reader of words: the folded spelling, its bytes in the text, whether it is a compound. `false` ends the reading.
pub(crate) type Visit<'a> = dyn FnMut(&str, Range<usize>, bool) -> bool + 'a;

/// Shows `visit` what [`words`] would list, without a string for each word.
pub(crate) fn each_word(text: &str, visit: &mut Visit<'_>) {
    let mut splitter = Splitter::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        // Most text is runs of plain letters: they need no look at each.
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let len = plain.max(c.len_utf8());
        let go_on = match class(c) {
            Class::Letter => {
                splitter.letters(at, &rest[..len]);
                true
            }
            Class::Mark => {
                splitter.mark(at + len);
                true
            }
            Class::Joiner => splitter.joiner(visit),
            Class::Other => splitter.end(visit),
        };
        if !go_on {
            return;
        }
        rest = &rest[len..];
    }
    splitter.end(visit);
}

/// What is known of the word and the compound being read.
#[derive(Default)]
struct Splitter {
    /// The word so far, and where it stands.
    word: String,
    range: Range<usize>,
    /// The parts of the compound before the word, joined, how many they are, and where they begin.
    joined: String,
    parts: u32,
    joined_start: usize,
}

impl Splitter {
    /// Either plain letters or one letter of any kind.
    fn letters(&mut self, at: usize, letters: &str) {
        if self.word.is_empty() {
            self.range.start = at;
        }
        let before = self.word.len();
        if letters.is_ascii() {
            self.word.push_str(letters);
            self.word[before..].make_ascii_lowercase();
        } else {
            letters.chars().for_each(|c| push_folded(&mut self.word, c));
        }
        self.range.end = at + letters.len();
    }

    /// A combining mark belongs to the letter before it.
    fn mark(&mut self, end: usize) {
        if !self.word.is_empty() {
            self.range.end = end;
        }
    }

    /// Ends the word and leaves the compound open; a joiner that follows no letter ends both.
    fn joiner(&mut self, visit: &mut Visit<'_>) -> bool {
        if self.word.is_empty() {
            return self.end(visit);
        }
        self.part();
        self.end_word(visit)
    }

    /// Ends the word and the compound, which is one if it has two parts.
    fn end(&mut self, visit: &mut Visit<'_>) -> bool {
        if !self.word.is_empty() {
            if self.parts > 0 {
                self.part();
            }
            if !self.end_word(visit) {
                return false;
            }
        }
        let parts = core::mem::take(&mut self.parts);
        let go_on = parts < 2 || visit(&self.joined, self.joined_start..self.range.end, true);
        self.joined.clear();
        go_on
    }

    /// The word becomes a part of the compound.
    fn part(&mut self) {
        if self.parts == 0 {
            self.joined_start = self.range.start;
        }
        self.parts += 1;
        self.joined.push_str(&self.word);
    }

    fn end_word(&mut self, visit: &mut Visit<'_>) -> bool {
        let go_on = visit(&self.word, self.range.clone(), false);
        self.word.clear();
        go_on
    }
}

/// What a character does to the word it stands in.
enum Class {
    /// Belongs to a word.
    Letter,
    /// A combining mark: belongs to the letter before it and is dropped.
    Mark,
    /// Joins two words to a compound.
    Joiner,
    /// Separates words.
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '-' | '\'' | '\u{2019}' | '\u{02BC}' | '\u{2010}' | '\u{2011}' => Class::Joiner,
        '\u{0300}'..='\u{036F}' => Class::Mark,
        // ASCII and Latin-1 signs; punctuation, symbols and arrows; CJK punctuation; private use; forms; pictographs.
        '\0'..='\u{BF}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{2BFF}'
        | '\u{2E00}'..='\u{2E7F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{FE00}'..='\u{FE6F}'
        | '\u{FEFF}'..='\u{FF0F}'
        | '\u{FFE0}'..='\u{FFFF}'
        | '\u{1F000}'..='\u{1FAFF}'
        | '\u{E0000}'..='\u{10FFFF}' => Class::Other,
        _ => Class::Letter,
    }
}

/// U+00C0..00FF, one byte a letter; capitals mark what [`push_folded`] treats by hand.
const LATIN_1: &[u8; 64] = b"aaaaaaAceeeeiiiidnoooooXouuuuyTSaaaaaaAceeeeiiiidnoooooXouuuuyTy";

/// U+0100..017F, likewise.
const LATIN_A: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkk\
llllllllllnnnnnnnNNooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Greek U+0386..0390 and U+03AA..03B0, the letters with an accent, each as its offset from alpha; the gaps are no letters.
const GREEK_CAPITALS: [u8; 11] = [0, 0, 4, 6, 8, 0, 14, 0, 20, 24, 8];
const GREEK_MIDDLE: [u8; 7] = [8, 20, 0, 4, 6, 8, 20];

/// Appends the folded form of one character: nothing for a combining mark, two letters for a ligature.
fn push_folded(out: &mut String, c: char) {
    match c {
        'A'..='Z' => out.push(char::from(c as u8 | 0x20)),
        '\0'..='\u{BF}' | '×' | '÷' => out.push(c),
        '\u{C0}'..='\u{FF}' => push_latin(out, LATIN_1[c as usize - 0xC0]),
        '\u{100}'..='\u{17F}' => push_latin(out, LATIN_A[c as usize - 0x100]),
        '\u{218}' | '\u{219}' => out.push('s'),
        '\u{21A}' | '\u{21B}' => out.push('t'),
        '\u{1E9E}' => out.push_str("ss"),
        '\u{300}'..='\u{36F}' => {}
        '\u{370}'..='\u{3FF}' => out.push(greek(c)),
        '\u{400}'..='\u{4BF}' => out.push(cyrillic(c)),
        _ => out.push(c),
    }
}

fn push_latin(out: &mut String, letter: u8) {
    match letter {
        b'A' => out.push_str("ae"),
        b'S' => out.push_str("ss"),
        b'T' => out.push_str("th"),
        b'J' => out.push_str("ij"),
        b'O' => out.push_str("oe"),
        b'N' => out.push_str("ng"),
        plain => out.push(char::from(plain)),
    }
}

fn greek(c: char) -> char {
    let alpha = |offset: u8| offset_by(0x3B1, u32::from(offset));
    match c {
        '\u{387}' | '\u{38B}' | '\u{38D}' | '\u{3A2}' => c,
        '\u{386}'..='\u{390}' => alpha(GREEK_CAPITALS[c as usize - 0x386]),
        '\u{391}'..='\u{3A9}' => offset_by(c as u32, 0x20),
        '\u{3AA}'..='\u{3B0}' => alpha(GREEK_MIDDLE[c as usize - 0x3AA]),
        // The final sigma is a matter of place, not of spelling.
        'ς' => 'σ',
        'ϊ' => 'ι',
        'ϋ' | 'ύ' => 'υ',
        'ό' => 'ο',
        'ώ' => 'ω',
        _ => c,
    }
}

fn cyrillic(c: char) -> char {
    let lower = match c {
        '\u{400}'..='\u{40F}' => offset_by(c as u32, 0x50),
        '\u{410}'..='\u{42F}' => offset_by(c as u32, 0x20),
        // Capitals and small letters alternate, between them a few signs.
        '\u{460}'..='\u{481}' | '\u{48A}'..='\u{4BF}' => offset_by(c as u32 | 1, 0),
        _ => c,
    };
    match lower {
        'й' | 'ѝ' => 'и',
        'ѐ' | 'ё' => 'е',
        'ѓ' => 'г',
        'ї' => 'і',
        'ќ' => 'к',
        'ў' => 'у',
        '\u{477}' => '\u{475}',
        _ => lower,
    }
}

/// The letter `offset` places on; every caller stays inside its block, where no surrogates are.
fn offset_by(code: u32, offset: u32) -> char {
    char::from_u32(code + offset).unwrap_or(char::REPLACEMENT_CHARACTER)
}
