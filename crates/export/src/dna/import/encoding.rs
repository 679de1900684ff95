//! The bytes of a list as text.
//!
//! A mark at the beginning says the encoding. Without one it is UTF-8 if that is possible. Else the likeliest of the encodings that
//! spreadsheets save in is taken, and said with words to check it by, unless the author names one. UTF-8 with a few broken letters
//! is refused: another encoding would break the rest.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

use super::flaw::Flaws;

/// The most words that a reader is shown to check a guess by.
const WORDS: usize = 3;

/// The first bytes of files that are taken for a list and are none, and the way to get one.
const NO_TEXT: [(&[u8], &str); 3] = [
    (b"PK\x03\x04", "the file is a workbook or an archive, no table of text: save it as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "the file is an Excel workbook, no table of text: save it as CSV in UTF-8"),
    (b"SQLite format 3\0", "the file is a database, as DNA keeps its own: have DNA export it as an event list"),
];

/// A list's text.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding that was read, if that had to be said or guessed.
    pub(super) told: Option<String>,
    /// Whether it was guessed.
    pub(super) is_guess: bool,
}

/// Decodes `bytes`; `label` is the encoding as the author says it. What is broken is a flaw, and stands in the text as U+FFFD, so that
/// the rest can be checked in the same go.
///
/// # Errors
/// If the file is no text at all.
pub(super) fn decode(bytes: &[u8], label: Option<&str>, flaws: &mut Flaws) -> Result<Decoded, Flaws> {
    if let Some((_, what)) = NO_TEXT.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        flaws.file("", *what);
        return Err(std::mem::take(flaws));
    }
    let plain = |text: &str| Ok(Decoded { text: text.to_owned(), told: None, is_guess: false });
    let said = label.and_then(|label| {
        let encoding = Encoding::for_label(label.trim().as_bytes());
        if encoding.is_none() {
            flaws.file("", format!("there is no encoding {label:?}: name one as in --encoding windows-1252"));
        }
        encoding
    });
    let unmarked = bytes.strip_prefix("\u{feff}".as_bytes());
    if unmarked.is_some() || (said.is_none_or(|said| said == UTF_8) && !is_utf_16(bytes)) {
        let bytes = unmarked.unwrap_or(bytes);
        if let Ok(text) = std::str::from_utf8(bytes) {
            return plain(text);
        }
        if unmarked.is_some() || said.is_some() || is_nearly_utf_8(bytes) {
            broken_utf_8(bytes, flaws);
            return plain(&String::from_utf8_lossy(bytes));
        }
    }
    let known = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or(said);
    let encoding = known.unwrap_or_else(|| likeliest(bytes));
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed || text.contains(|letter| ('\u{80}'..='\u{9f}').contains(&letter) || letter == '\u{fffd}') {
        let name = encoding.name();
        flaws.file("", format!("the file is not {name} text: save it as UTF-8, or name its encoding with --encoding"));
    }
    let name = encoding.name();
    let words = words(&text);
    let told = match known {
        Some(_) => format!("the file was read as {name}"),
        None if words.is_empty() => format!("the file is not UTF-8. It was read as {name}, the likeliest"),
        None => format!(
            "the file is not UTF-8 and does not say its encoding. It was read as {name}, the likeliest, from words like {}. \
             If these are wrong, name the encoding, as in --encoding macintosh",
            words.join(", ")
        ),
    };
    Ok(Decoded { told: Some(told), is_guess: known.is_none(), text: text.into_owned() })
}

/// Whether the text begins with one ASCII letter in two bytes, as a list's first row does in UTF-16 alone.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [_, 0, ..] | [0, _, ..])
}

/// Whether letters are broken, and more beyond ASCII are well-formed UTF-8: by chance that is rare.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut well, mut ill) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        well += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        ill += usize::from(!chunk.invalid().is_empty());
    }
    ill > 0 && well > ill
}

fn broken_utf_8(bytes: &[u8], flaws: &mut Flaws) {
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        line += chunk.valid().matches('\n').count() as u64;
        if !chunk.invalid().is_empty() {
            flaws.line("", "must be UTF-8 text like the rest of the file: mend the broken letters", line, None);
        }
    }
}

/// The encoding that bytes without a mark are most likely in.
fn likeliest(bytes: &[u8]) -> &'static Encoding {
    if is_utf_16(bytes) {
        return if bytes[0] == 0 { UTF_16BE } else { UTF_16LE };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess.is_single_byte() && is_macintosh(bytes) { MACINTOSH } else { guess }
}

/// Whether letters beside ASCII letters stand where old Macs have theirs rather than where Windows has them. Signs that Windows
/// has there, quotation marks and dashes, count for neither.
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

/// The first words with letters beyond ASCII.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || ";,|\"".contains(letter)) {
        let word = format!("\"{word}\"");
        if !word.is_ascii() && !words.contains(&word) {
            words.push(word);
            if words.len() == WORDS {
                break;
            }
        }
    }
    words
}
