//! The empty state of a list.

use super::markup::{Element, el, of_class};
use super::parts::link;
use explore::query::Query;
use explore::{EmptyState, Suggestion};

pub(super) fn empty_state(state: &EmptyState) -> Element {
    let suggestion = |suggestion: &Suggestion| {
        let label = el("b").with(suggestion.label.clone());
        el("li").with(link(&suggestion.query).with(suggestion.shows.clone()).with(" without ").with(label))
    };
    let view = |(finds, query): &(String, Query)| el("li").with(link(query).with(finds.clone()));
    of_class("div", "nothing")
        .with(el("h2").with("Nothing found"))
        .with(el("p").with(state.summary.clone()))
        .with(titled("Without one of these filters, there would be:", &state.suggestions, suggestion))
        .with(titled("The same question finds, in another view:", &state.elsewhere, view))
        .with(el("p").with(link(&state.clear).with("Clear all filters")))
}

fn titled<T>(title: &'static str, entries: &[T], entry: impl Fn(&T) -> Element) -> Option<Element> {
    (!entries.is_empty()).then(|| el("div").with(el("p").with(title)).with(el("ul").each(entries, entry)))
}
