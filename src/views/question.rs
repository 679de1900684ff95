//! One open question, and who spoke to it.

use super::node::{Element, el, of_class};
use super::parts::{item, link, marked};
use crate::explore::QuestionEntry;

pub(super) fn question(entry: &QuestionEntry<'static>) -> Element {
    let title = link(&entry.toggle).class("item__toggle").maybe("aria-current", entry.open.then_some("true"));
    let how = of_class("p", "how");
    let how = match &entry.spoke {
        Some((names, query)) => how.add("On this issue: ").add(link(query).add(names.clone())),
        None => how.add("Nobody takes a position on this issue here"),
    };
    item("question", entry.question.id.as_str(), entry.open)
        .add(el("h3").add(title.add(marked(&entry.text))))
        .add(how.add(format!(" · {}", entry.paragraphs)))
}
