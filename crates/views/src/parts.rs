//! Shared parts: stance tile, marked text, links, lines of a detail.

use dossier::{Basis, Stance};

use super::markup::{Content, Element, el, of_class};
use explore::query::Query;
use explore::query::codec::href;
use explore::{Marked, Pointer, PositionLink, QuoteLink, Truncated, words};

/// Link to a query.
pub(super) fn link(query: &Query) -> Element {
    el("a").attribute("href", href(query))
}

/// Text for screen readers only.
pub(super) fn unseen(text: impl Content) -> Element {
    of_class("span", "unseen").with(text)
}

/// Text of the dossier within a line, with its own direction. Text that fills its element is added by
/// [`super::markup::ElementData::isolated`].
pub(super) fn bdi(text: impl Content) -> Element {
    el("bdi").isolated(text)
}

/// Text of the dossier within a line, with search hits marked.
pub(super) fn marked(text: &Marked<'static>) -> Element {
    bdi(pieces(text))
}

/// Text with search hits marked, as children of an element.
pub(super) fn pieces(text: &Marked<'static>) -> Vec<super::Markup> {
    let mut nodes = Vec::new();
    for (piece, found) in text.pieces() {
        if found { el("mark").with(piece).put(&mut nodes) } else { piece.put(&mut nodes) }
    }
    nodes
}

/// Stance tile: symbol and colour show the stance, the fill shows the basis; `label` is the stance in words. Hidden
/// from screen readers, because words beside it say the same.
pub(super) fn tile(stance: Stance, label: &str, basis: Basis) -> Element {
    tile_with(stance, label, basis, "")
}

/// Tile with further classes, each after a space.
pub(super) fn tile_with(stance: Stance, label: &str, basis: Basis, classes: &str) -> Element {
    el("span")
        .class(format!("tile tile--{} tile--{}{classes}", stance.word(), fill(basis)))
        .attribute("title", format!("{label}: {}", words::basis(basis)))
        .attribute("aria-hidden", "true")
        .with(words::glyph(stance))
}

/// Tile of many positions with one stance, in full colour.
pub(super) fn crowd(stance: Stance) -> Element {
    el("span")
        .class(format!("tile tile--{} tile--own", stance.word()))
        .attribute("aria-hidden", "true")
        .with(words::glyph(stance))
}

/// Tile without a stance, to show a basis.
pub(super) fn sample(basis: Basis) -> Element {
    el("span").class(format!("tile tile--{}", fill(basis))).attribute("aria-hidden", "true")
}

/// Fill of a tile by basis.
pub(super) const fn fill(basis: Basis) -> &'static str {
    match basis {
        Basis::Direct | Basis::Indirect | Basis::Conduct => "own",
        Basis::ThirdParty => "reported",
        Basis::Allegation => "alleged",
        Basis::Narration => "narrated",
    }
}

/// Heading of an item, which opens and closes it.
pub(super) fn toggle(query: &Query, open: bool, title: impl Content) -> Element {
    link(query).class("item__toggle").attribute("aria-expanded", if open { "true" } else { "false" }).with(title)
}

/// Container of an item, keyed by its id.
pub(super) fn item(class: &'static str, id: &'static str, open: bool) -> Element {
    let item = el("article").key(id).class(if open { format!("{class} item--open") } else { class.to_owned() });
    item.flag("data-open", open)
}

/// Line of a detail: term and description.
pub(super) fn line(term: &'static str, says: impl Content) -> Element {
    of_class("div", "detail__line").with(el("dt").with(term)).with(el("dd").with(says))
}

/// Line of a detail with text of the dossier.
pub(super) fn line_of(term: &'static str, text: impl Content) -> Element {
    of_class("div", "detail__line").with(el("dt").with(term)).with(el("dd").isolated(text))
}

/// Evidence pointers in words, down to the character.
pub(super) fn pointers(pointers: &[Pointer]) -> String {
    pointers.iter().map(|pointer| format!("{}, {}", pointer.label, pointer.place)).collect::<Vec<_>>().join("; ")
}

/// Links to positions, named by holder (`by_holder`) or by issue.
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

/// Number of items left out of a list.
pub(super) fn and_more(more: usize) -> Option<Element> {
    (more > 0).then(|| of_class("span", "links__says").with(format!(" and {more} more")))
}

/// Linked names, separated by commas.
pub(super) fn names(names: &[(&'static str, Query)]) -> Vec<super::Markup> {
    let mut nodes = Vec::new();
    for (place, (name, query)) in names.iter().enumerate() {
        (place > 0).then_some(", ").put(&mut nodes);
        link(query).isolated(*name).put(&mut nodes);
    }
    nodes
}

/// First linked names, with the number left out.
pub(super) fn few(list: &Truncated<(&'static str, Query)>) -> Vec<super::Markup> {
    let mut nodes = names(list);
    and_more(list.more).put(&mut nodes);
    nodes
}

/// Linked quotations.
pub(super) fn quotations(quotes: &Truncated<QuoteLink<'static>>) -> Element {
    of_class("ul", "links links--bare")
        .each(quotes, |QuoteLink { words, language, query }| {
            el("li").with(link(query).class("links__quote").maybe("lang", *language).isolated(words.clone()))
        })
        .with(and_more(quotes.more).map(|more| el("li").with(more)))
}
