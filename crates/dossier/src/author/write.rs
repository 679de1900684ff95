//! Writes the files of `seeds/` in a readable layout that gives small diffs.

use serde::Serialize;

/// `value` as the text of a file: indented JSON whose members stand in the order of its type. What holds nothing but numbers,
/// words and nothing at all (a pointer, a date, a list of ids) stands on one line.
///
/// Law: reading the text gives `value`.
///
/// # Panics
/// If `value` is no JSON, which no type of this crate is.
#[must_use]
pub fn written(value: &impl Serialize) -> String {
    let pretty = serde_json::to_string_pretty(value).expect("plain data is JSON");
    let lines: Vec<&str> = pretty.lines().collect();
    let mut text = String::new();
    let mut at = 0;
    while at < lines.len() {
        let end = short_block(&lines, at).unwrap_or(at);
        text.push_str(lines[at]);
        for (place, line) in lines[at + 1..=end].iter().enumerate() {
            // A list hugs its brackets, an object does not.
            let tight = lines[at].ends_with('[') && (place == 0 || at + place + 1 == end);
            text.push_str(if tight { "" } else { " " });
            text.push_str(line.trim_start());
        }
        text.push('\n');
        at = end + 1;
    }
    text
}

/// Where the block that opens on line `at` closes, if it is short: nothing in it opens another, and no text of it has a space.
fn short_block(lines: &[&str], at: usize) -> Option<usize> {
    if !lines[at].ends_with(['{', '[']) {
        return None;
    }
    for (place, line) in lines.iter().enumerate().skip(at + 1) {
        let line = line.trim();
        if line.starts_with(['}', ']']) {
            return Some(place);
        }
        let value = line.split_once("\": ").map_or(line, |(_, value)| value);
        if value.ends_with(['{', '[']) || value.contains(' ') {
            return None;
        }
    }
    None
}
