//! The head of the page: what this is, from which source, and what can be done with the whole of it.

use super::action::{Action, button};
use super::node::{Element, el, of_class};
use super::{Frame, help};
use crate::explore::{Page, words};
use crate::query::codec::href;

pub(super) fn masthead(page: &Page<'static>, frame: &Frame) -> Element {
    let dossier = page.dossier;
    let sources = dossier.documents.iter().map(|coded| {
        let paragraphs = words::count(coded.document.paragraphs as usize, "paragraph");
        format!("{} · {paragraphs} · ", words::source(&coded.document))
    });
    let theme = button(Action::Theme, "act act--icon")
        .attribute("aria-pressed", if frame.dark { "true" } else { "false" })
        .attribute("aria-label", "Dark theme")
        .attribute("title", "Dark theme")
        .add(el("span").attribute("aria-hidden", "true").add("◐"));
    let share =
        frame.has_sheet.then(|| button(Action::Share, "act").attribute("data-link", href(&page.share)).add("Share"));
    let copy = button(Action::Copy, "act act--lead").attribute("data-link", href(&page.share)).add("Copy link");
    of_class("header", "masthead")
        .add(
            el("div")
                .add(of_class("p", "brand").add(el("a").attribute("href", "./").add("Standpoint")))
                .add(el("h1").add(dossier.cover.title.as_str()))
                .add(
                    of_class("p", "source").add(sources.collect::<Vec<_>>()).add("data ").add(dossier.version.as_str()),
                ),
        )
        .add(of_class("div", "acts").add(help::opener()).add(theme).add(share).add(copy))
}
