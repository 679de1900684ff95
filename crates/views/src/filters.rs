//! The filter panel: a column beside the results, or a popover where there is no room. The style sheet decides
//! (`layout.css`).

use explore::{Outline, words};

use super::facets::facets;
use super::markup::{Content as _, Element, Markup, el, of_class};
use super::parts::unseen;

/// Id of the panel.
const FILTERS: &str = "filters";

/// Puts the panel and the button that opens it into `region`.
pub(super) fn filters(page: &Outline<'static>, region: &mut Vec<Markup>) {
    opener(page).put(region);
    panel(page).put(region);
}

fn opener(page: &Outline<'static>) -> Element {
    let picked = (!page.chips.is_empty())
        .then(|| of_class("span", "filters__picked").with(page.chips.len().to_string()).with(unseen(" picked")));
    of_class("button", "act filters__open")
        .key("opener")
        .attribute("type", "button")
        .attribute("popovertarget", FILTERS)
        .with("Filters")
        .with(picked)
}

fn panel(page: &Outline<'static>) -> Element {
    let show = format!("Show {}", words::count(page.count, page.view.noun()));
    let close = |class: &'static str| {
        of_class("button", class)
            .attribute("type", "button")
            .attribute("popovertarget", FILTERS)
            .attribute("popovertargetaction", "hide")
    };
    of_class("aside", "filters")
        .key("filters")
        .attribute("id", FILTERS)
        .attribute("popover", "auto")
        .attribute("aria-label", "Filters")
        .with(
            of_class("div", "filters__head")
                .with(el("h2").with("Filters"))
                .with(close("act").flag("autofocus", true).with("Close")),
        )
        .with(facets(of_class("div", "filters__facets"), page))
        .with(of_class("div", "filters__foot").with(close("act act--lead").with(show)))
}
