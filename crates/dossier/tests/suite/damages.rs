//! Property tests of comparing copies: damaged copies still match, changed words do not.

use dossier::copy::{Compared, Copy};
use dossier::verify::{Check, Finding};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::copies::{ellmoor, original};

/// Number of kinds of damage implemented by `damaged`.
const DAMAGES: usize = 22;

/// `text` with one kind of damage; `chance` decides the places.
fn damaged(text: &str, damage: usize, chance: usize) -> String {
    let every = chance % 4 + 2;
    let words = |replace: &dyn Fn(usize, &str) -> String| {
        let each = text.split_inclusive([' ', '\n']).enumerate().map(|(place, word)| replace(place, word));
        each.collect::<String>()
    };
    // Inserts something into or after long words.
    let within = |put: &str| {
        words(&|place, word| match word.char_indices().nth(3) {
            Some((at, next))
                if place % every == 0 && next.is_alphanumeric() && word[..at].chars().all(char::is_alphanumeric) =>
            {
                format!("{}{put}{}", &word[..at], &word[at..])
            }
            _ => word.to_owned(),
        })
    };
    let behind = |put: &str| {
        words(&|place, word| match word.strip_suffix(' ') {
            Some(bare) if place % (every + 5) == 0 && bare.ends_with(char::is_alphanumeric) => format!("{bare}{put} "),
            _ => word.to_owned(),
        })
    };
    let wrapped = |text: &str, parts_words: bool| {
        let (mut wrapped, mut column) = (String::new(), 0);
        for word in text.split_inclusive([' ', '\n']) {
            column += word.chars().count();
            let half = word.char_indices().nth(3).filter(|(_, next)| next.is_ascii_lowercase()).map(|(at, _)| at);
            let half = half.filter(|&at| parts_words && word[..at].chars().all(|sign| sign.is_ascii_lowercase()));
            match half {
                _ if column < 40 + chance % 40 => wrapped += word,
                Some(at) => {
                    wrapped.extend([&word[..at], "-\n", &word[at..]]);
                    column = 0;
                }
                None => {
                    wrapped += word.strip_suffix(' ').unwrap_or(word);
                    wrapped += if word.ends_with(' ') { "\n" } else { "" };
                    column = 0;
                }
            }
        }
        wrapped
    };
    let lines = || text.replace("\n\n", "\n");
    match damage {
        0 => text
            .replace("ffi", "\u{fb03}")
            .replace("fi", "\u{fb01}")
            .replace("fl", "\u{fb02}")
            .replace("ff", "\u{fb00}"),
        1 => {
            let wide = |sign: char| char::from_u32(u32::from(sign) + 0xfee0).unwrap_or(sign);
            text.chars().map(|sign| if sign.is_ascii_alphanumeric() { wide(sign) } else { sign }).collect()
        }
        2 => within("\u{ad}"),
        3 => within("\u{200b}"),
        4 => behind("\u{2060}"),
        5 => text.replace(['“', '”'], "\"").replace(['‘', '’'], "'"),
        6 => text.replace('—', "--"),
        7 => text.replace('—', " – "),
        8 => text.replace(' ', "\u{a0}"),
        9 => text.replace(", ", ",\u{2009}\u{3000}"),
        10 => text.replace('\n', "\r\n"),
        11 => format!("\u{feff}{text}"),
        12 => lines(),
        13 => wrapped(text, false),
        14 => wrapped(text, true),
        15 => wrapped(&lines(), false),
        16 => wrapped(&lines(), true),
        17 => behind("[2]"),
        18 => behind("[^note]"),
        19 => format!("A headline\n\nBy A. Writer\n\n{text}\n\nSubscribe now"),
        20 => text.replace(['“', '”'], "''"),
        _ => text.replace('’', "´").replace('“', "«").replace('”', "»"),
    }
}

/// File that holds a text in one of several formats, with its name.
fn file_with(text: &str, form: usize) -> (Vec<u8>, &'static str) {
    let html = || {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let blocks: Vec<String> =
            text.split("\n\n").map(|words| format!("<p>{}</p>", words.replace('\n', "<br>\n"))).collect();
        format!("<html><head><meta charset=utf-8><title>No</title></head><body>{}</body></html>", blocks.join("\n"))
    };
    match form {
        0 => (text.as_bytes().to_vec(), "a.txt"),
        1 => ([vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(), "a.txt"),
        2 => (text.encode_utf16().flat_map(u16::to_be_bytes).collect(), "a.txt"),
        3 => (html().into_bytes(), "a.html"),
        4 => (text.replace('.', "\\.").replace('[', "\\[").into_bytes(), "a.md"),
        _ => {
            let quoted: String = html()
                .bytes()
                .map(|byte| {
                    if byte.is_ascii_alphanumeric() || b" <>/\n".contains(&byte) {
                        char::from(byte).to_string()
                    } else {
                        format!("={byte:02X}")
                    }
                })
                .collect();
            let lines: Vec<String> = quoted.lines().map(|line| line.replace(' ', "=\n ")).collect();
            let head = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x--\"\n\n--x--\n";
            let part = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n";
            (format!("{head}{part}{}\n--x----\n", lines.join("\n")).into_bytes(), "a.mhtml")
        }
    }
}

fn compared((bytes, name): (Vec<u8>, &str)) -> Compared {
    Copy::of_file(&bytes, name)
        .expect("it is readable")
        .compare(ellmoor(), &[], &mut |_| {})
        .expect("there is a document")
}

#[test]
fn single_damage_leaves_every_pointer_in_place() {
    for damage in 0..DAMAGES {
        for form in 0..6 {
            let report = compared(file_with(&damaged(&original(), damage, 1), form)).report;
            let counts = report.counts();
            assert_eq!(counts.moved + counts.failed, 0, "{damage}, {form}: {report}\n{:?}", report.reading);
        }
    }
}

/// Fragments of various file formats.
const PIECES: [&[u8]; 16] = [
    b"\xff",
    b"\0",
    b"<table>",
    b"</p>",
    b"<del>",
    b"<template>",
    b"<h2>",
    b"<sup>",
    b"\n\n",
    b"-\n",
    b"[",
    b"~~",
    b"---\n",
    b"\xef\xac\x83",
    b"\xc2\xad",
    b"=\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_damages_leave_every_pointer_found(
        one in 0..DAMAGES, other in 0..DAMAGES, form in 0..6_usize, chance in any::<usize>(),
    ) {
        let copy = damaged(&damaged(&original(), one, chance), other, chance / 7);
        let report = compared(file_with(&copy, form)).report;
        prop_assert_eq!(report.counts().failed, 0, "{}\n{}\n{:?}", copy, report, report.reading);
        prop_assert!(!report.verdict().contains("another version"), "{}", report);
    }

    #[test]
    fn changed_word_fails_the_passages_that_contain_it(
        word in any::<Index>(), damage in 0..DAMAGES, form in 0..6_usize, chance in any::<usize>(), kind in 0..3_u8,
    ) {
        let article = original();
        let words: Vec<(usize, &str)> = article
            .match_indices(|sign: char| sign.is_alphanumeric())
            .map(|(at, _)| (at, article[at..].split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default()))
            .filter(|(at, word)| word.len() > 2 && !article[..*at].ends_with(char::is_alphanumeric))
            .collect();
        let (at, old) = *word.get(&words);
        let new = match kind {
            0 => "zebra".to_owned(),
            1 => old.chars().rev().chain(['q']).collect(),
            _ => format!("{old} not"),
        };
        let changed = format!("{}{new}{}", &article[..at], &article[at + old.len()..]);
        let report = compared(file_with(&damaged(&changed, damage, chance), form)).report;
        prop_assert!(!report.reading.is_whole && !report.is_same_text(), "{} for {}: {}", new, old, report);
        let paragraph = article[..at].matches("\n\n").count() as u32 + 1;
        let start = article[..at].rsplit("\n\n").next().unwrap_or_default().chars().count() as u32;
        let end = start + old.chars().count() as u32;
        let contains_word =
            |check: &&Check| check.paragraph == paragraph && check.start <= start && check.end >= end;
        for check in report.checks.iter().filter(contains_word) {
            // A word added after the end of a passage does not change it.
            let is_behind = kind == 2 && check.end == end;
            let is_lost = matches!(check.finding, Finding::Failed | Finding::Parted { lines: false, .. });
            prop_assert!(is_lost || is_behind, "{}: {}", check, report);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn comparing_arbitrary_bytes_never_panics(
        form in 0..6_usize,
        put in proptest::collection::vec((any::<Index>(), proptest::sample::select(PIECES.to_vec())), 0..12),
    ) {
        let (mut bytes, name) = file_with(&original(), form);
        for (place, piece) in put {
            let at = place.index(bytes.len());
            bytes.splice(at..at, piece.iter().copied());
        }
        if let Ok(copy) = Copy::of_file(&bytes, name) {
            let Compared { text, report } = copy.compare(ellmoor(), &[], &mut |_| {}).expect("there is a document");
            for check in &report.checks {
                if let Finding::Moved { paragraph, start, end, .. }
                | Finding::Parted { paragraph, start, end, .. } = check.finding
                {
                    prop_assert!(text.passage(paragraph, start, end).is_some(), "{}", check);
                }
            }
        }
    }
}
