//! One open question, and who spoke to it.

use super::node::{El, el, of_class};
use super::parts::{item, link, marked};
use crate::explore::QuestionEntry;

pub(super) fn question(entry: &QuestionEntry<'static>) -> El {
    let title = link(&entry.toggle).class("item__toggle").maybe("aria-current", entry.open.then_some("true"));
    let how = of_class("p", "how");
    let how = match &entry.spoke {
        Some((names, query)) => how.with("On this issue: ").with(link(query).with(names.clone())),
        None => how.with("Nobody takes a position on this issue here"),
    };
    item("question", entry.question.id.as_str(), entry.open)
        .with(el("h3").with(title.with(marked(&entry.text))))
        .with(how.with(format!(" · {}", entry.paragraphs)))
}
