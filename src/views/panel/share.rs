//! How to send the view to somebody.

use super::super::action::{Action, button};
use super::super::node::El;
use super::{dialog, line};
use crate::explore::SharePanel;

pub(super) fn share(panel: &SharePanel) -> El {
    // Shown by `ui::panel` where the system has such a sheet.
    let sheet = button(Action::Share, "act")
        .attribute("data-link", panel.address.clone())
        .flag("hidden", true)
        .with("Send with another app");
    dialog("Share this view", &panel.close, vec![line("share-link", "The link", panel.address.clone()), sheet])
}
