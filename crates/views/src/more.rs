//! Renders the lazily loaded content of a page. Compiled into the second WebAssembly module; code on the startup path must not
//! call it.

use explore::{Engine, Page, body};

use crate::Markup;

/// The elements of the page's body; of a long list those around entry `at`, counted from 0.
#[must_use]
pub fn more(engine: &Engine<'static>, page: &Page<'static>, at: Option<usize>) -> Vec<Markup> {
    crate::body(page, &body(engine, page, at))
}
