//! The link decoder, and what its links lead to.

use std::sync::OnceLock;

use standpoint::embedded;
use standpoint::explore::{Edition, explore};
use standpoint::more::more;
use standpoint::query::codec::{Decoded, decode, encode};

/// Any text is read as a query whose link says the same, and leads to a page.
pub fn link(data: &[u8]) {
    let link = String::from_utf8_lossy(data);
    let decoded = decode(&link);
    let again = decode(&encode(&decoded.query));
    assert_eq!(again, Decoded { query: decoded.query.clone(), unread: Vec::new() }, "{link:?}");
    let page = explore(edition(), &decoded);
    assert!(!page.sentence().is_empty(), "a page says what it shows");
    let _ = more(edition(), &page, None);
}

/// The embedded dossier, made ready once.
fn edition() -> &'static Edition<'static> {
    static EDITION: OnceLock<Edition<'static>> = OnceLock::new();
    EDITION.get_or_init(|| Edition::new(Box::leak(Box::new(embedded::dossier()))))
}
