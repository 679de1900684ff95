//! What stands in place of an empty list.

use super::node::{Element, el, of_class};
use super::parts::link;
use crate::explore::{Nothing, words};

pub(super) fn nothing(nothing: &Nothing) -> Element {
    let reliefs = nothing.reliefs.iter().map(|relief| {
        let label = el("b").add(relief.label.clone());
        el("li").add(link(&relief.query).add(relief.shows.clone()).add(" without ").add(label))
    });
    let elsewhere = nothing
        .elsewhere
        .iter()
        .map(|tab| el("li").add(link(&tab.query).add(words::count(tab.count, words::noun(tab.query.view)))));
    of_class("div", "nothing")
        .add(el("h2").add("Nothing found"))
        .add(el("p").add(nothing.asked.clone()))
        .add(titled("Without one of these filters, there would be:", reliefs.collect()))
        .add(titled("The same question finds, in another view:", elsewhere.collect()))
        .add(el("p").add(link(&nothing.clear).add("Clear all filters")))
}

fn titled(title: &'static str, entries: Vec<Element>) -> Option<Element> {
    (!entries.is_empty()).then(|| el("div").add(el("p").add(title)).add(el("ul").add(entries)))
}
