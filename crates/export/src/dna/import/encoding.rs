//! Decodes the bytes of a list.
//!
//! The encoding is that of the byte order mark, else the one in the options, else UTF-8 if valid, else a guess among
//! the encodings of spreadsheets. A guess is reported with sample words. UTF-8 with a few invalid bytes is rejected,
//! because any other encoding would garble the rest.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

use super::problem::Problems;

/// Maximum number of sample words shown with a guess.
const MAX_SAMPLES: usize = 3;

/// Magic numbers of files that are mistaken for lists, and advice.
const NO_TEXT: [(&[u8], &str); 3] = [
    (b"PK\x03\x04", "the file is a workbook or an archive, no table of text: save it as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "the file is an Excel workbook, no table of text: save it as CSV in UTF-8"),
    (b"SQLite format 3\0", "the file is a database, as DNA keeps its own: have DNA export it as an event list"),
];

/// Text of a list.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Note on the encoding, unless it is UTF-8.
    pub(super) note: Option<String>,
    /// Whether the encoding is a guess.
    pub(super) is_guess: bool,
}

/// Decodes `bytes`; `label` is the encoding in the options. Invalid bytes are added to `problems` and become U+FFFD, so
/// that the rest can be checked as well.
///
/// # Errors
/// If the file is not a text file.
pub(super) fn decode(bytes: &[u8], label: Option<&str>, problems: &mut Problems) -> Result<Decoded, Problems> {
    if let Some((_, what)) = NO_TEXT.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        problems.file("", *what);
        return Err(std::mem::take(problems));
    }
    let plain = |text: &str| Ok(Decoded { text: text.to_owned(), note: None, is_guess: false });
    let requested = label.and_then(|label| {
        let encoding = Encoding::for_label(label.trim().as_bytes());
        if encoding.is_none() {
            problems.file("", format!("there is no encoding {label:?}: name one as in --encoding windows-1252"));
        }
        encoding
    });
    let unmarked = bytes.strip_prefix("\u{feff}".as_bytes());
    if unmarked.is_some() || (requested.is_none_or(|requested| requested == UTF_8) && !is_utf_16(bytes)) {
        let bytes = unmarked.unwrap_or(bytes);
        if let Ok(text) = std::str::from_utf8(bytes) {
            return plain(text);
        }
        if unmarked.is_some() || requested.is_some() || is_nearly_utf_8(bytes) {
            note_invalid_utf_8(bytes, problems);
            return plain(&String::from_utf8_lossy(bytes));
        }
    }
    let known = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or(requested);
    let encoding = known.unwrap_or_else(|| likeliest(bytes));
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed || text.contains(|letter| ('\u{80}'..='\u{9f}').contains(&letter) || letter == '\u{fffd}') {
        let name = encoding.name();
        problems
            .file("", format!("the file is not {name} text: save it as UTF-8, or name its encoding with --encoding"));
    }
    let name = encoding.name();
    let words = sample_words(&text);
    let note = match known {
        Some(_) => format!("the file was read as {name}"),
        None if words.is_empty() => format!("the file is not UTF-8. It was read as {name}, the likeliest"),
        None => format!(
            "the file is not UTF-8 and does not say its encoding. It was read as {name}, the likeliest, from words like {}. \
             If these are wrong, name the encoding, as in --encoding macintosh",
            words.join(", ")
        ),
    };
    Ok(Decoded { note: Some(note), is_guess: known.is_none(), text: text.into_owned() })
}

/// Whether one of the first two bytes is zero, as in UTF-16 text that begins with an ASCII letter.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [_, 0, ..] | [0, _, ..])
}

/// Whether some sequences are invalid UTF-8 but more non-ASCII characters are valid, which is rare in other encodings.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    invalid > 0 && valid > invalid
}

fn note_invalid_utf_8(bytes: &[u8], problems: &mut Problems) {
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        line += chunk.valid().matches('\n').count() as u64;
        if !chunk.invalid().is_empty() {
            problems.line("", "must be UTF-8 text like the rest of the file: mend the broken letters", line, None);
        }
    }
}

/// Most likely encoding of bytes without a byte order mark.
fn likeliest(bytes: &[u8]) -> &'static Encoding {
    if is_utf_16(bytes) {
        return if bytes[0] == 0 { UTF_16BE } else { UTF_16LE };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess.is_single_byte() && is_macintosh(bytes) { MACINTOSH } else { guess }
}

/// Whether bytes beside ASCII letters are letters in Mac OS Roman more often than in Windows encodings. Bytes that are
/// quotation marks or dashes in Windows encodings are ignored.
fn is_macintosh(bytes: &[u8]) -> bool {
    let (mut mac, mut windows) = (0, 0);
    for window in bytes.windows(2) {
        for (byte, beside) in [(window[0], window[1]), (window[1], window[0])] {
            if beside.is_ascii_alphabetic() {
                mac += usize::from(matches!(byte, 0x81..=0x84 | 0x86..=0x90 | 0x98..=0x9f));
                windows += usize::from(byte >= 0xc0);
            }
        }
    }
    mac > windows
}

/// First words with non-ASCII letters, to check a guess.
fn sample_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || ";,|\"".contains(letter)) {
        let word = format!("\"{word}\"");
        if !word.is_ascii() && !words.contains(&word) {
            words.push(word);
            if words.len() == MAX_SAMPLES {
                break;
            }
        }
    }
    words
}
