//! Copies of an article as readers really have them, in `tests/fiction/copies`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dossier::Dossier;
use dossier::copy::{Compared, Copy, Form, Unread};
use dossier::load::{Files, load_files};
use dossier::verify::{Counts, Difference, Finding, Layout};
use proptest::prelude::*;
use proptest::sample::Index;

/// The pointers of the invented dossier.
const POINTERS: usize = 19;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fiction/copies").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).expect("it is there")
}

pub(crate) fn ellmoor() -> &'static Dossier {
    static ELLMOOR: LazyLock<Dossier> = LazyLock::new(|| {
        let files = Files::from_bundle("ellmoor.json", bytes("ellmoor.json"));
        load_files(&files, &mut |_| {}).expect("it keeps every rule")
    });
    &ELLMOOR
}

fn of_file(name: &str) -> Compared {
    let copy = Copy::of_file(&bytes(name), name).expect("it is read");
    copy.compare(ellmoor(), &[], &mut |_| {}).expect("there is a document")
}

fn pasted(text: &str) -> Compared {
    let copy = Copy::of_text(text, Form::Plain).expect("it is read");
    copy.compare(ellmoor(), &[], &mut |_| {}).expect("there is a document")
}

#[test]
fn each_copy_of_the_cases_is_the_text_and_its_form_is_named() {
    use Difference::{Hyphens, Ligatures, Notes, Struck};
    let counts = |matched, matched_plain, moved| Counts { matched, matched_plain, moved, failed: 0 };
    let table: [(&str, Counts, &[Difference], Layout, u32); 7] = [
        ("ellmoor.txt", counts(POINTERS, 0, 0), &[], Layout::Blank, 0),
        ("ellmoor-ligatures-only.txt", counts(13, 6, 0), &[Ligatures], Layout::Blank, 0),
        ("ellmoor-column.txt", counts(11, 8, 0), &[Ligatures, Hyphens], Layout::Column, 0),
        ("ellmoor-lines.txt", counts(POINTERS, 0, 0), &[], Layout::Lines, 0),
        ("ellmoor-lines-with-extras.txt", counts(2, 0, 17), &[], Layout::Lines, 4),
        ("ellmoor-clip.md", counts(16, 3, 0), &[Notes, Struck], Layout::Blank, 1),
        ("ellmoor-saved.mhtml", counts(POINTERS, 0, 0), &[], Layout::Blank, 0),
    ];
    for (name, counts, differences, layout, extra) in table {
        let report = of_file(name).report;
        assert_eq!(report.counts(), counts, "{name}: {report}");
        let reading = &report.reading;
        assert_eq!(
            (reading.differences.as_slice(), reading.layout, reading.extra),
            (differences, layout, extra),
            "{name}"
        );
        assert!(reading.is_whole, "{name} has the whole text: {report}");
        if name != "ellmoor-saved.mhtml" {
            let text = String::from_utf8(bytes(name)).expect("it is UTF-8");
            assert_eq!(pasted(&text), of_file(name), "{name} pasted is {name} as a file");
        }
    }
}

#[test]
fn a_hyphen_of_the_words_own_at_a_line_end_stays() {
    let text = of_file("ellmoor-column.txt").text.joined();
    assert!(text.contains("fixed for twenty-five years") && text.contains("twelve turbines may"), "{text}");
    assert_eq!(text, dossier::text::normalize(&String::from_utf8(bytes("ellmoor.txt")).expect("it is UTF-8")).joined());
}

#[test]
fn the_report_says_what_the_copy_is_and_in_what_form_it_came() {
    let table = [
        ("ellmoor-ligatures-only.txt", "This is the text that the data was made from.", "This copy has ligatures."),
        (
            "ellmoor-column.txt",
            "This is the text that the data was made from.",
            "This copy has ligatures, words parted at line ends and no blank lines: the passages show where paragraphs begin.",
        ),
        (
            "ellmoor-lines.txt",
            "This is the text that the data was made from.",
            "This copy has no blank lines: each line is a paragraph.",
        ),
        (
            "ellmoor-lines-with-extras.txt",
            "The text that the data was made from stands in this copy, whole, with 4 paragraphs more.",
            "This copy has no blank lines: each line is a paragraph.",
        ),
        (
            "ellmoor-clip.md",
            "The text that the data was made from stands in this copy, whole, with 1 paragraph more.",
            "This copy has marks of notes and words struck out.",
        ),
    ];
    for (name, verdict, form) in table {
        let report = of_file(name).report;
        assert_eq!((report.verdict().as_str(), report.form().as_deref()), (verdict, Some(form)), "{name}");
    }
}

fn original() -> String {
    String::from_utf8(bytes("ellmoor.txt")).expect("it is UTF-8")
}

fn finding(compared: &Compared, item: &str) -> (Finding, Option<String>) {
    let check = compared.report.checks.iter().find(|check| check.item.to_string() == item).expect("it has the item");
    (check.finding, check.between.clone())
}

#[test]
fn words_put_into_a_passage_are_told_and_count_as_not_found() {
    let compared = pasted(&original().replace("flood the lower", "not flood the lower"));
    let (found, between) = finding(&compared, "position odell-road");
    assert!(matches!(found, Finding::Parted { paragraph: 3, start: 119, lines: false, .. }), "{found:?}");
    assert_eq!(between.as_deref(), Some("not"));
    assert_eq!(compared.report.verdict(), "This is another version of it: 1 of 19 passages is not found in it.");
}

#[test]
fn lines_of_their_own_within_a_passage_are_told_and_the_passage_counts_as_elsewhere() {
    let compared = pasted(&original().replace("flood the lower", "flood\n\nPage 3 of 4\n\nthe lower"));
    let (found, between) = finding(&compared, "position odell-road");
    assert!(matches!(found, Finding::Parted { paragraph: 3, start: 119, lines: true, .. }), "{found:?}");
    assert_eq!(between.as_deref(), Some("Page 3 of 4"));
    assert_eq!(compared.report.counts().failed, 0, "{}", compared.report);
    assert!(compared.report.verdict().starts_with("Every passage stands in this copy."));
}

#[test]
fn blank_lines_within_paragraphs_are_named_and_shift_no_pointer() {
    let report = pasted(&original().replace("flood the lower", "flood\n\nthe lower")).report;
    assert_eq!(report.counts().matched, POINTERS, "{report}");
    let form = "This copy has blank lines within paragraphs: the passages show where paragraphs begin.";
    assert_eq!((report.reading.is_whole, report.form().as_deref()), (true, Some(form)));
}

#[test]
fn what_stands_before_the_article_and_its_headings_shift_no_pointer() {
    let page = |article: &str| {
        let blocks: Vec<String> = article.trim().split("\n\n").map(|words| format!("<p>{words}</p>")).collect();
        format!(
            "<html><nav><ul><li>Home<li>Sport</ul></nav><h1>The ridge</h1><p>By A. Writer</p>{}<h2>What is next</h2>{}\
             <footer>All rights reserved</footer></html>",
            blocks[..4].concat(),
            blocks[4..].concat(),
        )
    };
    let article = original();
    for copy in [
        format!("# The ridge\n\n{article}"),
        format!("The ridge\n\nBy A. Writer\n\n{article}"),
        format!(
            "# The ridge\n\nBy A. Writer\n\n{}",
            article.replace("Not all farmers", "## Not all\n\nNot all farmers")
        ),
        page(&article),
    ] {
        let report = pasted(&copy).report;
        assert_eq!(report.counts().matched, POINTERS, "{copy}\n{report}\n{:?}", report.reading);
        assert!(report.reading.is_whole, "{report}");
    }
}

#[test]
fn what_a_reader_of_a_page_does_not_see_is_left_out() {
    let page = original()
        .replace(
            "the lower fields",
            "the <span hidden>upper </span>lower<span style='DISPLAY : none'> grey</span> fields",
        )
        .replace(
            "a wet spring",
            "a <del>dry</del> <ins>wet</ins> spring<sup><a href='#1'>[1]</a></sup><script>x</script>",
        )
        .replace("\n\n", "<p>");
    let compared = pasted(&format!("<!doctype html><title>No</title><style>p {{}}</style><p>{page}"));
    assert!(compared.report.reading.is_whole, "{}", compared.report);
    assert_eq!(compared.report.reading.differences, [Difference::Notes, Difference::Struck]);
}

#[test]
fn what_a_style_sheet_may_hide_and_marks_of_clippers_are_left_out_where_the_digests_say_so() {
    use Difference::{Hidden, Notes};
    let table = [
        ("lower<a href='#2'>2</a> fields", Notes),
        ("lower<sup>note</sup> fields", Notes),
        ("lower [citation needed] fields", Notes),
        ("==lower== fields", Notes),
        ("<span class='x sr-only'>the </span>lower fields", Hidden),
        ("<i aria-hidden=true>*</i> lower fields", Hidden),
    ];
    for (words, class) in table {
        let page =
            original().replace("lower fields", words).replace("\n\n", "<p>").replace("“tomorrow”", "<q>tomorrow</q>");
        let report = pasted(&format!("<!doctype html><p>{page}")).report;
        assert_eq!(
            (report.reading.is_whole, report.reading.differences.as_slice()),
            (true, &[class][..]),
            "{words}: {report}"
        );
    }
}

#[test]
fn a_copy_that_ends_early_is_said_to_end_and_not_called_another_version() {
    let article = original();
    let (start, _) = article.split_once("The grid operator").expect("it has the paragraph");
    let verdict = pasted(start).report.verdict();
    assert_eq!(
        verdict,
        "This copy ends before the text does: 9 of 19 passages are not found in it, all from behind its end."
    );
}

#[test]
fn a_file_that_is_no_text_is_refused_by_the_name_of_its_format_with_what_to_do() {
    let zip = |name: &str| {
        [b"PK\x03\x04\x14\0\0\0\0\0", &[0; 16][..], &[name.len() as u8, 0, 0, 0], name.as_bytes(), &[0; 64]].concat()
    };
    let table: [(Vec<u8>, &str, &str); 8] = [
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), "a PDF file", "paste"),
        (b"{\\rtf1\\ansi Words}".to_vec(), "an RTF file", ".txt"),
        (b"bplist00\xd1\x01".to_vec(), "a web archive of Safari", "Page Source"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec(), "an old Word document", ".txt"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "a picture", "Bring the article as text"),
        (zip("a.txt"), "an archive of files", "Unpack"),
        (vec![0, 1, 2, 3, 0, 255, 254, 9], "no text", "Save the article as text"),
        (b"From: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nabc".to_vec(), "a single-file page (MHTML)", "HTML"),
    ];
    for (bytes, what, instead) in table {
        let refused = Copy::of_file(&bytes, "article").expect_err(what).to_string();
        assert!(refused.starts_with(&format!("This is {what}")) && refused.contains(instead), "{what}: {refused}");
    }
    assert_eq!(Copy::of_file(b" \n", "a.txt").map(drop), Err(Unread::Empty));
    assert!(Copy::of_file(b"BM is a word, and MZ another.", "a.txt").is_ok(), "two letters make no picture");
}

/// So many ways to damage a text are known below.
const DAMAGES: usize = 22;

/// The text in another form; `chance` says where.
fn damaged(text: &str, damage: usize, chance: usize) -> String {
    let every = chance % 4 + 2;
    let words = |replace: &dyn Fn(usize, &str) -> String| {
        let each = text.split_inclusive([' ', '\n']).enumerate().map(|(place, word)| replace(place, word));
        each.collect::<String>()
    };
    // Puts something into long words, or behind words.
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

/// The file that holds a text in one of several forms, and its name.
fn written(text: &str, form: usize) -> (Vec<u8>, &'static str) {
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
    Copy::of_file(&bytes, name).expect("it is read").compare(ellmoor(), &[], &mut |_| {}).expect("there is a document")
}

#[test]
fn each_damage_by_itself_leaves_every_pointer_in_its_place() {
    for damage in 0..DAMAGES {
        for form in 0..6 {
            let report = compared(written(&damaged(&original(), damage, 1), form)).report;
            let counts = report.counts();
            assert_eq!(counts.moved + counts.failed, 0, "{damage}, {form}: {report}\n{:?}", report.reading);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_damages_one_after_the_other_leave_every_pointer_found(
        one in 0..DAMAGES, other in 0..DAMAGES, form in 0..6_usize, chance in any::<usize>(),
    ) {
        let copy = damaged(&damaged(&original(), one, chance), other, chance / 7);
        let report = compared(written(&copy, form)).report;
        prop_assert_eq!(report.counts().failed, 0, "{}\n{}\n{:?}", copy, report, report.reading);
        prop_assert!(!report.verdict().contains("another version"), "{}", report);
    }

    #[test]
    fn one_changed_word_is_always_found_out(
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
        let report = compared(written(&damaged(&changed, damage, chance), form)).report;
        prop_assert!(!report.reading.is_whole && !report.is_same_text(), "{} for {}: {}", new, old, report);
        let paragraph = article[..at].matches("\n\n").count() as u32 + 1;
        let start = article[..at].rsplit("\n\n").next().unwrap_or_default().chars().count() as u32;
        let end = start + old.chars().count() as u32;
        for check in report.checks.iter().filter(|check| check.paragraph == paragraph && check.start <= start && check.end >= end) {
            // Words behind the last of a passage leave it as it is.
            let is_behind = kind == 2 && check.end == end;
            let is_lost = matches!(check.finding, Finding::Failed | Finding::Parted { lines: false, .. });
            prop_assert!(is_lost || is_behind, "{}: {}", check, report);
        }
    }
}
