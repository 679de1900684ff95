//! The head of a page: what it is called, what a search result and a chat show of it, and its styles.

use std::fmt::Write as _;

use explore::Engine;
use views::Answer;

use crate::shell::escape;
use crate::{Site, Subject, describe, ld};

/// The longest description, in characters: what search engines and chats show of one.
const LONGEST: usize = 300;

/// The head of a page, `up` from which the site's folder is. Its own address is `path`; one of a former id stands elsewhere.
pub(crate) fn head(
    engine: &Engine<'static>,
    answer: &Answer,
    site: &Site,
    subject: Option<&Subject>,
    path: &str,
    up: &str,
) -> String {
    let cover = &engine.dossier.cover;
    let (name, says) = subject
        .and_then(|subject| describe(engine, subject))
        .unwrap_or_else(|| (answer.title.clone(), format!("{}. {}", answer.sentence, cover.description)));
    let says = shortened(&says);
    let mut head = String::new();
    if !up.is_empty() {
        // Before anything with an address: every link of the page is relative to the site's folder.
        let _ = writeln!(head, "<base href=\"{up}\">");
    }
    let _ = writeln!(head, "<title>{}</title>", escape(&answer.title));
    let mut meta = |attribute: &str, key: &str, value: &str| {
        let _ = writeln!(head, "<meta {attribute}=\"{key}\" content=\"{}\">", escape(value));
    };
    meta("name", "description", &says);
    meta("property", "og:type", if path.is_empty() { "website" } else { "article" });
    meta("property", "og:title", &name);
    meta("property", "og:description", &says);
    let drawn = site.pictures.get(subject.unwrap_or(&Subject::Dossier)).zip(site.base.as_ref());
    meta("name", "twitter:card", if drawn.is_some() { "summary_large_image" } else { "summary" });
    if let Some((drawn, base)) = drawn {
        let address = format!("{base}{}", drawn.path);
        meta("property", "og:image", &address);
        meta("property", "og:image:width", "1200");
        meta("property", "og:image:height", "630");
        meta("property", "og:image:type", "image/png");
        meta("property", "og:image:alt", &drawn.alt);
        meta("name", "twitter:image", &address);
        meta("name", "twitter:image:alt", &shortened(&drawn.alt));
    }
    if let Some(base) = &site.base {
        let address = format!("{base}{path}");
        meta("property", "og:url", &address);
        let _ = writeln!(head, "<link rel=\"canonical\" href=\"{}\">", escape(&address));
        let feed = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Documents\" href=\"feed.xml\">";
        let _ = writeln!(head, "{feed}");
    }
    match site.inline.as_ref().filter(|_| up.is_empty()) {
        Some(styles) => {
            let _ = writeln!(head, "<style>{styles}</style>");
        }
        None => {
            for style in &site.styles {
                let _ = writeln!(head, "<link rel=\"stylesheet\" href=\"{}\">", escape(style));
            }
        }
    }
    if !up.is_empty() && !site.more.is_empty() {
        let more = escape(&site.more);
        let _ =
            writeln!(head, "<link rel=\"preload\" href=\"{more}\" as=\"fetch\" type=\"application/wasm\" crossorigin>");
    }
    let data = ld::json(engine, subject, site.base.as_deref(), path);
    head + "<script type=\"application/ld+json\">" + &data + "</script>"
}

/// `text`, no longer than a description is; cut behind a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_description_ends_behind_a_word() {
        assert_eq!(shortened("The harbour."), "The harbour.");
        let long = "harbour, ".repeat(60);
        let short = shortened(&long);
        assert!(short.chars().count() <= LONGEST && short.ends_with("harbour…"), "{short}");
        let word = shortened(&"x".repeat(400));
        assert_eq!(word.chars().count(), LONGEST);
    }
}
