//! Elements as plain values: what a view returns, before any browser is there.
//!
//! A [`Markup`] can be compared, written as HTML ([`Markup::html`]), and shown in a browser, where `ui::dom` makes the least
//! change that turns what is there into it. Text is always text: there is no way to put markup into a `Markup`.

use std::borrow::Cow;

use dossier::markup::escape_into;
use serde::{Deserialize, Serialize};

/// A text that lives as long as the page, or is its own.
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
    /// Its tag, in lower case.
    pub tag: Text,
    /// What it stands for, among its siblings: an element with another key is another element.
    pub key: Option<Text>,
    /// Its attributes, each once.
    pub attributes: Vec<(Text, Text)>,
    /// What is in it.
    pub children: Vec<Markup>,
}

/// An element in the making. In a box, since it is handed on at every step: four bytes instead of forty.
pub type Element = Box<ElementData>;

/// An element without anything in it.
#[must_use]
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Box::new(ElementData { tag: Text::Borrowed(tag), key: None, attributes: Vec::new(), children: Vec::new() })
}

/// The same, with a class.
#[must_use]
#[inline(never)]
pub fn of_class(tag: &'static str, class: &'static str) -> Element {
    el(tag).class(class)
}

// These stand some hundred times in the views: a call is shorter than what it does.
impl ElementData {
    /// Says what it stands for among its siblings.
    #[must_use]
    pub fn key(mut self: Box<Self>, key: &'static str) -> Box<Self> {
        self.key = Some(Text::Borrowed(key));
        self
    }

    /// Gives it a class, or several between spaces.
    #[must_use]
    pub fn class(self: Box<Self>, class: impl Into<Text>) -> Box<Self> {
        self.attribute("class", class)
    }

    /// Gives it an attribute.
    #[must_use]
    #[inline(never)]
    pub fn attribute(mut self: Box<Self>, name: &'static str, value: impl Into<Text>) -> Box<Self> {
        self.attributes.push((Text::Borrowed(name), value.into()));
        self
    }

    /// Gives it an attribute if there is a value.
    #[must_use]
    #[inline(never)]
    pub fn maybe(self: Box<Self>, name: &'static str, value: Option<&'static str>) -> Box<Self> {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Gives it an attribute without a value, if `on`.
    #[must_use]
    #[inline(never)]
    pub fn flag(self: Box<Self>, name: &'static str, on: bool) -> Box<Self> {
        self.maybe(name, on.then_some(""))
    }

    /// Puts in text of the dossier or of a document. It has its own direction, and isolates it from what stands around;
    /// [`super::answer()`] sets its language.
    #[must_use]
    #[inline(never)]
    pub fn isolated(self: Box<Self>, content: impl Content) -> Box<Self> {
        self.attribute("dir", "auto").with(content)
    }

    /// Puts something in at the end.
    #[must_use]
    #[inline(never)]
    pub fn with(mut self: Box<Self>, content: impl Content) -> Box<Self> {
        content.put(&mut self.children);
        self
    }
}

impl ElementData {
    /// Puts in, at the end, what `make` makes of each of `items`.
    #[must_use]
    pub fn each<T>(mut self: Box<Self>, items: &[T], make: impl Fn(&T) -> Element) -> Box<Self> {
        for item in items {
            self.children.push(Markup::Element(make(item)));
        }
        self
    }
}

/// What can be put into an element: a text, a number, an element, and several or none of them.
pub trait Content {
    /// Puts it at the end of `children`.
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
