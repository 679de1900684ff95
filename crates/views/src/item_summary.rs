//! Summary of an item in one line: sign, name, text.

use super::event::sign;
use super::markup::{Element, el, of_class};
use super::parts::{bdi, link, tile, unseen};
use explore::{Badge, ItemSummary, words};

/// Puts a summary into `place`: a sign, then the link.
pub(super) fn line(place: Element, line: &ItemSummary<'static>) -> Element {
    let letter = |letter: &'static str| of_class("span", "badge").attribute("aria-hidden", "true").with(letter);
    let own = |says: &'static str| el("span").with(says);
    let who = || bdi(line.who.clone());
    let (badge, said, who, between, what) = match line.badge {
        Badge::Position(stance, label, basis) => (tile(stance, label, basis), label, who(), " on ", bdi(line.what)),
        Badge::Quote => (letter("“"), "Quote", who(), ", ", own(line.what)),
        Badge::Event(kind, inferred) => (sign(kind, inferred), words::event(kind), own("Event"), ": ", bdi(line.what)),
        Badge::Question => (letter("?"), "Open question", who(), ", ", own(line.what)),
    };
    let title = link(&line.query)
        .class("line__link")
        .with(unseen(said).with(": "))
        .with(el("b").with(who))
        .with(between)
        .with(what);
    place.with(badge).with(of_class("span", "line__title").with(title))
}
