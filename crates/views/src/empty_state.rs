//! The empty state of a list.

use super::markup::{Element, el, of_class};
use super::parts::link;
use explore::{Nothing, Suggestion};
use explore::query::Query;

pub(super) fn nothing(nothing: &Nothing) -> Element {
    let relief = |relief: &Suggestion| {
        let label = el("b").with(relief.label.clone());
        el("li").with(link(&relief.query).with(relief.shows.clone()).with(" without ").with(label))
    };
    let view = |(finds, query): &(String, Query)| el("li").with(link(query).with(finds.clone()));
    of_class("div", "nothing")
        .with(el("h2").with("Nothing found"))
        .with(el("p").with(nothing.asked.clone()))
        .with(titled("Without one of these filters, there would be:", &nothing.reliefs, relief))
        .with(titled("The same question finds, in another view:", &nothing.elsewhere, view))
        .with(el("p").with(link(&nothing.clear).with("Clear all filters")))
}

fn titled<T>(title: &'static str, entries: &[T], entry: impl Fn(&T) -> Element) -> Option<Element> {
    (!entries.is_empty()).then(|| el("div").with(el("p").with(title)).with(el("ul").each(entries, entry)))
}
