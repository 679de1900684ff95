//! The open cell of the matrix: one stakeholder's positions on one issue.

use crate::markup::{Element, el, of_class};
use crate::parts::{bdi, link};
use crate::position;
use explore::{MatrixCell, words};

pub(crate) fn matrix_cell(opened: &MatrixCell<'static>) -> Element {
    let more = (opened.more > 0).then(|| {
        let says = format!("{} more here: the list below has all.", words::count(opened.more, "position"));
        of_class("p", "opened__hidden").with(says)
    });
    let hidden = (opened.hidden > 0).then(|| {
        let says = format!("The filters hide {} more here.", words::count(opened.hidden, "position"));
        of_class("p", "opened__hidden").with(says)
    });
    of_class("section", "opened")
        .key("opened")
        .attribute("aria-label", "The opened cell")
        .with(
            of_class("div", "section__head")
                .with(el("h2").with(bdi(opened.holder)).with(" on ").with(bdi(opened.issue)))
                .with(el("p").isolated(opened.proposition)),
        )
        .each(&opened.positions, position::position)
        .with(more)
        .with(hidden)
        .with(
            of_class("p", "item__acts")
                .with(link(&opened.list).with("As a list, to filter further"))
                .with(link(&opened.close).with("Close")),
        )
}
