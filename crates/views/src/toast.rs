//! Toasts: short messages about the last action.

use super::action::{Action, button};
use super::markup::{Element, el, of_class};

/// A line at the foot of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Done, no more to do.
    Done(&'static str),
    /// The reader must copy this by hand.
    CopyByHand(String),
    /// Something takes a while: what, and how far it has come, of a hundred.
    Doing(String, u32),
    /// Something went wrong: what, and what to do.
    Trouble(String),
}

pub(super) fn told(told: Option<&Told>) -> Element {
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
        Told::Doing(what, percent) => of_class("p", "told__line")
            .key("doing")
            .with(what.clone())
            .with(" ")
            .with(el("progress").attribute("max", "100").attribute("value", percent.to_string())),
        Told::Trouble(what) => of_class("div", "told__line")
            .key("trouble")
            .with(what.clone())
            .with(" ")
            .with(button(Action::Hush, "act").with("Close")),
    });
    of_class("div", "told").attribute("role", "status").with(line)
}
