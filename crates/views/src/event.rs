//! One event: description, date, place, and participants.

use dossier::EventKind;

use super::action::copy;
use super::excerpt::in_the_article;
use super::markup::{Element, el, of_class};
use super::parts::{few, item, line, link, marked, pointers, position_links, quotations, toggle};
use explore::{EventDetail, EventEntry, words};

pub(super) fn event(entry: &EventEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let body = of_class("div", "position__body")
        .with(el("h3").with(toggle(&entry.toggle, open, marked(&entry.title))))
        .with(of_class("p", "how").with(entry.how.clone()))
        .with(entry.detail.as_ref().map(detail));
    item("position event", entry.event.id.as_str(), open)
        .with(sign(entry.event.kind, entry.event.date.inferred))
        .with(body)
}

fn detail(detail: &EventDetail<'static>) -> Element {
    let who = || line("Who took part", few(&detail.participants));
    let said = || line("What was said there", quotations(&detail.quotes));
    let stood = || line("Where they stood then", position_links(&detail.positions, true));
    let lines = of_class("dl", "detail")
        .with((!detail.participants.is_empty()).then(who))
        .with((!detail.quotes.is_empty()).then(said))
        .with((!detail.positions.is_empty()).then(stood))
        .with(line("Where it stands", pointers(&detail.pointers)))
        .with(in_the_article(&detail.excerpts));
    let acts = of_class("p", "item__acts")
        .with(copy("Copy citation", Some(detail.citation.clone()), detail.cited.clone()))
        .with(link(&detail.cite).with("Other ways to cite"))
        .with(copy("Copy link", None, detail.link.clone()));
    el("div").with(lines).with(acts)
}

/// Icon of an event, outside of the diagram. The text next to it says the same.
pub(super) fn sign(kind: EventKind, inferred: bool) -> Element {
    of_class("svg", "sign")
        .attribute("viewBox", "-12 -12 24 24")
        .attribute("aria-hidden", "true")
        .with(of_class("path", shape_class(inferred)).attribute("d", shape(kind)))
        .with(el("title").with(words::event(kind)))
}

/// Style of a shape: hollow if its date was inferred.
pub(super) const fn shape_class(inferred: bool) -> &'static str {
    if inferred { "shape shape--inferred" } else { "shape" }
}

/// Outline of an event's icon, around the origin and within 9 units of it.
pub(super) const fn shape(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Meeting => "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z",
        EventKind::Statement => "M-8 -7h16v11h-8l-5 4v-4h-3z",
        EventKind::Military => "M0 -8.5l9 15.5h-18z",
        EventKind::Milestone => "M0 -9l9 9l-9 9l-9 -9z",
        EventKind::Planned => "M-8 -7h8l9 7l-9 7h-8z",
    }
}
