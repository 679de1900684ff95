//! Panels over the view: share, cite, export.

use super::citing::{Cited, cited};
use super::deferred_data::Formats;
use super::engine::Engine;
use super::exporting::{self, ExportPanel};
use super::lists::Switch;
use super::origin::Origin;
use super::{Page, sending, static_page};
use crate::query::codec::href;
use crate::query::{Panel, Query};

/// What an open panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelBody {
    /// How to send the view.
    Share(Box<SharePanel>),
    /// How to cite it.
    Cite(Box<CitePanel>),
    /// How to take its data along.
    Export(Box<ExportPanel>),
}

/// How to send the view to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePanel {
    /// The whole address to send.
    pub address: String,
    /// Without the data version, and with it.
    pub pins: [Switch; 2],
    /// Whether the link names the data version.
    pub pinned: bool,
    /// What shows the view inside another page: HTML.
    pub code: String,
    /// The whole address of the view as it stands there; `None` for a reader's own dossier: a frame would not have its file, and
    /// its address would tell the site's host what the reader looks at.
    pub preview: Option<String>,
    /// What the view is called.
    pub title: String,
    /// Closes the panel.
    pub close: Query,
}

/// How to cite what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitePanel {
    /// What can be cited, the narrowest first; in the formats of reference managers once they are made.
    pub cited: Vec<(Cited, Option<Formats>)>,
    /// Closes the panel.
    pub close: Query,
}

/// The script that gives frames their height, in the site's folder. Its name never changes: other pages load it.
const HOST_SCRIPT: &str = "embed.js";

/// How high a frame is until it is told, in CSS pixels.
const HEIGHT: u32 = 600;

pub(super) fn panel(engine: &Engine, page: &Page) -> Option<PanelBody> {
    let close = page.query.with_panel(None);
    match page.query.panel? {
        Panel::Share => Some(PanelBody::Share(Box::new(share(engine, page, close)))),
        Panel::Cite => Some(PanelBody::Cite(Box::new(CitePanel { cited: formatted(engine, page), close }))),
        Panel::Export => Some(PanelBody::Export(Box::new(exporting::panel(engine, page)))),
    }
}

fn share(engine: &Engine, page: &Page, close: Query) -> SharePanel {
    let Page { query, title, .. } = page;
    let version = engine.dossier.version.as_str();
    let at = query.at.as_deref();
    let sent = query.to_send().pinned(at);
    let framed = Query { embed: true, ..sent.clone() };
    let address = |query: &Query| sending::address(engine, &static_page::link(engine, query));
    let pin = |label, at: Option<&str>| Switch { label, current: query.at.as_deref() == at, query: query.pinned(at) };
    SharePanel {
        address: address(&sent),
        pins: [pin("Not pinned", None), pin("Pinned to this data", Some(version))],
        pinned: at.is_some(),
        code: code(&sending::address(engine, HOST_SCRIPT), &address(&framed), title),
        preview: (engine.origin == Origin::Embedded).then(|| address(&framed.pinned(None))),
        title: title.clone(),
        close,
    }
}

/// The script, then the frame: so that the script hears what the frame says first.
fn code(script: &str, address: &str, title: &str) -> String {
    let [script, address, title] = [script, address, title].map(escaped);
    format!(
        "<script src=\"{script}\"></script>\n<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border: 0\" loading=\"lazy\"></iframe>"
    )
}

/// As it stands in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

fn formatted(engine: &Engine, page: &Page) -> Vec<(Cited, Option<Formats>)> {
    let deferred_data = engine.deferred_data();
    let formats =
        deferred_data.formats.as_ref().filter(|(link, _)| *link == href(&page.query)).map(|(_, formats)| formats);
    let cited = cited(engine, page).into_iter().enumerate();
    cited.map(|(place, cited)| (cited, formats.and_then(|formats| formats.get(place).cloned()))).collect()
}
