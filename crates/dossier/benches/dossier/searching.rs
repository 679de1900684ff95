//! Benchmark of searching 200 passages in a text of 100 KB.

use dossier::text::normalize;
use dossier::verify::verify_with;
use dossier::{CodedDocument, Evidence, Fingerprints, Text};
use synthetic::Random;

use crate::fastest;

const POINTERS: usize = 200;
const PARAGRAPHS: u32 = 300;
const WORDS: u32 = 55;

/// Paragraphs of words of up to nine letters, every ninth in quotation marks.
fn text(seed: u64) -> Text {
    let mut random = Random::new(seed);
    let mut text = String::new();
    for word in 0..PARAGRAPHS * WORDS {
        let letters = (0..=random.below(9)).map(|_| char::from(b'a' + random.below(26) as u8));
        let letters: String = letters.collect();
        let marks = if word % 9 == 0 { ["“", "” "] } else { ["", " "] };
        text += marks[0];
        text += &letters;
        text += marks[1];
        if word % WORDS == WORDS - 1 {
            text += "\n\n";
        }
    }
    normalize(&text)
}

/// Pointers to random passages of 10 to 250 code points.
fn pointers(text: &Text) -> Vec<Evidence> {
    let mut random = Random::new(7);
    let mut pointers = Vec::new();
    while pointers.len() < POINTERS {
        let (paragraph, start) = (random.below(PARAGRAPHS) + 1, random.below(200));
        pointers.extend(text.evidence(paragraph, start, start + 10 + random.below(240)));
    }
    pointers
}

fn coded(text: &Text) -> CodedDocument {
    let mut coded = synthetic::dossier(12).documents.swap_remove(0);
    coded.positions.truncate(1);
    coded.positions[0].evidence = pointers(text);
    (coded.quotes, coded.events, coded.questions) = (Vec::new(), Vec::new(), Vec::new());
    coded
}

pub(crate) fn measure() {
    let original = text(1);
    let coded = coded(&original);
    let prints = Fingerprints::of(&coded, &original);
    let joined = original.joined();
    let shorter: Vec<String> =
        original.paragraphs().iter().map(|paragraph| paragraph.chars().skip(1).collect()).collect();
    let changed = joined.replace("ab", "ac");
    let copies = [
        ("the text itself", joined.clone()),
        ("a paragraph put first", format!("It rained.\n\n{joined}")),
        (
            "straight quotation marks, a paragraph put first",
            format!("It rained.\n\n{}", joined.replace(['“', '”'], "\"")),
        ),
        ("some words changed", changed),
        ("each paragraph begins one letter later", shorter.join("\n\n")),
        ("another text", text(2).joined()),
    ];
    println!("{POINTERS} pointers in {} KB, ms\n", joined.len() / 1000);
    println!("| copy | by fingerprint | by digest alone | match | but for typography | elsewhere | nowhere |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, copy) in copies {
        let copy = normalize(&copy);
        let with = fastest(5, || verify_with(&coded, &copy, Some(&prints), &mut |_| {}));
        let without = fastest(1, || verify_with(&coded, &copy, None, &mut |_| {}));
        let counts = verify_with(&coded, &copy, Some(&prints), &mut |_| {}).counts();
        let dossier::verify::Counts { matched, matched_plain, moved, failed } = counts;
        println!("| {name} | {with:.1} | {without:.1} | {matched} | {matched_plain} | {moved} | {failed} |");
    }
    println!();
}
