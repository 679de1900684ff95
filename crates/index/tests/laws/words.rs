//! Folding and splitting.

use index::fold::{fold, words};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::model::world;

/// The letters that folding adds to Unicode's: those that are not decomposed but whose stroke or ligature readers do
/// without, and those of one sound that the languages of one script write differently.
const BY_HAND: &[(char, &str)] = &[
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('ŋ', "ng"),
    ('œ', "oe"),
    ('ŧ', "t"),
    ('ə', "e"),
    ('ɓ', "b"),
    ('ɖ', "d"),
    ('ɗ', "d"),
    ('ɛ', "e"),
    ('ƒ', "f"),
    ('ǥ', "g"),
    ('ɨ', "i"),
    ('ƙ', "k"),
    ('ɔ', "o"),
    ('ɵ', "o"),
    ('ʉ', "u"),
    ('ƴ', "y"),
    ('ƶ', "z"),
    ('ґ', "г"),
    ('ٱ', "ا"),
    ('ى', "ي"),
    ('ی', "ي"),
    ('ک', "ك"),
    ('ة', "ه"),
    ('ہ', "ه"),
    ('ە', "ه"),
];

/// The line that stretches a word of Arabic.
const TATWEEL: char = '\u{640}';

/// All characters.
fn all() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

/// Whether a mark is dropped: accents, tones, points; not the vowels and tones of the scripts that stand on their
/// consonants, which Unicode gives the classes 0, 8, 9 and 84 to 132, nor the letter that is written as a mark below.
fn is_dropped(c: char) -> bool {
    let class = canonical_combining_class(c);
    let is_kept = class == 0 || (8..=9).contains(&class) || (37..200).contains(&class) || c == '\u{345}';
    is_combining_mark(c) && !is_kept
}

/// Decomposition, case folding and dropping marks, until nothing changes.
fn by_unicode(text: &str) -> String {
    let cased = |c: char| c.to_uppercase().flat_map(char::to_lowercase).collect::<String>();
    let by_hand = |c: char| match BY_HAND.iter().find(|(from, _)| *from == c) {
        Some((_, to)) => (*to).to_owned(),
        None => c.to_string(),
    };
    let next: String = text.nfkd().filter(|&c| !is_dropped(c) && c != TATWEEL).map(cased).collect();
    let next: String = next.chars().map(by_hand).collect();
    if next == text { next } else { by_unicode(&next) }
}

/// Letters as they fold by themselves; a digit of another script, and what is never seen, are tables of their own.
fn is_plain_letter(c: char) -> bool {
    let never_seen = matches!(c, TATWEEL | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}');
    c.is_alphabetic() && !is_combining_mark(c) && !never_seen
}

#[test]
fn every_letter_of_unicode_folds_as_its_decomposition_in_one_case_without_marks() {
    for letter in all().filter(|&c| is_plain_letter(c)) {
        assert_eq!(fold(&letter.to_string()), by_unicode(&letter.to_string()), "U+{:04X}", letter as u32);
    }
}

#[test]
fn every_sign_of_unicode_stays_but_for_its_marks() {
    let signs = all().filter(|c| !c.is_alphanumeric() && !is_combining_mark(*c));
    for sign in signs {
        let expected: String = sign.nfd().filter(|c| !is_dropped(*c)).collect();
        let folded = fold(&sign.to_string());
        // What is never seen is gone.
        assert!(folded == expected || folded.is_empty(), "U+{:04X}: {folded}", sign as u32);
        assert!(!folded.is_empty() || !matches!(sign, '!'..='~' | '–' | '…' | '«'), "U+{:04X}", sign as u32);
    }
}

#[test]
fn marks_that_readers_do_without_vanish_and_the_others_stay() {
    for mark in all().filter(|&c| is_combining_mark(c) && c != '\u{34F}') {
        let folded = fold(&mark.to_string());
        let expected = if is_dropped(mark) { String::new() } else { by_unicode(&mark.to_string()) };
        let encloses_or_is_never_seen = canonical_combining_class(mark) == 0 && folded.is_empty();
        assert!(folded == expected || encloses_or_is_never_seen, "U+{:04X}: {folded}", mark as u32);
    }
    let stay = ["ि", "ा", "्", "ั", "ี", "่", "\u{3099}", "ာ", "ំ"];
    let vanish = ["\u{301}", "\u{31B}", "\u{323}", "\u{5B8}", "\u{5BC}", "\u{64E}", "\u{651}", "\u{670}", "\u{FE0F}"];
    for mark in stay {
        assert_eq!(fold(mark), mark);
    }
    for mark in vanish {
        assert_eq!(fold(mark), "");
    }
}

#[test]
fn digits_of_other_scripts_are_digits_and_raised_ones_are_signs() {
    let table = [("٢٠٣١", "2031"), ("۲۰۳۱", "2031"), ("२०३१", "2031"), ("๒๐๓๑", "2031"), ("２０３１", "2031")];
    for (digits, expected) in table {
        assert_eq!(fold(digits), expected);
    }
    for noted in ["quay²", "quay①", "quay¹²"] {
        assert_eq!(words(noted).iter().map(|word| word.folded.as_str()).collect::<Vec<_>>(), ["quay"], "{noted}");
    }
}

#[test]
fn every_character_in_any_case_and_form_folds_alike() {
    for c in all() {
        let text = c.to_string();
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "U+{:04X} twice", c as u32);
        let forms = [text.nfc().collect(), text.nfd().collect(), text.to_uppercase(), text.to_lowercase()];
        for form in forms {
            assert_eq!(fold(&form), folded, "U+{:04X} as {form}", c as u32);
        }
    }
}

/// The spellings of the words of a text, compounds and gaps included, and which of them are one step.
fn spelled(text: &str) -> Vec<(String, Option<String>, bool)> {
    words(text).into_iter().map(|word| (word.folded, word.other, word.compound)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn folding_twice_is_folding_once(text in world()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn composed_and_decomposed_texts_have_the_same_words(text in world()) {
        let (composed, decomposed) = (text.nfc().collect::<String>(), text.nfd().collect::<String>());
        prop_assert_eq!(fold(&composed), fold(&decomposed));
        prop_assert_eq!(spelled(&composed), spelled(&decomposed));
    }

    #[test]
    fn texts_in_capitals_and_in_small_letters_have_the_same_words(text in world()) {
        let (upper, lower) = (text.to_uppercase(), text.to_lowercase());
        prop_assert_eq!(fold(&upper), fold(&lower));
        prop_assert_eq!(spelled(&upper), spelled(&lower));
    }

    #[test]
    fn words_stand_in_the_text_one_after_another(text in world()) {
        let words = words(&text);
        for word in &words {
            prop_assert!(text.get(word.range.clone()).is_some_and(|spelled| !spelled.is_empty()));
        }
        let steps: Vec<_> = words.iter().filter(|word| !word.compound).collect();
        for pair in steps.windows(2) {
            // One sign can be two characters (ゟ), or what ends one and begins the next (ำ).
            let (one, next) = (&pair[0].range, &pair[1].range);
            prop_assert!(one.end <= next.start || (one.start <= next.start && one.end <= next.end), "{:?}", pair);
        }
    }
}

#[test]
fn combining_marks_vanish() {
    assert_eq!(fold("Zele\u{301}nsky\u{306}"), "zelensky");
}

#[test]
fn umlauts_and_the_like_have_a_second_spelling() {
    let table = [
        ("Mückler", "muckler", Some("mueckler")),
        ("Mu\u{308}ckler", "muckler", Some("mueckler")),
        ("MU\u{308}CKLER", "muckler", Some("mueckler")),
        ("Søren", "soren", Some("soeren")),
        ("Ægirsen", "aegirsen", None),
        ("Ålesund", "alesund", Some("aalesund")),
        ("Å", "a", Some("aa")),
        ("Đorđe", "dorde", Some("djordje")),
        ("Weiß", "weiss", None),
        ("Düsseldörf", "dusseldorf", Some("duesseldoerf")),
        ("Mueckler", "mueckler", None),
        ("naïve", "naive", None),
        ("ё", "е", None),
    ];
    for (text, plain, other) in table {
        let words = words(text);
        assert_eq!((words[0].folded.as_str(), words[0].other.as_deref(), words.len()), (plain, other, 1), "{text}");
    }
    let of_compound = words("Müller-Lüdi");
    let spelled: Vec<_> = of_compound.iter().map(|word| (word.folded.as_str(), word.other.as_deref())).collect();
    let expected = [("muller", Some("mueller")), ("ludi", Some("luedi")), ("mullerludi", Some("muellerluedi"))];
    assert_eq!(spelled, expected);
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
        ("Hawaiʻi", &[("hawai", "Hawai"), ("i", "i"), ("hawaii", "Hawaiʻi")]),
        ("col·lega", &[("col", "col"), ("lega", "lega"), ("collega", "col·lega")]),
        ("coŀlega", &[("col", "coŀ"), ("lega", "lega"), ("collega", "coŀlega")]),
        ("صلح، سلام؟", &[("صلح", "صلح"), ("سلام", "سلام")]),
        (
            "כלל־עולם. צה״ל, צה\"ל",
            &[
                ("כלל", "כלל"),
                ("עולם", "עולם"),
                ("כללעולם", "כלל־עולם"),
                ("צה", "צה"),
                ("ל", "ל"),
                ("צהל", "צה״ל"),
                ("צה", "צה"),
                ("ל", "ל"),
                ("צהל", "צה\"ל"),
            ],
        ),
        ("re\u{AD}build", &[("rebuild", "re\u{AD}build")]),
        ("防波堤", &[("防", "防"), ("波", "波"), ("堤", "堤")]),
        ("岸。防", &[("岸", "岸"), (" ", "。"), ("防", "防")]),
        ("ジョン・スミ", &[("シ\u{3099}", "ジ"), ("ョ", "ョ"), ("ン", "ン"), ("ス", "ス"), ("ミ", "ミ")]),
        ("2031年A", &[("2031", "2031"), ("年", "年"), ("a", "A")]),
        ("年, A, 年", &[("年", "年"), ("a", "A"), ("年", "年")]),
        ("สนับ", &[("ส", "ส"), ("นั", "นั"), ("บ", "บ")]),
    ];
    for (text, expected) in table {
        let found = words(text);
        let found: Vec<_> = found.iter().map(|word| (word.folded.as_str(), &text[word.range.clone()])).collect();
        assert_eq!(found, *expected, "{text}");
    }
}
