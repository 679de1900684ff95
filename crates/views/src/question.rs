//! An open question, and who spoke to it.

use super::excerpt::in_the_article;
use super::markup::{Element, el, of_class};
use super::parts::{few, item, link, pieces};
use explore::QuestionEntry;

pub(super) fn question(entry: &QuestionEntry<'static>) -> Element {
    let title = link(&entry.toggle).class("item__toggle").maybe("aria-current", entry.open.then_some("true"));
    let how = of_class("p", "how");
    let how = if entry.spoke.is_empty() {
        how.with("Nobody takes a position on this issue here")
    } else {
        how.with("Spoke to this issue: ").with(few(&entry.spoke))
    };
    item("question", entry.question.id.as_str(), entry.open)
        .with(el("h3").with(title.isolated(pieces(&entry.text))))
        .with(how.with(format!(" · {}", entry.paragraphs)))
        .with((!entry.excerpts.is_empty()).then(|| of_class("dl", "detail").with(in_the_article(&entry.excerpts))))
}
