//! Normalization `standpoint-text/1`, and pointers into the text.

use dossier::text::{PointError, Text, digest, length, normalize, plain};

use crate::fixture::article;

fn paragraphs(source: &str) -> Vec<String> {
    normalize(source).paragraphs().to_vec()
}

#[test]
fn normalize_cleans_line_ends_white_space_and_accents() {
    let table: [(&str, &[&str]); 19] = [
        ("", &[]),
        (" \n\t\n ", &[]),
        ("one", &["one"]),
        ("one\n\ntwo", &["one", "two"]),
        ("one\r\n\r\ntwo\r\n", &["one", "two"]),
        ("one\n \t\n\n\ntwo", &["one", "two"]),
        ("one\ntwo\nthree", &["one two three"]),
        ("  one \t two\u{a0}three  ", &["one two three"]),
        ("cafe\u{301}", &["caf\u{e9}"]),
        ("“it’s”—so", &["“it’s”—so"]),
        (" date 2031-06-11 HOLM—Rain.\n\nMore.", &["HOLM—Rain.", "More."]),
        ("\u{feff}date 2031-06-11\nRain.", &["Rain."]),
        ("date 2031-06-11 date 2031-06-12 Rain.", &["Rain."]),
        ("date\u{2028} 2031-06-11 Rain.", &["Rain."]),
        ("date\n2031-06-11 Rain.", &["Rain."]),
        ("date\n\n2031-06-11 Rain.", &["date", "2031-06-11 Rain."]),
        ("date2031-06-11 Rain.", &["date2031-06-11 Rain."]),
        ("date 2031-06-31 Rain.", &["date 2031-06-31 Rain."]),
        ("date 2031-06-11Rain.", &["date 2031-06-11Rain."]),
    ];
    for (source, expected) in table {
        assert_eq!(paragraphs(source), expected, "{source:?}");
    }
}

#[test]
fn date_line_is_removed_only_at_the_start() {
    assert_eq!(paragraphs("Rain.\n\ndate 2031-06-11 Sun."), ["Rain.", "date 2031-06-11 Sun."]);
}

#[test]
fn folding_typography_keeps_the_number_of_code_points() {
    let table = [
        ("‘’‚‛ʼ", "'''''"),
        ("“”„‟", "\"\"\"\""),
        ("‐‑‒–—―−", "-------"),
        ("\u{a0}\u{202f}\u{2007}", "   "),
        ("né…", "né…"),
    ];
    for (text, expected) in table {
        assert_eq!(plain(text), expected);
        assert_eq!(length(text), length(expected));
    }
}

#[test]
fn text_digest_joins_paragraphs_by_blank_lines() {
    assert_eq!(normalize("one\r\n \r\n\r\ntwo").digest(), digest("one\n\ntwo"));
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest("abc").to_string(), abc, "the test vector of FIPS 180-4");
}

#[test]
fn offsets_count_code_points_not_bytes() {
    let text = article();
    assert_eq!(text.find(3, "reckless haste"), [43]);
    assert_eq!(text.passage(3, 25, 26), Some("’"));
    assert_eq!(text.passage(3, 43, 57), Some("reckless haste"));
}

#[test]
fn find_returns_overlapping_occurrences() {
    let text = normalize("aaa ’aa");
    assert_eq!(text.find(1, "aa"), [0, 1, 5]);
    assert_eq!(text.find(1, ""), [0_u32; 0]);
    assert_eq!(text.find(2, "aa"), [0_u32; 0]);
}

#[test]
fn passage_out_of_range_is_none() {
    let text = normalize("one");
    for (paragraph, start, end) in [(0, 0, 1), (2, 0, 1), (1, 0, 4), (1, 4, 4), (1, 2, 1), (1, 0, u32::MAX)] {
        assert_eq!(text.passage(paragraph, start, end), None, "{paragraph} {start} {end}");
    }
    assert_eq!(text.passage(1, 3, 3), Some(""));
}

#[test]
fn point_returns_evidence_for_unique_passage() {
    let text = article();
    let evidence = text.point(3, "spoke of “reckless").expect("it is there once");
    assert_eq!((evidence.paragraph, evidence.start, evidence.end, evidence.length), (3, 33, 51, 18));
    assert_eq!(evidence.sha256, digest("spoke of “reckless"));
    assert_eq!(evidence.sha256_plain, digest("spoke of \"reckless"));
}

#[test]
fn point_reports_missing_or_repeated_passage() {
    let point =
        |text: &Text, paragraph, passage: &str| text.point(paragraph, passage).map_err(|error| error.to_string());
    let text = normalize("tide in, tide out");
    let table = [
        (0, "tide", "paragraph 0 does not exist: the text has the paragraphs 1 to 1"),
        (2, "tide", "paragraph 2 does not exist: the text has the paragraphs 1 to 1"),
        (1, "ebb", "paragraph 1 does not hold \"ebb\": copy the passage letter for letter, typography included"),
        (1, "", "paragraph 1 does not hold \"\": copy the passage letter for letter, typography included"),
        (1, "tide", "paragraph 1 holds \"tide\" 2 times, at [0, 9]: give a longer passage"),
    ];
    for (paragraph, passage, error) in table {
        assert_eq!(point(&text, paragraph, passage), Err(error.to_owned()));
    }
    assert!(matches!(text.point(1, "tide"), Err(PointError::FoundSeveralTimes { starts, .. }) if starts == [0, 9]));
}
