//! Renders the lazily loaded part of a page, a [`Body`](crate::explore::Body). Compiled into the second WebAssembly
//! module; code on the startup path must not call it.
//!
//! The released page fetches it as a module of its own, once it is needed first (`ui::more`); so nothing on the way to the
//! first view may call it.

use crate::embedded;
use crate::explore::{Engine, Page, body};
use crate::views::{self, Node};

/// The elements of the page's body; of a long list those around entry `at`, counted from 0.
#[must_use]
pub fn more(engine: &Engine<'static>, page: &Page<'static>, at: Option<usize>) -> Vec<Node> {
    let engine = if engine.is_lean { embedded::whole(engine) } else { engine };
    views::body(page, &body(engine, page, at))
}
