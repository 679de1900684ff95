//! Pointers by the passage alone.

use dossier::author::locate::{LocateError, Place, locate};
use dossier::text::{digest, normalize};
use proptest::prelude::*;

const TEXT: &str =
    "“We’ll build the bridge,” she said—twice.\n\nThe bridge is dear. The bridge is long.\n\nThe town waits.";

#[test]
fn the_paragraph_is_found_by_itself() {
    let text = normalize(TEXT);
    let found = locate(&text, "The town waits", None).expect("it stands there once");
    assert_eq!((found.evidence.paragraph, found.evidence.start, found.evidence.end), (3, 0, 14));
    assert_eq!(found.evidence.sha256, digest("The town waits"));
    assert!(!found.other_typography);
}

#[test]
fn a_passage_in_other_typography_is_pointed_to_as_the_text_has_it() {
    let text = normalize(TEXT);
    let found = locate(&text, "\"We'll build the bridge,\" she said-twice", None).expect("it stands there once");
    assert!(found.other_typography);
    assert_eq!(found.evidence.sha256, digest("“We’ll build the bridge,” she said—twice"));
}

#[test]
fn white_space_and_accents_are_normalized_as_in_the_text() {
    let text = normalize("The cafe\u{301} by the\nquay.");
    let found = locate(&text, "  caf\u{e9}\n by  the ", None).expect("it stands there once");
    assert_eq!((found.evidence.start, found.evidence.end), (4, 15));
}

#[test]
fn letter_for_letter_goes_before_other_typography() {
    let text = normalize("a-b\n\na–b");
    assert_eq!(locate(&text, "a–b", None).map(|found| found.evidence.paragraph), Ok(2));
    assert_eq!(locate(&text, "a-b", None).map(|found| found.evidence.paragraph), Ok(1));
    let places = vec![Place { paragraph: 1, start: 0, end: 3 }, Place { paragraph: 2, start: 0, end: 3 }];
    assert_eq!(locate(&text, "a—b", None), Err(LocateError::SeveralPlaces { places }));
}

#[test]
fn of_several_places_one_must_be_named() {
    let text = normalize(TEXT);
    let error = locate(&text, "bridge", None).expect_err("it stands in three places");
    assert_eq!(error.to_string(), "the passage stands in 3 places: give a longer passage");
    assert_eq!(locate(&text, "bridge", Some(1)).map(|found| found.evidence.start), Ok(17));
    let error = locate(&text, "The", None).expect_err("it stands in three places");
    assert_eq!(error.to_string(), "the passage stands in 3 places: give a longer passage");
    let error = locate(&text, "o", None).expect_err("twice");
    assert_eq!(error.to_string(), "the passage stands in 2 places: say which paragraph is meant");
}

#[test]
fn what_is_nowhere_says_what_was_searched() {
    let text = normalize(TEXT);
    for (passage, paragraph, error) in [
        (
            "tunnel",
            None,
            "the passage does not stand in the text: copy it from the article letter for letter, within one paragraph",
        ),
        (
            "town",
            Some(1),
            "the passage does not stand in paragraph 1: copy it from the article letter for letter, within one paragraph",
        ),
        ("town", Some(9), "paragraph 9 does not exist: the text has the paragraphs 1 to 3"),
        ("town", Some(0), "paragraph 0 does not exist: the text has the paragraphs 1 to 3"),
        (" ", None, "the passage is empty: give the words to point to"),
        ("one\n\ntwo", None, "the passage runs over 2 paragraphs: point to each by itself"),
    ] {
        assert_eq!(locate(&text, passage, paragraph).map_err(|error| error.to_string()), Err(error.to_owned()));
    }
}

proptest! {
    #[test]
    fn what_stands_in_a_text_once_is_found_there(
        before in "[a-m “”—]{0,12}", passage in "[n-z][n-z ’–]{0,12}[n-z]", after in "[a-m “”—]{0,12}", plain: bool,
    ) {
        let text = normalize(&format!("{before}{passage}{after}"));
        let passage = passage.split_whitespace().collect::<Vec<_>>().join(" ");
        let asked = if plain { dossier::text::plain(&passage) } else { passage.clone() };
        let found = locate(&text, &asked, None).expect("it stands there once");
        prop_assert_eq!(found.evidence.sha256, digest(&passage));
        prop_assert_eq!(found.other_typography, asked != passage);
    }
}
