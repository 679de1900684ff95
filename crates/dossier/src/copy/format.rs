//! Detects the format of a copy by its first bytes and its file name.

use mail_parser::MessageParser;

use super::{Form, Unread};

/// Advice for formats that a program can save as text.
const SAVE: &str = "Open it and save it as text (.txt) or as HTML, or copy the article’s words and paste them.";

/// Rejects formats without comparable text by their first bytes.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), Unread> {
    let start = &bytes[..bytes.len().min(1024)];
    let refused = |what: &str, instead| Err(Unread::Format { what: what.to_owned(), instead });
    if start.windows(5).any(|five| five == b"%PDF-") && !is_mail(bytes) {
        return refused("a PDF file", "Open it, copy the article’s words, and paste them or save them as text.");
    }
    if start.starts_with(b"{\\rtf") {
        return refused("an RTF file", SAVE);
    }
    if start.starts_with(b"bplist00") {
        return refused(
            "a web archive of Safari",
            "Save the page as “Page Source” instead, or copy the article’s words and paste them.",
        );
    }
    // Without control characters it is text: short texts may start like a format with a two-letter signature (`BM`,
    // `MZ`).
    if !start.iter().any(|&byte| byte < 9 || (14..27).contains(&byte)) {
        return Ok(());
    }
    let Some(kind) = infer::get(bytes) else { return Ok(()) };
    let mime = kind.mime_type();
    let (what, instead) = match (mime.split('/').next().unwrap_or_default(), mime) {
        ("text", _) => return Ok(()),
        (_, "application/msword" | "application/x-ole-storage") => ("an old Word document (.doc)", SAVE),
        (_, other) if other.ends_with("wordprocessingml.document") => ("a Word document (.docx)", SAVE),
        (_, other) if other.contains("opendocument") => ("an OpenDocument file (.odt or its kin)", SAVE),
        (_, other) if other.contains("openxmlformats") => ("a spreadsheet or a presentation", SAVE),
        (_, "application/epub+zip") => ("an e-book (.epub)", SAVE),
        ("image", _) => ("a picture", "Words in a picture cannot be compared. Bring the article as text."),
        ("audio" | "video", _) => ("a recording", "Bring the article as text."),
        (
            _,
            "application/zip"
            | "application/gzip"
            | "application/x-7z-compressed"
            | "application/vnd.rar"
            | "application/x-tar",
        ) => ("an archive of files", "Unpack it and bring the article from it."),
        _ => {
            let what = format!("a file of the type {mime}");
            return Err(Unread::Format { what, instead: "Bring the article as text, HTML or Markdown." });
        }
    };
    refused(what, instead)
}

/// Rejects decoded content that is not text.
pub(super) fn refuse_text(text: &str) -> Result<(), Unread> {
    let lost = text.matches('\u{fffd}').count();
    if text.contains('\0') || lost > text.len() / 100 {
        let instead = "Save the article as text, or copy its words and paste them.";
        return Err(Unread::Format { what: "no text, or text in an encoding that cannot be told".to_owned(), instead });
    }
    Ok(())
}

/// Whether it is a mail message, the format in which browsers save a page as a single file (MHTML).
pub(super) fn is_mail(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let head = start.trim_start_matches('\u{feff}').trim_start();
    let head = head.split("\n\n").next().unwrap_or_default().split("\r\n\r\n").next().unwrap_or_default();
    let has = |name: &str| head.lines().any(|line| line.starts_with(name));
    let is_field = |line: &str| line.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains(' '));
    head.lines().next().is_some_and(is_field) && (has("mime-version:") || has("content-type:"))
}

/// HTML part of a mail message, or else its text.
pub(super) fn of_mail(bytes: &[u8]) -> Option<(String, Form)> {
    let start = bytes.iter().position(u8::is_ascii_alphanumeric)?;
    let mail = MessageParser::default().parse(&bytes[start..])?;
    if mail.html_part(0).is_some_and(mail_parser::MessagePart::is_text_html) {
        return Some((mail.body_html(0)?.into_owned(), Form::Html));
    }
    mail.body_text(0).map(|text| (text.into_owned(), Form::Plain))
}

/// Error for a mail message without words.
pub(super) fn empty_mail() -> Unread {
    let instead = "Save the page as HTML, or copy the article’s words and paste them.";
    Unread::Format { what: "a single-file page (MHTML) without a page in it".to_owned(), instead }
}

/// Markup of a file's text.
pub(super) fn form(text: &str, name: &str) -> Form {
    let name = name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if is_page(text) || ends(&[".html", ".htm", ".xhtml", ".xht"]) {
        Form::Html
    } else if ends(&[".md", ".markdown", ".mdown", ".mkd"]) {
        Form::Markdown
    } else {
        Form::Plain
    }
}

/// Whether a text is HTML source.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(400).collect();
    let start = start.to_ascii_lowercase();
    let begins = |start: &str| ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag));
    begins(&start) || (["<?xml", "<!--"].iter().any(|sign| start.starts_with(sign)) && start.contains("<html"))
}

/// Whether a text probably contains Markdown syntax.
pub(super) fn is_like_markdown(text: &str) -> bool {
    let escapes = ["\\.", "\\-", "\\[", "\\*", "\\_", "\\#", "\\!", "\\("];
    let lines = |begins: &[&str]| text.lines().any(|line| begins.iter().any(|sign| line.starts_with(sign)));
    text.starts_with("---\n")
        || text.starts_with("---\r\n")
        || ["](", "**", "~~", "[^", "<sup", "[["].iter().chain(&escapes).any(|sign| text.contains(sign))
        || lines(&["# ", "## ", "### ", "> "])
}
