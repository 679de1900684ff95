//! The text normalizer, `standpoint-text/1`.

use dossier::text::{self, length, plain};

/// Normalizing is idempotent, its paragraphs are clean, and a pointer to each of them finds it.
pub fn normalize(data: &[u8]) {
    let source = String::from_utf8_lossy(data);
    let normal = text::normalize(&source);
    assert_eq!(text::normalize(&normal.joined()), normal, "normalizing again changes nothing");
    assert_eq!(text::normalize(&source.replace("\r\n", "\n")), normal, "line ends do not matter");
    for (number, paragraph) in (1..).zip(normal.paragraphs()) {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        assert!(!words.is_empty(), "no paragraph is empty");
        assert_eq!(words.join(" "), *paragraph, "between words stands one space");
        assert_eq!(length(&plain(paragraph)), length(paragraph), "folding keeps offsets");
        let whole = normal.evidence(number, 0, length(paragraph)).expect("a paragraph lies inside itself");
        assert_eq!(normal.passage(number, whole.start, whole.end), Some(paragraph.as_str()));
        assert_eq!(normal.point(number, paragraph), Ok(whole), "a paragraph stands in itself once");
    }
}
