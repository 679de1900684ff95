//! Decodes the bytes of a file.
//!
//! The encoding is determined in this order: byte order mark; UTF-16 without one, by the position of zero bytes; UTF-8
//! if valid; the page's `meta`; a guess. `encoding_rs` decodes by the Encoding Standard, and `chardetng` guesses as
//! browsers do.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding as Coding, UTF_8, UTF_16BE, UTF_16LE};

/// Number of bytes of a page that are searched for the name of its encoding, as in browsers.
const SEARCHED: usize = 1024;

/// Text of `bytes`, with the name of the encoding if it is not UTF-8 and whether it was guessed.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<(String, bool)>) {
    if let Some(text) = utf_32(bytes) {
        return (text, Some(("UTF-32".to_owned(), false)));
    }
    let (coding, is_guess) = coding(bytes);
    let (text, coding, _) = coding.decode(bytes);
    let named = (coding != UTF_8).then(|| (coding.name().to_owned(), is_guess));
    (text.into_owned(), named)
}

fn coding(bytes: &[u8]) -> (&'static Coding, bool) {
    if let Some((coding, _)) = Coding::for_bom(bytes) {
        return (coding, false);
    }
    if let Some(coding) = utf_16(bytes) {
        return (coding, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    if let Some(coding) = named(bytes) {
        return (coding, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Allow), true)
}

/// Decodes UTF-32 with a byte order mark, which the Encoding Standard does not cover.
fn utf_32(bytes: &[u8]) -> Option<String> {
    let little = bytes.starts_with(&[0xff, 0xfe, 0, 0]);
    if !little && !bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return None;
    }
    let (units, rest) = bytes.as_chunks::<4>();
    let read = |unit: &[u8; 4]| if little { u32::from_le_bytes(*unit) } else { u32::from_be_bytes(*unit) };
    if !rest.is_empty() {
        return None;
    }
    units.iter().skip(1).map(|unit| char::from_u32(read(unit))).collect()
}

/// Detects UTF-16 without a byte order mark: every other byte of Latin letters, spaces and line ends is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Coding> {
    let mut zeros = [0_usize; 2];
    for (place, byte) in bytes.iter().enumerate() {
        zeros[place % 2] += usize::from(*byte == 0);
    }
    let [even, odd] = zeros;
    let many = bytes.len() / 20;
    match (even, odd) {
        _ if !bytes.len().is_multiple_of(2) => None,
        (even, odd) if odd > many && even < odd / 8 => Some(UTF_16LE),
        (even, odd) if even > many && odd < even / 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// Encoding named at the start of a page, by `<meta charset=...>` or an XML declaration.
fn named(bytes: &[u8]) -> Option<&'static Coding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(SEARCHED)]).to_ascii_lowercase();
    let is_page = start.contains("<meta") || start.trim_start().starts_with("<?xml");
    let behind = start.split_once("charset").or_else(|| start.split_once("encoding")).filter(|_| is_page)?.1;
    let label = behind.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let end = label
        .find(|character: char| !(character.is_ascii_alphanumeric() || "-_:.".contains(character)))
        .unwrap_or(label.len());
    Coding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "“Nobody will take the wind from us,” Größe – Müller’s café cost 5 €.";

    /// Text and name of the encoding, with a question mark if guessed.
    fn read(bytes: &[u8]) -> (String, String) {
        let (text, encoding) = decode(bytes);
        let name = encoding.map(|(name, is_guess)| name + if is_guess { "?" } else { "" });
        (text, name.unwrap_or_default())
    }

    #[test]
    fn common_encodings_are_decoded_and_named() {
        let utf_16: Vec<u8> = WORDS.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf_16_be: Vec<u8> = WORDS.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf_32: Vec<u8> = WORDS.chars().flat_map(|character| u32::from(character).to_le_bytes()).collect();
        let latin = encoding_rs::WINDOWS_1252.encode(WORDS).0.into_owned();
        let table: [(Vec<u8>, &str); 8] = [
            (WORDS.as_bytes().to_vec(), ""),
            ([b"\xef\xbb\xbf", WORDS.as_bytes()].concat(), ""),
            ([b"\xff\xfe".to_vec(), utf_16.clone()].concat(), "UTF-16LE"),
            ([b"\xfe\xff".to_vec(), utf_16_be.clone()].concat(), "UTF-16BE"),
            (utf_16, "UTF-16LE?"),
            (utf_16_be, "UTF-16BE?"),
            ([b"\xff\xfe\0\0".to_vec(), utf_32].concat(), "UTF-32"),
            (latin, "windows-1252?"),
        ];
        for (bytes, name) in table {
            assert_eq!(read(&bytes), (WORDS.to_owned(), name.to_owned()));
        }
    }

    #[test]
    fn declared_encoding_is_used_unless_bytes_are_utf_8() {
        let page = "<html><head><meta http-equiv=content-type content='text/html; charset=ISO-8859-2'><p>Łódź";
        let bytes = encoding_rs::ISO_8859_2.encode(page).0.into_owned();
        assert_eq!(read(&bytes), (page.to_owned(), "ISO-8859-2".to_owned()));
        assert_eq!(read(page.as_bytes()), (page.to_owned(), String::new()));
    }
}
