//! How a typed word meets a word of the text: exactly, as a prefix, or with one typing error.

/// How well a typed word meets a word of the text, best first.
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

/// Whether `typed` is one typing error (Damerau–Levenshtein distance 1) away from `word`, or, for a `prefix`, from some beginning of it.
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
