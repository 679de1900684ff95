//! From a [`Page`] to elements: one component a file, named for what it shows. Pure: the same views are shown in a
//! browser, checked in a native test, and written as HTML. Links are plain `<a href>`; a button carries the word of its
//! [`Action`].

#![expect(clippy::unnecessary_box_returns, reason = "`markup::Element` is handed on at every step of a view")]

mod action;
mod body;
mod changes_since;
mod compare;
mod embed;
mod empty_state;
mod event;
mod excerpt;
mod facets;
mod file_input;
mod filter_summary;
mod filters;
pub mod help;
mod import_view;
mod item_summary;
mod list;
pub mod loading;
mod masthead;
mod matrix;
mod matrix_cell;
pub mod more;
mod network;
pub mod markup;
mod notice;
mod panel;
mod parts;
mod position;
mod question;
mod quote;
mod reading;
pub mod search;
mod shifts;
mod stakeholder;
mod tabs;
mod timeline;
mod toast;
mod verify;
mod window;

pub use action::Action;
pub use body::body;
pub use markup::Markup;
pub use panel::{DOING, WHOLE};
pub use toast::Told;

use explore::Page;
use explore::query::Query;
use markup::{el, of_class};

/// What the browser around the page is like, and what was just done. Nothing of it is in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "six facts about a browser that have nothing to do with each other")]
pub struct Environment {
    /// Whether the filters have room beside the results.
    pub wide: bool,
    /// Whether there is room for one issue at a time only.
    pub narrow: bool,
    /// Whether it is not known yet, since the page is being written for whoever comes. What differs by width is then there for
    /// each, and the style sheet shows one.
    pub served: bool,
    /// Whether the theme is dark.
    pub dark: bool,
    /// Whether the site carries texts of articles, which only a publisher who holds the rights puts there.
    pub has_texts: bool,
    /// Whether the shortcuts act.
    pub shortcuts: bool,
    /// The address of the site's folder.
    pub address: String,
    /// What is told at the foot of the page.
    pub told: Option<Told>,
    /// What a screen reader announces: the counts, once the reader rests.
    pub announced: String,
    /// What was asked where the reader of a long list last moved on, and which of its entries was read, counted from 0.
    pub reading: Option<(Query, usize)>,
}

impl Environment {
    /// The whole address of a link of ours.
    #[must_use]
    pub fn address_of(&self, link: &str) -> String {
        [&self.address, link.strip_prefix("./").unwrap_or(link)].concat()
    }

    /// Which entry of the list that `query` shows is read, if that is known: the list of what was asked then. Whoever opens
    /// something else comes to that anew; whoever closes it stays.
    #[must_use]
    pub fn at(&self, query: &Query) -> Option<usize> {
        let (asked, at) = self.reading.as_ref()?;
        // What stands open over the list moves nothing in it.
        let query = query.with_panel(None);
        let same = query == *asked || query == asked.with_item(None);
        same.then_some(*at)
    }
}

/// The whole page, as the children of its root. `body` are the elements of its [`body()`], where it has one.
#[must_use]
pub fn page(page: &Page<'static>, mut body: Vec<Markup>, environment: &Environment) -> Vec<Markup> {
    let cover = &page.dossier.cover;
    // These are about the whole page, wherever the rest of the body stands.
    let panel = last(&mut body, panel::KEY);
    let since = last(&mut body, changes_since::KEY);
    let foot = last(&mut body, embed::FOOT);
    let filters = last(&mut body, embed::FILTERS);
    let results = of_class("main", "results")
        .key("results")
        .attribute("id", RESULTS)
        .attribute("tabindex", "-1")
        .with(tabs::tabs(&page.tabs));
    let results = match &page.matrix {
        Some(matrix) => matrix::matrix(results, matrix, body, environment),
        None => results.with(body),
    };
    let status = of_class("p", "unseen").attribute("role", "status").with(environment.announced.clone());
    if page.query.embed {
        let root = embed::embed(page, since, [filters, foot], results, environment).with(status.key("status"));
        return in_language(root, &cover.language).children;
    }
    let body = of_class("div", if page.narrows { "body" } else { "body body--alone" });
    let body = if page.narrows { filters::filters(body, page, environment) } else { body }.with(results);
    let colophon = of_class("footer", "colophon").with(el("p").isolated(cover.description.as_str())).with(
        el("p")
            .with("Positions are summarized in our words; only what stands in quotation marks is quoted. Coding: ")
            .with(cover.license.as_str())
            .with(". Nothing that you choose leaves your browser. ")
            .with(environment.has_texts.then_some(RIGHTS)),
    );
    let colophon = colophon.with(el("p").each(&page.tools, masthead::tool));
    // What one who holds the paper needs to find the view again.
    let paper = of_class("footer", "paper")
        .with(el("p").with(page.sentence()).with("."))
        .with(el("p").with(page.citation.clone()))
        .with(el("p").with(environment.address_of(&page.cited)));
    let root = el("div")
        .with(of_class("a", "skip").attribute("href", "#results").with("Skip to the results"))
        .with(masthead::masthead(page, environment).key("masthead"))
        .with(page.notice.as_ref().map(|notice| notice::notice(notice).key("notice")))
        .with(since)
        .with(page.narrows.then(|| search::search(&page.query.text).key("search")))
        .with(page.narrows.then(|| filter_summary::asked(page).key("asked")))
        .with(body.key("body"))
        .with(colophon.key("colophon"))
        .with((!environment.served).then(|| paper.key("paper")))
        .with(status.key("status"))
        .with(panel)
        .with(toast::told(environment.told.as_ref()).key("told"))
        .with((!environment.served).then(|| help::dialog(environment.shortcuts).key("help")));
    in_language(root, &cover.language).children
}

/// The language of the page's own words.
const LANGUAGE: &str = "en";

/// `root` with the language of its texts of the dossier, where that is not the page's. Those of another language say so themselves.
fn in_language(mut root: markup::Element, language: &'static str) -> markup::Element {
    if language != LANGUAGE {
        say_language(&mut root.children, language);
    }
    root
}

fn say_language(nodes: &mut [Markup], language: &'static str) {
    for node in nodes {
        let Markup::Element(element) = node else { continue };
        let has = |sought: &str| element.attributes.iter().any(|(name, _)| *name == sought);
        // What stands in a field is the reader's, or sentences of the page.
        let is_field = matches!(element.tag, "input" | "textarea");
        if has("dir") && !has("lang") && !is_field {
            element.attributes.push(("lang", language.into()));
        }
        say_language(&mut element.children, language);
    }
}

/// The last of `nodes`, if it is called `key`.
fn last(nodes: &mut Vec<Markup>, key: &'static str) -> Option<Markup> {
    nodes.pop_if(|node| matches!(node, Markup::Element(element) if element.key == Some(key)))
}

/// What the foot of the page says where the site carries texts of articles.
const RIGHTS: &str = "The article’s text is embedded by the publisher, who holds the rights.";

/// The id of the results.
pub const RESULTS: &str = "results";
