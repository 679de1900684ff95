//! Text of an HTML page, and of Markdown by way of HTML.
//!
//! `html5ever` builds the element tree as a browser does. Nothing is run or fetched. Invisible content is left out:
//! scripts, styles, controls, and elements hidden in the markup by `hidden`, `display: none` or `visibility: hidden`.
//! Style sheets are ignored.

mod tree;

use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{Event, Options, Parser};

use super::draft::{Draft, Optional};
use crate::text::Flow;
use crate::verify::Difference;
use tree::{Node, Tree};

/// Extracts the draft of an HTML page.
pub(super) fn read(page: &str) -> Draft {
    let tree = Tree::of(page);
    let mut walker = Walker::default();
    // Stack of nodes, each with the index of its next child. Not recursive, since a page may be nested arbitrarily
    // deep.
    let mut stack = vec![(0, 0, walker.enter(&tree.nodes[0]))];
    while let Some((node, next, _)) = stack.last_mut() {
        if let Some(&child) = tree.nodes[*node].children.get(*next) {
            *next += 1;
            let open = walker.enter(&tree.nodes[child]);
            stack.push((child, 0, open));
        } else if let Some((node, _, open)) = stack.pop() {
            walker.leave(&tree.nodes[node], open);
        }
    }
    Draft { text: walker.flow.finish(), optional: walker.optional, headings: walker.headings }
}

/// Extracts the draft of a Markdown text, with footnotes, tables, struck words and front matter. Line ends are kept,
/// because each line may be a paragraph.
pub(super) fn of_markdown(text: &str) -> Draft {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let text = text.trim_start_matches('\u{feff}');
    let events = Parser::new_ext(text, options);
    let events = events.map(|event| if event == Event::SoftBreak { Event::HardBreak } else { event });
    let mut page = String::with_capacity(text.len() + text.len() / 4);
    pulldown_cmark::html::push_html(&mut page, events);
    read(&page)
}

#[derive(Default)]
struct Walker {
    flow: Flow,
    optional: Vec<Optional>,
    headings: Vec<Range<usize>>,
    /// Nesting depth inside optional parts.
    inside: usize,
    /// Nesting depth inside links.
    links: usize,
}

/// Element that is open during the walk.
struct OpenElement {
    /// Name passed to the flow.
    name: Rc<str>,
    at: usize,
    class: Option<Difference>,
}

impl Walker {
    fn enter(&mut self, node: &Node) -> Option<OpenElement> {
        let Some(element) = &node.element else {
            self.flow.text(&node.text);
            return None;
        };
        let name = if element.is_hidden { Rc::from("script") } else { Rc::clone(&element.name) };
        self.flow.open(&name);
        self.links += usize::from(&*name == "a");
        let class = match &*name {
            "del" | "s" | "strike" => Some(Difference::Struck),
            "sup" | "rt" | "rp" => Some(Difference::Notes),
            _ => element.is_likely_hidden.then_some(Difference::Hidden),
        };
        self.inside += usize::from(class.is_some());
        let at = self.flow.at();
        // A browser adds the quotation marks.
        if &*name == "q" {
            self.flow.text("“");
        }
        Some(OpenElement { name, at, class })
    }

    fn leave(&mut self, node: &Node, open: Option<OpenElement>) {
        let Some(OpenElement { name, at, class }) = open else { return };
        if &*name == "q" {
            self.flow.text("”");
        }
        let range = at..self.flow.at();
        self.flow.close(&name);
        self.inside -= usize::from(class.is_some());
        self.links -= usize::from(&*name == "a");
        if let Some(class) = class.filter(|_| self.inside == 0 && !range.is_empty()) {
            let is_kept = class == Difference::Notes && &*name == "sup" && !self.is_note_mark(node, range.clone());
            self.optional.push(Optional { range, class, is_kept });
        } else if &*name == "a" && self.inside == 0 && !range.is_empty() && self.is_mark(range.clone()) {
            self.optional.push(Optional { range, class: Difference::Notes, is_kept: false });
        } else if matches!(&*name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && !range.is_empty() {
            self.headings.push(range);
        }
    }

    /// Whether the text is a short number or a footnote sign.
    fn is_mark(&self, range: Range<usize>) -> bool {
        let words = self.flow.part_of(range).trim();
        words.len() < 4 && words.chars().all(|character| character.is_ascii_digit() || "*†‡§,".contains(character))
    }

    /// Whether superscript text is probably a footnote mark: linked, in brackets, or a number.
    fn is_note_mark(&self, node: &Node, range: Range<usize>) -> bool {
        self.links > 0
            || node.has_link
            || self.flow.part_of(range.clone()).trim().starts_with(['[', '('])
            || self.is_mark(range)
    }
}
