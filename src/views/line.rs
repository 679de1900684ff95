//! Any item in a line: its sign, who, and what.

use super::event::sign;
use super::node::{El, el, of_class};
use super::parts::{link, tile, unseen};
use crate::explore::{Badge, ItemLine, words};

/// Puts an item into `place`: a sign, then the way to it.
pub(super) fn line(place: El, line: &ItemLine<'static>) -> El {
    let letter = |letter: &'static str| of_class("span", "badge").attribute("aria-hidden", "true").with(letter);
    let (badge, said, between) = match line.badge {
        Badge::Position(stance, label, basis) => (tile(stance, label, basis), label, " on "),
        Badge::Quote => (letter("“"), "Quote", ", "),
        Badge::Event(kind, inferred) => (sign(kind, inferred), words::event(kind), ": "),
        Badge::Question => (letter("?"), "Open question", ", "),
    };
    let title = link(&line.query)
        .class("line__link")
        .with(unseen(said).with(": "))
        .with(el("b").with(line.who.clone()))
        .with(between)
        .with(line.what);
    place.with(badge).with(of_class("span", "line__title").with(title))
}
