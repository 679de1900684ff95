//! Markup as plain values, which views return.
//!
//! A [`Markup`] can be compared, written as HTML ([`Markup::html`]), sent by serde, and shown by `ui::dom`, which
//! patches the document. Text is always escaped.

use std::borrow::Cow;

use dossier::markup::escape_into;
use serde::{Deserialize, Serialize};

/// A static or an owned text.
pub type Text = Cow<'static, str>;

/// A text or an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Markup {
    /// A text.
    Text(Text),
    /// An element.
    Element(Element),
}

/// An element with its attributes and its children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElementData {
    /// Tag name, in lower case.
    pub tag: Text,
    /// Identity among its siblings: an element with another key is another element.
    pub key: Option<Text>,
    /// Attributes, each once.
    pub attributes: Vec<(Text, Text)>,
    /// Children.
    pub children: Vec<Markup>,
}

/// An element. Boxed, because builder methods move it: four bytes instead of forty.
pub type Element = Box<ElementData>;

/// Creates an empty element.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Box::new(ElementData { tag: Text::Borrowed(tag), key: None, attributes: Vec::new(), children: Vec::new() })
}

/// Creates an empty element with a class.
#[must_use]
#[inline(never)]
pub fn of_class(tag: &'static str, class: &'static str) -> Element {
    el(tag).class(class)
}

// Not inlined, because views call them some hundred times.
impl ElementData {
    /// Sets the key.
    #[must_use]
    pub fn key(mut self: Box<Self>, key: &'static str) -> Box<Self> {
        self.key = Some(Text::Borrowed(key));
        self
    }

    /// Sets the class, or several classes separated by spaces.
    #[must_use]
    pub fn class(self: Box<Self>, class: impl Into<Text>) -> Box<Self> {
        self.attribute("class", class)
    }

    /// Adds an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attribute(mut self: Box<Self>, name: &'static str, value: impl Into<Text>) -> Box<Self> {
        self.attributes.push((Text::Borrowed(name), value.into()));
        self
    }

    /// Adds an attribute if there is a value.
    #[must_use]
    #[inline(never)]
    pub fn maybe(self: Box<Self>, name: &'static str, value: Option<&'static str>) -> Box<Self> {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Adds an attribute with an empty value if `on`.
    #[must_use]
    #[inline(never)]
    pub fn flag(self: Box<Self>, name: &'static str, on: bool) -> Box<Self> {
        self.maybe(name, on.then_some(""))
    }

    /// Adds text of the dossier, with its own text direction. [`super::answer()`] sets its language.
    #[must_use]
    #[inline(never)]
    pub fn isolated(self: Box<Self>, content: impl Content) -> Box<Self> {
        self.attribute("dir", "auto").with(content)
    }

    /// Appends content.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self: Box<Self>, content: impl Content) -> Box<Self> {
        content.put(&mut self.children);
        self
    }
}

impl ElementData {
    /// Appends each of `items` as rendered by `make`.
    #[must_use]
    pub fn each<T>(mut self: Box<Self>, items: &[T], make: impl Fn(&T) -> Element) -> Box<Self> {
        for item in items {
            self.children.push(Markup::Element(make(item)));
        }
        self
    }
}

/// Content of an element: a text, an element, or several or none of these.
pub trait Content {
    /// Appends it to `children`.
    fn put(self, children: &mut Vec<Markup>);
}

impl Content for Markup {
    fn put(self, children: &mut Vec<Markup>) {
        children.push(self);
    }
}

impl Content for Element {
    #[inline(never)]
    fn put(self, children: &mut Vec<Markup>) {
        children.push(Markup::Element(self));
    }
}

impl Content for Text {
    fn put(self, children: &mut Vec<Markup>) {
        children.push(Markup::Text(self));
    }
}

impl Content for &'static str {
    #[inline(never)]
    fn put(self, children: &mut Vec<Markup>) {
        children.push(Markup::Text(Text::Borrowed(self)));
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, children: &mut Vec<Markup>) {
        children.push(Markup::Text(Text::Owned(self)));
    }
}

impl<C: Content> Content for Option<C> {
    fn put(self, children: &mut Vec<Markup>) {
        if let Some(content) = self {
            content.put(children);
        }
    }
}

impl<C: Content> Content for Vec<C> {
    fn put(self, children: &mut Vec<Markup>) {
        for content in self {
            content.put(children);
        }
    }
}

impl Markup {
    /// The node as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape_into(html, text, "\""),
            Self::Element(element) => {
                html.push('<');
                html.push_str(&element.tag);
                for (name, value) in &element.attributes {
                    html.push(' ');
                    html.push_str(name);
                    html.push_str("=\"");
                    escape_into(html, value, "\"");
                    html.push('"');
                }
                html.push('>');
                if element.tag == "input" {
                    return;
                }
                for child in &element.children {
                    child.write(html);
                }
                html.push_str("</");
                html.push_str(&element.tag);
                html.push('>');
            }
        }
    }
}
