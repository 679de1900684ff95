//! The class of each character in a word, and its folded form: a table that `build.rs` makes of Unicode's.

use std::sync::OnceLock;

use crate::number;

/// The class of a character in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Separates words.
    Other,
    /// Belongs to a word.
    Letter,
    /// Belongs to the letter before it, and is dropped.
    Mark,
    /// Belongs to the letter before it, and stays: a vowel sign, a tone.
    Continues,
    /// A letter of a script that puts no spaces between words.
    Character,
    /// Joins two words to a compound.
    Joiner,
}

/// The folded form of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folded {
    /// Itself.
    Is(Class),
    /// One to three characters, the rest being the first again.
    Truncated([char; 3], usize),
    /// A text; and how German and Scandinavian spell it, else empty.
    Text(&'static str, &'static str),
}

/// The class of `c` in a word if it folds to itself, else that of a letter.
pub(super) fn class(c: char) -> Class {
    match folded(c) {
        Folded::Is(class) => class,
        Folded::Truncated(..) | Folded::Text(..) => Class::Letter,
    }
}

/// The folded form of `c`.
pub(super) fn folded(c: char) -> Folded {
    match c {
        'A'..='Z' => Folded::Truncated([c.to_ascii_lowercase(); 3], 1),
        'a'..='z' | '0'..='9' => Folded::Is(Class::Letter),
        // Hyphens; apostrophes and what stands for them; middle dots; the maqaf, the geresh and the gershayim of
        // Hebrew.
        '-'
        | '\u{2010}'
        | '\u{2011}'
        | '\u{58A}'
        | '\u{5BE}'
        | '\''
        | '\u{2018}'
        | '\u{2019}'
        | '\u{2BB}'..='\u{2BF}'
        | '\u{55A}'
        | '\u{5F3}'
        | '\u{5F4}'
        | '\u{B7}'
        | '\u{2027}'
        | '\u{30FB}'
        | '\u{FF65}' => Folded::Is(Class::Joiner),
        '\0'..='\u{7F}' => Folded::Is(Class::Other),
        '가'..='힣' => syllable(c as u32 - '가' as u32),
        _ => table().folded(c),
    }
}

/// A syllable of Hangul in its letters, by Unicode's arithmetic.
fn syllable(place: u32) -> Folded {
    let letter = |first: u32, place: u32| char::from_u32(first + place).unwrap_or_default();
    let (leading, vowel, trailing) = (place / 588, place % 588 / 28, place % 28);
    let letters = [letter(0x1100, leading), letter(0x1161, vowel), letter(0x11A7, trailing)];
    Folded::Truncated(letters, if trailing == 0 { 2 } else { 3 })
}

/// The table, unpacked.
struct Table {
    /// Runs of code points, ascending; each ends where the next begins.
    runs: Vec<(u32, Run)>,
    /// The lines to which the characters of [`Run::Each`] fold.
    lines: Vec<&'static str>,
}

#[derive(Clone, Copy)]
enum Run {
    /// All are themselves.
    Is(Class),
    /// All fold to the character so far away.
    Shift(u32),
    /// Every other one folds to the next.
    Pairs,
    /// Each folds to a line, the first to this.
    Each(u32),
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        Table::unpack(
            include_bytes!(concat!(env!("OUT_DIR"), "/runs.bin")),
            include_str!(concat!(env!("OUT_DIR"), "/each.txt")),
        )
    })
}

impl Table {
    fn unpack(mut packed: &[u8], lines: &'static str) -> Table {
        let mut runs = Vec::new();
        let (mut start, mut line) = (0x80, 0);
        while !packed.is_empty() {
            let number = number::pop(&mut packed);
            let len = number >> 3;
            let run = match number & 7 {
                0 => Run::Is(Class::Other),
                1 => Run::Is(Class::Letter),
                2 => Run::Is(Class::Mark),
                3 => Run::Is(Class::Continues),
                4 => Run::Is(Class::Character),
                5 => {
                    let shift = number::pop(&mut packed);
                    Run::Shift(shift >> 1 ^ (shift & 1).wrapping_neg())
                }
                6 => Run::Pairs,
                _ => {
                    line += len;
                    Run::Each(line - len)
                }
            };
            runs.push((start, run));
            start += len;
        }
        Table { runs, lines: lines.split('\n').collect() }
    }

    fn folded(&self, c: char) -> Folded {
        let code = c as u32;
        let after = self.runs.partition_point(|(start, _)| *start <= code);
        let (start, run) = self.runs[after.saturating_sub(1)];
        match run {
            Run::Is(class) => Folded::Is(class),
            Run::Pairs if (code - start) % 2 == 1 => Folded::Is(Class::Letter),
            Run::Pairs => one(code + 1),
            Run::Shift(shift) => one(code.wrapping_add(shift)),
            Run::Each(first) => {
                let line = self.lines[(first + code - start) as usize];
                let (plain, broad) = line.split_once('\t').unwrap_or((line, ""));
                Folded::Text(plain, broad)
            }
        }
    }
}

fn one(code: u32) -> Folded {
    Folded::Truncated([char::from_u32(code).unwrap_or_default(); 3], 1)
}
