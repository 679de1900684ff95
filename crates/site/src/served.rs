//! The program's elements, made fit to be served: their links lead somewhere without the program, and what only the program
//! uses is left to it.

use dossier::ItemKind;
use explore::{Engine, StaticPage};
use explore::query::codec::{decode, encode};
use explore::query::{Facet, Pick, Query, View};
use views::Markup;

/// Attributes that the program puts there when it takes over: hints for the mouse, and what its listeners go by.
const LATER: &[&str] = &["title", "aria-keyshortcuts", "data-row", "data-act", "data-link", "data-text"];

/// Makes `nodes` of the page at `path` fit to be served.
pub(crate) fn settle(engine: &Engine<'static>, path: &str, nodes: &mut [Markup]) {
    for node in nodes {
        let Markup::Element(element) = node else { continue };
        let is_drawn = element.tag == "svg";
        element.attributes.retain(|(name, _)| is_drawn || !LATER.contains(name));
        for (name, value) in &mut element.attributes {
            if *name == "href" {
                *value = href(engine, path, value).into();
            }
        }
        settle(engine, path, &mut element.children);
    }
}

/// Where a link of ours leads without the program, from the site's folder on.
fn href(engine: &Engine<'static>, path: &str, link: &str) -> String {
    if link.starts_with('#') {
        // Every link of a static page is relative to the site's folder.
        return format!("{path}{link}");
    }
    if !link.starts_with('?') {
        return link.to_owned();
    }
    static_page(engine, &decode(link).query).map_or_else(|| link.to_owned(), |static_page| static_page.path)
}

/// The static page that shows what `query` leads to: the thing that it opens, or just what it asks for.
fn static_page(engine: &Engine<'static>, query: &Query) -> Option<StaticPage> {
    let item = query.item.as_deref().and_then(|item| {
        let kinds: &[ItemKind] = match query.view {
            View::Matrix | View::Positions | View::Shifts => &[ItemKind::Position],
            View::Quotes => &[ItemKind::Quote],
            View::Stakeholders => &[ItemKind::Stakeholder],
            View::Timeline => &[ItemKind::Event, ItemKind::Position],
            View::Compare | View::Network | View::Questions | View::Verify | View::Reading | View::Open => &[],
        };
        kinds.iter().find_map(|&kind| StaticPage::of(engine, kind, item))
    });
    item.or_else(|| alone(engine, query)).or_else(|| of_view(query))
}

/// The static page of the one issue or the one stakeholder that `query` asks for alone, in a view that shows either.
fn alone(engine: &Engine<'static>, query: &Query) -> Option<StaticPage> {
    let mut picked = query.picked();
    let (facet, value, pick) = picked.next()?;
    let only = picked.next().is_none() && pick == Pick::Include && query.text.is_empty() && query.from.is_none();
    if !only || !matches!(query.view, View::Matrix | View::Positions | View::Stakeholders) {
        return None;
    }
    match facet {
        Facet::Issue => StaticPage::of(engine, ItemKind::Issue, value),
        Facet::Who => StaticPage::of(engine, ItemKind::Stakeholder, value),
        Facet::Camp | Facet::Stance | Facet::Basis | Facet::Form | Facet::Has | Facet::Doc => None,
    }
}

/// The static page of the view, if `query` asks for nothing else.
fn of_view(query: &Query) -> Option<StaticPage> {
    StaticPage::of_view(query.view).filter(|static_page| encode(&static_page.query) == encode(query))
}
