//! The direction of texts that stand within a sentence of the page, where there can be no markup: attributes, titles, citations.
//!
//! The rule: a text of the dossier that has a letter written from right to left stands between U+2068 (first strong isolate) and
//! U+2069 (pop directional isolate), so that neither it nor the sentence moves the signs of the other. Any other text stays as it is.

use std::borrow::Cow;

/// `text`, isolated if it has a letter that is written from right to left.
#[must_use]
pub fn isolate(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_right_to_left) {
        Cow::Owned(["\u{2068}", text, "\u{2069}"].concat())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character is of a script that is written from right to left: the blocks that Unicode keeps for them.
#[must_use]
pub const fn is_right_to_left(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::isolate;

    #[test]
    fn texts_from_right_to_left_are_isolated_and_all_others_stay_as_they_are() {
        for text in ["", "Lund (2031)!", "Łódź", "Åsa", "平和", "Ελλάδα", "\u{2068}", "🌊"] {
            assert_eq!(isolate(text), text);
        }
        for text in ["נמל", "ميناء", "חברת Nordlink", "3.5 ק\"מ.", "ﬡ"] {
            assert_eq!(isolate(text), format!("\u{2068}{text}\u{2069}"));
        }
    }
}
