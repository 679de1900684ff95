//! Placeholders for lazily loaded content: while it is loaded, and after an error.

use super::action::{Action, button};
use super::markup::{Element, el, of_class};

pub(super) fn loading() -> Element {
    of_class("div", "coming").key("coming").with(of_class("p", "coming__line").with("Fetching this view…"))
}

pub(super) fn load_error() -> Element {
    let advice = "A part of the page could not be loaded. Check the connection and try again. If that does not help, \
                  reload the page. What you had chosen is in the address.";
    of_class("div", "nothing")
        .key("failed")
        .attribute("role", "alert")
        .with(el("h2").with("This view did not come"))
        .with(el("p").with(advice))
        .with(button(Action::Retry, "act").with("Try again"))
}
