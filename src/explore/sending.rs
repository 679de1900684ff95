//! The link of a query that is sent to somebody: the one place that says how it is written.

use super::edition::Edition;
use crate::query::Query;
use crate::query::codec::href;

/// The link to `query`, relative to the site's folder.
pub(super) fn link(query: &Query) -> String {
    href(query)
}

/// The whole address of `link`. Of the bare page that is the folder's.
pub(super) fn address(edition: &Edition, link: &str) -> String {
    format!("{}{}", edition.address, link.trim_start_matches("./"))
}
