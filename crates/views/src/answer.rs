//! Answers a request with a rendered page: in the page, in the worker, and for static pages.

use explore::query::Query;
use explore::query::codec::Decoded;
use explore::{Engine, Outline, explore_around, is_outline, outline};
use serde::{Deserialize, Serialize};

use super::lazy::{self, LazyMarkup};
use super::markup::{Content as _, Markup, Text, el, of_class};
use super::{filter_summary, filters, masthead, matrix, notice, tabs};

/// Id of the results.
pub const RESULTS: &str = "results";

/// A request for a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRequest {
    /// The decoded URL.
    pub asked: Decoded,
    /// Absolute URL of the site's folder, with a slash at its end.
    pub address: String,
    /// Whether the theme is dark.
    pub dark: bool,
    /// Whether the site carries texts of articles, which only a publisher who holds the rights puts there.
    pub has_texts: bool,
    /// The entry (index from 0) that the user has scrolled to in the list of this query.
    pub entry: Option<(Query, usize)>,
}

impl PageRequest {
    /// The entry to render the list of `query` around. An opened item or panel does not move the list.
    fn entry_of(&self, query: &Query) -> Option<usize> {
        let (listed, entry) = self.entry.as_ref()?;
        let query = query.with_panel(None);
        let is_same = query == *listed || query == listed.with_item(None);
        is_same.then_some(*entry)
    }
}

/// A rendered page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The query that is answered: the requested one without what the dossier lacks.
    pub query: Query,
    /// Document title.
    pub title: String,
    /// Counts and filters in words, for announcements.
    pub sentence: String,
    /// Whether the view can be searched and filtered.
    pub narrows: bool,
    /// Markup by region.
    pub regions: Regions,
}

/// Markup of a page by region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regions {
    /// Title, source, and actions on the whole page. Empty in an embed.
    pub head: Vec<Markup>,
    /// Ignored parts of the link, and changes since its data version.
    pub notice: Vec<Markup>,
    /// Counts and active filters.
    pub summary: Vec<Markup>,
    /// Filter panel.
    pub filters: Vec<Markup>,
    /// The view.
    pub results: Vec<Markup>,
    /// The open panel: a dialog.
    pub panel: Vec<Markup>,
    /// Footers, for the screen and for print.
    pub foot: Vec<Markup>,
}

/// Answers `request`. The page in the browser loads this function lazily: see [`first_view`].
#[must_use]
pub fn answer(engine: &Engine<'static>, request: &PageRequest) -> Answer {
    let page = explore_around(engine, &request.asked, &|query| request.entry_of(query));
    let lazy = lazy::render(&page);
    finish(page.outline, lazy, request)
}

/// Answers `request` as [`answer()`] does, without the code that is loaded lazily; `None` if it needs that.
#[must_use]
pub fn first_view(engine: &Engine<'static>, request: &PageRequest) -> Option<Answer> {
    let outline = is_outline(engine, &request.asked).then(|| outline(engine, &request.asked))?;
    outline.matrix.is_some().then(|| finish(outline, LazyMarkup::default(), request))
}

/// The page of `request` with a message in place of its content.
#[must_use]
pub fn placeholder(engine: &Engine<'static>, request: &PageRequest, message: LazyMarkup) -> Answer {
    let mut outline = outline(engine, &request.asked);
    if request.asked.query.is_searched() {
        outline.matrix = None;
    }
    finish(outline, message, request)
}

fn finish(outline: Outline<'static>, lazy: LazyMarkup, request: &PageRequest) -> Answer {
    let mut regions = regions(&outline, lazy, request);
    let language = outline.dossier.cover.language.as_str();
    if language != LANGUAGE {
        let Regions { head, notice, summary, filters, results, panel, foot } = &mut regions;
        for region in [head, notice, summary, filters, results, panel, foot] {
            set_language(region, language);
        }
    }
    Answer {
        sentence: outline.sentence(),
        narrows: outline.narrows,
        title: outline.title,
        query: outline.query,
        regions,
    }
}

fn regions(page: &Outline<'static>, lazy: LazyMarkup, request: &PageRequest) -> Regions {
    let mut regions = Regions::default();
    let LazyMarkup { content, changes, panel, embed_filters, embed_footer } = lazy;
    page.notice.as_ref().map(|notice| notice::notice(notice).key("notice")).put(&mut regions.notice);
    changes.put(&mut regions.notice);
    page.narrows.then(|| filter_summary::filter_summary(page).key("summary")).put(&mut regions.summary);
    let results = of_class("main", "results")
        .key("results")
        .attribute("id", RESULTS)
        .attribute("tabindex", "-1")
        .with(tabs::tabs(&page.tabs));
    let results = match &page.matrix {
        Some(matrix) => matrix::matrix(results, matrix, content),
        None => results.with(content),
    };
    results.put(&mut regions.results);
    panel.put(&mut regions.panel);
    if page.query.embed {
        embed_filters.put(&mut regions.filters);
        embed_footer.put(&mut regions.foot);
        return regions;
    }
    of_class("a", "skip").attribute("href", "#results").with("Skip to the results").put(&mut regions.head);
    masthead::masthead(page, request.dark).key("masthead").put(&mut regions.head);
    if page.narrows {
        filters::filters(page, &mut regions.filters);
    }
    footer(page, request, &mut regions.foot);
    regions
}

fn footer(page: &Outline<'static>, request: &PageRequest, foot: &mut Vec<Markup>) {
    let cover = &page.dossier.cover;
    of_class("footer", "colophon")
        .key("colophon")
        .with(el("p").isolated(cover.description.as_str()))
        .with(
            el("p")
                .with("Positions are summarized in our words; only what stands in quotation marks is quoted. Coding: ")
                .with(cover.license.as_str())
                .with(". Nothing that you choose leaves your browser. ")
                .with(request.has_texts.then_some(RIGHTS)),
        )
        .with(el("p").each(&page.tools, masthead::tool))
        .put(foot);
    // Shown in print only: the data needed to find the view again.
    of_class("footer", "paper")
        .key("paper")
        .with(el("p").with(page.sentence()).with("."))
        .with(el("p").with(page.citation.clone()))
        .with(el("p").with(page.address.clone()))
        .put(foot);
}

/// Language of the page's own words.
const LANGUAGE: &str = "en";

/// Footer line on a site that carries texts of articles.
const RIGHTS: &str = "The article’s text is embedded by the publisher, who holds the rights.";

/// Sets the language of the dossier's texts: of each element with a direction of its own and no language, except
/// fields, which hold the user's text or sentences of the page.
fn set_language(nodes: &mut [Markup], language: &'static str) {
    for node in nodes {
        let Markup::Element(element) = node else { continue };
        let has = |sought: &str| element.attributes.iter().any(|(name, _)| *name == sought);
        let is_field = matches!(&*element.tag, "input" | "textarea");
        if has("dir") && !has("lang") && !is_field {
            element.attributes.push((Text::Borrowed("lang"), language.into()));
        }
        set_language(&mut element.children, language);
    }
}
