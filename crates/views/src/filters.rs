//! The filter panel: a column on wide screens, a drawer on narrow ones.

use super::Environment;
use super::action::{Action, button};
use super::facets::facets;
use super::markup::{Element, el, of_class};
use super::parts::unseen;
use explore::{Page, words};

const DRAWER: &str = "filters";

/// Puts the filters into the body of the page.
pub(super) fn filters(body: Element, page: &Page<'static>, environment: &Environment) -> Element {
    let rail = || of_class("aside", "rail").key("rail").attribute("aria-label", "Filters");
    if environment.served {
        // Filters are nothing without the program that answers them: it brings them along, into the room that is kept.
        body.with(rail()).with(opener(page))
    } else if environment.wide {
        body.with(facets(rail().with(of_class("h2", "unseen").with("Filters")), page))
    } else {
        body.with(opener(page)).with(drawer(page))
    }
}

fn opener(page: &Page<'static>) -> Element {
    let picked = (!page.chips.is_empty())
        .then(|| of_class("span", "drawer__picked").with(page.chips.len().to_string()).with(unseen(" picked")));
    button(Action::Open, "act drawer__open")
        .key("opener")
        .attribute("aria-haspopup", "dialog")
        .attribute("data-link", DRAWER)
        .with("Filters")
        .with(picked)
}

fn drawer(page: &Page<'static>) -> Element {
    let show = format!("Show {}", words::count(page.count, words::noun(page.view)));
    el("dialog").key("drawer").class("drawer").attribute("id", DRAWER).attribute("aria-label", "Filters").with(
        of_class("div", "drawer__inside")
            .with(
                of_class("div", "drawer__head")
                    .with(el("h2").with("Filters"))
                    .with(button(Action::Close, "act").with("Close")),
            )
            .with(facets(of_class("div", "drawer__scroll"), page))
            .with(of_class("div", "drawer__foot").with(button(Action::Close, "act act--lead").with(show))),
    )
}
