//! Matching of a typed word against a word of the text: exact, prefix, or with one typing error.

/// Quality of a match between a typed word and a word of the text, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The same word.
    Exact,
    /// The typed word is the beginning.
    Prefix,
    /// One character inserted, deleted or replaced, or two neighbours swapped.
    Typo,
}

/// Fewer letters than this and a typing error makes another word too easily. Digits do not count: 2014 is not 2015.
const FORGIVEN_LETTERS: usize = 5;

/// Whether a typing error in this folded word is forgiven.
pub(crate) fn forgivable(typed: &str) -> bool {
    typed.chars().filter(|c| !c.is_ascii_digit()).take(FORGIVEN_LETTERS).count() == FORGIVEN_LETTERS
}

/// Whether `typed` is one typing error (Damerau–Levenshtein distance 1) away from `word`, or, for a `prefix`, from some
/// beginning of it.
///
/// The error, if it is the only one, can always be placed where the two first differ.
pub(crate) fn one_error(typed: &str, word: &str, prefix: bool) -> bool {
    let shared = shared_bytes(typed, word);
    let (typed, word) = (&typed[shared..], &word[shared..]);
    let rest = |typed: &str, word: &str| if prefix { word.starts_with(typed) } else { word == typed };
    let (mut typed_rest, mut word_rest) = (typed.chars(), word.chars());
    match (typed_rest.next(), word_rest.next()) {
        (None, None) => false,
        // Nothing typed differs: a letter of the word is missing, or the typed word is its prefix.
        (None, Some(_)) => !prefix && word_rest.as_str().is_empty(),
        (Some(_), None) => typed_rest.as_str().is_empty(),
        (Some(first), Some(other)) => {
            let (replaced, extra) = (typed_rest.as_str(), word_rest.as_str());
            rest(replaced, extra)
                || rest(replaced, word)
                || rest(typed, extra)
                || (typed_rest.next() == Some(other)
                    && word_rest.next() == Some(first)
                    && rest(typed_rest.as_str(), word_rest.as_str()))
        }
    }
}

/// The length of the longest common beginning, in whole characters.
fn shared_bytes(a: &str, b: &str) -> usize {
    let mut shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(shared) || !b.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::{forgivable, one_error};
    use proptest::prelude::*;

    /// The Damerau–Levenshtein distance (optimal string alignment), by the book.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                };
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
                }
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn one_error_is_distance_one(typed in "[abé]{0,6}", word in "[abé]{0,7}") {
            prop_assert_eq!(one_error(&typed, &word, false), distance(&typed, &word) == 1);
        }

        #[test]
        fn one_error_in_a_prefix_is_distance_one_from_some_beginning(typed in "[abé]{1,6}", word in "[abé]{0,8}") {
            prop_assume!(!word.starts_with(&typed));
            let ends = word.char_indices().map(|(end, _)| end).chain([word.len()]);
            let expected = ends.into_iter().any(|end| distance(&typed, &word[..end]) == 1);
            prop_assert_eq!(one_error(&typed, &word, true), expected);
        }
    }

    #[test]
    fn five_letters_are_forgiven_digits_are_not() {
        let table = [("four", false), ("cinq5", false), ("fünfe", true), ("20145", false), ("sixsix", true)];
        for (typed, expected) in table {
            assert_eq!(forgivable(typed), expected, "{typed}");
        }
    }
}
