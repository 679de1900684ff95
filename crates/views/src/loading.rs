//! Placeholders while lazily loaded content is fetched, and after it failed.

use super::Markup;
use super::action::{Action, button};
use super::markup::{Content as _, Element, el, of_class};

/// It is on its way.
#[must_use]
pub fn coming() -> Vec<Markup> {
    put(of_class("div", "coming").key("coming").with(of_class("p", "coming__line").with("Fetching this view…")))
}

/// It did not come.
#[must_use]
pub fn failed() -> Vec<Markup> {
    let advice = "A part of the page could not be loaded. Check the connection and try again. If that does not help, \
                  reload the page. What you had chosen is in the address.";
    put(of_class("div", "nothing")
        .key("failed")
        .attribute("role", "alert")
        .with(el("h2").with("This view did not come"))
        .with(el("p").with(advice))
        .with(button(Action::Again, "act").with("Try again")))
}

fn put(element: Element) -> Vec<Markup> {
    let mut nodes = Vec::new();
    element.put(&mut nodes);
    nodes
}
