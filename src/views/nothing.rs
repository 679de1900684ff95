//! What stands in place of an empty list.

use super::node::{El, el, of_class};
use super::parts::link;
use crate::explore::{Nothing, words};

pub(super) fn nothing(nothing: &Nothing) -> El {
    let reliefs = nothing.reliefs.iter().map(|relief| {
        let label = el("b").with(relief.label.clone());
        el("li").with(link(&relief.query).with(relief.shows.clone()).with(" without ").with(label))
    });
    let elsewhere = nothing
        .elsewhere
        .iter()
        .map(|tab| el("li").with(link(&tab.query).with(words::count(tab.count, words::noun(tab.query.view)))));
    of_class("div", "nothing")
        .with(el("h2").with("Nothing found"))
        .with(el("p").with(nothing.asked.clone()))
        .with(titled("Without one of these filters, there would be:", reliefs.collect()))
        .with(titled("The same question finds, in another view:", elsewhere.collect()))
        .with(el("p").with(link(&nothing.clear).with("Clear all filters")))
}

fn titled(title: &'static str, entries: Vec<El>) -> Option<El> {
    (!entries.is_empty()).then(|| el("div").with(el("p").with(title)).with(el("ul").with(entries)))
}
