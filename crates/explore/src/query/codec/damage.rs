//! Decodes links that were damaged by mail, chat, social sites, word processors, HTML or Markdown.
//!
//! Rule: keys, ids and words of closed sets consist of `a-z0-9-`, so every other character in them is damage.
//! - Characters around a word are removed: punctuation, brackets, quotation marks, Markdown, blanks, emoji.
//! - Within a word, capitals become small letters, typographic dashes become hyphens, and zero-width characters, line
//!   breaks and the `\` of Markdown are removed.
//! - A word ends at a bracket, a quotation mark or a `|` within it. The rest belongs to the text around the link and is
//!   reported.
//! - Separators (`&`, `=`, `,`) are recognised however often they were percent-encoded; `#`, `?`, `&amp;` and `&#38;`
//!   are read as `&`, and `=3D` of quoted-printable as `=`.
//!
//! Everything else is ambiguous: another character within a word, a hyphen at its end, text after another entity, and
//! anything that ends in an ellipsis, since more may have been cut. Such a value is not guessed but ignored and
//! reported.
//!
//! A search (`q`) is free text. It ends at a separator, or at an encoded one before a known key and its `=`, which no
//! generated link contains. Nothing else is removed.
//!
//! Unknown keys belong to others (`utm_source`) and are ignored.

use super::{KEYS, unescape};

/// Maximum number of additional percent-encodings of a part that are undone.
const LEVELS: u8 = 4;

/// A part of a link.
pub(super) struct Part {
    /// The key of ours that it is of; empty where it is of none.
    pub(super) key: &'static str,
    /// The text that it says: a search, or a text of [words](word); all of the part where it is of no key of ours.
    pub(super) text: String,
    /// Whether it can be read. What is of no key of ours is then somebody else's.
    pub(super) is_clear: bool,
}

/// The parts of a query string, in its order.
pub(super) fn parts(search: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    part(search, LEVELS, &mut parts);
    parts
}

fn part(text: &str, level: u8, parts: &mut Vec<Part>) {
    for pair in with_joints(text).split(['&', '#']).filter(|pair| !pair.is_empty()) {
        // Markdown before the character at which the link was split.
        let pair = pair.trim_end_matches('\\');
        let (start, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = unescape(start).unwrap_or_else(|| start.to_owned());
        if level > 0 && has(&name, b"%&#=") {
            // The characters between key and value, or between pairs, were encoded. The text after them is unchanged.
            part(&[&name, &pair[start.len()..]].concat(), level - 1, parts);
            continue;
        }
        // After an entity other than `&`, a part without a value may be a value itself.
        let key = key(&name).filter(|_| start.len() < pair.len() || !name.contains(';')).unwrap_or_default();
        let read = unescape(value);
        let is_clear = match &read {
            None => key.is_empty() && is_plain(&name),
            // The `=` is a soft line break of quoted-printable that splits a key.
            Some(text) if key.is_empty() && level > 0 && is_said(&[&name, text.as_str()].concat()) => {
                part(&[&name, text.as_str()].concat(), level - 1, parts);
                continue;
            }
            // Text that was cut after a foreign key may be one of our keys, and one of our parts may be joined to its
            // value.
            Some(text) if key.is_empty() => {
                let joined = value.split_once('=').and_then(|(name, _)| self::key(name));
                joined.is_none() && is_plain(&name) && !is_cut(text)
            }
            Some(text) if key != "q" && level > 0 && has(text, b"%&#?") => {
                let (text, behind) = text.split_once('?').unwrap_or((text, ""));
                part(&[&name, "=", text].concat(), level - 1, parts);
                part(behind, level - 1, parts);
                continue;
            }
            // No id has capitals: this is the `=` of quoted-printable. In a link of capitals it may be of the id.
            Some(text) => {
                key == "q" || !text.starts_with("3D") || !name.contains(|sign: char| sign.is_ascii_uppercase())
            }
        };
        let text = read.filter(|_| !key.is_empty());
        let mut text = text.as_deref().unwrap_or(if key.is_empty() { pair } else { value });
        if is_clear && key != "q" {
            while let Some(behind) = text.strip_prefix("3D") {
                text = behind;
            }
        }
        parts.push(Part { key, text: text.to_owned(), is_clear });
    }
}

fn has(text: &str, signs: &[u8]) -> bool {
    text.bytes().any(|byte| signs.contains(&byte))
}

/// Known key for a damaged name. It may follow the rest of an entity that lost its `&`, or the URL of the page.
fn key(name: &str) -> Option<&'static str> {
    let start = name.bytes().rposition(|byte| b";?<>".contains(&byte)).map_or(0, |at| at + 1);
    let name = name.get(start..).filter(|name| !name.starts_with('_'))?;
    let (word, rest) = word(name);
    let mut word = word.trim_start_matches('-');
    while let Some(behind) = word.strip_prefix("amp") {
        word = behind;
    }
    KEYS.into_iter().find(|key| *key == word && rest.is_none())
}

/// Whether an unknown key is a complete key of somebody else, not a damaged one or one that an entity split from a
/// value.
fn is_plain(name: &str) -> bool {
    let (read, rest) = word(name);
    let behind = name.split_once(';').map(|(_, behind)| word(behind).0);
    rest.is_none() && read.is_ascii() && !name.contains('%') && behind.is_none_or(|behind| behind.is_empty())
}

/// A link with `&` for an encoded `&`, `#`, `?` or `;` before a key of ours and its `=`.
fn with_joints(text: &str) -> String {
    let mut link = String::new();
    for (number, piece) in text.split('%').enumerate() {
        let behind =
            ["26", "23", "3B", "3F"].iter().find_map(|code| piece.strip_prefix(code)).filter(|behind| is_said(behind));
        link.push_str(match behind {
            _ if number == 0 => "",
            Some(_) => "&",
            None => "%",
        });
        link.push_str(behind.filter(|_| number > 0).unwrap_or(piece));
    }
    link
}

/// Whether `text` begins with a known key and its `=`.
fn is_said(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, _)| !has(name, b"&#?;") && key(name).is_some())
}

/// The word in `text` without damage, empty if there is none, and the unreadable rest of `text`.
pub(super) fn word(text: &str) -> (String, Option<&str>) {
    let mut word = String::new();
    let (mut end, mut rest) = (None, None);
    // Counts only if more of the word follows.
    let mut pending = String::new();
    for (at, sign) in text.char_indices() {
        match sign {
            _ if is_nothing(sign) => {}
            '\u{2010}'..='\u{2013}' | '\u{2212}' => pending.push('-'),
            _ if is_sign(sign) => {
                // Before a word, `<` and `>` belong to a tag.
                if matches!(sign, '<' | '>') || (!word.is_empty() && is_end(sign)) {
                    end = end.or(Some(at));
                } else if !word.is_empty() {
                    pending.push(sign);
                }
            }
            _ if end.is_some() => rest = end,
            _ => {
                word.push_str(&pending);
                pending.clear();
                word.push(sign.to_ascii_lowercase());
            }
        }
    }
    if is_cut(text) { (String::new(), Some(text)) } else { (word, rest.and_then(|at| text.get(at..))) }
}

/// Whether something was cut from a text, so that the rest of a word may be missing.
fn is_cut(text: &str) -> bool {
    text.as_bytes().windows(3).any(|signs| signs == b"..." || signs == "…".as_bytes())
}

/// Whether a character ends a word regardless of what follows: a bracket, a quotation mark, a `|`.
const fn is_end(sign: char) -> bool {
    matches!(
        sign,
        '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201f}'
    )
}

/// Whether a character occurs around words but never in one, in any script: punctuation, blanks, marks, emoji.
fn is_sign(sign: char) -> bool {
    match sign {
        '-' => false,
        '\0'..='\x7f' => !sign.is_ascii_alphanumeric(),
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

/// Whether a character is invisible, a line break, or the `\` of Markdown.
const fn is_nothing(sign: char) -> bool {
    matches!(
        sign,
        '\0'..='\x1f' | '\\' | '\x7f' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
