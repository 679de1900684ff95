//! Element tree of a page, reduced to what text extraction needs.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

/// Nodes of a page. The first is the document.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// Element with its children, or text node.
#[derive(Default)]
pub(super) struct Node {
    pub(super) element: Option<Element>,
    pub(super) text: String,
    pub(super) children: Vec<usize>,
    parent: Option<usize>,
    /// Whether one of its children is a link.
    pub(super) has_link: bool,
}

pub(super) struct Element {
    pub(super) name: Rc<str>,
    pub(super) is_hidden: bool,
    /// Whether a style sheet probably hides it.
    pub(super) is_likely_hidden: bool,
}

impl Tree {
    /// Parses `page` as a browser does with scripting off.
    pub(super) fn of(page: &str) -> Self {
        let mut options = ParseOpts::default();
        options.tree_builder.scripting_enabled = false;
        parse_document(Builder::default(), options).one(page)
    }
}

/// Index of a node, with the name if it is an element.
#[derive(Clone)]
struct Handle {
    place: usize,
    name: Option<Rc<QualName>>,
}

struct Builder {
    nodes: RefCell<Vec<Node>>,
}

impl Default for Builder {
    fn default() -> Self {
        Self { nodes: RefCell::new(vec![Node::default()]) }
    }
}

impl Builder {
    fn add(&self, node: Node) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        nodes.len() - 1
    }

    fn node(&self, child: NodeOrText<Handle>) -> usize {
        match child {
            NodeOrText::AppendNode(handle) => handle.place,
            NodeOrText::AppendText(text) => self.add(Node { text: text.to_string(), ..Node::default() }),
        }
    }

    fn detach(&self, place: usize) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[place].parent.take() {
            nodes[parent].children.retain(|&child| child != place);
        }
    }

    fn attach(&self, parent: usize, at: Option<usize>, child: usize) {
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let is_link = nodes[child].element.as_ref().is_some_and(|element| &*element.name == "a");
        nodes[child].parent = Some(parent);
        nodes[parent].has_link |= is_link;
        let at = at.and_then(|sibling| nodes[parent].children.iter().position(|&other| other == sibling));
        let at = at.unwrap_or(nodes[parent].children.len());
        nodes[parent].children.insert(at, child);
    }
}

/// Class names commonly used for content that is hidden or for screen readers only.
const HIDING: [&str; 9] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader",
    "offscreen",
    "hidden",
    "d-none",
    "is-hidden",
];

fn value<'a>(attributes: &'a [Attribute], wanted: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| attribute.value.as_ref())
}

/// Inline style of an element, without spaces.
fn style(attributes: &[Attribute]) -> String {
    value(attributes, "style").unwrap_or_default().split_whitespace().collect::<String>().to_ascii_lowercase()
}

/// Whether an element is probably hidden: by a class name, by being moved off the page, or by `aria-hidden`.
fn is_likely_hidden(attributes: &[Attribute]) -> bool {
    let classes = value(attributes, "class").unwrap_or_default().to_ascii_lowercase();
    let style = style(attributes);
    classes.split_whitespace().any(|class| HIDING.contains(&class))
        || value(attributes, "aria-hidden") == Some("true")
        || ["opacity:0;", "font-size:0", "clip:", "clip-path:", "left:-", "top:-"]
            .iter()
            .any(|rule| style.contains(rule))
}

/// Whether an element's own attributes hide it.
fn is_hidden(name: &str, attributes: &[Attribute]) -> bool {
    let value = |wanted| value(attributes, wanted);
    let style = style(attributes);
    value("hidden").is_some()
        || (name == "dialog" && value("open").is_none())
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

impl TreeSink for Builder {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn get_document(&self) -> Handle {
        Handle { place: 0, name: None }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.as_deref().expect("the parser asks for the names of elements alone").expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name_of = Rc::from(&*name.local);
        let element = Element {
            name: name_of,
            is_hidden: is_hidden(&name.local, &attributes),
            is_likely_hidden: is_likely_hidden(&attributes),
        };
        let place = self.add(Node { element: Some(element), ..Node::default() });
        Handle { place, name: Some(Rc::new(name)) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle { place: self.add(Node::default()), name: None }
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle { place: self.add(Node::default()), name: None }
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let child = self.node(child);
        self.attach(parent.place, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, before: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.place].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let child = self.node(child);
        let parent = self.nodes.borrow()[sibling.place].parent;
        if let Some(parent) = parent {
            self.attach(parent, Some(sibling.place), child);
        }
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let children = std::mem::take(&mut self.nodes.borrow_mut()[node.place].children);
        for child in children {
            self.nodes.borrow_mut()[child].parent = None;
            self.attach(parent.place, None, child);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.place);
    }

    /// Template contents are not part of the page, so they go to a node without a parent.
    fn get_template_contents(&self, _: &Handle) -> Handle {
        Handle { place: self.add(Node::default()), name: None }
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.place == other.place
    }

    fn parse_error(&self, _: Cow<'static, str>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}
}
