//! Passages in quotation marks.

use dossier::author::quotations::quotations;
use dossier::text::normalize;
use proptest::prelude::*;

/// The passages of a text, the pieces of one joined by `|`; one that is never closed ends in `…`.
fn found(text: &str) -> Vec<String> {
    let text = normalize(text);
    let words = |quotation: &dossier::author::quotations::Quotation| {
        let piece = |piece: &dossier::author::quotations::Piece| {
            text.passage(piece.paragraph, piece.start, piece.end).expect("it lies in the text").to_owned()
        };
        let pieces: Vec<String> = quotation.pieces.iter().map(piece).collect();
        pieces.join("|") + if quotation.closed { "" } else { "…" }
    };
    quotations(&text).iter().map(words).collect()
}

#[test]
fn marks_of_every_kind_enclose_a_passage() {
    for (text, expected) in [
        ("“We build,” she said.", "We build,"),
        ("\"We build,\" she said.", "We build,"),
        ("„Wir bauen“, sagte sie.", "Wir bauen"),
        ("Elle dit : « Nous bâtissons ».", "Nous bâtissons"),
        ("Sie sagte: »Wir bauen.«", "Wir bauen."),
        ("‘We build,’ she said.", "We build,"),
        ("'We build,' she said.", "We build,"),
        ("(“We build”)", "We build"),
        ("She said—“now”—and sat.", "now"),
        ("She said—\"now\"—and sat.", "now"),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
}

#[test]
fn a_passage_inside_another_is_part_of_it() {
    assert_eq!(found("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
    assert_eq!(found("\"He said 'no' to me,\" she said."), ["He said 'no' to me,"]);
    assert_eq!(found("‘He said “no” to me,’ she said."), ["He said “no” to me,"]);
    assert_eq!(found("« Il dit “non” », dit-elle."), ["Il dit “non”"]);
    assert_eq!(found("« Il dit « non » et sort. » Fin."), ["Il dit « non » et sort."], "also inside the same marks");
}

#[test]
fn an_apostrophe_opens_and_closes_nothing() {
    for text in
        ["The guild’s boats and the fishers’ boats.", "It's the fishers' boat.", "In the '90s, they say.", "'Tis so."]
    {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(found("“It’s the guild’s, not the ’90s’ fault,” she said."), ["It’s the guild’s, not the ’90s’ fault,"]);
    assert_eq!(found("‘It’s ours,’ she said."), ["It’s ours,"]);
}

#[test]
fn two_passages_of_one_paragraph_stay_two() {
    assert_eq!(found("“We build,” she said, “and soon.”"), ["We build,", "and soon."]);
    assert_eq!(found("“reckless” and \"hasty\""), ["reckless", "hasty"]);
}

#[test]
fn a_passage_that_each_paragraph_opens_again_is_one_in_pieces() {
    assert_eq!(found("She said: “One.\n\n“Two.\n\n“Three.” And sat."), ["One.|Two.|Three."]);
    assert_eq!(found("\"One.\n\n\"Two.\" She sat. \"Three.\""), ["One.|Two.", "Three."]);
}

#[test]
fn what_is_never_closed_runs_to_the_end_of_its_paragraph_and_says_so() {
    assert_eq!(found("She said: “One. Two.\n\nShe sat."), ["One. Two.…"]);
    assert_eq!(found("“One.\n\n“Two.\n\nShe sat."), ["One.|Two.…"]);
    assert_eq!(found("“” and nothing"), Vec::<String>::new(), "empty marks hold no words");
}

proptest! {
    #[test]
    fn every_piece_lies_in_the_text_and_no_two_overlap(source in "([a-z“”‘’\"'«»„—., ]|\n\n){0,80}") {
        let text = normalize(&source);
        let mut reached = (0, 0);
        for piece in quotations(&text).iter().flat_map(|quotation| &quotation.pieces) {
            prop_assert!(piece.start < piece.end);
            prop_assert!(text.passage(piece.paragraph, piece.start, piece.end).is_some());
            prop_assert!((piece.paragraph, piece.start) >= reached);
            reached = (piece.paragraph, piece.end);
        }
    }

    #[test]
    fn words_between_curly_marks_are_found(before in "[A-Za-z ,.]{0,20}", words in "[A-Za-z][A-Za-z ,.’]{0,20}", after in "[A-Za-z ,.]{0,20}") {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(found(&format!("{before}“{words}”{after}")), [words]);
    }
}
