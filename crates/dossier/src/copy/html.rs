//! The words of a page, and of Markdown by way of the page that it stands for.
//!
//! The tree is the one that a browser builds (`html5ever`). Nothing is run and nothing fetched. Left out is what a reader of
//! the page does not see: scripts, styles, controls, and what `hidden`, `display: none` or `visibility: hidden` takes away in
//! the page's own markup. Style sheets are not read.

mod tree;

use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{Event, Options, Parser};

use super::draft::{Draft, Optional};
use crate::text::Flow;
use crate::verify::Difference;
use tree::{Node, Tree};

/// The draft of a page.
pub(super) fn read(page: &str) -> Draft {
    let tree = Tree::of(page);
    let mut walker = Walker::default();
    // Each node with the place of the next child to go to, without recursion: a page can be nested as deep as its writer likes.
    let mut way = vec![(0, 0, walker.enter(&tree.nodes[0]))];
    while let Some((node, next, _)) = way.last_mut() {
        if let Some(&child) = tree.nodes[*node].children.get(*next) {
            *next += 1;
            let begun = walker.enter(&tree.nodes[child]);
            way.push((child, 0, begun));
        } else if let Some((node, _, begun)) = way.pop() {
            walker.leave(&tree.nodes[node], begun);
        }
    }
    Draft { text: walker.flow.finish(), optional: walker.optional, headings: walker.headings }
}

/// The draft of a text in Markdown, with notes, tables, struck words and front matter. Line ends are kept: a line may be a
/// paragraph.
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
    /// How many elements deep inside a part that may belong to the article or not.
    inside: usize,
    /// How many links deep.
    links: usize,
}

/// The part of the text that began with an element.
struct Begun {
    /// The name by which the flow knows it.
    name: Rc<str>,
    at: usize,
    class: Option<Difference>,
}

impl Walker {
    fn enter(&mut self, node: &Node) -> Option<Begun> {
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
        // A browser puts the marks around.
        if &*name == "q" {
            self.flow.text("“");
        }
        Some(Begun { name, at, class })
    }

    fn leave(&mut self, node: &Node, begun: Option<Begun>) {
        let Some(Begun { name, at, class }) = begun else { return };
        if &*name == "q" {
            self.flow.text("”");
        }
        let range = at..self.flow.at();
        self.flow.close(&name);
        self.inside -= usize::from(class.is_some());
        self.links -= usize::from(&*name == "a");
        if let Some(class) = class.filter(|_| self.inside == 0 && !range.is_empty()) {
            let is_kept = class == Difference::Notes && &*name == "sup" && !self.is_note(node, range.clone());
            self.optional.push(Optional { range, class, is_kept });
        } else if &*name == "a" && self.inside == 0 && !range.is_empty() && self.is_mark(range.clone()) {
            self.optional.push(Optional { range, class: Difference::Notes, is_kept: false });
        } else if matches!(&*name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") && !range.is_empty() {
            self.headings.push(range);
        }
    }

    /// Whether words are a number of few digits, or a sign that marks a note.
    fn is_mark(&self, range: Range<usize>) -> bool {
        let words = self.flow.part_of(range).trim();
        words.len() < 4 && words.chars().all(|sign| sign.is_ascii_digit() || "*†‡§,".contains(sign))
    }

    /// Whether raised words are likely the mark of a note: a link, in brackets, or a number.
    fn is_note(&self, node: &Node, range: Range<usize>) -> bool {
        self.links > 0
            || node.has_link
            || self.flow.part_of(range.clone()).trim().starts_with(['[', '('])
            || self.is_mark(range)
    }
}
