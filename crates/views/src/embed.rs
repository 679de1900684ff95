//! The page inside another page: what is asked, the view, and where it comes from. No head, no tools, no keys.
//!
//! What differs from the page by itself comes with the body, which is fetched later: whoever opens the page by itself does without.

use super::facets::facets;
use super::markup::{Element, Markup, el, of_class};
use super::{Environment, filter_summary, notice, toast};
use explore::{Page, SOURCES, words};

/// What the filters and the foot are called among the parts of the page.
pub(super) const FILTERS: &str = "filters";
pub(super) const FOOT: &str = "foot";

/// The page around its `results`; `since` is what has changed in them.
pub(super) fn embed(
    page: &Page<'static>,
    since: Option<Markup>,
    [filters, foot]: [Option<Markup>; 2],
    results: Element,
    frame: &Environment,
) -> Element {
    el("div")
        .with(page.notice.as_ref().map(|notice| notice::notice(notice).key("notice")))
        .with(since)
        .with(page.narrows.then(|| filter_summary::asked(page).key("asked")))
        .with(filters)
        .with(results)
        .with(foot)
        .with(toast::told(frame.told.as_ref()).key("told"))
}

/// The filters, folded: in a frame there is no room beside the results.
pub(super) fn filters(page: &Page<'static>) -> Element {
    let folded = el("details").with(el("summary").with("Filters")).with(facets(of_class("div", "embed__facets"), page));
    of_class("section", "embed__filters").key(FILTERS).attribute("aria-label", "Filters").with(folded)
}

/// What is shown here, from which source, and the way `back` to the same view by itself.
pub(super) fn foot(page: &Page<'static>, back: String) -> Element {
    let documents = &page.dossier.documents;
    let mut source: Vec<String> =
        documents.iter().take(SOURCES).map(|coded| format!("{} · ", coded.document.source_line())).collect();
    if let more @ 1.. = documents.len() - source.len() {
        source.push(format!("and {} · ", words::count(more, "more document")));
    }
    let open = el("a")
        .attribute("href", back)
        .attribute("target", "_blank")
        .attribute("rel", "noopener")
        .with("Open this view in Standpoint");
    of_class("footer", "embed__foot")
        .key(FOOT)
        .with(el("h1").isolated(page.dossier.cover.title.as_str()))
        .with(el("p").with(open))
        .with(el("p").with(source).with("data ").with(page.dossier.version.as_str()))
}
