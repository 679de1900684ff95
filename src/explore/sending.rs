//! The whole address of a link that is sent to somebody.

use super::engine::Engine;

/// The whole address of `link`, which is relative to the site's folder. Of the bare page that is the folder's.
pub(super) fn address(engine: &Engine, link: &str) -> String {
    format!("{}{}", engine.address, link.trim_start_matches("./"))
}
