//! Links of a static page that work without the program: they lead to static pages instead of query strings.

use explore::query::codec::decode;
use explore::{Engine, static_link};
use views::Markup;

/// Rewrites the links in `nodes`, which are served at `path`.
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
        rewrite(engine, path, &mut element.children);
    }
}
