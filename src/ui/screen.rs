//! The newest page on the screen: slice by slice, where it is too large to be shown at once.
//!
//! A page of the embedded dossier is one slice. One of a large dossier is shown in several, each a task of its own, so that
//! the browser can paint and listen in between. A newer page takes the place of one that is not whole yet.

use std::time::Duration;

use reactive_graph::owner::{LocalStorage, StoredValue};
use reactive_graph::traits::UpdateValue as _;

use super::browser::later;
use super::dom::Root;
use crate::views::Node;

/// How many changes a slice makes: more than any page of the embedded dossier needs, and on a slow phone still no longer
/// than what goes unnoticed (`docs/scaling.md`).
const SLICE: usize = 12_000;

/// What waits until the page is whole.
type Then = Box<dyn FnOnce()>;

/// The newest page, and how far it is shown.
struct Showing {
    root: Root,
    nodes: Vec<Node>,
    /// Whether the next slice is on its way.
    coming: bool,
    /// What is to be done once the page is whole.
    then: Option<Then>,
}

/// The screen.
#[derive(Clone, Copy)]
pub(super) struct Screen(StoredValue<Showing, LocalStorage>);

impl Screen {
    /// Takes over `parent`, which must be empty.
    pub(super) fn of(parent: web_sys::Element) -> Self {
        let showing = Showing { root: Root::of(parent), nodes: Vec::new(), coming: false, then: None };
        Self(StoredValue::new_local(showing))
    }

    /// Shows a page in place of the one before: at once, or as much as a slice holds, and the rest after.
    pub(super) fn show(self, nodes: Vec<Node>) {
        self.0.update_value(|showing| showing.nodes = nodes);
        self.go_on();
    }

    /// Calls `then`: now, or once the page is whole. Of several calls the last one counts.
    pub(super) fn once_whole(self, then: Then) {
        let mut now = Some(then);
        self.0.update_value(|showing| {
            if showing.coming {
                showing.then = now.take();
            }
        });
        if let Some(then) = now {
            then();
        }
    }

    fn go_on(self) {
        let mut then = None;
        self.0.update_value(|showing| {
            if showing.root.show(&showing.nodes, SLICE) {
                then = showing.then.take();
            } else if !showing.coming {
                showing.coming = true;
                // A timer, not a frame: a page in the background has no frames.
                let next = move || {
                    self.0.update_value(|showing| showing.coming = false);
                    self.go_on();
                };
                later(Duration::ZERO, Box::new(next));
            }
        });
        if let Some(then) = then {
            then();
        }
    }
}
