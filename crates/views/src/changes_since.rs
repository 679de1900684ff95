//! The notice of changes since the data version of a link.

use super::markup::{Content as _, Element, Markup, el, of_class};
use super::parts::{and_more, link};
use explore::Truncated;
use explore::changelog::{Removed, Since};
use explore::query::Query;

pub(super) fn changes_since(since: &Since) -> Element {
    let named = |(name, query): &(String, Query)| link(query).with(name.clone());
    let gone = |Removed { id, now }: &Removed| {
        let now = now.as_ref().map(|now| el("span").with(" (now ").with(named(now)).with(")"));
        el("span").with(id.clone()).with(now)
    };
    let lines = el("div")
        .with(el("p").with(since.says.clone()))
        .with(line("Added: ", &since.added, named))
        .with(line("Changed: ", &since.changed, named))
        .with(line("Removed: ", &since.removed, gone));
    of_class("section", "notice notice--since").key("changes").attribute("aria-label", "What has changed").with(lines)
}

fn line<T>(term: &'static str, items: &Truncated<T>, make: impl Fn(&T) -> Element) -> Option<Element> {
    let mut names: Vec<Markup> = Vec::new();
    for (place, item) in items.iter().enumerate() {
        (place > 0).then_some(", ").put(&mut names);
        make(item).put(&mut names);
    }
    and_more(items.more).put(&mut names);
    (!items.is_empty()).then(|| el("p").with(el("b").with(term)).with(names))
}
