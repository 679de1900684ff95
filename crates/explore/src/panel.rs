//! Panels over the view: share, cite, export.

use dossier::markup::escape;

use super::citing::{Cited, cited};
use super::deferred_data::Formats;
use super::engine::Engine;
use super::exporting::{self, ExportPanel};
use super::lists::Switch;
use super::origin::Origin;
use super::{Outline, links, static_page};
use crate::query::{Panel, Query};

/// Content of the open panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelContent {
    /// Share: link and embed code.
    Share(Box<SharePanel>),
    /// Cite: citations.
    Cite(Box<CitePanel>),
    /// Export: data downloads.
    Export(Box<ExportPanel>),
}

/// Content of the share panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePanel {
    /// Absolute URL of the view.
    pub address: String,
    /// Switches for a link without and with the data version.
    pub pins: [Switch; 2],
    /// Whether the link is pinned to the data version.
    pub pinned: bool,
    /// HTML that embeds the view in another page.
    pub code: String,
    /// Absolute URL of the embedded view; `None` for a dossier opened by the user, because a frame would not have its
    /// file and the URL would reveal to the site's host what the user is viewing.
    pub preview: Option<String>,
    /// Title of the view.
    pub title: String,
    /// Closes the panel.
    pub close: Query,
}

/// Content of the cite panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitePanel {
    /// Citable items, narrowest first, each with its reference-manager formats; `None` until the worker has made them.
    pub cited: Vec<(Cited, Option<Formats>)>,
    /// Closes the panel.
    pub close: Query,
}

/// Script in the site's folder that adjusts the height of embedded frames. Other pages load it, so its name must not
/// change.
const HOST_SCRIPT: &str = "embed.js";

/// Height of a frame until it reports its own, in CSS pixels.
const HEIGHT: u32 = 600;

pub(super) fn panel(engine: &Engine, page: &Outline) -> Option<PanelContent> {
    let close = page.query.with_panel(None);
    match page.query.panel? {
        Panel::Share => Some(PanelContent::Share(Box::new(share(engine, page, close)))),
        Panel::Cite => Some(PanelContent::Cite(Box::new(CitePanel { cited: formatted(engine, page), close }))),
        Panel::Export => Some(PanelContent::Export(Box::new(exporting::panel(engine, page)))),
    }
}

fn share(engine: &Engine, page: &Outline, close: Query) -> SharePanel {
    let Outline { query, title, .. } = page;
    let version = engine.dossier.version.as_str();
    let at = query.at.as_deref();
    let sent = query.to_send().pinned(at);
    let framed = Query { embed: true, ..sent.clone() };
    let address = |query: &Query| links::address(engine, &static_page::link(engine, query));
    let pin = |label, at: Option<&str>| Switch { label, current: query.at.as_deref() == at, query: query.pinned(at) };
    SharePanel {
        address: address(&sent),
        pins: [pin("Not pinned", None), pin("Pinned to this data", Some(version))],
        pinned: at.is_some(),
        code: code(&links::address(engine, HOST_SCRIPT), &address(&framed), title),
        preview: (engine.origin == Origin::Embedded).then(|| address(&framed.pinned(None))),
        title: title.clone(),
        close,
    }
}

/// Embed code. The script precedes the frame so that it receives the frame's first message.
fn code(script: &str, address: &str, title: &str) -> String {
    let [script, address, title] = [script, address, title].map(|text| escape(text, "\""));
    format!(
        "<script src=\"{script}\"></script>\n<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border: 0\" loading=\"lazy\"></iframe>"
    )
}

fn formatted(engine: &Engine, page: &Outline) -> Vec<(Cited, Option<Formats>)> {
    let deferred_data = engine.deferred_data();
    let formats = deferred_data.formats.as_ref().filter(|(query, _)| *query == page.query).map(|(_, formats)| formats);
    let cited = cited(engine, page).into_iter().enumerate();
    cited.map(|(place, cited)| (cited, formats.and_then(|formats| formats.get(place).cloned()))).collect()
}
