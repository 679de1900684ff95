//! The text of a link to a static page: a page of the site's own for one thing, which stands for a plain query and can be
//! narrowed further by a query string behind it. `i/ferry/?who=lund` asks what the static page `i/ferry/` asks, and for Lund alone.
//!
//! The query string goes before the static page: what it says of a key counts instead of what the static page says of it, however
//! damaged; a value that is empty takes the static page's back. So every query can be asked of every static page.
//!
//! Law, tested as a property: `decode(joined(encode(static_page), rest(static_page, q))) == q`.

use super::damage::parts;
use super::{KEYS, Query, escape, separate, value_of};

/// The query string, with its `?`, of a static page whose own is `static_page`, asked with `search`. Both with or without their `?`.
#[must_use]
pub fn joined(static_page: &str, search: &str) -> String {
    let quote_row = parts(search);
    let mut link = String::new();
    for pair in static_page.trim_start_matches('?').split('&') {
        let key = pair.split('=').next().unwrap_or_default();
        if quote_row.iter().all(|part| part.key != key) {
            add(&mut link, pair);
        }
    }
    add(&mut link, search.trim_start_matches('?'));
    link
}

/// Puts a pair at the end of a query string with its `?`.
fn add(link: &mut String, pair: &str) {
    if !pair.is_empty() {
        link.push(if link.is_empty() { '?' } else { '&' });
        link.push_str(pair);
    }
}

/// What stands behind the static page that asks `static_page` in a link to `query`, without a `?`: the keys in which the two differ.
#[must_use]
pub fn rest(static_page: &Query, query: &Query) -> String {
    let mut link = String::new();
    for key in KEYS {
        let value = value_of(query, key);
        if value == value_of(static_page, key) {
            continue;
        }
        separate(&mut link);
        link.push_str(key);
        link.push('=');
        // The default view has a word, and it reads better than nothing.
        let value = if key == "view" { query.view.word().to_owned() } else { value };
        escape(&value, &mut link);
    }
    link
}
