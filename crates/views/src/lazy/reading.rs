//! Copies of the articles with coded passages marked, and notes beside each paragraph.
//!
//! The text of a paragraph is one text: nothing is put between its runs, so that a browser finds a phrase in it. The notes
//! are the links. A run names its notes by number in `data-note`, and the notes that end with it in `data-ends`: the
//! style sheet shows the one while the other is pointed at or has the focus.

use crate::item_summary::line;
use crate::markup::{Element, el, of_class};
use crate::parts::{link, unseen};
use explore::{MarkedText, Note, Outcome, Paragraph, Reading, Run, Source, words};

/// Puts the texts into `place`, or how to import one.
pub(crate) fn reading(place: Element, reading: &Reading<'static>) -> Element {
    if reading.texts.is_empty() {
        let says = "The page does not carry the article: the words are its publisher’s. Bring your copy, and it is shown here \
                    with every coded passage marked. It stays in this tab.";
        return place.with(
            of_class("section", "prose")
                .with(el("h2").with("Read the article with its marks"))
                .with(el("p").with(says))
                .with(el("p").with(link(&reading.verify).with("Bring your copy"))),
        );
    }
    let wanted = (!reading.wanted.is_empty()).then(|| {
        let says = el("span").with("There is no copy of: ").with(reading.wanted.join("; ")).with(". ");
        of_class("p", "withheld").with(says).with(link(&reading.verify).with("Bring it"))
    });
    place.each(&reading.texts, |text| whole(text, reading)).with(wanted)
}

fn whole(text: &MarkedText<'static>, reading: &Reading<'static>) -> Element {
    let whose = match text.by {
        Source::Reader => "Your copy. It stays in this tab. ",
        Source::Publisher => "Embedded by the publisher, who holds the rights. ",
    };
    let missing = (text.missing > 0)
        .then(|| of_class("span", "flag").with(format!("{} not found in it. ", words::count(text.missing, "passage"))));
    let head = of_class("div", "section__head")
        .with(el("h2").with(text.document.clone()))
        .with(of_class("p", "reading__whose").with(whose).with(missing).with(link(&reading.verify).with("The report")));
    let class = if text.paragraphs.len() > MANY { "reading reading--long" } else { "reading" };
    of_class("section", class)
        .with(head)
        .with(ways(&text.paragraphs))
        .each(&text.paragraphs, |part| paragraph(part, text.language))
}

/// Maximum number of paragraphs of a text with links to single paragraphs.
const MANY: usize = 200;

/// Links to the paragraphs with marks, for keyboard users.
fn ways(paragraphs: &[Paragraph<'static>]) -> Option<Element> {
    let mut ways = of_class("nav", "reading__ways").attribute("aria-label", "Paragraphs").with("Paragraph ");
    let mut count = 0;
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.notes.iter().any(|note| note.number.is_some())) {
        count += 1;
        let number = paragraph.number.to_string();
        ways = ways.with(el("a").attribute("href", format!("#paragraph-{number}")).with(number)).with(" ");
    }
    (count > 0 && paragraphs.len() <= MANY).then_some(ways)
}

fn paragraph(paragraph: &Paragraph<'static>, language: Option<&'static str>) -> Element {
    let outside = paragraph.notes.iter().filter(|note| note.number.is_none()).count();
    let kept =
        |count: usize, says| (count > 0).then(|| of_class("p", "note__outside").with(format!("{count} more {says}")));
    let mut notes = of_class("ol", "notes");
    for entry in paragraph.notes.iter().filter(|note| note.number.is_some()) {
        notes = notes.with(note(entry));
    }
    let mut text = of_class("p", "reading__text").maybe("lang", language).isolated(Vec::<Element>::new());
    for piece in &paragraph.runs {
        text = run(text, piece, &paragraph.notes);
    }
    let margin = of_class("div", "reading__margin")
        .with((!notes.children.is_empty()).then_some(notes))
        .with(kept(outside, "outside the filters"))
        .with(kept(paragraph.withheld, "not marked"));
    let number = of_class("h3", "reading__number").with(unseen("Paragraph ")).with(paragraph.number.to_string());
    of_class("section", "reading__paragraph")
        .attribute("id", format!("paragraph-{}", paragraph.number))
        .attribute("tabindex", "-1")
        .flag("data-open", paragraph.notes.iter().any(|note| note.opened))
        .with(number)
        .with(text)
        .with(margin)
}

/// Appends a run to its paragraph.
fn run(text: Element, run: &Run, notes: &[Note<'static>]) -> Element {
    if run.notes.is_empty() {
        return text.with(run.text.clone());
    }
    let numbers = |places: &[usize], between: &str| {
        let mut numbers = Vec::new();
        for &place in places {
            numbers.extend(notes[place].number.map(|number| number.to_string()));
        }
        numbers.join(between)
    };
    let lit = run.notes.iter().filter(|&&place| notes[place].number.is_some()).count();
    let opened = run.notes.iter().any(|&place| notes[place].opened);
    let class = match (lit, opened) {
        (0, _) => "run run--outside",
        (1, false) => "run run--1",
        (2, false) => "run run--2",
        (_, false) => "run run--3",
        (1, true) => "run run--1 run--opened",
        (2, true) => "run run--2 run--opened",
        (_, true) => "run run--3 run--opened",
    };
    let mut piece = of_class("span", class).with(run.text.clone());
    if lit > 0 {
        piece = piece.attribute("data-note", numbers(&run.notes, " "));
    }
    let ends = numbers(&run.ends, " ");
    text.with(if ends.is_empty() { piece } else { piece.attribute("data-ends", ends) })
}

fn note(note: &Note<'static>) -> Element {
    let flag = match note.outcome {
        Outcome::Elsewhere => Some("moved"),
        Outcome::Typography => Some("other typography"),
        Outcome::Matches | Outcome::Missing => None,
    };
    let place = of_class("li", if note.opened { "note note--opened" } else { "note" });
    line(place.maybe("aria-current", note.opened.then_some("true")), &note.line)
        .with(flag.map(|flag| of_class("span", "note__flag").with(flag)))
}
