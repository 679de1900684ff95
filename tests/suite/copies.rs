//! An invented text for the invented dossier's first document, every passage of it pointed at, and copies of it: the text
//! itself, and one with a hyphen for a dash, straight quotation marks, a word replaced and a paragraph put in.

use std::sync::LazyLock;

use dossier::verify::{Difference, Finding, Report};
use dossier::{CodedDocument, Dossier, Evidence, Text, text, verify};
use explore::query::codec::decode;
use explore::{Article, Content, Engine, Source, explore};

use crate::fixture::harbour;

/// The text that the document was coded from. Paragraphs 2 and 4 hold passages within passages.
const ORIGINAL: &str = "Lund wanted no span while the ferry ran. She left the papers in the hall, then changed her mind—she will open it.

“We will open the bridge,” said Lund, “and the ferry will sail until that day.” The crews want written promises, for “Every job needs a guarantee on paper.”

They met on the quay. Pike calls the toll “fair and short” and looks at the far bank; the bank, he says, will lend.

“He owns the far bank, so he wants the bridge.” Marsh said. When it opens, nobody knows. The last ferry is built.

Nobody knows the price.";

/// Each item with its passages: paragraph and words.
const PASSAGES: &[(&str, &[(u32, &str)])] = &[
    ("lund-bridge-2029", &[(1, "Lund wanted no span while the ferry ran")]),
    ("lund-bridge-march", &[(1, "She left the papers in the hall")]),
    ("lund-bridge-may", &[(1, "changed her mind—she will open it")]),
    ("union-guarantees", &[(2, "The crews want written promises, for “Every job needs a guarantee on paper.”")]),
    ("union-ferry", &[(2, "the ferry will sail until that day")]),
    ("pike-toll", &[(3, "Pike calls the toll “fair and short”")]),
    ("bank-bridge", &[(3, "the bank, he says, will lend")]),
    ("marsh-motive", &[(4, "he wants the bridge"), (4, "Marsh said")]),
    ("gazette-toll", &[(5, "Nobody knows the price.")]),
    ("lund-open", &[(2, "We will open the bridge,"), (2, "and the ferry will sail until that day.")]),
    ("union-jobs", &[(2, "Every job needs a guarantee on paper.")]),
    ("pike-fair", &[(3, "fair and short")]),
    ("marsh-land", &[(4, "He owns the far bank, so he wants the bridge.")]),
    ("quay-meeting", &[(3, "They met on the quay.")]),
    ("keel-laid", &[(4, "The last ferry is built.")]),
    ("pike-visits", &[(3, "looks at the far bank")]),
    ("when-open", &[(4, "When it opens, nobody knows.")]),
];

/// The invented dossier, its first document pointing into [`ORIGINAL`].
fn coded() -> &'static Dossier {
    static CODED: LazyLock<Dossier> = LazyLock::new(|| {
        let mut dossier = harbour().clone();
        let original = text::normalize(ORIGINAL);
        let may = &mut dossier.documents[0];
        may.document.text_sha256 = original.digest();
        let mut left = PASSAGES.to_vec();
        let mut passages = |id: &str| -> Vec<Evidence> {
            let place = left.iter().position(|(other, _)| *other == id).expect("every item has its passages");
            let (_, passages) = left.remove(place);
            passages
                .iter()
                .map(|(paragraph, words)| original.point(*paragraph, words).expect("they stand there"))
                .collect()
        };
        let CodedDocument { positions, quotes, events, questions, .. } = may;
        for position in positions {
            position.evidence = passages(position.id.as_str());
        }
        for quote in quotes {
            for (segment, evidence) in quote.segments.iter_mut().zip(passages(quote.id.as_str())) {
                segment.evidence = vec![evidence];
            }
        }
        for event in events {
            event.evidence = passages(event.id.as_str());
        }
        for question in questions {
            question.evidence = passages(question.id.as_str());
        }
        assert!(left.is_empty(), "{left:?} are nobody's");
        dossier
    });
    &CODED
}

fn with_copy(copy: &str, name: Option<&str>, by: Source) -> Engine<'static> {
    let text: Text = text::normalize(copy);
    let mut report: Report = verify(&coded().documents[0], &text);
    // Which sorts of typography differ is the check's to find; here it is what the copy below changes.
    for check in report.checks.iter_mut().filter(|check| check.finding == Finding::MatchedPlain) {
        let dash = check.paragraph == 1;
        check.differences = vec![if dash { Difference::Dashes } else { Difference::QuotationMarks }];
    }
    Engine::new(coded()).with_article(Article { text, report, name: name.map(str::to_owned), by })
}

/// The dossier without a copy of any text.
pub(crate) fn without() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(coded()));
    &EDITION
}

/// With the text that it was coded from.
pub(crate) fn exact() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| with_copy(ORIGINAL, None, Source::Reader));
    &EDITION
}

/// With the same text, embedded by its publisher.
pub(crate) fn published() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| with_copy(ORIGINAL, None, Source::Publisher));
    &EDITION
}

/// With a copy that was changed in four places.
pub(crate) fn changed() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| {
        let copy = ORIGINAL
            .replace("mind—she", "mind-she")
            .replace("“Every job needs a guarantee on paper.”", "\"Every job needs a guarantee on paper.\"")
            .replace("He owns", "He sold")
            .replace("\n\nNobody", "\n\nAn advertisement.\n\nNobody");
        with_copy(&copy, Some("may.txt"), Source::Reader)
    });
    &EDITION
}

/// With a text that has nothing to do with it.
pub(crate) fn other() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> =
        LazyLock::new(|| with_copy("Rain fell on the hills.", Some("hills.txt"), Source::Reader));
    &EDITION
}

/// What the view of a link shows.
pub(crate) fn part(engine: &Engine<'static>, link: &str) -> Content<'static> {
    explore(engine, &decode(link)).content
}
