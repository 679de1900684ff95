//! Lazily loaded markup: the content of a view, panels, changes, and the frame of an embed. The released page has it in
//! a second WebAssembly module, so nothing on the startup path may call [`render`].

mod compare;
mod import_view;
mod matrix_cell;
mod network;
mod reading;
mod shifts;
mod timeline;
mod verify;

use explore::{Content, Page};

use super::markup::{Element, Markup, el};
use super::{changes_since, embed, empty_state, list, load_error, panel};

/// The lazily loaded parts of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LazyMarkup {
    /// Content of the view; in the matrix its open cell.
    pub(crate) content: Vec<Markup>,
    /// Changes since the data version in the link.
    pub(crate) changes: Option<Element>,
    /// The open panel.
    pub(crate) panel: Option<Element>,
    /// Filters of an embed.
    pub(crate) embed_filters: Option<Element>,
    /// Footer of an embed.
    pub(crate) embed_footer: Option<Element>,
}

impl LazyMarkup {
    /// Placeholder while the code is loaded.
    #[must_use]
    pub fn loading() -> Self {
        Self { content: vec![Markup::Element(load_error::loading())], ..Self::default() }
    }

    /// Message that the code could not be loaded, with a button to retry.
    #[must_use]
    pub fn load_error() -> Self {
        Self { content: vec![Markup::Element(load_error::load_error())], ..Self::default() }
    }
}

/// Renders what the outline of a page lacks.
pub(super) fn render(page: &Page<'static>) -> LazyMarkup {
    LazyMarkup {
        content: content(page),
        changes: page.changes.as_ref().map(changes_since::changes_since),
        panel: page.panel.as_ref().map(panel::panel),
        embed_filters: (page.query.embed && page.narrows).then(|| embed::filters(page)),
        embed_footer: page.standalone.as_ref().map(|address| embed::footer(page, address.clone())),
    }
}

fn content(page: &Page<'static>) -> Vec<Markup> {
    let empty = page.empty_state.as_ref().map(|state| empty_state::empty_state(state).key("nothing"));
    let place: Element = el("div");
    let place = match &page.content {
        Content::Matrix(cell) => place.with(empty).with(cell.as_deref().map(matrix_cell::matrix_cell)),
        Content::List(list) => list::list(place, page, list, empty),
        Content::Timeline(timeline) => timeline::timeline(place.with(empty), timeline),
        Content::Compare(compare) => compare::compare(place.with(empty), compare),
        Content::Network(network) => network::network(place.with(empty), network),
        Content::Verify(report) => verify::verify(place, report, empty),
        Content::Reading(reading) => reading::reading(place.with(empty), reading),
        Content::ImportView(view) => import_view::import_view(place, view),
        Content::Shifts(shifts) => shifts::shifts(place.with(empty), shifts),
    };
    place.children
}
