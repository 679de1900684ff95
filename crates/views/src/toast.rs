//! Toasts: short messages about the last action.

use super::action::{Action, button};
use super::markup::{Element, el, of_class};

/// A toast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toast {
    /// Something is done.
    Done(String),
    /// Text to copy by hand.
    CopyByHand(String),
    /// Progress of a step, in percent.
    Progress(String, u32),
    /// An error, and what to do.
    Error(String),
}

pub(super) fn toast(toast: Option<&Toast>) -> Element {
    let line = toast.map(|toast| match toast {
        Toast::Done(what) => of_class("p", "toast__line").key("done").with(what.clone()),
        Toast::CopyByHand(text) => of_class("div", "toast__line toast__line--copy")
            .key("copy")
            .with(
                el("label")
                    .with("Your browser did not let the page copy. Copy this by hand:")
                    .with(of_class("input", "toast__text").flag("readonly", true).attribute("value", text.clone())),
            )
            .with(button(Action::Dismiss, "act").with("Close")),
        Toast::Progress(what, percent) => of_class("p", "toast__line")
            .key("doing")
            .with(what.clone())
            .with(" ")
            .with(el("progress").attribute("max", "100").attribute("value", percent.to_string())),
        Toast::Error(what) => of_class("div", "toast__line")
            .key("error")
            .with(what.clone())
            .with(" ")
            .with(button(Action::Dismiss, "act").with("Close")),
    });
    of_class("div", "toast").attribute("role", "status").with(line)
}
