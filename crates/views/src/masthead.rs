//! Head of the page: title, source, and actions on the whole page.

use super::action::{Action, button};
use super::help;
use super::markup::{Element, el, of_class};
use super::parts::link;
use explore::query::Query;
use explore::{Origin, Outline, SOURCES, Tab, words};

pub(super) fn masthead(page: &Outline<'static>, dark: bool) -> Element {
    let dossier = page.dossier;
    let mut sources = Vec::new();
    for coded in dossier.documents.iter().take(SOURCES) {
        let paragraphs = words::count(coded.document.paragraphs as usize, "paragraph");
        sources.push(format!("{} · {paragraphs} · ", coded.document.source_line()));
    }
    if let more @ 1.. = dossier.documents.len() - sources.len() {
        sources.push(format!("and {} · ", words::count(more, "more document")));
    }
    let theme = button(Action::Theme, "act act--icon")
        .attribute("aria-pressed", if dark { "true" } else { "false" })
        .attribute("aria-label", "Dark theme")
        .attribute("title", "Dark theme")
        .with(el("span").attribute("aria-hidden", "true").with("◐"));
    let panel = |(name, query): &(&'static str, Query)| link(query).class("act").with(*name);
    let copy = button(Action::Copy, "act act--lead").attribute("data-link", page.link.clone()).with("Copy link");
    let first = Query { own: page.query.own.clone(), ..Query::default() };
    of_class("header", "masthead")
        .with(
            el("div")
                .with(of_class("p", "brand").with(link(&first).with("Standpoint")))
                .with(el("h1").isolated(dossier.cover.title.as_str()))
                .with(
                    of_class("p", "source")
                        .with(sources)
                        .with("data ")
                        .with(dossier.version.as_str())
                        .each(&page.tools, tool),
                )
                .with(match &page.origin {
                    Origin::Embedded => None,
                    Origin::File { name } => Some(own(name, &dossier.version)),
                }),
        )
        .with(of_class("div", "acts").with(help::opener()).with(theme).each(&page.panels, panel).with(copy))
}

/// Note that the dossier is the user's own.
fn own(name: &str, version: &str) -> Element {
    of_class("p", "source source--own").with(el("b").with(format!("Your own file: {name} · data {version}"))).with(
        of_class("span", "source__acts")
            .with(". Links from here need that file. ")
            .with(button(Action::CloseDossier, "plain").with("Close it")),
    )
}

/// Link to a view for checking or importing.
pub(super) fn tool(tool: &Tab) -> Element {
    let current = tool.current.then_some("page");
    of_class("span", "tool").with(" ").with(link(&tool.query).maybe("aria-current", current).with(tool.label))
}
