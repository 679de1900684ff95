//! The newest page on the screen: slice by slice, where it is too large to be shown at once.
//!
//! A page of the embedded dossier is one slice. One of a large dossier is shown in several, each a task of its own, so that
//! the browser can paint and listen in between. A newer page takes the place of one that is not whole yet.

use std::cell::RefCell;
use std::time::Duration;

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

thread_local! {
    /// There is one screen. It is reached from wherever something waits for it, and a handle to it that may wait takes more
    /// room than it does.
    static SCREEN: RefCell<Option<Showing>> = const { RefCell::new(None) };
}

/// Does something with what is shown; nothing before [`take_over`].
fn with(act: &mut dyn FnMut(&mut Showing)) {
    SCREEN.with_borrow_mut(|screen| {
        if let Some(showing) = screen {
            act(showing);
        }
    });
}

/// Takes over `parent`, which must be empty.
pub(super) fn take_over(parent: web_sys::Element) {
    let showing = Showing { root: Root::of(parent), nodes: Vec::new(), coming: false, then: None };
    SCREEN.set(Some(showing));
}

/// Shows a page in place of the one before: at once, or as much as a slice holds, and the rest after.
pub(super) fn show(mut nodes: Vec<Node>) {
    with(&mut |showing| std::mem::swap(&mut showing.nodes, &mut nodes));
    go_on();
}

/// Calls `then`: now, or once the page is whole. Of several calls the last one counts.
pub(super) fn once_whole(then: Then) {
    let mut now = Some(then);
    with(&mut |showing| {
        if showing.coming {
            showing.then = now.take();
        }
    });
    if let Some(then) = now {
        then();
    }
}

fn go_on() {
    let mut then = None;
    with(&mut |showing| {
        if showing.root.show(&showing.nodes, SLICE) {
            then = showing.then.take();
        } else if !showing.coming {
            showing.coming = true;
            // A timer, not a frame: a page in the background has no frames.
            let next = || {
                with(&mut |showing| showing.coming = false);
                go_on();
            };
            later(Duration::ZERO, Box::new(next));
        }
    });
    if let Some(then) = then {
        then();
    }
}
