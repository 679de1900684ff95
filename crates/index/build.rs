//! Writes the table of `src/fold/table.rs`: what each character is in a word, and what it folds to.
//!
//! Unicode's own tables would be some 45 KB of the page, compressed. What a search needs of them is less: the letters
//! that remain of a character when compatibility decomposition, case and marks are taken away. Here the tables are at
//! hand, so here it is computed.
//!
//! The table is a list of runs over all code points from U+0080 on, each a number (`length * 8 + kind`, seven bits a
//! byte, the lowest first), and for a shift one number more. What cannot be said by a rule stands in a text, one line a
//! character; a tab precedes the German or Scandinavian spelling, where there is one.

use std::path::Path;
use std::{env, fs};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// The class of a character in a word, by the number that it has in the table.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Other,
    Letter,
    Mark,
    Continues,
    Character,
}

const SHIFT: usize = 5;
const PAIRS: usize = 6;
const EACH: usize = 7;

/// Letters that Unicode does not decompose, and what they are searched by; behind a `|` how German and Scandinavian
/// spell them without.
const BY_HAND: &str = "æ ae,ð d,ø o|oe,þ th,đ d|dj,ħ h,ı i,ĸ k,ł l,ŋ ng,œ oe,ŧ t,ə e,ɓ b,ɖ d,ɗ d,ɛ e,ƒ f,ǥ g,ɨ i,ƙ k,ɔ o,ɵ o,ʉ u,ƴ y,ƶ z,\
ґ г,\u{671} ا,ى ي,ی ي,ک ك,ة ه,ہ ه,ە ه";

/// The zeros of scripts that count in tens: a digit is a digit, whatever its script.
const ZEROS: [char; 23] = [
    '\u{660}', '\u{6F0}', '\u{7C0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{B66}', '\u{BE6}', '\u{C66}',
    '\u{CE6}', '\u{D66}', '\u{DE6}', '\u{E50}', '\u{ED0}', '\u{F20}', '\u{1040}', '\u{1090}', '\u{17E0}', '\u{1810}',
    '\u{1946}', '\u{19D0}', '\u{A620}',
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let all: Vec<Entry> = (0x80..=u32::from(char::MAX)).map(Entry::of).collect();
    let (mut runs, mut lines) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < all.len() {
        let rest = &all[at..];
        let (len, kind) = run(rest);
        number(&mut runs, len * 8 + kind);
        match (kind, &rest[0]) {
            (SHIFT, entry) => {
                let shift = entry.shift().unwrap_or_default();
                number(&mut runs, (shift << 1 ^ shift >> 31).cast_unsigned() as usize);
            }
            (EACH, _) => lines.extend(rest[..len].iter().map(Entry::line)),
            _ => {}
        }
        at += len;
    }
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("runs.bin"), runs).expect("the table can be written");
    fs::write(Path::new(&out).join("each.txt"), lines.join("\n")).expect("the table can be written");
}

/// A code point of the table.
#[derive(PartialEq)]
enum Entry {
    /// It folds to itself.
    Is(Class),
    /// It folds to something else, of which each character is what it is.
    Folds { code: u32, plain: String, broad: Option<String> },
}

impl Entry {
    fn of(code: u32) -> Entry {
        let Some(c) = char::from_u32(code) else { return Entry::Is(Class::Other) };
        let class = class(c);
        // A syllable of Hangul is parted by arithmetic.
        if class == Class::Mark || matches!(c, '가'..='힣') {
            return Entry::Is(class);
        }
        let (plain, broad) = folded(c, class == Class::Other);
        let broad = (broad != plain).then_some(broad);
        if plain.chars().eq([c]) && broad.is_none() { Entry::Is(class) } else { Entry::Folds { code, plain, broad } }
    }

    /// How far away the one character is to which it folds.
    fn shift(&self) -> Option<i32> {
        let Entry::Folds { code, plain, broad: None } = self else { return None };
        let mut chars = plain.chars();
        let (first, None) = (chars.next()?, chars.next()) else { return None };
        Some((first as u32).wrapping_sub(*code).cast_signed())
    }

    fn line(&self) -> String {
        let Entry::Folds { plain, broad, .. } = self else { unreachable!("what is itself needs no line") };
        broad.as_ref().map_or_else(|| plain.clone(), |broad| format!("{plain}\t{broad}"))
    }
}

/// How many of the entries are said by one run, and of which kind.
fn run(entries: &[Entry]) -> (usize, usize) {
    let first = &entries[0];
    if let Entry::Is(class) = first {
        return (entries.iter().take_while(|entry| *entry == first).count(), *class as usize);
    }
    let each = (1..entries.len()).find(|&at| matches!(entries[at], Entry::Is(_)) || by_rule(&entries[at..]).is_some());
    by_rule(entries).unwrap_or((each.unwrap_or(entries.len()), EACH))
}

/// The same for the runs that a rule describes.
fn by_rule(entries: &[Entry]) -> Option<(usize, usize)> {
    let shift = entries[0].shift()?;
    let shifted = entries.iter().take_while(|entry| entry.shift() == Some(shift)).count();
    let is_pair = |pair: &[Entry]| pair[0].shift() == Some(1) && pair[1] == Entry::Is(Class::Letter);
    let pairs = 2 * entries.chunks_exact(2).take_while(|pair| is_pair(pair)).count();
    match (shifted, pairs) {
        (_, 2..) => Some((pairs, PAIRS)),
        (3.., _) => Some((shifted, SHIFT)),
        _ => None,
    }
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The spelling that folding leaves of a character, and the one of German and Scandinavian. Of a sign only canonical
/// decomposition is taken.
fn folded(c: char, sign: bool) -> (String, String) {
    let (mut plain, mut broad) = (String::new(), String::new());
    let parts: Vec<char> = if sign { c.nfd().collect() } else { c.nfkd().collect() };
    for part in parts {
        match (class(part), part, plain.chars().next_back()) {
            (Class::Mark, '\u{308}', Some('a' | 'o' | 'u')) => broad.push('e'),
            (Class::Mark, '\u{30A}', Some('a')) => broad.push('a'),
            (Class::Mark, ..) => {}
            _ => {
                // The round trip is what case folding does: ς, ſ and the like have no lower case of their own.
                let upper = part.to_uppercase();
                let lower: String = if sign { part.to_string() } else { upper.flat_map(char::to_lowercase).collect() };
                let (one, other) = by_hand(&lower);
                if one == part.to_string() {
                    plain.push(part);
                    broad.push(part);
                } else {
                    for (spelling, text) in [(&mut plain, one), (&mut broad, other)] {
                        text.chars().for_each(|c| spelling.push_str(&folded(c, sign).0));
                    }
                }
            }
        }
    }
    (plain, broad)
}

fn by_hand(lower: &str) -> (String, String) {
    let letter = lower.chars().next().unwrap_or_default();
    let zero = ZEROS.iter().find(|zero| (0..10).contains(&(letter as u32).wrapping_sub(**zero as u32)));
    if let Some(zero) = zero {
        let digit = (letter as u32 - *zero as u32).to_string();
        return (digit.clone(), digit);
    }
    let entry = BY_HAND.split(',').filter_map(|entry| entry.split_once(' ')).find(|(from, _)| *from == lower);
    let (plain, broad) = entry.map_or((lower, lower), |(_, to)| to.split_once('|').unwrap_or((to, to)));
    (plain.to_owned(), broad.to_owned())
}

fn class(c: char) -> Class {
    match c {
        // Parts the texts of a row (`explore::table`); and the iota below, which is a letter in capitals.
        '\u{FDD0}' | '\u{345}' => Class::Letter,
        // The tatweel, the fillers, and what is never seen: it hides in words and is no part of their spelling.
        '\u{640}'
        | '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}' => Class::Mark,
        // The vowels and the finals of Hangul.
        '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}' => Class::Continues,
        _ if is_combining_mark(c) => mark(c),
        _ if c.is_alphabetic() || is_digit(c) => {
            if is_unspaced(c.nfkd().next().unwrap_or(c)) {
                Class::Character
            } else {
                Class::Letter
            }
        }
        _ => Class::Other,
    }
}

/// A mark is dropped if readers do without: accents, tones, points, vowel signs written over consonants, enclosing
/// circles. The vowels and the tones of the scripts of India and South-East Asia, the voicing of kana, and what kills a
/// vowel make another word.
fn mark(c: char) -> Class {
    let encloses = matches!(c, '\u{488}' | '\u{489}' | '\u{20DD}'..='\u{20E0}' | '\u{20E2}'..='\u{20E4}');
    match canonical_combining_class(c) {
        1..=7 | 10..=36 | 200.. => Class::Mark,
        0 if encloses => Class::Mark,
        _ => Class::Continues,
    }
}

/// A number that raised, encircled or part of a fraction stands for a digit is a sign: at a word it is most often a
/// note.
fn is_digit(c: char) -> bool {
    let decomposes = !c.nfkd().eq([c]);
    let only_looks_different =
        matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{1D7CE}'..='\u{1D7FF}' | '\u{1FBF0}'..='\u{1FBF9}');
    c.is_numeric() && (!decomposes || only_looks_different)
}

/// Whether the letter is of a script that puts no spaces between words, or writes much onto them, as Hangul does.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        // Thai, Lao; Myanmar; Hangul; Khmer; Tai Le, New Tai Lue; Tai Tham, Balinese.
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
        | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}' | '\u{1B00}'..='\u{1B7F}'
        // Radicals; signs and kana; Bopomofo; ideographs; Yi.
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{318F}' | '\u{31A0}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}'
        // Hangul, Javanese, more of Myanmar, Tai Viet; compatibility ideographs.
        | '\u{A960}'..='\u{A9FF}' | '\u{AA60}'..='\u{AADF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}'
        // Tangut, Khitan; more kana, Nüshu; more ideographs.
        | '\u{17000}'..='\u{18DFF}' | '\u{1AFF0}'..='\u{1B2FF}' | '\u{20000}'..='\u{3FFFF}')
}
