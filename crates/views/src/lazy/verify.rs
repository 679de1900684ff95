//! Verification: import of a copy, and the report on it.

use crate::action::{Action, button};
use crate::file_input::{files, labelled, prose, zone};
use crate::item_summary::line;
use crate::markup::{Element, el, of_class};
use crate::parts::link;
use explore::{Badge, Copy, Figure, ItemChecked, LIMIT, OutcomeGroup, Source, Unreadable, Verify, words};

/// Id of the field for pasted text.
const PASTED: &str = "pasted";

/// File types that are read.
const FORMATS: &str = ".txt,.html,.htm,.xhtml,.mhtml,.mht,.md,.markdown,text/*";

/// Puts the report into `place`, or how to get one.
pub(crate) fn verify(place: Element, report: &Verify<'static>, advice: Option<Element>) -> Element {
    if report.copies.is_empty() {
        return place.with(why()).with(bring("Bring your copy", report).key("bring")).with(promise()).with(meaning());
    }
    let unchecked = (report.unchecked > 0).then(|| {
        let says = format!("{} not checked: there is no copy of: ", words::count(report.unchecked, "item"));
        of_class("p", "withheld").with(says).with(report.wanted.join("; ")).with(".")
    });
    let kept = (report.withheld > 0).then(|| {
        let says = format!("These are the first {LIMIT}. {} more match: add a filter to see them.", report.withheld);
        of_class("p", "withheld").with(says)
    });
    place
        .with(of_class("h2", "unseen").with("The report"))
        .each(&report.copies, copy)
        .with(of_class("ul", "figures").key("figures").each(&report.figures, figure))
        .with(acts(report))
        .with(advice)
        .each(&report.groups, group)
        .with(kept)
        .with(unchecked)
        .with(bring("Check another copy", report).key("again"))
        .with(meaning())
}

fn why() -> Element {
    prose(
        "Check every claim against your copy",
        &[
            "Every position, quote, event and open question here points at a passage of the article: its paragraph, its \
             first and its last character. The page carries a digest of each passage (SHA-256), not its words: the \
             article is its publisher’s, and is not republished here.",
            "If you have the article, you need not trust this page. Bring your copy, and every pointer is checked \
             against it.",
        ],
    )
}

fn promise() -> Element {
    prose(
        "Your copy stays with you",
        &[
            "It is read in this tab and nowhere else. No request is made, nothing is stored, and closing the tab forgets it.",
        ],
    )
}

fn meaning() -> Element {
    prose(
        "What counts as a match",
        &[
            "A passage matches if it stands in its place, letter for letter. What is form alone (typography, ligatures, words \
             parted at line ends, marks of notes, how paragraphs are parted) is undone where the passage’s digest confirms it, \
             and named. A passage that stands elsewhere is said to stand elsewhere. Nothing else is a match, and nothing is \
             guessed.",
        ],
    )
}

fn bring(title: &'static str, report: &Verify<'static>) -> Element {
    let pasted = el("textarea")
        .class("bring__text")
        .attribute("id", PASTED)
        .attribute("rows", "5")
        .attribute("spellcheck", "false")
        .attribute("autocomplete", "off");
    let check = button(Action::CheckText, "act act--lead").attribute("data-link", PASTED).with("Check this text");
    zone(Action::CheckFile, title)
        .with(el("h2").with(title))
        .with(report.unreadable.as_ref().map(unreadable))
        .with(labelled("Choose a file, or drop one here", files(FORMATS, Action::CheckFile)))
        .with(
            of_class("div", "bring__field")
                .with(of_class("label", "bring__label").attribute("for", PASTED).with("Or paste the article’s text"))
                .with(pasted)
                .with(check),
        )
        .with(
            of_class("p", "bring__note")
                .with("Text in any encoding, HTML, a page in a single file (MHTML) or Markdown. Of several articles the page finds out which one it is."),
        )
}

/// Why the last imported copy could not be read.
fn unreadable(unreadable: &Unreadable) -> Element {
    let what = unreadable.name.clone().unwrap_or_else(|| "What was pasted".to_owned());
    of_class("p", "bring__refused")
        .attribute("role", "alert")
        .with(el("b").with(what).with(" was not read. "))
        .with(unreadable.why.clone())
}

fn copy(copy: &Copy) -> Element {
    let from = match (copy.by, &copy.name) {
        (Source::Publisher, _) => "The text that the publisher embedded".to_owned(),
        (Source::Reader, Some(name)) => format!("Your copy, {name}"),
        (Source::Reader, None) => "Your copy, as pasted".to_owned(),
    };
    let (found, stated) = copy.paragraphs;
    let different = || {
        of_class("dl", "verdict__facts")
            .with(el("dt").with("Paragraphs"))
            .with(el("dd").with(format!("{found}, in the data {stated}")))
            .with(el("dt").with("SHA-256 of the copy"))
            .with(el("dd").with(el("code").with(copy.digests.0.clone())))
            .with(el("dt").with("SHA-256 in the data"))
            .with(el("dd").with(el("code").with(copy.digests.1.clone())))
    };
    of_class("section", if copy.same { "verdict verdict--same" } else { "verdict" })
        .with(of_class("p", "verdict__says").with(copy.verdict.clone()))
        .with(copy.form.clone().map(|form| of_class("p", "verdict__form").with(form)))
        .with(of_class("p", "how").with(format!("{from} · {}", copy.document)))
        .with((copy.digests.0 != copy.digests.1).then(different))
}

fn figure(figure: &Figure) -> Element {
    let count = of_class("b", "figure__count").with(figure.count.to_string());
    let says = of_class("span", "figure__says").with(words::outcome(figure.outcome));
    let inside = |element: Element| element.with(count).with(" ").with(says);
    if figure.count == 0 {
        return el("li").with(inside(of_class("span", "figure figure--none")));
    }
    let (class, state) = if figure.hidden { ("figure figure--hidden", "show") } else { ("figure", "hide") };
    el("li")
        .with(inside(link(&figure.toggle).class(class)).with(" ").with(of_class("span", "figure__state").with(state)))
}

fn acts(report: &Verify<'static>) -> Element {
    of_class("p", "item__acts")
        .key("acts")
        .with(link(&report.reading).with("Read the article with its marks"))
        .with(button(Action::SaveReport, "plain").with("Download the report"))
        .with(report.own.then(|| button(Action::Forget, "plain").with("Forget this text")))
}

fn group(group: &OutcomeGroup<'static>) -> Element {
    let says = words::outcome(group.outcome);
    let count = of_class("span", "section__count").with(words::count(group.count, "passage"));
    of_class("section", "section")
        .key(says)
        .with(of_class("div", "section__head").with(of_class("h2", "checks__title").with(says).with(" ").with(count)))
        .with(of_class("ul", "checks").each(&group.items, item))
}

fn item(item: &ItemChecked<'static>) -> Element {
    let mut how = of_class("p", "how");
    for (nth, (place, remark)) in item.places.iter().enumerate() {
        how = how.with((nth > 0).then_some("; ")).with(place.clone());
        if !remark.is_empty() {
            how = how.with(". ").with(of_class("span", "flag").with(remark.clone()));
        }
    }
    let says = of_class("p", "line__says");
    let says = match item.line.badge {
        Badge::Event(..) => says.with(item.line.says.clone()),
        Badge::Position(..) | Badge::Quote | Badge::Question => says.isolated(item.line.says.clone()),
    };
    let way = |query| of_class("span", "verify__way").with(" · ").with(link(query).with("in the article"));
    line(el("li"), &item.line).with(says).with(how.with(item.reading.as_ref().map(way)))
}
