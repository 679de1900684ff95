//! Visible text of an HTML page, collected from element events.

use std::ops::Range;

/// Collects the visible text of a page, with a blank line between blocks, as input for
/// [`normalize`](crate::text::normalize).
///
/// The caller walks the element tree and calls [`open`](Self::open) and [`close`](Self::close) for each element and
/// [`text`](Self::text) for each text node. The parser decodes entities; the caller skips elements hidden by style.
/// Headings, captions, menus and footers are kept: a passage is found wherever it is.
///
/// No paragraph of the result spans two blocks, and text within one block without a break is one paragraph, whatever
/// inline elements it contains.
///
/// ```
/// let mut flow = dossier::text::Flow::new();
/// flow.open("p");
/// flow.text("We will ");
/// flow.open("em");
/// flow.text("build");
/// flow.close("em");
/// flow.text(" it.\n");
/// flow.close("p");
/// flow.open("p");
/// flow.text("Soon.");
/// flow.close("p");
/// assert_eq!(flow.finish(), "We will build it. \n\nSoon.\n\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Flow {
    text: String,
    /// Nesting depth inside an element whose content is not text.
    skipped: usize,
    /// Nesting depth of elements that keep line ends.
    preformatted: usize,
}

/// Effect of an element on the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// None: the text continues.
    Inline,
    /// Starts and ends a paragraph.
    Block,
    /// Block that keeps its line ends.
    Preformatted,
    /// Ends a line: two in a row end a paragraph.
    Break,
    /// Content is never text: a script, a picture, a control.
    NoText,
}

/// Role of an element by its HTML name, in any case.
fn role(tag: &str) -> Role {
    match tag.to_ascii_lowercase().as_str() {
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1"
        | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "html" | "legend" | "li" | "main"
        | "menu" | "nav" | "ol" | "p" | "search" | "section" | "summary" | "table" | "tbody" | "td" | "tfoot"
        | "th" | "thead" | "tr" | "ul" => Role::Block,
        "listing" | "plaintext" | "pre" | "xmp" => Role::Preformatted,
        "br" => Role::Break,
        "audio" | "button" | "canvas" | "datalist" | "embed" | "frameset" | "head" | "iframe" | "input" | "math"
        | "meter" | "noembed" | "noframes" | "noscript" | "object" | "progress" | "script" | "select" | "style"
        | "svg" | "template" | "textarea" | "title" | "video" => Role::NoText,
        _ => Role::Inline,
    }
}

impl Flow {
    /// Empty flow.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Handles the start of an element. `tag` is its name in any case; unknown elements are inline, as in a browser.
    pub fn open(&mut self, tag: &str) {
        let role = role(tag);
        if self.skipped > 0 || role == Role::NoText {
            self.skipped += 1;
            return;
        }
        match role {
            Role::Block => self.part(),
            Role::Preformatted => {
                self.part();
                self.preformatted += 1;
            }
            Role::Break => self.text.push('\n'),
            Role::Inline | Role::NoText => {}
        }
    }

    /// Handles the end of an element. Each `open` needs its `close`, for void elements too.
    pub fn close(&mut self, tag: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match role(tag) {
            Role::Block => self.part(),
            Role::Preformatted => {
                self.part();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            Role::Inline | Role::Break | Role::NoText => {}
        }
    }

    /// Adds text. Line ends become spaces except in preformatted text. Soft hyphens and zero-width spaces are removed:
    /// they are layout, like the element `wbr`.
    pub fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        for character in text.chars() {
            match character {
                '\u{ad}' | '\u{200b}' => {}
                '\n' | '\r' if self.preformatted == 0 => self.text.push(' '),
                other => self.text.push(other),
            }
        }
    }

    /// Length of the text so far, in bytes.
    #[must_use]
    pub fn at(&self) -> usize {
        self.text.len()
    }

    /// Byte range of the text so far; empty if out of range.
    #[must_use]
    pub fn part_of(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The collected text, as input for [`normalize`](crate::text::normalize).
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// Starts a new paragraph.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
    }
}
