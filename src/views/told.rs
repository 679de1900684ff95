//! What the page tells the reader about what it just did.

use super::action::{Action, button};
use super::node::{El, el, of_class};

/// A line at the foot of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Done, no more to do.
    Done(&'static str),
    /// The reader must copy this by hand.
    CopyByHand(String),
}

pub(super) fn told(told: Option<&Told>) -> El {
    let line = told.map(|told| match told {
        Told::Done(what) => of_class("p", "told__line").key("done").with(*what),
        Told::CopyByHand(text) => of_class("div", "told__line told__line--copy")
            .key("copy")
            .with(
                el("label")
                    .with("Your browser did not let the page copy. Copy this by hand:")
                    .with(of_class("input", "told__text").flag("readonly", true).attribute("value", text.clone())),
            )
            .with(button(Action::Hush, "act").with("Close")),
    });
    of_class("div", "told").attribute("role", "status").with(line)
}
