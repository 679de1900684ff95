//! What differs in a static page from the program's own: links lead to static pages instead of query strings, and the facet values,
//! which do nothing without the program, are left to it.

use explore::query::codec::decode;
use explore::{Engine, static_link};
use views::Markup;

/// Class of the element that has the facets.
const FACETS: &str = "filters__facets";

/// Adapts `nodes`, which are served at `path`.
pub(crate) fn rewrite(engine: &Engine<'static>, path: &str, nodes: &mut [Markup]) {
    for node in nodes {
        let Markup::Element(element) = node else { continue };
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
        if element.attributes.iter().any(|(name, value)| name == "class" && value == FACETS) {
            element.children.clear();
        }
        rewrite(engine, path, &mut element.children);
    }
}
