//! Dispatches the lazily loaded content of a page to its view.

use super::markup::{Content as _, Element, Markup, el};
use super::{
    changes_since, compare, embed, empty_state, import_view, list, matrix_cell, network, panel, reading, shifts,
    timeline, verify,
};
use explore::{Body, Page, Part};

/// The elements of a body, to stand among the results; last what has changed in it, and what stands open over it.
#[must_use]
pub fn body(page: &Page<'static>, body: &Body<'static>) -> Vec<Markup> {
    let advice = body.nothing.as_ref().map(|advice| empty_state::nothing(advice).key("nothing"));
    let place: Element = el("div");
    let place = match &body.part {
        Part::Opened(opened) => place.with(advice).with(opened.as_deref().map(matrix_cell::opened)),
        Part::List(list) => list::list(place, page, list, advice),
        Part::Timeline(timeline) => timeline::timeline(place.with(advice), timeline),
        Part::Compare(compare) => compare::compare(place.with(advice), compare),
        Part::Network(network) => network::network(place.with(advice), network),
        Part::Verify(report) => verify::verify(place, report, advice),
        Part::Reading(reading) => reading::reading(place.with(advice), reading),
        Part::ImportView(opening) => import_view::opening(place, opening),
        Part::Shifts(shifts) => shifts::shifts(place.with(advice), shifts),
    };
    let mut nodes = place.children;
    if let Some(back) = &body.framed {
        page.narrows.then(|| embed::filters(page)).put(&mut nodes);
        embed::foot(page, back.clone()).put(&mut nodes);
    }
    body.since.as_ref().map(changes_since::since).put(&mut nodes);
    body.panel.as_ref().map(panel::panel).put(&mut nodes);
    nodes
}
