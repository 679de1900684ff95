//! Classes of characters that copies of a text tend to change.

use unicode_normalization::UnicodeNormalization as _;

use crate::text::plain;
use crate::verify::Difference;

/// Character with its typography folded.
pub(super) fn folded(character: char) -> char {
    if character.is_ascii() {
        character
    } else {
        plain(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(character)
    }
}

/// Single-character compatibility form with its typography folded, to recognize marks; else the character itself.
pub(super) fn bare(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    let mut form = std::iter::once(character).nfkc();
    match (form.next(), form.next()) {
        (Some(one), None) => folded(one),
        _ => character,
    }
}

/// Whether a character has no width: soft hyphens, joiners, direction marks, controls.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    ) || (character.is_control() && !character.is_whitespace())
}

/// Whether an invisible character matters in the spelling of some script, and so is probably intended.
pub(super) fn is_spelling(character: char) -> bool {
    !matches!(character, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}' | '\u{feff}') && !character.is_control()
}

/// Whether a character may hyphenate a word at a line end.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{ac}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether a character belongs to a script without spaces between words.
pub(super) fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{e00}'..='\u{eff}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Compatibility form of a character, if it has one: kind of difference, form, and whether the form is probably the
/// original.
pub(super) fn compatible(character: char) -> Option<(Difference, String, bool)> {
    if character.is_ascii() || character.is_whitespace() || folded(character) != character {
        return None;
    }
    let form: String = std::iter::once(character).nfkc().collect();
    // Forms that start with a space are spacing accents.
    if form.starts_with(' ') || form.chars().eq([character]) {
        return None;
    }
    Some(match character {
        '\u{132}' | '\u{133}' | '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            (Difference::Ligatures, form, true)
        }
        '\u{ff01}'..='\u{ffee}' => (Difference::Compatibility, form, character.is_alphanumeric()),
        _ => (Difference::Compatibility, form, false),
    })
}

/// Quotation mark or apostrophe that a character substitutes, apart from those that [`plain`] folds.
pub(super) fn mark(character: char) -> Option<(Difference, &'static str)> {
    Some(match character {
        '\u{ab}' | '\u{bb}' | '\u{2033}' | '\u{301d}'..='\u{301f}' | '\u{ff02}' => (Difference::QuotationMarks, "\""),
        '`' | '\u{b4}' | '\u{2032}' | '\u{2039}' | '\u{203a}' | '\u{2b9}' | '\u{ff07}' => {
            (Difference::Apostrophes, "'")
        }
        _ => return None,
    })
}
