//! The text of a link: [`encode`] and [`decode`] of a [`Query`]. The only file that knows what a URL looks like.
//!
//! The form is that of HTML form data (WHATWG URL, `application/x-www-form-urlencoded`): `key=value` pairs between `&`,
//! a space as `+`, everything else outside a small safe set percent-encoded as UTF-8. Keys stand in the order of
//! [`KEYS`]; lists are comma-separated ids in alphabetical order, an excluded one behind a `-`; defaults are left out.
//!
//! Decoding never fails. What it cannot read it leaves out and reports as [`Unread`]; keys that are not ours stay in
//! [`Query::others`] as they came.

mod leaf;

use dossier::Date;
use dossier::id::is_kebab_case;
pub use leaf::{joined, rest};

use super::{Facet, Group, Hide, Panel, Pick, Picks, Query, Sort, View, is_backwards};

/// The keys of a query string, in canonical order.
pub const KEYS: [&str; 22] = [
    "view", "q", "who", "camp", "issue", "stance", "basis", "form", "has", "from", "to", "doc", "sort", "group", "by",
    "hide", "with", "item", "panel", "embed", "at", "own",
];

/// The longest search, in characters. Longer ones are cut.
pub const MAX_TEXT: usize = 200;
/// The most values that a list may hold. Later ones are not read.
pub const MAX_VALUES: usize = 200;
/// The longest id, in bytes.
const MAX_ID: usize = 80;
/// The most values that `with` may hold: a comparison of more does not fit a page.
pub const MAX_WITH: usize = 4;
/// How many bytes of other people's keys are carried along.
const MAX_OTHERS: usize = 1024;

/// A part of a link that could not be read, and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The key it stood under.
    pub key: String,
    /// Its beginning, as it came: at most [`Unread::SAMPLE`] characters.
    pub sample: String,
}

impl Unread {
    /// The length of a sample, in characters.
    pub const SAMPLE: usize = 40;

    fn new(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), sample: value.chars().take(Self::SAMPLE).collect() }
    }
}

/// What a query string says: the readable part, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The readable part.
    pub query: Query,
    /// The rest, in the order of the link.
    pub unread: Vec<Unread>,
}

/// Writes `query` as a query string without its leading `?`. Empty for the default query.
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
    others(query, &mut link);
    link
}

/// Puts what is not ours at the end of a link.
fn others(query: &Query, link: &mut String) {
    for other in &query.others {
        // At the very start a `?` would be taken for the sign that begins a query string.
        if link.is_empty() && other.starts_with('?') {
            link.push('&');
        } else {
            separate(link);
        }
        link.push_str(other);
    }
}

/// The link to `query` from the page itself: `?…`, or `./` for the default query, since an empty link would keep the
/// query that is there.
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

/// What stands behind `key`, not yet escaped; empty where it is the default.
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

/// Puts a value, or its beginning, at the end of a list.
fn item(list: &mut String, value: &str) {
    if !list.is_empty() {
        list.push(',');
    }
    list.push_str(value);
}

/// Reads a query string, with or without its leading `?`. A key that stands twice: lists grow, of a single value the
/// last one counts.
#[must_use]
pub fn decode(search: &str) -> Decoded {
    let mut decoded = Decoded::default();
    let mut others = 0;
    for pair in search.strip_prefix('?').unwrap_or(search).split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(&key) = KEYS.iter().find(|&&known| known == key) else {
            others += pair.len();
            if others <= MAX_OTHERS {
                decoded.query.others.push(pair.to_owned());
            }
            continue;
        };
        match unescape(value) {
            Some(text) => read(&mut decoded, key, &text),
            None => decoded.unread.push(Unread::new(key, value)),
        }
    }
    if let (Some(from), Some(to)) = (decoded.query.from, decoded.query.to)
        && is_backwards(from, to)
    {
        decoded.query.from = None;
        decoded.query.to = None;
        decoded.unread.push(Unread::new("from", &format!("{from} to {to}")));
    }
    decoded
}

/// Puts `value` of the known `key` into the query, or reports it.
fn read(decoded: &mut Decoded, key: &str, value: &str) {
    let Decoded { query, unread } = decoded;
    let mut report = |sample: &str| unread.push(Unread::new(key, sample));
    /// Stores what was read; an empty value is the default.
    macro_rules! single {
        ($field:expr, $read:expr) => {
            if value.is_empty() {
                $field = None;
            } else {
                match $read {
                    Some(read) => $field = Some(read),
                    None => report(value),
                }
            }
        };
    }
    match key {
        "view" => match View::from_word(value) {
            Some(view) => query.view = view,
            None if value.is_empty() => query.view = View::Matrix,
            None => report(value),
        },
        "q" => {
            query.text = value.chars().take(MAX_TEXT).collect();
            if value.len() > query.text.len() {
                report(value);
            }
        }
        "from" => single!(query.from, value.parse().ok()),
        "to" => single!(query.to, value.parse().ok()),
        "sort" => single!(query.sort, Sort::from_word(value)),
        "group" => single!(query.group, Group::from_word(value)),
        "by" => single!(query.by, is_id(value).then(|| value.to_owned())),
        "hide" => {
            for word in value.split(',').filter(|word| !word.is_empty()) {
                match Hide::from_word(word).map(|what| (what, query.hide.binary_search(&what))) {
                    Some((what, Err(place))) => query.hide.insert(place, what),
                    Some((_, Ok(_))) => {}
                    None => report(word),
                }
            }
        }
        "with" => {
            for id in value.split(',').filter(|id| !id.is_empty()) {
                if !is_id(id) || (query.with.len() == MAX_WITH && !query.with.iter().any(|with| with == id)) {
                    report(id);
                } else if !query.with.iter().any(|with| with == id) {
                    query.with.push(id.to_owned());
                }
            }
        }
        "item" => single!(query.item, is_id(value).then(|| value.to_owned())),
        "panel" => single!(query.panel, Panel::from_word(value)),
        "embed" => match value {
            "" | "0" => query.embed = false,
            "1" => query.embed = true,
            other => report(other),
        },
        "at" => single!(query.at, is_id(value).then(|| value.to_owned())),
        "own" => single!(query.own, is_id(value).then(|| value.to_owned())),
        facet => {
            let Some(facet) = Facet::from_word(facet) else { return };
            let picks = &mut query.picks[facet as usize];
            for word in value.split(',').filter(|word| !word.is_empty()) {
                let (id, pick) = word.strip_prefix('-').map_or((word, Pick::Include), |id| (id, Pick::Exclude));
                if is_id(id) && (picks.len() < MAX_VALUES || picks.get(id).is_some()) {
                    picks.insert(id, pick);
                } else {
                    report(word);
                }
            }
        }
    }
}

fn is_id(text: &str) -> bool {
    text.len() <= MAX_ID && is_kebab_case(text)
}

/// Bytes that stand for themselves in a query string. The comma is ours to use: it separates ids, which have none.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~,*".contains(&byte)
}

fn escape(text: &str, link: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if is_plain(byte) {
            link.push(char::from(byte));
        } else if byte == b' ' {
            link.push('+');
        } else {
            link.push('%');
            link.push(char::from(HEX[usize::from(byte >> 4)]));
            link.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// The text that `value` stands for. A `%` without two hex digits behind it stands for itself, as in browsers; `None` if
/// the bytes are no UTF-8.
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
