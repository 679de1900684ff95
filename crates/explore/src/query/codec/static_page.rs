//! Links to static pages with a query string. `i/ferry/?who=lund` is the query of the static page `i/ferry/`, narrowed
//! to Lund.
//!
//! A key in the query string overrides the static page's, even if its value is damaged; an empty value resets it. So
//! every query can be written as a link to every static page.
//!
//! Law, tested as a property: `decode(joined(encode(static_page), rest(static_page, q))) == q`.

use super::damage::parts;
use super::{KEYS, Query, escape, separate, value_of};

/// Merges the query string of a static page with `search`, both with or without `?`; the result has one.
#[must_use]
pub fn joined(static_page: &str, search: &str) -> String {
    let given = parts(search);
    let mut link = String::new();
    for pair in static_page.trim_start_matches('?').split('&') {
        let key = pair.split('=').next().unwrap_or_default();
        if given.iter().all(|part| part.key != key) {
            add(&mut link, pair);
        }
    }
    add(&mut link, search.trim_start_matches('?'));
    link
}

/// Appends a pair to a query string with `?`.
fn add(link: &mut String, pair: &str) {
    if !pair.is_empty() {
        link.push(if link.is_empty() { '?' } else { '&' });
        link.push_str(pair);
    }
}

/// Query string, without `?`, that turns the query of a static page into `query`: the keys in which the two differ.
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
        // The default view has a word, which reads better than an empty value.
        let value = if key == "view" { query.view.word().to_owned() } else { value };
        escape(&value, &mut link);
    }
    link
}
