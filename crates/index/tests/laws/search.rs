//! What a needle matches, in which tier, and what it marks.

use index::{MAX_WORDS, Needle};

#[test]
fn a_row_matches_in_the_tier_of_its_weakest_word() {
    let head = "Ostrava’s Envoy";
    let body = "Wants guarantees before any cease-fire; a lasting peace deal.";
    let table = [
        ("", Some(0)),
        ("-", Some(0)),
        ("envoy", Some(0)),
        ("ENVOY ", Some(0)),
        ("ostrava", Some(0)),
        ("ostravas", Some(0)),
        ("ostrava's", Some(0)),
        ("peace", Some(1)),
        ("envoy peace", Some(1)),
        ("env", Some(2)),
        ("env ", None),
        ("guar", Some(3)),
        ("envo peace", None),
        ("envoi ", Some(4)),
        ("envyo", Some(4)),
        ("garantee", Some(5)),
        ("garantee ", None),
        ("garantees ", Some(5)),
        ("ceasefire", Some(1)),
        ("cease-fire", Some(1)),
        ("cease fire", Some(1)),
        ("cease-f", Some(3)),
        ("\"cease-fire\"", Some(1)),
        ("\"cease fire\"", Some(1)),
        ("\"lasting peace", Some(1)),
        ("\"lasting deal\"", None),
        ("\"envoy wants\"", None),
        ("\"peac\"", None),
        ("“peace deal”", Some(1)),
        ("envoy -war", Some(0)),
        ("envoy -peace", None),
        ("envoy -peac", Some(0)),
        ("-guarantee", Some(0)),
        ("-guarantees", None),
        ("-\"peace deal\"", None),
        ("-\"peace now\"", Some(0)),
        ("-cease-fire", None),
        ("-ceasefire", None),
        ("...", Some(0)),
    ];
    for (typed, tier) in table {
        assert_eq!(Needle::parse(typed).matches(head, body), tier, "{typed}");
    }
}

#[test]
fn marks_are_the_whole_words_that_matched() {
    let text = "Ostrava’s envoy wants a cease-fire; guarantees, then cease fire.";
    let table: &[(&str, &[&str])] = &[
        ("", &[]),
        ("ostrava", &["Ostrava"]),
        ("ostravas", &["Ostrava"]),
        ("cease", &["cease", "cease"]),
        ("ceasefire", &["cease-fire"]),
        ("cease-fire", &["cease-fire", "cease fire"]),
        ("\"wants a\" env", &["envoy", "wants a"]),
        ("garantee", &["guarantees"]),
        ("-envoy guar", &["guarantees"]),
    ];
    for (typed, expected) in table {
        let marks = Needle::parse(typed).marks(text);
        let found: Vec<_> = marks.into_iter().map(|mark| &text[mark]).collect();
        assert_eq!(found, *expected, "{typed}");
    }
}

#[test]
fn words_past_the_limit_are_ignored() {
    let mut typed = "peace ".repeat(MAX_WORDS);
    assert_eq!(Needle::parse(&(typed.clone() + "war")), Needle::parse(&typed));
    typed.truncate(typed.len() - "peace ".len());
    assert_ne!(Needle::parse(&(typed.clone() + "war")), Needle::parse(&typed));
}

#[test]
fn noise_is_parsed_matched_and_marked() {
    const LENGTH: usize = 200_000;
    for piece in ["\"", "-", "- ", "a", "a-", "é", "\u{301}", "’", "\"a", " ", "…", "-\"", "a b ", "a-b ", "\u{1F600}"]
    {
        let noise = piece.repeat(LENGTH / piece.len());
        let needle = Needle::parse(&noise);
        let text = piece.repeat(LENGTH / 20 / piece.len());
        assert_eq!(needle.matches(&text, "").is_some(), needle.matches("", &text).is_some(), "{piece}");
        assert!(needle.marks(&text).iter().all(|mark| text.get(mark.clone()).is_some()), "{piece}");
    }
}
