//! The whole address of a link that is sent to somebody.

use super::edition::Edition;

/// The whole address of `link`, which is relative to the site's folder. Of the bare page that is the folder's.
pub(super) fn address(edition: &Edition, link: &str) -> String {
    format!("{}{}", edition.address, link.trim_start_matches("./"))
}
