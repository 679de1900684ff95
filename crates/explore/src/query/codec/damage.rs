//! Reading a link through the damage that mail, chat, social sites, word processors, HTML and Markdown do to it.
//!
//! The rule: keys, ids and the words of closed sets are written in `a-z0-9-` alone, so every other sign in them is damage.
//! - Signs around a word are taken off: those of the sentence, brackets, quotation marks, marks of Markdown, blanks, emoji.
//! - Within a word, capitals are small letters, typographic dashes are hyphens, and what has no width, a line break, or the `\`
//!   of Markdown is nothing.
//! - A word ends at a bracket, a quotation mark or a `|` within it. What follows is of the text around the link, and told.
//! - The signs that part a link (`&`, `=`, `,`) are read as that however often they were percent-encoded; `#`, `?`, `&amp;` and `&#38;`
//!   are `&`, and `=3D` of quoted-printable is `=`.
//!
//! Two readings are possible of anything else: another sign or letter within a word, a hyphen at its end, what stands behind another
//! entity, and whatever ends in an ellipsis, since more may have been cut. Then nothing is guessed: the value is not read, and told.
//!
//! A search (`q`) is free text. It ends at a sign that parts the link, or at an encoded one before a key of ours and its `=`, which no link
//! of ours has. Nothing else is taken off.
//!
//! Keys that are not ours are other people's (`utm_source`), and not read.

use super::{KEYS, unescape};

/// How often a part of a link may have been percent-encoded beyond the first time.
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
        // Of Markdown, before the sign at which the link is parted.
        let pair = pair.trim_end_matches('\\');
        let (start, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = unescape(start).unwrap_or_else(|| start.to_owned());
        if level > 0 && has(&name, b"%&#=") {
            // The signs between key and value, or between pairs, were encoded. What stands behind is as it was.
            part(&[&name, &pair[start.len()..]].concat(), level - 1, parts);
            continue;
        }
        // Behind an entity that is not `&`, what has no value may be one.
        let key = key(&name).filter(|_| start.len() < pair.len() || !name.contains(';')).unwrap_or_default();
        let read = unescape(value);
        let is_clear = match &read {
            None => key.is_empty() && is_plain(&name),
            // The `=` is of quoted-printable, at the end of a line that parts a key.
            Some(text) if key.is_empty() && level > 0 && is_said(&[&name, text.as_str()].concat()) => {
                part(&[&name, text.as_str()].concat(), level - 1, parts);
                continue;
            }
            // What was cut behind the key of another may have been ours, and a part of ours may be joined to its value.
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

/// The key of ours that a damaged one stands for. Of an entity that lost its `&`, or of the address of the page, the rest stands before it.
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

/// Whether a key that is not ours is a whole one of somebody else, and not a broken one, or what an entity parted from a value.
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

/// Whether `text` begins with a key of ours and its `=`.
fn is_said(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, _)| !has(name, b"&#?;") && key(name).is_some())
}

/// The word that `text` is, the damage taken off: empty where there is none. Beside it what of `text` cannot be read.
pub(super) fn word(text: &str) -> (String, Option<&str>) {
    let mut word = String::new();
    let (mut end, mut rest) = (None, None);
    // What counts only if more of the word follows.
    let mut pending = String::new();
    for (at, sign) in text.char_indices() {
        match sign {
            _ if is_nothing(sign) => {}
            '\u{2010}'..='\u{2013}' | '\u{2212}' => pending.push('-'),
            _ if is_sign(sign) => {
                // In front of a word, `<` and `>` are of a tag.
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

/// Whether something was cut from a text: then the rest of a word may be missing.
fn is_cut(text: &str) -> bool {
    text.as_bytes().windows(3).any(|signs| signs == b"..." || signs == "…".as_bytes())
}

/// Whether a word ends at a sign, whatever follows: at a bracket, a quotation mark, a `|`.
const fn is_end(sign: char) -> bool {
    matches!(
        sign,
        '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201f}'
    )
}

/// Whether a sign stands around words and is in none, in any script: punctuation, blanks, marks, emoji.
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

/// Whether a sign is none that anybody sees, a line break, or the `\` of Markdown.
const fn is_nothing(sign: char) -> bool {
    matches!(
        sign,
        '\0'..='\x1f' | '\\' | '\x7f' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}
