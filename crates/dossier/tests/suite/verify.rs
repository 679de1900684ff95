//! Verification of a dossier's pointers against exact and changed copies of the text.

use dossier::text::{length, normalize, plain};
use dossier::verify::{Check, Counts, Difference, Finding, Report, best};
use dossier::{CodedDocument, verify};

use crate::fixture::{ARTICLE, Fixture, SEQUEL};

/// Number of pointers in the fixture's article.
const POINTERS: usize = 12;

fn coded() -> CodedDocument {
    Fixture::new().load().expect("the fixture is valid").documents.swap_remove(0)
}

fn verify_article(article: &str) -> Report {
    verify(&coded(), &normalize(article))
}

fn finding(report: &Report, item: &str) -> Vec<Finding> {
    let checks = report.checks.iter().filter(|check| check.item.to_string() == item);
    checks.map(|check: &Check| check.finding).collect()
}

#[test]
fn coded_text_matches_exactly() {
    let report = verify_article(ARTICLE);
    assert!(report.is_exact(), "{report}");
    assert_eq!(report.counts(), Counts { matched: POINTERS, ..Counts::default() });
}

#[test]
fn different_line_ends_and_white_space_match() {
    let folded = ARTICLE.replace("date 2031-06-11 ", "").replace('\n', " \r\n").replace("the ", "the \t");
    assert!(verify_article(&folded).is_exact());
}

#[test]
fn passage_below_inserted_paragraph_moves_by_one() {
    let report = verify_article(&ARTICLE.replace("Jon Lund", "It rained.\n\nJon Lund"));
    assert_eq!(report.paragraphs, (8, 9));
    assert!(!report.is_same_text());
    assert_eq!(finding(&report, "position guild-bridge"), [Finding::Matched]);
    let moved = Finding::Moved { paragraph: 4, start: 43, end: 57, plain: false };
    assert_eq!(finding(&report, "quote lund-haste"), [moved]);
    assert_eq!(report.counts(), Counts { matched: 5, moved: 7, ..Counts::default() });
}

#[test]
fn passage_moved_and_without_typography_counts_as_moved() {
    let report = verify_article(&plain(&ARTICLE.replace("Jon Lund", "Then Jon Lund")));
    let moved = Finding::Moved { paragraph: 3, start: 38, end: 63, plain: true };
    assert_eq!(finding(&report, "position lund-bridge"), [moved]);
    let moved = Finding::Moved { paragraph: 3, start: 48, end: 62, plain: false };
    assert_eq!(finding(&report, "quote lund-haste"), [moved]);
}

#[test]
fn nearest_of_several_places_is_reported() {
    let text = ARTICLE.replace("It rained.", "").replace("Jon Lund", "Yes, Jon Lund");
    let text = format!("He said “reckless haste” once.\n\n{text}\nHe said “reckless haste” again.");
    let report = verify_article(&text.replace("date 2031-06-11 ", ""));
    let moved = Finding::Moved { paragraph: 4, start: 48, end: 62, plain: false };
    assert_eq!(finding(&report, "quote lund-haste"), [moved]);
}

#[test]
fn passage_with_changed_word_fails() {
    let report = verify_article(&ARTICLE.replace("reckless", "thoughtless"));
    assert_eq!(finding(&report, "quote lund-haste"), [Finding::Failed]);
    assert_eq!(finding(&report, "position lund-bridge"), [Finding::Failed]);
    assert_eq!(report.counts().failed, 2);
}

#[test]
fn straight_quotation_marks_match_with_other_typography() {
    let report = verify_article(&plain(ARTICLE));
    assert_eq!(finding(&report, "position lund-bridge"), [Finding::MatchedPlain]);
    assert_eq!(finding(&report, "quote lund-haste"), [Finding::Matched], "a passage without any typography");
    assert_eq!(report.counts(), Counts { matched: POINTERS - 1, matched_plain: 1, ..Counts::default() });
    assert!(!report.is_exact());
}

/// Each row: passage, copy, and the kinds of typography that differ.
#[test]
fn typographic_differences_are_reported() {
    use Difference::{Apostrophes, Dashes, QuotationMarks};
    let table: [(&str, &str, &[Difference]); 11] = [
        ("“We won’t” – ever", "\"We won’t” – ever", &[QuotationMarks]),
        ("“We won’t” – ever", "“We won't” – ever", &[Apostrophes]),
        ("“We won’t” – ever", "“We won’t” - ever", &[Dashes]),
        ("“We won’t” – ever", "\"We won't\" - ever", &[QuotationMarks, Apostrophes, Dashes]),
        ("\"We won't\" - ever", "“We won’t” — ever", &[QuotationMarks, Apostrophes, Dashes]),
        ("„So“ – ‚so‘", "\"So\" – 'so'", &[QuotationMarks, Apostrophes]),
        ("a-b – c—d", "a-b - c-d", &[Dashes]),
        ("“‘Yes,’ she said,” he said", "\"'Yes,' she said,\" he said", &[QuotationMarks, Apostrophes]),
        ("of 1999–2001", "of 1999-2001", &[Dashes]),
        // No common spelling has the digest, so all kinds in the passage are listed.
        ("”a“ ’b", "\"a\" ’b", &[QuotationMarks, Apostrophes]),
        ("1−2‐3–4—5‑6", "1-2-3-4-5-6 ", &[Dashes]),
    ];
    for (passage, copy, expected) in table {
        let original = normalize(passage);
        let mut coded = coded();
        coded.positions[0].evidence = vec![original.evidence(1, 0, length(passage)).expect("the whole")];
        for before in ["", "Then: "] {
            let report = verify(&coded, &normalize(&format!("{before}{copy}")));
            let check = &report.checks[0];
            let moved = Finding::Moved { paragraph: 1, start: 6, end: 6 + length(passage), plain: true };
            assert_eq!(check.finding, if before.is_empty() { Finding::MatchedPlain } else { moved });
            assert_eq!(check.differences, expected, "{passage:?}, {copy:?}");
        }
    }
    let exact = verify_article(ARTICLE);
    assert!(exact.checks.iter().all(|check| check.differences.is_empty()));
}

#[test]
fn report_line_names_differences() {
    let report = verify_article(&plain(ARTICLE)).to_string();
    let line = "position lund-bridge, evidence[0], paragraph 3, 33 to 58: matched with other typography: other quotation marks";
    assert!(report.contains(line), "{report}");
}

#[test]
fn best_matching_document_is_reported() {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    let best = |text: &str| best(&dossier, &normalize(text), &[], &mut |_| {}).expect("there are documents");
    assert_eq!(best(SEQUEL).document.as_str(), "sequel");
    assert_eq!(best(&format!("One more.\n\n{SEQUEL}")).document.as_str(), "sequel");
    assert_eq!(best(&ARTICLE.replace("reckless", "rash")).document.as_str(), "harbour");
    assert_eq!(best("Nothing of it.").document.as_str(), "harbour", "the first, where none fits");
}

#[test]
fn contradicting_digests_match_nothing() {
    let mut coded = coded();
    let other = coded.positions[1].evidence[0].sha256_plain;
    coded.positions[0].evidence[0].sha256_plain = other;
    let report = verify(&coded, &normalize(ARTICLE));
    assert_eq!(finding(&report, "position berg-bridge"), [Finding::Failed]);
}

#[test]
fn report_lists_mismatches_and_counts() {
    let report = verify_article(&ARTICLE.replace("looks dear", "looks cheap"));
    let text = report.to_string();
    let (text_sha256, rest) = text.split_once("\n  position").expect("a line a fault");
    let verdict =
        "harbour\n  This is another version of it: 1 of 12 passages is not found in it.\n  the text: SHA-256 ";
    assert!(text_sha256.starts_with(verdict), "{text}");
    assert_eq!(
        rest,
        " article-cost, evidence[0], paragraph 6, 9 to 28: not found\n\
         11 of 12 pointers match, 0 with other typography, 0 moved, 1 not found"
    );
}
