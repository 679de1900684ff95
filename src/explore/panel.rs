//! What stands open over the view: how to send it, how to cite it, and how to take its data along.

use super::edition::Edition;
use super::exporting::{self, ExportPanel};
use super::{Page, leaf, sending};
use crate::query::{Panel, Query};

/// What an open panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelBody {
    /// How to send the view.
    Share(SharePanel),
    /// How to cite it.
    Cite(CitePanel),
    /// How to take its data along.
    Export(Box<ExportPanel>),
}

/// How to send the view to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePanel {
    /// The whole address to send.
    pub address: String,
    /// Closes the panel.
    pub close: Query,
}

/// How to cite what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitePanel {
    /// The view as plain text, with the address at which it is found.
    pub view: String,
    /// Closes the panel.
    pub close: Query,
}

pub(super) fn panel(edition: &Edition, page: &Page) -> Option<PanelBody> {
    let query = &page.query;
    let close = query.with_panel(None);
    let address = |query: &Query| sending::address(edition, &leaf::link(edition, query));
    match query.panel? {
        Panel::Share => Some(PanelBody::Share(SharePanel { address: address(&query.to_send()), close })),
        Panel::Cite => {
            let pinned = address(&query.to_send().pinned(Some(&edition.dossier.version)));
            Some(PanelBody::Cite(CitePanel { view: format!("{} {pinned}", page.citation), close }))
        }
        Panel::Export => Some(PanelBody::Export(Box::new(exporting::panel(edition, page)))),
    }
}
