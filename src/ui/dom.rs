//! Puts [`Node`]s on the screen: the least change that turns what is there into what should be.
//!
//! Leptos's own `view!` gives every element a type, and every type its own code; with the views of this page that was
//! more than half of the download. One kind of node needs one copy of the code.
//!
//! An `svg` and what is in it are elements of that language; everything else is HTML.
//!
//! An element stays the same element, with its focus and whether it is opened, as long as its tag and its key do.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::browser::document;
use crate::views::Node;
use crate::views::node::{Element, Text};

/// The element that a drawing is.
const SVG: &str = "svg";

/// The element whose children are ours.
pub struct Root {
    parent: web_sys::Node,
    children: Vec<Live>,
}

/// A node on the screen, and what it was made from.
struct Live {
    node: web_sys::Node,
    made: Made,
}

enum Made {
    Text(Text),
    Element { tag: &'static str, key: Option<&'static str>, attributes: Vec<(&'static str, Text)>, children: Vec<Live> },
}

impl Root {
    /// Takes over `parent`, which must be empty.
    #[must_use]
    pub fn of(parent: web_sys::Element) -> Self {
        Self { parent: parent.into(), children: Vec::new() }
    }

    /// Shows `nodes` in place of what was shown before.
    pub fn show(&mut self, nodes: Vec<Node>) {
        patch_all(&self.parent, &mut self.children, nodes, false);
    }
}

impl Live {
    /// Makes `node`; `drawn` says whether it stands in a drawing.
    fn build(node: Node, drawn: bool) -> Self {
        match node {
            Node::Text(text) => Self { node: document().create_text_node(&text).into(), made: Made::Text(text) },
            Node::Element(made) => {
                let Element { tag, key, attributes, children } = *made;
                let drawn = drawn || tag == SVG;
                let element = if drawn {
                    document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
                } else {
                    document().create_element(tag)
                };
                let element = element.expect("the views name elements that there are");
                for (name, value) in &attributes {
                    set(&element, name, value);
                }
                let mut live = Vec::with_capacity(children.len());
                for child in children {
                    let child = Self::build(child, drawn);
                    element.append_child(&child.node).ok();
                    live.push(child);
                }
                Self { node: element.into(), made: Made::Element { tag, key, attributes, children: live } }
            }
        }
    }

    /// Whether `node` can be shown by changing this one.
    fn fits(&self, node: &Node) -> bool {
        match (&self.made, node) {
            (Made::Text(_), Node::Text(_)) => true,
            (Made::Element { tag, key, .. }, Node::Element(element)) => *tag == element.tag && *key == element.key,
            (Made::Text(_), Node::Element(_)) | (Made::Element { .. }, Node::Text(_)) => false,
        }
    }

    /// Changes this node to `node`, which fits.
    fn patch(&mut self, node: Node, drawn: bool) {
        match (&mut self.made, node) {
            (Made::Text(was), Node::Text(text)) => {
                if *was != text {
                    self.node.set_node_value(Some(&text));
                    *was = text;
                }
            }
            (Made::Element { tag, attributes, children, .. }, Node::Element(element)) => {
                let on_screen: &web_sys::Element = self.node.unchecked_ref();
                for (name, _) in attributes.iter() {
                    // What stands open is the reader's to close: the focus may be in it.
                    if *name != "open" && !element.attributes.iter().any(|(other, _)| other == name) {
                        on_screen.remove_attribute(name).ok();
                    }
                }
                for (name, value) in &element.attributes {
                    // What a reader typed into a field is not in `attributes`.
                    if *name == "value" || !attributes.iter().any(|(other, was)| other == name && was == value) {
                        set(on_screen, name, value);
                    }
                }
                *attributes = element.attributes;
                patch_all(&self.node, children, element.children, drawn || *tag == SVG);
            }
            (Made::Text(_), Node::Element(_)) | (Made::Element { .. }, Node::Text(_)) => {}
        }
    }
}

/// Turns the children of `parent` into `nodes`.
fn patch_all(parent: &web_sys::Node, live: &mut Vec<Live>, nodes: Vec<Node>, drawn: bool) {
    let count = nodes.len();
    for (place, node) in nodes.into_iter().enumerate() {
        if let Some(found) = find(live, place, &node) {
            if found > place {
                let moved = live.remove(found);
                insert(parent, &moved, live.get(place));
                live.insert(place, moved);
            }
            live[place].patch(node, drawn);
        } else {
            let new = Live::build(node, drawn);
            insert(parent, &new, live.get(place));
            live.insert(place, new);
        }
    }
    for gone in live.drain(count..) {
        parent.remove_child(&gone.node).ok();
    }
}

/// Where the node stands that can become `node`: here, or further on if it has a key to be known by.
fn find(live: &[Live], place: usize, node: &Node) -> Option<usize> {
    let has_key = matches!(node, Node::Element(element) if element.key.is_some());
    let reach = if has_key { live.len() } else { live.len().min(place + 1) };
    (place..reach).find(|&candidate| live[candidate].fits(node))
}

fn insert(parent: &web_sys::Node, new: &Live, before: Option<&Live>) {
    parent.insert_before(&new.node, before.map(|live| &live.node)).ok();
}

/// The value of a field is what stands in it, not what its attribute says.
fn set(element: &web_sys::Element, name: &str, value: &str) {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(field) if name == "value" => {
            if field.value() != value {
                field.set_value(value);
            }
        }
        Some(_) | None => {
            element.set_attribute(name, value).ok();
        }
    }
}
