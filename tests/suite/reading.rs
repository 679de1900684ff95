//! The text with its marks: cut into runs so that passages may overlap, filtered without a word being lost.

use dossier::text::length;
use explore::query::codec::encode;
use explore::{Content, Engine, MarkedText, Outcome, Paragraph, Reading, Run, Span, runs};
use proptest::prelude::*;

use crate::copies::{changed, exact, part, without};

fn reading(engine: &Engine<'static>, link: &str) -> Reading<'static> {
    let Content::Reading(reading) = part(engine, link) else { panic!("{link} shows the text") };
    reading
}

fn text(engine: &Engine<'static>, link: &str) -> MarkedText<'static> {
    reading(engine, link).texts.remove(0)
}

/// A paragraph with the numbers of its notes behind each marked run, those that the filters leave out as dots.
fn outline(paragraph: &Paragraph) -> String {
    let number = |&place: &usize| paragraph.notes[place].number.map_or("·".to_owned(), |number| number.to_string());
    let one = |run: &Run| match run.notes.iter().map(number).collect::<Vec<_>>().join(" ") {
        none if none.is_empty() => run.text.clone(),
        numbers => format!("[{}]({numbers})", run.text),
    };
    paragraph.runs.iter().map(one).collect()
}

fn notes(paragraph: &Paragraph) -> Vec<String> {
    let note = |note: &explore::Note| note.number.map(|_| format!("{}, {}", note.line.who, note.line.what));
    paragraph.notes.iter().filter_map(note).collect()
}

#[test]
fn without_a_copy_there_is_no_text_but_a_way_to_bring_it() {
    let reading = reading(without(), "view=reading");
    assert_eq!((reading.texts, encode(&reading.verify)), (vec![], "view=verify".to_owned()));
}

#[test]
fn passages_within_and_across_others_are_each_marked() {
    let text = text(exact(), "view=reading");
    assert_eq!(
        outline(&text.paragraphs[1]),
        "“[We will open the bridge,](1)” said Lund, “[and ](1)[the ferry will sail until that day](1 2)[.](1)” \
         [The crews want written promises, for “](3)[Every job needs a guarantee on paper.](3 4)[”](3)"
    );
    assert_eq!(
        notes(&text.paragraphs[1]),
        ["Zoë Lund, in their words", "Ferry Union, Ferry", "Ferry Union, Guarantees", "Ferry Union, in their words"]
    );
    assert_eq!(
        outline(&text.paragraphs[3]),
        "“[He owns the far bank, so ](1)[he wants the bridge](1 2)[.](1)” [Marsh said](2). [When it opens, nobody \
         knows.](3) [The last ferry is built.](4)"
    );
    assert_eq!(
        notes(&text.paragraphs[3]),
        [
            "Ada Marsh, in their words",
            "Ada Marsh, Pike’s motive",
            "Bridge, left open",
            "Event, The last ferry is built."
        ]
    );
}

#[test]
fn a_run_says_which_passages_end_with_it() {
    let text = text(exact(), "view=reading");
    let ends: Vec<(&str, &[usize])> =
        text.paragraphs[1].runs.iter().filter(|run| !run.ends.is_empty()).map(|run| (&*run.text, &*run.ends)).collect();
    assert_eq!(
        ends,
        [
            ("We will open the bridge,", &[0][..]),
            ("the ferry will sail until that day", &[1]),
            (".", &[0]),
            ("Every job needs a guarantee on paper.", &[3]),
            ("”", &[2]),
        ]
    );
}

#[test]
fn what_the_filters_leave_out_fades_and_takes_no_number() {
    let text = text(exact(), "view=reading&who=pike");
    assert_eq!(
        outline(&text.paragraphs[2]),
        "[They met on the quay.](·) [Pike calls the toll “](1)[fair and short](1 2)[”](1) and [looks at the far bank](3); \
         [the bank, he says, will lend](·)."
    );
    assert_eq!(
        notes(&text.paragraphs[2]),
        ["Tomas Pike, Toll", "Tomas Pike, in their words", "Event, Pike looks at the far bank."]
    );
}

#[test]
fn the_item_of_the_link_is_marked_as_opened_whatever_the_filters_say() {
    let opened = |link: &str| -> Vec<(u32, String)> {
        let text = text(exact(), link);
        let mut opened = Vec::new();
        for paragraph in &text.paragraphs {
            for note in paragraph.notes.iter().filter(|note| note.opened) {
                opened.push((paragraph.number, format!("{} {:?}", note.line.who, note.number)));
            }
        }
        opened
    };
    assert_eq!(opened("view=reading&item=pike-toll"), [(3, "Tomas Pike Some(2)".to_owned())]);
    assert_eq!(opened("view=reading&who=lund&item=pike-fair"), [(3, "Tomas Pike Some(2)".to_owned())]);
    assert_eq!(opened("view=reading&item=when-open"), [(4, "Bridge Some(3)".to_owned())]);
    assert_eq!(opened("view=reading"), []);
}

#[test]
fn what_moved_is_marked_where_it_stands_and_what_is_missing_is_counted() {
    let text = text(changed(), "view=reading");
    assert_eq!(text.paragraphs.iter().map(|paragraph| paragraph.notes.len()).collect::<Vec<_>>(), [3, 4, 5, 3, 0, 1]);
    let moved = &text.paragraphs[5];
    assert_eq!((outline(moved).as_str(), moved.notes[0].outcome), ("[Nobody knows the price.](1)", Outcome::Elsewhere));
    assert_eq!(text.missing, 1);
}

#[test]
fn every_note_leads_to_its_item() {
    let text = text(exact(), "view=reading&q=zoe");
    let links: Vec<String> = text.paragraphs[3].notes.iter().map(|note| encode(&note.line.query)).collect();
    assert_eq!(
        links,
        [
            "view=quotes&item=marsh-land",
            "view=positions&item=marsh-motive",
            "view=questions&item=when-open",
            "view=timeline&item=keel-laid",
        ]
    );
}

fn a_span() -> impl Strategy<Value = Span> {
    (0_u32..30, 0_u32..12, 0_usize..5).prop_map(|(start, length, note)| Span { start, end: start + length, note })
}

proptest! {
    #[test]
    fn the_runs_together_are_the_paragraph_and_name_exactly_what_covers_them(
        text in "[aé—😀 ]{0,24}",
        spans in proptest::collection::vec(a_span(), 0..8),
    ) {
        let runs = runs(&text, &spans);
        prop_assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), &*text);
        let mut at = 0;
        for (place, run) in runs.iter().enumerate() {
            let end = at + length(&run.text);
            prop_assert!(end > at, "no run is empty");
            let covers = |span: &&Span| span.start <= at && end <= span.end;
            let mut covering: Vec<usize> = spans.iter().filter(covers).map(|span| span.note).collect();
            covering.sort_unstable();
            covering.dedup();
            prop_assert_eq!(&run.notes, &covering, "run {}", place);
            for span in &spans {
                let apart = span.end <= at || end <= span.start;
                let within = span.start <= at && (end <= span.end);
                prop_assert!(apart || within, "{:?} is cut nowhere but at its ends: {}..{}", span, at, end);
            }
            let is_last = place + 1 == runs.len();
            for &note in &run.notes {
                let ends = spans.iter().filter(covers).any(|span| span.note == note && (span.end == end || is_last));
                prop_assert_eq!(run.ends.contains(&note), ends);
            }
            at = end;
        }
    }
}
