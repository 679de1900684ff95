//! The text of a page, from the events of its tree of elements.

use std::ops::Range;

/// Makes text from a page: what a reader reads, with a blank line between blocks, as
/// [`normalize`](crate::text::normalize) wants it.
///
/// Whoever walks the tree calls [`open`](Self::open) and [`close`](Self::close) for each element and [`text`](Self::text) for
/// each piece of text between. Entities are the parser's, what a style hides is the walker's. Headings, captions, menus and
/// footers stay: they are text, and a passage is found wherever it stands.
///
/// Laws: no paragraph of the result spans two blocks; what stands in one block without a break is one paragraph, whatever
/// inline elements it runs through.
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
    /// How many elements deep inside one that is no text.
    skipped: usize,
    /// How many elements deep inside those that keep their line ends.
    preformatted: usize,
}

/// What an element does to the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing: its text runs on.
    Inline,
    /// It begins and ends a paragraph.
    Block,
    /// As a block, and its line ends are kept.
    Preformatted,
    /// It ends a line: two in a row end a paragraph.
    Break,
    /// It is never read as text: a program, a picture, a control.
    NoText,
}

/// The role of an element by its name in HTML, in any case.
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
    /// No text yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An element begins. `tag` is its name in any case; what is not known runs on, as in a browser.
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

    /// An element ends. Each that was opened must end, those without content too.
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

    /// A piece of text. Its line ends are spaces, but in preformatted text. What only says where a word may be broken (soft
    /// hyphen, zero-width space) falls away: it is layout, as the element `wbr` is.
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

    /// The end of the text so far, in bytes.
    #[must_use]
    pub fn at(&self) -> usize {
        self.text.len()
    }

    /// A part of the text so far, in bytes; empty where that is none.
    #[must_use]
    pub fn part_of(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// The text so far, which [`normalize`](crate::text::normalize) takes.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// Parts what comes from what was.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
    }
}
