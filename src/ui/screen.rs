//! The newest page on the screen: slice by slice, where it is too large to be shown at once.
//!
//! A page of the embedded dossier is one slice. One of a large dossier is shown in several, each laid out and painted before
//! the next, so that no task is long and the browser can listen in between. A newer page takes the place of one that is not whole yet.

use super::browser::{after_paint, before_paint};
use super::dom::Root;
use super::kept::Kept;
use views::Markup;

/// How many changes a slice of a page makes that may be large: what goes unnoticed (`docs/scaling.md`).
pub(super) const SLICE: usize = 300;

/// Makes one slice of a page, however large it is.
pub(super) const WHOLE: usize = usize::MAX;

/// Marks the page while it is not whole, for assistive technology and for tests.
const BUSY: &str = "aria-busy";

/// What waits until the page is whole.
type Then = Box<dyn FnOnce()>;

/// The newest page, and how far it is shown.
struct Showing {
    /// Where it is shown.
    parent: web_sys::Element,
    /// What is shown; `None` as long as what was served stands there.
    root: Option<Root>,
    nodes: Vec<Markup>,
    /// How many changes a slice makes.
    slice: usize,
    /// Whether the next slice is on its way.
    coming: bool,
    /// Whether a later answer will replace this page: a part is being loaded, or the worker has not answered.
    expected: bool,
    /// What is to be done once the page is whole.
    then: Option<Then>,
}

/// The screen.
#[derive(Clone, Copy)]
pub(super) struct Screen(Kept<Showing>);

impl Screen {
    /// What is shown takes the place of what stands in `parent`.
    pub(super) fn of(parent: web_sys::Element) -> Self {
        Self(Kept::new(Showing {
            parent,
            root: None,
            nodes: Vec::new(),
            slice: WHOLE,
            coming: false,
            expected: false,
            then: None,
        }))
    }

    /// Whether what was served still stands there.
    pub(super) fn is_served(self) -> bool {
        self.0.lock().root.is_none()
    }

    /// Shows a page in place of the one before: at once, or as much as a slice holds, and the rest after. One that takes the
    /// place of a page that is not whole yet has as much left to show, and is shown in slices no larger.
    pub(super) fn show(self, nodes: Vec<Markup>, slice: usize) {
        let mut showing = self.0.lock();
        showing.nodes = nodes;
        showing.slice = if showing.coming { slice.min(showing.slice) } else { slice };
        drop(showing);
        self.go_on();
    }

    /// Says whether a later answer will replace the page.
    pub(super) fn expect(self, later: bool) {
        self.0.lock().expected = later;
    }

    /// Calls `then`: now, or once the expected page is whole. A later call replaces an earlier one.
    pub(super) fn once_whole(self, then: Then) {
        let mut showing = self.0.lock();
        if showing.coming || showing.expected {
            showing.then = Some(then);
        } else {
            drop(showing);
            then();
        }
    }

    fn go_on(self) {
        let mut guard = self.0.lock();
        let showing = &mut *guard;
        let root = showing.root.get_or_insert_with(|| Root::of(showing.parent.clone(), &showing.nodes));
        if root.show(&showing.nodes, showing.slice) {
            showing.parent.remove_attribute(BUSY).ok();
            let then = if showing.expected { None } else { showing.then.take() };
            drop(guard);
            if let Some(then) = then {
                before_paint(then);
            }
        } else if !showing.coming {
            showing.coming = true;
            showing.parent.set_attribute(BUSY, "true").ok();
            let next = move || {
                self.0.lock().coming = false;
                self.go_on();
            };
            after_paint(Box::new(next));
        }
    }
}
