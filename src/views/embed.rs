//! The page inside another page: what is asked, the view, and where it comes from. No head, no tools, no keys.

use super::facets::facets;
use super::node::{El, Node, el, of_class};
use super::{Frame, asked, notice, told};
use crate::explore::{Page, SOURCES, words};

/// The page around its `results`; `since` is what has changed in them.
pub(super) fn embed(page: &Page<'static>, since: Option<Node>, results: El, frame: &Frame) -> El {
    let title = page.dossier.cover.title.as_str();
    let filters = || {
        let drawer = of_class("details", "embed__filters").key("filters").with(el("summary").with("Filters"));
        drawer.with(facets(of_class("div", "embed__facets"), page))
    };
    el("div")
        .with(of_class("h1", "unseen").with(title))
        .with(page.notice.as_ref().map(|notice| notice::notice(notice).key("notice")))
        .with(since)
        .with(page.narrows.then(|| asked::asked(page).key("asked")))
        .with(page.narrows.then(filters))
        .with(results)
        .with(foot(page, title, frame).key("foot"))
        .with(told::told(frame.told.as_ref()).key("told"))
}

/// What is shown here, from which source, and the way to the same view by itself.
fn foot(page: &Page<'static>, title: &'static str, frame: &Frame) -> El {
    let documents = &page.dossier.documents;
    let mut source: Vec<String> =
        documents.iter().take(SOURCES).map(|coded| format!("{} · ", coded.document.source_line())).collect();
    if let more @ 1.. = documents.len() - source.len() {
        source.push(format!("and {} · ", words::count(more, "more document")));
    }
    let open = el("a")
        .attribute("href", frame.address_of(&page.link))
        .attribute("target", "_blank")
        .attribute("rel", "noopener")
        .with("Open this view in Standpoint");
    of_class("footer", "embed__foot")
        .with(el("p").with(el("b").with(title)).with(" · ").with(open))
        .with(el("p").with(source).with("data ").with(page.dossier.version.as_str()))
}
