//! Property tests of verifying pointers against arbitrary texts.

use std::sync::LazyLock;

use dossier::text::{length, normalize, plain};
use dossier::verify::{Finding, Report, verify, verify_with};
use dossier::{CodedDocument, Evidence, Fingerprints, Text};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::fixture::Fixture;

static EMPTY: LazyLock<CodedDocument> = LazyLock::new(|| {
    let mut coded = Fixture::new().load().expect("the fixture is valid").documents.swap_remove(0);
    coded.positions.truncate(1);
    (coded.quotes, coded.events, coded.questions) = (Vec::new(), Vec::new(), Vec::new());
    coded
});

/// Document with only these pointers.
fn coded(evidence: Vec<Evidence>) -> CodedDocument {
    let mut coded = EMPTY.clone();
    coded.positions[0].evidence = evidence;
    coded
}

/// Texts of few different words, with and without typography, so that passages recur.
fn text() -> impl Strategy<Value = Text> {
    let words = ["a", "b", "aa", "ab", "“a", "b”", "\"a", "’s", "'s", "a—b", "a-b", "é", "wind", "w"];
    let word = proptest::sample::select(words.to_vec());
    let paragraph = proptest::collection::vec(word, 1..16).prop_map(|words| words.join(" "));
    let paragraphs = proptest::collection::vec(paragraph, 1..6);
    paragraphs.prop_map(|paragraphs| normalize(&paragraphs.join("\n\n")))
}

/// Indices of a paragraph and of two of its code points.
type Cut = (Index, Index, Index);

fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    proptest::collection::vec(any::<Cut>(), 1..12)
}

/// Pointers to non-empty passages of a text.
fn evidence(text: &Text, cuts: &[Cut]) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for (paragraph, one, other) in cuts {
        let number = paragraph.index(text.paragraphs().len()) as u32 + 1;
        let ends = length(text.paragraph(number).expect("it is there")) as usize;
        let (one, other) = (one.index(ends), other.index(ends));
        let passage = text.evidence(number, one.min(other) as u32, one.max(other) as u32 + 1);
        evidence.push(passage.expect("it lies inside"));
    }
    evidence
}

/// Expected finding, computed from the words, which the code under test does not know.
fn expected(original: &Text, copy: &Text, evidence: &Evidence) -> Finding {
    let &Evidence { paragraph, start, end, length, .. } = evidence;
    let words = original.passage(paragraph, start, end).expect("it is there");
    let folded = normalize(&plain(&copy.joined()));
    let mut places = Vec::new();
    for number in 1..=copy.paragraphs().len() as u32 {
        for at in folded.find(number, &plain(words)) {
            let exact = copy.passage(number, at, at + length) == Some(words);
            places.push((!exact, number.abs_diff(paragraph), at.abs_diff(start), number, at));
        }
    }
    if let Some(&(plain, ..)) = places.iter().find(|&&(.., number, at)| (number, at) == (paragraph, start)) {
        return if plain { Finding::MatchedPlain } else { Finding::Matched };
    }
    match places.into_iter().min() {
        Some((plain, _, _, paragraph, start)) => Finding::Moved { paragraph, start, end: start + length, plain },
        None => Finding::Failed,
    }
}

/// Report on `copy`, checked to be the same with and without fingerprints.
fn report(original: &Text, copy: &Text, coded: &CodedDocument) -> Report {
    let without = verify(coded, copy);
    let mut fingerprints = Fingerprints::of(coded, original);
    assert_eq!(verify_with(coded, copy, Some(&fingerprints), &mut |_| {}), without);
    fingerprints.passages.truncate(fingerprints.passages.len() / 2);
    assert_eq!(verify_with(coded, copy, Some(&fingerprints), &mut |_| {}), without, "some are not known");
    without
}

fn findings(report: &Report) -> Vec<Finding> {
    report.checks.iter().map(|check| check.finding).collect()
}

proptest! {
    #[test]
    fn pointers_match_the_text_they_were_made_from(text in text(), cuts in cuts()) {
        let coded = coded(evidence(&text, &cuts));
        let report = report(&text, &text, &coded);
        prop_assert!(report.checks.iter().all(|check| check.finding == Finding::Matched), "{}", report);
    }

    /// Against any other text, a passage is found at its place, else at the nearest place, else nowhere.
    #[test]
    fn passage_is_found_at_its_place_or_the_nearest(text in text(), copy in text(), cuts in cuts()) {
        let evidence = evidence(&text, &cuts);
        let report = report(&text, &copy, &coded(evidence.clone()));
        let expected: Vec<Finding> = evidence.iter().map(|evidence| expected(&text, &copy, evidence)).collect();
        prop_assert_eq!(findings(&report), expected);
    }

    /// A letter is replaced by one that is not in the text. Passages that contain it are found only where their words
    /// recur; all others match.
    #[test]
    fn changed_letter_fails_only_passages_that_contain_it(text in text(), cuts in cuts(), letter in any::<Index>()) {
        let evidence = evidence(&text, &cuts);
        let joined: Vec<char> = text.joined().chars().collect();
        let letters: Vec<usize> = (0..joined.len()).filter(|&at| !joined[at].is_whitespace()).collect();
        let at = *letter.get(&letters);
        let mut changed = joined.clone();
        changed[at] = 'ø';
        let copy = normalize(&changed.iter().collect::<String>());
        let before: String = joined[..at].iter().collect();
        let number = before.matches("\n\n").count() as u32 + 1;
        let place = length(before.rsplit("\n\n").next().expect("there is one"));

        let report = report(&text, &copy, &coded(evidence.clone()));
        for (finding, evidence) in findings(&report).into_iter().zip(&evidence) {
            let holds = evidence.paragraph == number && (evidence.start..evidence.end).contains(&place);
            if holds {
                let passage = text.passage(evidence.paragraph, evidence.start, evidence.end);
                let words = plain(passage.expect("it is there"));
                let elsewhere = plain(&copy.joined()).contains(&words);
                prop_assert_eq!(matches!(finding, Finding::Moved { .. }), elsewhere, "{}", words);
                prop_assert_eq!(finding == Finding::Failed, !elsewhere, "{}", words);
            } else {
                prop_assert_eq!(finding, Finding::Matched);
            }
        }
    }

    #[test]
    fn inserted_paragraphs_move_later_passages_and_fail_none(
        text in text(), cuts in cuts(), at in any::<Index>(), more in text(),
    ) {
        let evidence = evidence(&text, &cuts);
        let at = at.index(text.paragraphs().len() + 1);
        let mut paragraphs = text.paragraphs().to_vec();
        paragraphs.splice(at..at, more.paragraphs().iter().cloned());
        let copy = normalize(&paragraphs.join("\n\n"));
        let report = report(&text, &copy, &coded(evidence.clone()));
        for (finding, evidence) in findings(&report).into_iter().zip(&evidence) {
            if evidence.paragraph as usize <= at {
                prop_assert_eq!(finding, Finding::Matched);
            } else {
                prop_assert_ne!(finding, Finding::Failed);
            }
        }
    }
}

/// Passages that occur once are found in the paragraphs that moved.
#[test]
fn passages_in_moved_paragraphs_are_found() {
    let text = normalize("One stands.\n\nTwo sits.\n\nThree lies.");
    let copy = normalize("One stands.\n\nIt rains.\n\nIt pours.\n\nTwo sits.\n\nThree lies.");
    let evidence = [(1, 0, 3), (2, 4, 9), (3, 0, 11)].map(|(number, start, end)| text.evidence(number, start, end));
    let evidence: Vec<Evidence> = evidence.into_iter().map(|evidence| evidence.expect("it is there")).collect();
    let moved = |paragraph, start, end| Finding::Moved { paragraph, start, end, plain: false };
    let found = findings(&report(&text, &copy, &coded(evidence)));
    assert_eq!(found, [Finding::Matched, moved(4, 4, 9), moved(5, 0, 11)]);
}
