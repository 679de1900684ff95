//! Parts that several views share: the stance tile, a marked text, a link, the lines of a detail.

use dossier::{Basis, Stance};

use super::markup::{Content, Element, el, of_class};
use explore::query::Query;
use explore::query::codec::href;
use explore::{Marked, Pointer, PositionLink, QuoteLink, Truncated, words};

/// A link to a query.
pub(super) fn link(query: &Query) -> Element {
    el("a").attribute("href", href(query))
}

/// A text for screen readers alone.
pub(super) fn unseen(text: impl Content) -> Element {
    of_class("span", "unseen").with(text)
}

/// A text of the dossier within a line of the page: it keeps its own direction. One that fills its element goes into that by
/// [`super::markup::ElementData::isolated`] instead.
pub(super) fn bdi(text: impl Content) -> Element {
    el("bdi").isolated(text)
}

/// A text of the dossier within a line, with what the search found in it.
pub(super) fn marked(text: &Marked<'static>) -> Element {
    bdi(pieces(text))
}

/// The same as the pieces of an element's own text.
pub(super) fn pieces(text: &Marked<'static>) -> Vec<super::Markup> {
    let mut nodes = Vec::new();
    for (piece, found) in text.pieces() {
        if found { el("mark").with(piece).put(&mut nodes) } else { piece.put(&mut nodes) }
    }
    nodes
}

/// The stance tile: its symbol and colour say the stance, its fill says how we know; `label` is the stance in words. It stands beside words that say the
/// same, and is hidden from screen readers.
pub(super) fn tile(stance: Stance, label: &str, basis: Basis) -> Element {
    tile_with(stance, label, basis, "")
}

/// A tile of further classes, each after a blank.
pub(super) fn tile_with(stance: Stance, label: &str, basis: Basis, classes: &str) -> Element {
    el("span")
        .class(format!("tile tile--{} tile--{}{classes}", stance.word(), fill(basis)))
        .attribute("title", format!("{label}: {}", words::basis(basis)))
        .attribute("aria-hidden", "true")
        .with(words::glyph(stance))
}

/// Many positions of one stance: its sign, in full colour whatever their bases.
pub(super) fn crowd(stance: Stance) -> Element {
    el("span")
        .class(format!("tile tile--{} tile--own", stance.word()))
        .attribute("aria-hidden", "true")
        .with(words::glyph(stance))
}

/// A tile without a stance: how it is filled says how we know.
pub(super) fn sample(basis: Basis) -> Element {
    el("span").class(format!("tile tile--{}", fill(basis))).attribute("aria-hidden", "true")
}

/// How a tile is filled: the holder's own words or acts, others' reports, an allegation, the article's own voice.
pub(super) const fn fill(basis: Basis) -> &'static str {
    match basis {
        Basis::Direct | Basis::Indirect | Basis::Conduct => "own",
        Basis::ThirdParty => "reported",
        Basis::Allegation => "alleged",
        Basis::Narration => "narrated",
    }
}

/// The heading of an item, which opens and closes it.
pub(super) fn toggle(query: &Query, open: bool, title: impl Content) -> Element {
    link(query).class("item__toggle").attribute("aria-expanded", if open { "true" } else { "false" }).with(title)
}

/// The frame of an item: one element for one item, however the list around it changes.
pub(super) fn item(class: &'static str, id: &'static str, open: bool) -> Element {
    let item = el("article").key(id).class(if open { format!("{class} item--open") } else { class.to_owned() });
    item.flag("data-open", open)
}

/// A line of a detail: a term and what it says.
pub(super) fn line(term: &'static str, says: impl Content) -> Element {
    of_class("div", "detail__line").with(el("dt").with(term)).with(el("dd").with(says))
}

/// A line of a detail that says a text of the dossier.
pub(super) fn line_of(term: &'static str, text: impl Content) -> Element {
    of_class("div", "detail__line").with(el("dt").with(term)).with(el("dd").isolated(text))
}

/// Where something stands in the document, down to the character.
pub(super) fn pointers(pointers: &[Pointer]) -> String {
    pointers.iter().map(|pointer| format!("{}, {}", pointer.label, pointer.place)).collect::<Vec<_>>().join("; ")
}

/// Positions named in passing: each by who holds it (`by_holder`), or by what it is about.
pub(super) fn position_links(links: &Truncated<PositionLink<'static>>, by_holder: bool) -> Element {
    let list = of_class("ul", "links").each(links, |position| {
        let name = if by_holder { position.holder } else { position.issue };
        el("li").with(tile(position.stance, position.label, position.basis)).with(
            el("span")
                .with(link(&position.query).isolated(name))
                .with(" ")
                .with(unseen(format!("{}: ", position.label)))
                .with(of_class("span", "links__says").isolated(position.summary)),
        )
    });
    list.with(and_more(links.more).map(|more| el("li").with(more)))
}

/// How many more there are than stand before it.
pub(super) fn and_more(more: usize) -> Option<Element> {
    (more > 0).then(|| of_class("span", "links__says").with(format!(" and {more} more")))
}

/// Names, each with a way to it, between commas.
pub(super) fn names(names: &[(&'static str, Query)]) -> Vec<super::Markup> {
    let mut nodes = Vec::new();
    for (place, (name, query)) in names.iter().enumerate() {
        (place > 0).then_some(", ").put(&mut nodes);
        link(query).isolated(*name).put(&mut nodes);
    }
    nodes
}

/// The first of many names, and how many more there are.
pub(super) fn few(list: &Truncated<(&'static str, Query)>) -> Vec<super::Markup> {
    let mut nodes = names(list);
    and_more(list.more).put(&mut nodes);
    nodes
}

/// Quotations, each with a way to it.
pub(super) fn quotations(quotes: &Truncated<QuoteLink<'static>>) -> Element {
    of_class("ul", "links links--bare")
        .each(quotes, |QuoteLink { words, language, query }| {
            el("li").with(link(query).class("links__quote").maybe("lang", *language).isolated(words.clone()))
        })
        .with(and_more(quotes.more).map(|more| el("li").with(more)))
}
