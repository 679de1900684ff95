//! The address of a passage in its publisher's page: a text directive, as browsers read it (WICG, *URL Fragment Text
//! Directives*, <https://wicg.github.io/scroll-to-text-fragment/>). A browser that knows none opens the page at its beginning.

use crate::query::codec::percent_encode;

/// Length in characters from which a passage is named by its first and last words.
const LONG: usize = 300;
/// Number of words of each end.
const WORDS: usize = 6;
/// Separator between a fragment and its directives.
const DELIMITER: &str = ":~:";

/// URL of the passages with these `texts` in the page at `url`; `None` without passages, or if `url` is not http or
/// https, since anyone can write a dossier.
pub(super) fn passages(url: &str, texts: &[&str]) -> Option<String> {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    if !matches!(scheme.as_deref(), Some("http" | "https")) {
        return None;
    }
    // Existing directives belong to another passage.
    let url = url.split_once(DELIMITER).map_or(url, |(before, _)| before).trim_end_matches('#');
    let mut address = url.to_owned();
    address += if url.contains('#') { DELIMITER } else { "#:~:" };
    let before = address.len();
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        address += if address.len() > before { "&text=" } else { "text=" };
        if text.chars().count() > LONG && words.len() > 2 * WORDS {
            encode(&words[..WORDS], &mut address);
            address.push(',');
            encode(&words[words.len() - WORDS..], &mut address);
        } else {
            encode(&words, &mut address);
        }
    }
    (address.len() > before).then_some(address)
}

/// Appends words with a space between them. Of a directive's text only letters, digits and what no directive uses stand for
/// themselves: a `-`, a `,` or a `&` would be read as its grammar.
fn encode(words: &[&str], address: &mut String) {
    for (place, word) in words.iter().enumerate() {
        *address += if place > 0 { "%20" } else { "" };
        for byte in word.bytes() {
            if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                percent_encode(byte, address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_is_written_as_the_specification_reads_it() {
        let at = "https://example.com/story.html";
        for (url, texts, address) in [
            (at, &["an example"][..], "https://example.com/story.html#:~:text=an%20example"),
            (at, &["one", "two  words"], "https://example.com/story.html#:~:text=one&text=two%20words"),
            // What the grammar of a directive uses is encoded.
            (at, &["well-known, R&D"], "https://example.com/story.html#:~:text=well%2Dknown%2C%20R%26D"),
            (at, &["100 % = #1?"], "https://example.com/story.html#:~:text=100%20%25%20%3D%20%231%3F"),
            (at, &["Łódź’s"], "https://example.com/story.html#:~:text=%C5%81%C3%B3d%C5%BA%E2%80%99s"),
            // A fragment that is there stays, another directive goes.
            ("https://example.com/a#part", &["b"], "https://example.com/a#part:~:text=b"),
            ("https://example.com/a#part:~:text=c", &["b"], "https://example.com/a#part:~:text=b"),
            ("https://example.com/a#:~:text=c", &["b"], "https://example.com/a#:~:text=b"),
            ("HTTP://example.com/a?b=c", &["b"], "HTTP://example.com/a?b=c#:~:text=b"),
        ] {
            assert_eq!(passages(url, texts).as_deref(), Some(address), "{url} {texts:?}");
        }
    }

    #[test]
    fn a_long_passage_is_named_by_its_ends() {
        let middle = "and so it went on ".repeat(20);
        let text = format!("We said it on the very first day, {middle}until they heard it all, at last.");
        let address = passages("https://example.com/", &[&text]).expect("there is an address");
        assert_eq!(
            address,
            "https://example.com/#:~:text=We%20said%20it%20on%20the%20very,they%20heard%20it%20all%2C%20at%20last."
        );
        // One long word has no ends.
        let word = "a".repeat(400);
        assert_eq!(passages("https://example.com/", &[&word]), Some(format!("https://example.com/#:~:text={word}")));
    }

    #[test]
    fn there_is_no_way_where_there_is_no_page_or_no_passage() {
        for url in [
            "",
            "javascript:alert(1)",
            "javascript://x/%0aalert(1)",
            "data:text/html,a",
            "/story.html",
            "//example.com",
        ] {
            assert_eq!(passages(url, &["b"]), None, "{url}");
        }
        assert_eq!(passages("https://example.com/", &[]), None);
        assert_eq!(passages("https://example.com/", &[" "]), None);
    }
}
