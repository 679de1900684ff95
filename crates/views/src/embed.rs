//! Filters and footer of the page in a frame of another page. It has no head, tools or shortcuts.

use explore::{Outline, SOURCES, words};

use super::facets::facets;
use super::markup::{Element, el, of_class};

/// Filters, folded: in a frame there is no room beside the results.
pub(super) fn filters(page: &Outline<'static>) -> Element {
    let folded = el("details").with(el("summary").with("Filters")).with(facets(of_class("div", "embed__facets"), page));
    of_class("section", "embed__filters").key("filters").attribute("aria-label", "Filters").with(folded)
}

/// Footer with title, source, and a link to the same view outside of the frame at `address`.
pub(super) fn footer(page: &Outline<'static>, address: String) -> Element {
    let documents = &page.dossier.documents;
    let mut source: Vec<String> =
        documents.iter().take(SOURCES).map(|coded| format!("{} · ", coded.document.source_line())).collect();
    if let more @ 1.. = documents.len() - source.len() {
        source.push(format!("and {} · ", words::count(more, "more document")));
    }
    let open = el("a")
        .attribute("href", address)
        .attribute("target", "_blank")
        .attribute("rel", "noopener")
        .with("Open this view in Standpoint");
    of_class("footer", "embed__foot")
        .key("foot")
        .with(el("h1").isolated(page.dossier.cover.title.as_str()))
        .with(el("p").with(open))
        .with(el("p").with(source).with("data ").with(page.dossier.version.as_str()))
}
