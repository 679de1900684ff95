//! Folding and splitting.

use index::fold::{fold, words};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What folding departs from decomposition in: letters whose stroke or ligature Unicode does not decompose, and the final sigma.
const BY_HAND: &[(char, &str)] = &[
    ('Æ', "ae"),
    ('æ', "ae"),
    ('Ð', "d"),
    ('ð', "d"),
    ('Ø', "o"),
    ('ø', "o"),
    ('Þ', "th"),
    ('þ', "th"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('Đ', "d"),
    ('đ', "d"),
    ('Ħ', "h"),
    ('ħ', "h"),
    ('ı', "i"),
    ('Ĳ', "ij"),
    ('ĳ', "ij"),
    ('ĸ', "k"),
    ('Ŀ', "l"),
    ('ŀ', "l"),
    ('Ł', "l"),
    ('ł', "l"),
    ('ŉ', "n"),
    ('Ŋ', "ng"),
    ('ŋ', "ng"),
    ('Œ', "oe"),
    ('œ', "oe"),
    ('Ŧ', "t"),
    ('ŧ', "t"),
    ('ſ', "s"),
    ('ς', "σ"),
];

#[test]
fn folding_is_lower_case_without_marks_in_every_covered_block() {
    let blocks = ['\0'..='\u{17F}', '\u{218}'..='\u{21B}', '\u{386}'..='\u{3CE}', '\u{400}'..='\u{4BF}'];
    for letter in blocks.into_iter().flatten() {
        // U+0345 and the like stand outside the letters; signs fold to themselves.
        if !letter.is_alphabetic() || matches!(letter, 'ª' | 'º' | 'µ') {
            assert_eq!(fold(&letter.to_string()), letter.to_string(), "U+{:04X}", letter as u32);
            continue;
        }
        let by_hand = BY_HAND.iter().find(|(from, _)| *from == letter).map(|(_, to)| (*to).to_owned());
        let expected = by_hand.unwrap_or_else(|| {
            let lower: String = letter.to_lowercase().collect();
            lower.nfd().filter(|c| !is_combining_mark(*c)).collect()
        });
        assert_eq!(fold(&letter.to_string()), expected, "U+{:04X}", letter as u32);
    }
}

#[test]
fn combining_marks_vanish() {
    assert_eq!(fold("Zele\u{301}nsky\u{306}"), "zelensky");
}

#[test]
fn words_are_runs_of_letters_and_compounds_follow_their_parts() {
    let table: &[(&str, &[(&str, &str)])] = &[
        ("", &[]),
        ("--- ’ ''", &[]),
        ("Peace, now", &[("peace", "Peace"), ("now", "now")]),
        ("Russia’s", &[("russia", "Russia"), ("s", "s"), ("russias", "Russia’s")]),
        ("a cease-fire.", &[("a", "a"), ("cease", "cease"), ("fire", "fire"), ("ceasefire", "cease-fire")]),
        ("so-", &[("so", "so")]),
        ("-so", &[("so", "so")]),
        ("so--on", &[("so", "so"), ("on", "on")]),
        ("so–on", &[("so", "so"), ("on", "on")]),
        ("1.5%", &[("1", "1"), ("5", "5")]),
        ("I\u{307}zmir\u{301}!", &[("izmir", "I\u{307}zmir\u{301}")]),
        ("\u{301}", &[]),
        ("Київ", &[("киів", "Київ")]),
    ];
    for (text, expected) in table {
        let found = words(text);
        let found: Vec<_> = found.iter().map(|word| (word.folded.as_str(), &text[word.range.clone()])).collect();
        assert_eq!(found, *expected, "{text}");
    }
}
