//! Text direction inside sentences without markup: attributes, titles, citations.
//!
//! A dossier text that contains a right-to-left letter is enclosed in U+2068 (first strong isolate) and U+2069 (pop
//! directional isolate), so that text and sentence do not reorder each other's punctuation. Any other text is
//! unchanged.

use std::borrow::Cow;

/// Encloses `text` in isolates if it contains a right-to-left letter.
#[must_use]
pub fn isolate(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_right_to_left) {
        Cow::Owned(["\u{2068}", text, "\u{2069}"].concat())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character belongs to one of Unicode's blocks for right-to-left scripts.
#[must_use]
pub const fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

#[cfg(test)]
mod tests {
    use super::isolate;

    #[test]
    fn only_texts_with_right_to_left_letters_are_isolated() {
        for text in ["", "Lund (2031)!", "Łódź", "Åsa", "平和", "Ελλάδα", "\u{2068}", "🌊"] {
            assert_eq!(isolate(text), text);
        }
        for text in ["נמל", "ميناء", "חברת Nordlink", "3.5 ק\"מ.", "ﬡ"] {
            assert_eq!(isolate(text), format!("\u{2068}{text}\u{2069}"));
        }
    }
}
