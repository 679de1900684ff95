//! Realistic copies of an article, from `tests/fiction/copies`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dossier::Dossier;
use dossier::copy::{Compared, Copy, Form, Unread};
use dossier::load::{Files, load_files};
use dossier::verify::{Counts, Difference, Finding, Layout};

/// Number of pointers in the fictional dossier.
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
        load_files(&files, &mut |_| {}).expect("the fixture is valid")
    });
    &ELLMOOR
}

fn of_file(name: &str) -> Compared {
    let copy = Copy::of_file(&bytes(name), name).expect("it is readable");
    copy.compare(ellmoor(), &[], &mut |_| {}).expect("there is a document")
}

fn pasted(text: &str) -> Compared {
    let copy = Copy::of_text(text, Form::Plain).expect("it is readable");
    copy.compare(ellmoor(), &[], &mut |_| {}).expect("there is a document")
}

#[test]
fn fictional_copies_are_whole_and_differences_are_reported() {
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
fn hyphen_of_compound_word_at_line_end_is_kept() {
    let text = of_file("ellmoor-column.txt").text.joined();
    assert!(text.contains("fixed for twenty-five years") && text.contains("twelve turbines may"), "{text}");
    assert_eq!(text, dossier::text::normalize(&String::from_utf8(bytes("ellmoor.txt")).expect("it is UTF-8")).joined());
}

#[test]
fn report_states_verdict_and_form_of_copy() {
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

pub(crate) fn original() -> String {
    String::from_utf8(bytes("ellmoor.txt")).expect("it is UTF-8")
}

fn finding(compared: &Compared, item: &str) -> (Finding, Option<String>) {
    let check = compared.report.checks.iter().find(|check| check.item.to_string() == item).expect("it has the item");
    (check.finding, check.between.clone())
}

#[test]
fn words_inserted_into_passage_are_shown_and_passage_counts_as_failed() {
    let compared = pasted(&original().replace("flood the lower", "not flood the lower"));
    let (found, between) = finding(&compared, "position odell-road");
    assert!(matches!(found, Finding::Parted { paragraph: 3, start: 119, lines: false, .. }), "{found:?}");
    assert_eq!(between.as_deref(), Some("not"));
    assert_eq!(compared.report.verdict(), "This is another version of it: 1 of 19 passages is not found in it.");
}

#[test]
fn lines_inserted_into_passage_are_shown_and_passage_counts_as_moved() {
    let compared = pasted(&original().replace("flood the lower", "flood\n\nPage 3 of 4\n\nthe lower"));
    let (found, between) = finding(&compared, "position odell-road");
    assert!(matches!(found, Finding::Parted { paragraph: 3, start: 119, lines: true, .. }), "{found:?}");
    assert_eq!(between.as_deref(), Some("Page 3 of 4"));
    assert_eq!(compared.report.counts().failed, 0, "{}", compared.report);
    assert!(compared.report.verdict().starts_with("Every passage stands in this copy."));
}

#[test]
fn blank_lines_within_paragraphs_are_reported_and_shift_no_pointer() {
    let report = pasted(&original().replace("flood the lower", "flood\n\nthe lower")).report;
    assert_eq!(report.counts().matched, POINTERS, "{report}");
    let form = "This copy has blank lines within paragraphs: the passages show where paragraphs begin.";
    assert_eq!((report.reading.is_whole, report.form().as_deref()), (true, Some(form)));
}

#[test]
fn headings_and_text_before_article_shift_no_pointer() {
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
fn invisible_content_of_page_is_left_out() {
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
fn probably_hidden_text_and_note_marks_are_left_out_if_digest_confirms() {
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
fn truncated_copy_is_reported_as_truncated() {
    let article = original();
    let (start, _) = article.split_once("The grid operator").expect("it has the paragraph");
    let verdict = pasted(start).report.verdict();
    assert_eq!(
        verdict,
        "This copy ends before the text does: 9 of 19 passages are not found in it, all from behind its end."
    );
}

#[test]
fn unsupported_file_is_rejected_with_format_and_advice() {
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
