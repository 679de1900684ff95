//! URL text of a [`Query`]: [`encode`] and [`decode`]. No other file knows what a URL looks like.
//!
//! The form is that of HTML form data (WHATWG URL, `application/x-www-form-urlencoded`): `key=value` pairs between `&`,
//! a space as `+`, everything else outside a small safe set percent-encoded as UTF-8. Keys stand in the order of
//! [`KEYS`]; lists are comma-separated ids in alphabetical order, an excluded one behind a `-`; defaults are left out.
//!
//! Decoding never fails. Damage to a link is repaired if only one reading is possible (`damage`); values that cannot be
//! read are reported as [`RejectedParam`]. Foreign keys are ignored and not encoded again.

mod damage;
mod static_page;

use dossier::Date;
use dossier::id::is_kebab_case;
use serde::{Deserialize, Serialize};
pub use static_page::{joined, rest};

use super::{Facet, Group, Hide, Panel, Pick, Picks, Query, Sort, View, is_backwards};

/// Keys before the facets, between `has` and `doc`, and after the facets.
const BEFORE: [&str; 2] = ["view", "q"];
const DATES: [&str; 2] = ["from", "to"];
const AFTER: [&str; 10] = ["sort", "group", "by", "hide", "with", "item", "panel", "embed", "at", "own"];

/// Keys of a query string, in canonical order.
pub const KEYS: [&str; BEFORE.len() + DATES.len() + AFTER.len() + Facet::ALL.len()] = {
    let mut keys = [""; BEFORE.len() + DATES.len() + AFTER.len() + Facet::ALL.len()];
    let mut end = put(&mut keys, 0, &BEFORE);
    let mut facet = 0;
    while facet < Facet::ALL.len() {
        // Dates stay before the facet `doc`, because the order of keys is part of every link.
        if facet == Facet::Doc as usize {
            end = put(&mut keys, end, &DATES);
        }
        end = put(&mut keys, end, &[Facet::ALL[facet].word()]);
        facet += 1;
    }
    put(&mut keys, end, &AFTER);
    keys
};

/// Copies `added` to `keys` from index `at` on; returns the next index.
const fn put(keys: &mut [&str], at: usize, added: &[&'static str]) -> usize {
    let mut next = 0;
    while next < added.len() {
        keys[at + next] = added[next];
        next += 1;
    }
    at + next
}

/// Maximum length of a search text in characters; longer texts are cut.
pub const MAX_TEXT: usize = 200;
/// Maximum number of values in a list; later ones are rejected.
pub const MAX_VALUES: usize = 200;
/// Maximum length of an id in bytes.
const MAX_ID: usize = 80;
/// Maximum number of values of `with`: more sides do not fit a page.
pub const MAX_WITH: usize = 4;

/// A part of a link that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedParam {
    /// Its key; empty for text after a value or without a key.
    pub key: String,
    /// Beginning of its text, at most [`RejectedParam::SAMPLE`] characters.
    pub sample: String,
}

impl RejectedParam {
    /// Maximum length of a sample in characters.
    pub const SAMPLE: usize = 40;

    fn new(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), sample: value.chars().take(Self::SAMPLE).collect() }
    }

    /// The part as in the link: `who=Zoë`.
    #[must_use]
    pub fn part(&self) -> String {
        let sign = if self.key.is_empty() || self.sample.is_empty() { "" } else { "=" };
        [&self.key, sign, &self.sample].concat()
    }
}

/// A decoded query string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decoded {
    /// The query.
    pub query: Query,
    /// Parts that could not be read, in the order of the link.
    pub rejected: Vec<RejectedParam>,
}

impl From<Query> for Decoded {
    fn from(query: Query) -> Self {
        Self { query, rejected: Vec::new() }
    }
}

/// Encodes `query` as a query string without the leading `?`; empty for the default query.
#[must_use]
pub fn encode(query: &Query) -> String {
    let mut link = String::new();
    for key in KEYS {
        let value = value_of(query, key);
        if !value.is_empty() {
            separate(&mut link);
            link.push_str(key);
            link.push('=');
            escape(&value, &mut link);
        }
    }
    link
}

/// Relative link to `query`: `?…`, or `./` for the default query, since an empty link would keep the current query.
#[must_use]
pub fn href(query: &Query) -> String {
    let link = encode(query);
    if link.is_empty() { "./".to_owned() } else { format!("?{link}") }
}

fn separate(link: &mut String) {
    if !link.is_empty() {
        link.push('&');
    }
}

/// Value of `key`, not yet escaped; empty for the default.
fn value_of(query: &Query, key: &str) -> String {
    let word = |value: Option<&'static str>| value.unwrap_or_default().to_owned();
    let date = |value: Option<Date>| value.map(|date| date.to_string()).unwrap_or_default();
    match key {
        "view" => word(Some(query.view).filter(|&view| view != View::Matrix).map(View::word)),
        "q" => query.text.clone(),
        "from" => date(query.from),
        "to" => date(query.to),
        "sort" => word(query.sort.map(Sort::word)),
        "group" => word(query.group.map(Group::word)),
        "by" => query.by.clone().unwrap_or_default(),
        "hide" => {
            let mut list = String::new();
            for what in &query.hide {
                item(&mut list, what.word());
            }
            list
        }
        "with" => {
            let mut list = String::new();
            for id in &query.with {
                item(&mut list, id);
            }
            list
        }
        "item" => query.item.clone().unwrap_or_default(),
        "panel" => word(query.panel.map(Panel::word)),
        "embed" => word(query.embed.then_some("1")),
        "at" => query.at.clone().unwrap_or_default(),
        "own" => query.own.clone().unwrap_or_default(),
        facet => Facet::from_word(facet).map(|facet| list(query.picks_of(facet))).unwrap_or_default(),
    }
}

fn list(picks: &Picks) -> String {
    let mut list = String::new();
    for (value, pick) in picks.iter() {
        item(&mut list, if pick == Pick::Exclude { "-" } else { "" });
        list.push_str(value);
    }
    list
}

/// Appends a value, or its first part, to a list.
fn item(list: &mut String, value: &str) {
    if !list.is_empty() {
        list.push(',');
    }
    list.push_str(value);
}

/// Decodes a query string with or without its leading `?`, and repairs damage. If a key is repeated, lists are joined,
/// and of other values the last one counts.
#[must_use]
pub fn decode(search: &str) -> Decoded {
    let mut decoded = Decoded::default();
    for part in damage::parts(search) {
        if !part.is_clear {
            decoded.rejected.push(RejectedParam::new(part.key, &part.text));
        } else if !part.key.is_empty() {
            read(&mut decoded, part.key, &part.text);
        }
    }
    if let (Some(from), Some(to)) = (decoded.query.from, decoded.query.to)
        && is_backwards(from, to)
    {
        decoded.query.from = None;
        decoded.query.to = None;
        decoded.rejected.push(RejectedParam::new("from", &format!("{from} to {to}")));
    }
    decoded
}

/// Joins a query string with a fragment that was cut from it by a `#`. Fragments of the page itself are ids and are
/// left out.
#[must_use]
pub fn whole(search: &str, fragment: &str) -> String {
    [search, if fragment.contains(['=', '%']) { fragment } else { "" }].concat()
}

/// Parts of a query string with foreign keys.
#[must_use]
pub fn foreign(search: &str) -> Vec<String> {
    let foreign = damage::parts(search).into_iter().filter(|part| part.is_clear && part.key.is_empty());
    foreign.map(|part| part.text).collect()
}

/// Reads the value of the known `key` into the query, or rejects it.
fn read(decoded: &mut Decoded, key: &str, text: &str) {
    let Decoded { query, rejected } = decoded;
    if key == "q" {
        query.text = text.chars().take(MAX_TEXT).collect();
        if text.len() > query.text.len() {
            rejected.push(RejectedParam::new(key, text));
        }
        return;
    }
    let is_list = matches!(key, "hide" | "with") || Facet::from_word(key).is_some();
    for item in text.split(|sign| is_list && sign == ',') {
        let (word, rest) = damage::word(item);
        let is_read = match rest {
            Some(_) if word.is_empty() => false,
            None if word.is_empty() && is_list => true,
            Some(_) | None => take(query, key, &word),
        };
        if !is_read {
            rejected.push(RejectedParam::new(key, item.trim()));
        } else if let Some(rest) = rest {
            // Text around the link.
            rejected.push(RejectedParam::new("", rest.trim()));
        }
    }
}

/// Sets `key` to the value `word`; returns whether it is one. An empty value is the default.
fn take(query: &mut Query, key: &str, word: &str) -> bool {
    match key {
        "view" => match View::from_word(word) {
            Some(view) => query.view = view,
            None if word.is_empty() => query.view = View::Matrix,
            None => return false,
        },
        "from" | "to" => {
            let field = if key == "from" { &mut query.from } else { &mut query.to };
            return set(field, word, word.parse().ok());
        }
        "sort" => return set(&mut query.sort, word, Sort::from_word(word)),
        "group" => return set(&mut query.group, word, Group::from_word(word)),
        "panel" => return set(&mut query.panel, word, Panel::from_word(word)),
        "by" | "item" | "at" | "own" => {
            let field = match key {
                "by" => &mut query.by,
                "item" => &mut query.item,
                "at" => &mut query.at,
                _ => &mut query.own,
            };
            return set(field, word, is_id(word).then(|| word.to_owned()));
        }
        "hide" => match Hide::from_word(word).map(|what| (what, query.hide.binary_search(&what))) {
            Some((what, Err(place))) => query.hide.insert(place, what),
            Some((_, Ok(_))) => {}
            None => return false,
        },
        "with" => {
            let is_in = query.with.iter().any(|with| with == word);
            if !is_id(word) || (!is_in && query.with.len() == MAX_WITH) {
                return false;
            }
            if !is_in {
                query.with.push(word.to_owned());
            }
        }
        "embed" => match word {
            "" | "0" => query.embed = false,
            "1" => query.embed = true,
            _ => return false,
        },
        facet => {
            let Some(facet) = Facet::from_word(facet) else { return false };
            let picks = &mut query.picks[facet as usize];
            let (id, pick) = word.strip_prefix('-').map_or((word, Pick::Include), |id| (id, Pick::Exclude));
            if !is_id(id) || (picks.len() == MAX_VALUES && picks.get(id).is_none()) {
                return false;
            }
            picks.insert(id, pick);
        }
    }
    true
}

/// Sets a field to the value read from `word`; returns whether it could be read.
fn set<T>(field: &mut Option<T>, word: &str, read: Option<T>) -> bool {
    let says = read.is_some() || word.is_empty();
    if says {
        *field = read;
    }
    says
}

fn is_id(text: &str) -> bool {
    text.len() <= MAX_ID && is_kebab_case(text)
}

/// Whether a byte is not escaped in a query string. Commas separate ids, which contain none.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~,*".contains(&byte)
}

fn escape(text: &str, link: &mut String) {
    for byte in text.bytes() {
        if is_plain(byte) {
            link.push(char::from(byte));
        } else if byte == b' ' {
            link.push('+');
        } else {
            percent_encode(byte, link);
        }
    }
}

/// Appends a byte as `%` and two hex digits.
pub(crate) fn percent_encode(byte: u8, text: &mut String) {
    text.push('%');
    for digit in [byte >> 4, byte & 15] {
        text.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
    }
}

/// Unescapes `value`. A `%` without two hex digits stays, as in browsers; `None` if the bytes are not UTF-8.
fn unescape(value: &str) -> Option<String> {
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let bytes = value.as_bytes();
    let mut text = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'+' => text.push(b' '),
            b'%' => match (digit(bytes.get(at)), digit(bytes.get(at + 1))) {
                (Some(high), Some(low)) => {
                    text.push((high << 4 | low) as u8);
                    at += 2;
                }
                _ => text.push(b'%'),
            },
            byte => text.push(byte),
        }
    }
    String::from_utf8(text).ok()
}
