//! One event: what happened, when, where, and who took part.

use super::action::copy;
use super::node::{El, el, of_class};
use super::parts::{item, line, marked, names, pointers, position_links, quotations, toggle};
use super::timeline::sign;
use crate::explore::{EventDetail, EventEntry};
use crate::query::codec::href;

pub(super) fn event(entry: &EventEntry<'static>) -> El {
    let open = entry.detail.is_some();
    let body = of_class("div", "position__body")
        .with(el("h3").with(toggle(&entry.toggle, open, marked(&entry.title))))
        .with(of_class("p", "how").with(entry.how.clone()))
        .with(entry.detail.as_ref().map(detail));
    item("position event", entry.event.id.as_str(), open)
        .with(sign(entry.event.kind, entry.event.date.inferred))
        .with(body)
}

fn detail(detail: &EventDetail<'static>) -> El {
    let who = || line("Who took part", names(&detail.participants));
    let said = || line("What was said there", quotations(&detail.quotes));
    let stood = || line("Where they stood then", position_links(&detail.positions, true));
    let lines = of_class("dl", "detail")
        .with((!detail.participants.is_empty()).then(who))
        .with((!detail.quotes.is_empty()).then(said))
        .with((!detail.positions.is_empty()).then(stood))
        .with(line("Where it stands", pointers(&detail.pointers)));
    let acts = of_class("p", "item__acts")
        .with(copy("Copy citation", Some(detail.citation.clone()), href(&detail.share)))
        .with(copy("Copy link", None, href(&detail.share)));
    el("div").with(lines).with(acts)
}
