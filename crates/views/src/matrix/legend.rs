//! Legend of the matrix: signs with labels, each a filter.

use dossier::Basis;

use crate::markup::{Element, el, of_class};
use crate::parts::{link, sample, tile};
use explore::query::Trait;
use explore::{Shows, Sign};

pub(super) fn legend(signs: &[Sign]) -> Element {
    let note = |shows: &'static str, says: &'static str| {
        of_class("li", "legend__silent")
            .with(of_class("span", "legend__blank").attribute("aria-hidden", "true").with(shows))
            .with(says)
    };
    of_class("ul", "legend")
        .attribute("aria-label", "Legend, to filter by")
        .each(signs, sign)
        .with(note("", "blank: said nothing here"))
        .with(note("·", "dot: hidden by the filters"))
}

/// A sign as a filter.
pub(crate) fn sign(sign: &Sign) -> Element {
    let shows = match sign.shows {
        Shows::Stance(stance) => tile(stance, sign.label, Basis::Direct),
        Shows::Fill(basis) => sample(basis),
        Shows::Mark(Trait::Conditions) => of_class("span", "marked marked--conditional"),
        Shows::Mark(Trait::Shift | Trait::Quote) => of_class("span", "marked marked--shifted"),
    };
    el("li").with(
        link(&sign.query)
            .class("legend__sign")
            .maybe("aria-current", sign.picked.then_some("true"))
            .with(shows)
            .with(of_class("span", "legend__label").with(sign.label))
            .with(of_class("span", "legend__count").with(format!(" {}", sign.count))),
    )
}
