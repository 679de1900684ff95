//! A reader's copy of an article, in whatever form it comes.

use dossier::copy::{Compared, Copy};
use dossier::load::{Files, load_files};
use dossier::text::{digest, plain};
use dossier::verify::Finding;

/// An invented dossier whose article is coded with digests.
const DOSSIER: &str = include_str!("../../tests/fiction/copies/ellmoor.json");

/// The names that a file may have.
const NAMES: [&str; 4] = ["a.txt", "a.md", "a.html", "a"];

/// A file is refused with a reason, or every passage that is found in it has the digest that the data say.
///
/// The first byte chooses the file's name.
pub fn copy(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let files = Files::from_bundle("ellmoor.json", DOSSIER.as_bytes().to_vec());
    let dossier = load_files(&files, &mut |_| ()).expect("it keeps every rule");
    let copy = match Copy::of_file(rest, NAMES[first as usize % NAMES.len()]) {
        Ok(copy) => copy,
        Err(rejected) => return assert!(!rejected.to_string().is_empty()),
    };
    let Compared { text, report } = copy.compare(&dossier, &[], &mut |_| ()).expect("there is a document");
    for (check, evidence) in report.checks.iter().zip(evidence(&dossier)) {
        let (paragraph, start, end) = match check.finding {
            Finding::Matched | Finding::MatchedPlain => (check.paragraph, check.start, check.end),
            Finding::Moved { paragraph, start, end, .. } => (paragraph, start, end),
            Finding::Parted { paragraph, start, end, .. } => {
                assert!(text.passage(paragraph, start, end).is_some(), "{check} lies inside the text");
                continue;
            }
            Finding::Failed => continue,
        };
        let passage = text.passage(paragraph, start, end).expect("a passage lies inside the text");
        assert_eq!(digest(&plain(passage)), evidence, "{check}");
    }
    if report.is_same_text() {
        assert_eq!(text.digest(), dossier.documents[0].document.text_sha256);
    }
}

/// The digest of each passage, in the order of reports.
fn evidence(dossier: &dossier::Dossier) -> Vec<dossier::Digest> {
    let coded = &dossier.documents[0];
    let positions = coded.positions.iter().flat_map(|position| &position.evidence);
    let quotes = coded.quotes.iter().flat_map(|quote| quote.segments.iter().flat_map(|segment| &segment.evidence));
    let events = coded.events.iter().flat_map(|event| &event.evidence);
    let questions = coded.questions.iter().flat_map(|question| &question.evidence);
    positions.chain(quotes).chain(events).chain(questions).map(|evidence| evidence.sha256_plain).collect()
}
