//! How much of an article is covered.

use dossier::author::coverage::{Coverage, coverage};

use crate::fixture::{Fixture, article};

#[test]
fn each_paragraph_counts_what_rests_on_it_and_how_much_of_it_is_covered() {
    let dossier = Fixture::new().load().unwrap_or_else(|faults| panic!("{faults}"));
    let text = article();
    let covered = coverage(&dossier.documents[0], Some(&text));
    assert_eq!(covered.len(), 8);
    let counts = |of: &Coverage| [of.positions, of.quotes, of.events, of.questions];
    assert_eq!(counts(&covered[0]), [1, 1, 0, 0], "two segments are one quote");
    assert_eq!(counts(&covered[1]), [2, 0, 0, 0]);
    assert_eq!(counts(&covered[2]), [1, 1, 1, 0]);
    assert_eq!(counts(&covered[6]), [0, 0, 0, 1]);
    // Paragraph 3: “spoke of “reckless haste””, 25, holds the quote's own 14, and "a meeting on Tuesday" is 20.
    assert_eq!(covered[2].covered, 25 + 20);
    // "Jon Lund of the fishermen’s club spoke of “reckless haste” at a meeting on Tuesday." has 83: 45 of them are 54 %.
    assert_eq!((covered[2].length, covered[2].percent()), (Some(83), Some(54)));
    assert_eq!(covered[7].uncoded, Some("A caption."));
    assert_eq!((covered[7].covered, covered[7].percent()), (0, Some(0)));
}

#[test]
fn without_the_text_no_share_is_told() {
    let dossier = Fixture::new().load().unwrap_or_else(|faults| panic!("{faults}"));
    let covered = coverage(&dossier.documents[0], None);
    assert!(covered.iter().all(|paragraph| paragraph.percent().is_none()));
    assert_eq!(covered[2].covered, 45);
}
