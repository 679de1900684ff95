//! What differs in a static page from the program's own: links lead to static pages instead of query strings, and what does nothing
//! without the program is left to it.

use explore::query::codec::decode;
use explore::{Engine, static_link};
use views::Markup;

/// Classes of elements that are served empty: the facets and the help.
const EMPTY: &[&str] = &["filters__facets", "help"];

/// Attributes for the program's listeners, and hints for the mouse.
const LEFT_OUT: &[&str] = &["title", "aria-keyshortcuts", "data-row", "data-act", "data-link", "data-text"];

/// Adapts `nodes`, which are served at `path`.
pub(crate) fn rewrite(engine: &Engine<'static>, path: &str, nodes: &mut [Markup]) {
    for node in nodes {
        let Markup::Element(element) = node else { continue };
        element.attributes.retain(|(name, _)| !LEFT_OUT.contains(&&**name));
        for (name, value) in &mut element.attributes {
            if *name == "href" {
                if value.starts_with('?') {
                    *value = static_link(engine, &decode(value).query).into();
                } else if value.starts_with('#') {
                    // The base of every link is the site's folder.
                    *value = format!("{path}{value}").into();
                }
            }
        }
        if element.attributes.iter().any(|(name, value)| name == "class" && EMPTY.contains(&&**value)) {
            element.children.clear();
        }
        rewrite(engine, path, &mut element.children);
    }
}
