//! Absolute URLs for shared links.

use super::engine::Engine;

/// Absolute URL of `link`, which is relative to the site's folder. For the bare page it is the folder's URL.
pub(super) fn address(engine: &Engine, link: &str) -> String {
    format!("{}{}", engine.address, link.trim_start_matches("./"))
}
