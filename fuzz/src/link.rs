//! The link decoder, and what its links lead to.

use std::sync::OnceLock;

use explore::query::codec::{Decoded, decode, encode};
use explore::{Engine, explore};
use standpoint::embedded;

/// Any text is read as a query whose link says the same, and leads to a page.
pub fn link(data: &[u8]) {
    let link = String::from_utf8_lossy(data);
    let decoded = decode(&link);
    let again = decode(&encode(&decoded.query));
    assert_eq!(again, Decoded { query: decoded.query.clone(), rejected: Vec::new() }, "{link:?}");
    let page = explore(engine(), &decoded);
    assert!(!page.sentence().is_empty(), "a page says what it shows");
}

/// The embedded dossier, made ready once.
fn engine() -> &'static Engine<'static> {
    static ENGINE: OnceLock<Engine<'static>> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Box::leak(Box::new(embedded::dossier()))))
}
