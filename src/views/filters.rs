//! Where the filters stand: beside the results on a wide screen, in a drawer on a narrow one.

use super::action::{Action, button};
use super::facets::facets;
use super::node::{Element, el, of_class};
use super::parts::unseen;
use crate::explore::{Page, words};

const DRAWER: &str = "filters";

pub(super) fn filters(page: &Page<'static>, wide: bool) -> Vec<Element> {
    if wide {
        let rail = of_class("aside", "rail").key("rail").attribute("aria-label", "Filters").add(facets(page));
        vec![rail]
    } else {
        vec![opener(page), drawer(page)]
    }
}

fn opener(page: &Page<'static>) -> Element {
    let picked = (!page.chips.is_empty())
        .then(|| of_class("span", "drawer__picked").add(page.chips.len().to_string()).add(unseen(" picked")));
    button(Action::Open, "act drawer__open")
        .key("opener")
        .attribute("aria-haspopup", "dialog")
        .attribute("data-link", DRAWER)
        .add("Filters")
        .add(picked)
}

fn drawer(page: &Page<'static>) -> Element {
    let shown = page.tabs.iter().find(|tab| tab.current).map_or(0, |tab| tab.count);
    let show = format!("Show {}", words::count(shown, words::noun(page.view)));
    el("dialog").key("drawer").class("drawer").attribute("id", DRAWER).attribute("aria-label", "Filters").add(
        of_class("div", "drawer__inside")
            .add(
                of_class("div", "drawer__head")
                    .add(el("h2").add("Filters"))
                    .add(button(Action::Close, "act").add("Close")),
            )
            .add(of_class("div", "drawer__scroll").add(facets(page)))
            .add(of_class("div", "drawer__foot").add(button(Action::Close, "act act--lead").add(show))),
    )
}
