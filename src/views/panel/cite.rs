//! How to cite what is shown.

use super::super::node::El;
use super::{dialog, text};
use crate::explore::CitePanel;

pub(super) fn cite(panel: &CitePanel) -> El {
    dialog("Cite", &panel.close, text("cite-view", "This view", panel.view.clone()))
}
