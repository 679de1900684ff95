//! Puts [`Markup`]s on the screen: the least change that turns what is there into what should be.
//!
//! Leptos's own `view!` gives every element a type, and every type its own code; with the views of this page that was
//! more than half of the download. One kind of node needs one copy of the code.
//!
//! An `svg` and what is in it are elements of that language; everything else is HTML.
//!
//! An element stays the same element, with its focus and whether it is opened, as long as its tag and its key do.
//!
//! What was served as HTML is taken over as it stands ([`Root::of`]).
//!
//! A large change is made in slices, between which the browser paints and listens ([`Root::show`], `screen`).

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::browser::document;
use super::composing::is_composed_in;
use views::Markup;
use views::markup::{ElementData, Text};

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
    Element { tag: Text, key: Option<Text>, attributes: Vec<(Text, Text)>, children: Vec<Live> },
}

impl Root {
    /// Takes over `parent`. What stands in it that is as one of `nodes` stays as it is, with its focus; the rest is emptied.
    #[must_use]
    pub fn of(parent: web_sys::Element, nodes: &[Markup]) -> Self {
        let parent = parent.into();
        let children = take_over(&parent, nodes, false);
        Self { parent, children }
    }

    /// Shows `nodes` in place of what was shown before, as far as about `changes` get: what is made, set, moved or taken
    /// away counts. `true` once all of it is shown; until then another call with the same nodes goes on, and one with
    /// others begins with those.
    ///
    /// Changes are counted, not timed: so a page that is small is shown at once on every machine.
    pub fn show(&mut self, nodes: &[Markup], mut changes: usize) -> bool {
        patch_all(&self.parent, &mut self.children, nodes, false, &mut changes)
    }
}

impl Live {
    /// Makes `node` without what is in it; `drawn` says whether it stands in a drawing.
    fn build(node: &Markup, drawn: bool) -> Self {
        match node {
            Markup::Text(text) => {
                Self { node: document().create_text_node(text).into(), made: Made::Text(text.clone()) }
            }
            Markup::Element(element) => {
                let ElementData { tag, key, .. } = &**element;
                let new = if drawn || tag == SVG {
                    document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
                } else {
                    document().create_element(tag)
                };
                let node = new.expect("the views name elements that there are").into();
                Self {
                    node,
                    made: Made::Element {
                        tag: tag.clone(),
                        key: key.clone(),
                        attributes: Vec::new(),
                        children: Vec::new(),
                    },
                }
            }
        }
    }

    /// What stands there already, as `node`. Of its attributes those count that say the same.
    fn standing(standing: web_sys::Node, node: &Markup, drawn: bool) -> Self {
        let made = match node {
            Markup::Text(text) => {
                // Texts that follow each other are one text in HTML.
                let on_screen: &web_sys::Text = standing.unchecked_ref();
                let length = text.encode_utf16().count() as u32;
                if on_screen.length() > length {
                    on_screen.split_text(length).ok();
                }
                Made::Text(text.clone())
            }
            Markup::Element(element) => {
                let ElementData { tag, key, .. } = &**element;
                let same = |(name, value): &&(Text, Text)| {
                    standing.unchecked_ref::<web_sys::Element>().get_attribute(name).as_deref() == Some(&**value)
                };
                let attributes = element.attributes.iter().filter(same).cloned().collect();
                let children = take_over(&standing, &element.children, drawn || tag == SVG);
                Made::Element { tag: tag.clone(), key: key.clone(), attributes, children }
            }
        };
        Self { node: standing, made }
    }

    /// Whether `node` can be shown by changing this one.
    fn fits(&self, node: &Markup) -> bool {
        match (&self.made, node) {
            (Made::Text(_), Markup::Text(_)) => true,
            (Made::Element { tag, key, .. }, Markup::Element(element)) => *tag == element.tag && *key == element.key,
            (Made::Text(_), Markup::Element(_)) | (Made::Element { .. }, Markup::Text(_)) => false,
        }
    }

    /// Changes this node to `node`, which fits. Whether that is all.
    fn patch(&mut self, node: &Markup, drawn: bool, left: &mut usize) -> bool {
        match (&mut self.made, node) {
            (Made::Text(was), Markup::Text(text)) => {
                if was != text {
                    self.node.set_node_value(Some(text));
                    was.clone_from(text);
                    spend(left);
                }
                true
            }
            (Made::Element { tag, attributes, children, .. }, Markup::Element(element)) => {
                let on_screen: &web_sys::Element = self.node.unchecked_ref();
                let mut changed = false;
                for (name, _) in attributes.iter() {
                    // What stands open is the reader's to close: the focus may be in it.
                    if *name != "open" && !element.attributes.iter().any(|(other, _)| other == name) {
                        on_screen.remove_attribute(name).ok();
                        changed = true;
                        spend(left);
                    }
                }
                for (name, value) in &element.attributes {
                    let is_set = attributes.iter().any(|(other, was)| other == name && was == value);
                    // What a reader typed into a field is not in `attributes`.
                    if *name == "value" || !is_set {
                        set(on_screen, name, value);
                        changed = true;
                        spend(left);
                    }
                }
                if changed {
                    attributes.clone_from(&element.attributes);
                }
                patch_all(&self.node, children, &element.children, drawn || *tag == SVG, left)
            }
            (Made::Text(_), Markup::Element(_)) | (Made::Element { .. }, Markup::Text(_)) => true,
        }
    }
}

/// What of `nodes` stands in `parent`, in their order; everything else in it is taken away, and what is missing is made.
fn take_over(parent: &web_sys::Node, nodes: &[Markup], drawn: bool) -> Vec<Live> {
    let mut next = parent.first_child();
    let mut live = Vec::new();
    for node in nodes {
        let mut found = next.clone();
        while let Some(candidate) = found.take_if(|candidate| !is_as(candidate, node)) {
            found = candidate.next_sibling();
        }
        let Some(found) = found else {
            // Where something else stands. It is filled later, like all that is new.
            let new = Live::build(node, drawn);
            parent.insert_before(&new.node, next.as_ref()).ok();
            live.push(new);
            continue;
        };
        while let Some(gone) = next.take_if(|gone| *gone != found) {
            next = gone.next_sibling();
            parent.remove_child(&gone).ok();
        }
        live.push(Live::standing(found.clone(), node, drawn));
        // A text may have been parted: what is behind it is the next one's.
        next = found.next_sibling();
    }
    while let Some(gone) = next {
        next = gone.next_sibling();
        parent.remove_child(&gone).ok();
    }
    live
}

/// Whether what stands there can be taken for `node`: an element of that tag and class, as current as that, a text that begins so.
fn is_as(standing: &web_sys::Node, node: &Markup) -> bool {
    match node {
        Markup::Text(text) => {
            let is_text = standing.node_type() == web_sys::Node::TEXT_NODE;
            is_text && !text.is_empty() && standing.node_value().unwrap_or_default().starts_with(&**text)
        }
        Markup::Element(element) => standing.dyn_ref().is_some_and(|standing: &web_sys::Element| {
            // What is current elsewhere would keep saying so: no attribute is taken away from what stands there.
            let same = |wanted: &&str| {
                let value = element.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| &**value);
                standing.get_attribute(wanted).as_deref() == value
            };
            standing.local_name() == element.tag && ["class", "aria-current"].iter().all(same)
        }),
    }
}

/// Turns the children of `parent` into `nodes`, as far as `left` gets. Whether that is all.
fn patch_all(parent: &web_sys::Node, live: &mut Vec<Live>, nodes: &[Markup], drawn: bool, left: &mut usize) -> bool {
    for (place, node) in nodes.iter().enumerate() {
        if *left == 0 {
            return false;
        }
        let mut found = find(live, place, node);
        while let Some(at) = found.filter(|&at| at > place) {
            // What goes is taken away, and what stays does not move: a reader who scrolls sees it stand still.
            if nodes[place..].iter().any(|node| live[place].fits(node)) {
                let moved = live.remove(at);
                insert(parent, &moved, live.get(place));
                live.insert(place, moved);
                found = Some(place);
            } else {
                remove(parent, &live.remove(place));
                found = Some(at - 1);
            }
            spend(left);
        }
        if found.is_some() {
            if !live[place].patch(node, drawn, left) {
                return false;
            }
        } else {
            // Filled before it is put there: so a browser lays it out once.
            let mut new = Live::build(node, drawn);
            spend(left);
            let whole = new.patch(node, drawn, left);
            insert(parent, &new, live.get(place));
            live.insert(place, new);
            if !whole {
                return false;
            }
        }
    }
    for gone in live.drain(nodes.len()..) {
        remove(parent, &gone);
    }
    true
}

/// One change less is left.
fn spend(left: &mut usize) {
    *left = left.saturating_sub(1);
}

/// Where the node stands that can become `node`: here, or further on if it has a key to be known by.
fn find(live: &[Live], place: usize, node: &Markup) -> Option<usize> {
    let has_key = matches!(node, Markup::Element(element) if element.key.is_some());
    let reach = if has_key { live.len() } else { live.len().min(place + 1) };
    (place..reach).find(|&candidate| live[candidate].fits(node))
}

fn insert(parent: &web_sys::Node, new: &Live, before: Option<&Live>) {
    parent.insert_before(&new.node, before.map(|live| &live.node)).ok();
}

fn remove(parent: &web_sys::Node, gone: &Live) {
    parent.remove_child(&gone.node).ok();
}

/// The value of a field is what stands in it, not what its attribute says. While a word is composed in it, it is the input method's.
fn set(element: &web_sys::Element, name: &str, value: &str) {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(field) if name == "value" => {
            if field.value() != value && !is_composed_in(field) {
                field.set_value(value);
            }
        }
        Some(_) | None => {
            element.set_attribute(name, value).ok();
        }
    }
}
