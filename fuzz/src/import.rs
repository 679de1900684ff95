//! The reader of dossiers that a reader brings.

use dossier::load::{At, Files, bundle, load_files};
use explore::query::codec::decode;
use explore::{Engine, explore};

/// An invented dossier in one file, which keeps every rule.
const WHOLE: &str = include_str!("harbour.json");

/// What a file is called in its faults.
const NAME: &str = "mine.json";

/// What an edit may put in the place of a value.
const VALUES: [&str; 12] =
    ["null", "true", "\"\"", "\"\\u0000\"", "0", "1", "4294967296", "-1", "1e400", "[]", "{}", "\"9999-12\""];

/// What is asked of a dossier that could be read.
const QUERIES: [&str; 8] = [
    "",
    "view=positions&q=bridge&group=who",
    "view=quotes&form=full",
    "view=stakeholders",
    "view=timeline&from=2031-05",
    "view=compare&with=guild,berg",
    "view=network",
    "view=shifts&has=shift",
];

/// A file is a dossier that can be asked and written again, or has faults whose places lie in the file.
///
/// The first byte chooses: the file is what follows, or the invented dossier with values changed as what follows says.
pub fn import(data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let bytes = if first < 64 { rest.to_vec() } else { edited(rest).into_bytes() };
    let files = Files::from_bundle(NAME, bytes.clone());
    let mut steps = 0_u32;
    match load_files(&files, &mut |_| steps += 1) {
        Ok(dossier) => {
            let again = Files::from_bundle(NAME, bundle(&dossier, &[]).into_bytes());
            assert_eq!(load_files(&again, &mut |_| ()).as_ref(), Ok(&dossier), "what is written is what was read");
            let engine = Engine::new(&dossier);
            for query in QUERIES {
                let _ = explore(&engine, &decode(query));
            }
        }
        Err(faults) => {
            assert_ne!(faults.iter().len(), 0, "a dossier that is refused has faults");
            for fault in &faults {
                assert_eq!(fault.file, NAME);
                assert!(!fault.rule.is_empty());
                assert!(fault.at.is_none_or(|at| lies_in(&bytes, at)), "{fault} lies outside of the file");
            }
        }
    }
    assert!(steps <= 1000, "progress is told now and then");
}

/// Whether the file has this line and this column, or ends just before it.
fn lies_in(bytes: &[u8], at: At) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let line = text.split('\n').nth((at.line as usize).wrapping_sub(1));
    line.is_some_and(|line| (1..=line.chars().count() + 1).contains(&(at.column as usize)))
}

/// The invented dossier with some of its values replaced. Three bytes are an edit: which value, in two, and what
/// takes its place: one of [`VALUES`], or another value of the dossier, so that ids lead astray.
fn edited(edits: &[u8]) -> String {
    let mut values = scalars();
    let count = values.len();
    for edit in edits.chunks_exact(3) {
        let place = usize::from(edit[0]) * 256 + usize::from(edit[1]);
        let with = usize::from(edit[2]);
        values[place % count].1 = VALUES.get(with).copied().unwrap_or(values[(place + with) % count].1);
    }
    let mut text = String::with_capacity(WHOLE.len());
    for (before, value) in values {
        text.push_str(before);
        text.push_str(value);
    }
    text
}

/// The dossier's text cut before and behind each string, number and literal; the last has nothing in it.
fn scalars() -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut rest = WHOLE;
    while let Some(start) = rest.find(|sign: char| !"{}[]:, \n".contains(sign)) {
        let (before, value) = rest.split_at(start);
        let end = match value.strip_prefix('"') {
            Some(inside) => end_of_string(inside) + 2,
            None => value.find(|sign: char| "{}[]:, \n".contains(sign)).unwrap_or(value.len()),
        };
        let (value, after) = value.split_at(end);
        rest = after;
        found.push((before, value));
    }
    found.push((rest, ""));
    found
}

/// Where the quotation mark stands that ends a string.
fn end_of_string(inside: &str) -> usize {
    let mut escaped = false;
    inside
        .find(|sign: char| {
            let ends = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            ends
        })
        .unwrap_or(inside.len())
}
