//! Reading a link through the damage that mail, chat, social sites, word processors, HTML and Markdown do to it.
//!
//! The rule: keys, ids and the words of closed sets are written in `a-z0-9-` alone, so every other sign in them is damage.
//! - Signs around a word are taken off: those of the sentence, brackets, quotation marks, marks of Markdown, blanks, emoji.
//! - Within a word, capitals are small letters, typographic dashes are hyphens, and what has no width, a line break, or the `\`
//!   of Markdown is nothing.
//! - A word ends at a bracket, a quotation mark or a `|` within it. What follows is of the text around the link; it is told.
//! - Signs that part a link (`&`, `=`, `,`, and `#` or `?` for `&`) are read as that however often they were percent-encoded,
//!   and as entities of HTML; `=3D` of quoted-printable is `=`.
//!
//! Two readings are possible of anything else (another sign or letter within a word, a hyphen at its end) and of an ellipsis,
//! since what was cut may have been more of the word. Then nothing is guessed: the value is not read, and told.
//!
//! A search (`q`) is free text. It ends at an entity of `&`, or at a `%26` before a key of ours and its `=`, which no link of ours
//! has; nothing else is taken off.
//!
//! Keys that are not ours are other people's (`utm_source`) and not read.

use super::{KEYS, unescape};

/// How often a part of a link may have been percent-encoded beyond the first time.
const LEVELS: u8 = 4;

/// Entities of HTML that stand for a sign which counts in a link or ends a word. Any other reads as a key that is not ours.
const ENTITIES: [(&str, char); 8] = [
    ("amp", '&'),
    ("equals", '='),
    ("comma", ','),
    ("quot", '"'),
    ("lt", '<'),
    ("gt", '>'),
    ("shy", '\u{ad}'),
    ("hyphen", '-'),
];

/// A part of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What it says of a key of ours: a search, or a text of [words](word).
    Says(&'static str, String),
    /// The key and the value of what cannot be read at all.
    Unread(String, String),
    /// The key of somebody else.
    Foreign(String),
}

/// The parts of a query string, in its order.
pub(super) fn parts(search: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    part(search, LEVELS, &mut parts);
    parts
}

fn part(text: &str, level: u8, parts: &mut Vec<Part>) {
    for pair in without_escapes(text).split(['&', '#']).filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').map_or((pair, None), |(name, value)| (name, Some(value)));
        let name = seen(unescape(name).as_deref().unwrap_or("�"));
        if level > 0 && name.contains(['%', '=', '&', '#']) {
            // The signs between key and value, or between pairs, were encoded. What stands behind is as it was.
            let whole = value.map_or_else(|| name.clone(), |value| [&name, "=", value].concat());
            part(&whole, level - 1, parts);
            continue;
        }
        let Some(key) = key(&name) else {
            // What was cut behind another's key may have been ours, and a link of ours may stand within its value.
            let holds_link = value.is_some_and(|value| value.split('?').skip(1).any(begins_with_key));
            let value = value.and_then(unescape).filter(|value| holds_link || is_cut(value));
            let is_lost = value.is_some() || is_broken(&name);
            parts.push(if is_lost { Part::Unread(name, value.unwrap_or_default()) } else { Part::Foreign(name) });
            continue;
        };
        let value = value.unwrap_or_default();
        let is_search = key == "q";
        // What stands behind a `?` may be no UTF-8, and another's.
        let text = if !is_search && value.contains('?') { Some(value.to_owned()) } else { unescape(value) };
        parts.push(match text {
            None => Part::Unread(key.to_owned(), value.to_owned()),
            Some(text) if is_search => Part::Says(key, text),
            Some(text) => {
                let text = seen(&text);
                if level > 0 && text.contains(['%', '&', '#', '?']) {
                    part(&[&name, "=", &text.replacen('?', "&", 1)].concat(), level - 1, parts);
                    continue;
                }
                // No id has capitals: this is the `=` of quoted-printable. In a link of capitals it may be of the id.
                if text.starts_with("3D") && name.contains(|sign: char| sign.is_ascii_uppercase()) {
                    Part::Unread(key.to_owned(), text)
                } else {
                    Part::Says(key, text.trim_start_matches("3D").to_owned())
                }
            }
        });
    }
}

/// The key of ours that a damaged one stands for. Of an entity that lost its `&` the rest stands before it.
fn key(name: &str) -> Option<&'static str> {
    let name = name.rsplit([';', '?']).next().filter(|name| !name.starts_with('_'))?;
    let (word, rest) = word(name.trim_start_matches(is_sign));
    let word = word.trim_matches('-');
    let word = word.trim_start_matches("amp");
    KEYS.into_iter().find(|key| *key == word && rest.is_none())
}

/// Whether a key that is not ours may be a broken one, or what an entity parted from a value: others have plain keys.
fn is_broken(name: &str) -> bool {
    let is_behind_entity = name.split(';').skip(1).any(|text| !word(text).0.is_empty());
    is_behind_entity || is_cut(name) || name.contains(|sign: char| !sign.is_ascii() && !is_sign(sign))
}

/// A link without line breaks, entities, and `\` before its signs.
fn without_escapes(text: &str) -> String {
    let mut link = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mut sign) = rest.chars().next() {
        rest = &rest[sign.len_utf8()..];
        match sign {
            // `&amp;amp;` is `&amp;` once more.
            '&' => {
                while let Some((stands, behind)) = entity(rest).filter(|_| sign == '&') {
                    (sign, rest) = (stands, behind);
                }
            }
            '%' => {
                let behind = ["26", "23", "3F"].iter().find_map(|code| rest.strip_prefix(code));
                if let Some(behind) = behind.filter(|behind| begins_with_key(behind)) {
                    (sign, rest) = ('&', behind);
                }
            }
            '\r' | '\n' | '\t' => continue,
            // Not behind a key, a line of quoted-printable goes on in the next.
            '=' if rest.starts_with(['\r', '\n']) && link.rsplit('&').next().and_then(key).is_none() => continue,
            '\\' if rest.starts_with(['&', '=', ',', '-', '_', '*', '%', '#', '?']) => continue,
            _ => {}
        }
        link.push(sign);
    }
    link
}

/// Whether a key of ours and its `=` stand at the start of `text`.
fn begins_with_key(text: &str) -> bool {
    let end = text.bytes().take(24).position(|byte| matches!(byte, b'=' | b'&'));
    let name = end.filter(|&end| text[end..].starts_with('=')).and_then(|end| unescape(&text[..end]));
    name.is_some_and(|name| {
        !name.contains(|sign: char| !sign.is_ascii_alphabetic() && sign != ';') && key(&name).is_some()
    })
}

/// The sign that an entity without its `&` stands for, and what is behind it.
fn entity(text: &str) -> Option<(char, &str)> {
    let end = text.bytes().take(9).position(|byte| byte == b';')?;
    let (name, behind) = (&text[..end], &text[end + 1..]);
    let sign = match name.strip_prefix('#') {
        Some(code) => {
            let hex = code.strip_prefix(['x', 'X']);
            char::from_u32(u32::from_str_radix(hex.unwrap_or(code), if hex.is_some() { 16 } else { 10 }).ok()?)?
        }
        None => ENTITIES.iter().find(|(entity, _)| entity.eq_ignore_ascii_case(name))?.1,
    };
    Some((sign, behind))
}

/// The word that `text` is, the damage taken off: empty where there is none. Beside it what of `text` cannot be read.
pub(super) fn word(text: &str) -> (String, Option<&str>) {
    if is_cut(text) {
        return (String::new(), Some(text));
    }
    // A `<` or `>` in front of it is of a tag.
    let is_before = |sign| is_sign(sign) && !is_dash(sign) && !matches!(sign, '<' | '>');
    let text = text.trim_start_matches(is_before).trim_end_matches(is_sign);
    let (word, rest) = text.split_at(text.find(ENDS).unwrap_or(text.len()));
    let signs = word.trim_end_matches(is_sign).chars();
    let word = signs.map(|sign| if is_dash(sign) { '-' } else { sign.to_ascii_lowercase() }).collect();
    (word, Some(rest).filter(|rest| !rest.is_empty()))
}

/// Signs at which a word ends, whatever follows: brackets and quotation marks.
const ENDS: [char; 20] =
    ['<', '>', '(', ')', '[', ']', '{', '}', '|', '"', '\'', '`', '“', '”', '„', '‘', '’', '«', '»', '\u{fffc}'];

/// Whether something was cut from a text: then the rest of a word may be missing.
fn is_cut(text: &str) -> bool {
    text.contains('…') || text.contains("...")
}

/// Whether a sign stands around words and is in none, in any script: punctuation, blanks, marks, emoji.
fn is_sign(sign: char) -> bool {
    match sign {
        '\0'..='\x7f' => !sign.is_ascii_alphanumeric() && sign != '-',
        '\u{80}'..='\u{bf}'
        | '\u{2000}'..='\u{2bff}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}'
        | '\u{fffc}'
        | '\u{1f000}'.. => true,
        _ => false,
    }
}

/// Whether a sign is a hyphen that a word processor made longer.
const fn is_dash(sign: char) -> bool {
    matches!(sign, '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// A text without what nobody sees, line breaks, and `\`.
fn seen(text: &str) -> String {
    let is_seen = |sign: &char| {
        !matches!(
            sign,
            '\0'..='\x1f' | '\\' | '\x7f' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        )
    };
    text.chars().filter(is_seen).collect()
}
