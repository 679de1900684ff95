//! The `<head>` of a page: title, metadata for search engines and link previews, styles and JSON-LD.

use std::fmt::Write as _;

use explore::Engine;
use views::Answer;

use crate::shell::escape;
use crate::{Site, Subject, describe, ld};

/// Maximum length of a description in characters, about what search engines and chats show.
const MAX_DESCRIPTION: usize = 300;

/// The head of a page. `path` is its canonical path, and `up` the relative path to the site's folder. They do not match
/// on the page of a former id.
pub(crate) fn head(
    engine: &Engine<'static>,
    answer: &Answer,
    site: &Site,
    subject: Option<&Subject>,
    path: &str,
    up: &str,
) -> String {
    let cover = &engine.dossier.cover;
    let (name, description) = subject
        .and_then(|subject| describe(engine, subject))
        .unwrap_or_else(|| (answer.title.clone(), format!("{}. {}", answer.sentence, cover.description)));
    let description = shortened(&description);
    let mut head = String::new();
    if !up.is_empty() {
        // Must precede all URLs, which are relative to the site's folder.
        let _ = writeln!(head, "<base href=\"{up}\">");
    }
    let _ = writeln!(head, "<title>{}</title>", escape(&answer.title));
    let mut meta = |attribute: &str, key: &str, value: &str| {
        let _ = writeln!(head, "<meta {attribute}=\"{key}\" content=\"{}\">", escape(value));
    };
    meta("name", "description", &description);
    meta("property", "og:type", if path.is_empty() { "website" } else { "article" });
    meta("property", "og:title", &name);
    meta("property", "og:description", &description);
    let picture = site.pictures.get(subject.unwrap_or(&Subject::Dossier)).zip(site.base.as_ref());
    meta("name", "twitter:card", if picture.is_some() { "summary_large_image" } else { "summary" });
    if let Some((picture, base)) = picture {
        let address = format!("{base}{}", picture.path);
        meta("property", "og:image", &address);
        meta("property", "og:image:width", "1200");
        meta("property", "og:image:height", "630");
        meta("property", "og:image:type", "image/png");
        meta("property", "og:image:alt", &picture.alt);
        meta("name", "twitter:image", &address);
        meta("name", "twitter:image:alt", &shortened(&picture.alt));
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

/// `text`, cut behind a word to at most [`MAX_DESCRIPTION`] characters.
fn shortened(text: &str) -> String {
    if text.chars().count() <= MAX_DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MAX_DESCRIPTION - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_description_is_cut_behind_word() {
        assert_eq!(shortened("The harbour."), "The harbour.");
        let long = "harbour, ".repeat(60);
        let short = shortened(&long);
        assert!(short.chars().count() <= MAX_DESCRIPTION && short.ends_with("harbour…"), "{short}");
        let word = shortened(&"x".repeat(400));
        assert_eq!(word.chars().count(), MAX_DESCRIPTION);
    }
}
