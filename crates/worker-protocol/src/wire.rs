//! Wire format of messages: numbers, texts and elements in sequence, as bytes.
//!
//! A number is written in groups of seven bits, the lowest first (LEB128); a text is its length in bytes and its UTF-8.
//! Both sides are of one build, so there is no version in it. What cannot be read all the same (a message that
//! was cut short) reads as `None`.
//!
//! Law: what is read is what was written.

use views::Markup;
use views::markup::{ElementData, Text};

/// Writes a message.
#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    pub(super) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    pub(super) fn flag(&mut self, flag: bool) {
        self.bytes.push(u8::from(flag));
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn texts(&mut self, texts: &[&str]) {
        for text in texts {
            self.text(text);
        }
    }

    pub(super) fn flags(&mut self, flags: &[bool]) {
        for flag in flags {
            self.flag(*flag);
        }
    }

    /// A text, or that there is none.
    pub(super) fn maybe(&mut self, text: Option<&str>) {
        self.flag(text.is_some());
        self.texts(text.as_slice());
    }

    /// How many there are, then each of them.
    pub(super) fn each<T>(&mut self, items: &[T], write: &dyn Fn(&mut Self, &T)) {
        self.number(items.len() as u32);
        for item in items {
            write(self, item);
        }
    }

    pub(super) fn nodes(&mut self, nodes: &[Markup]) {
        self.each(nodes, &|to, node| match node {
            Markup::Text(text) => {
                // No tag is empty.
                to.text("");
                to.text(text);
            }
            Markup::Element(element) => {
                let ElementData { tag, key, attributes, children } = &**element;
                to.text(tag);
                to.maybe(*key);
                to.each(attributes, &|to, (name, value)| {
                    to.text(name);
                    to.text(value);
                });
                to.nodes(children);
            }
        });
    }
}

/// Reads a message.
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        Some(self.byte()? != 0)
    }

    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = self.number()? as usize;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(super) fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A text, or that there is none.
    #[expect(
        clippy::option_option,
        reason = "a message that is cut short is another thing than a text that is not there"
    )]
    pub(super) fn maybe(&mut self) -> Option<Option<&'b str>> {
        Some(if self.flag()? { Some(self.text()?) } else { None })
    }

    /// As many as there are.
    pub(super) fn each<T>(&mut self, read: &mut dyn FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()? as usize;
        // A length that the message cannot hold is not believed.
        let mut items = Vec::with_capacity(count.min(self.rest.len()));
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    pub(super) fn nodes(&mut self, names: &mut Names) -> Option<Vec<Markup>> {
        self.each(&mut |from| {
            let tag = from.text()?;
            if tag.is_empty() {
                return Some(Markup::Text(Text::Owned(from.owned()?)));
            }
            let tag = names.keep(tag);
            let key = from.maybe()?.map(|key| names.keep(key));
            let attributes = from.each(&mut |from| Some((names.keep(from.text()?), Text::Owned(from.owned()?))))?;
            let children = from.nodes(names)?;
            Some(Markup::Element(Box::new(ElementData { tag, key, attributes, children })))
        })
    }
}

/// The names in elements: tags, attributes, keys. They live as long as the page, each once: there are as many as the
/// views have words and the dossier has ids.
#[derive(Default)]
pub struct Names {
    /// By alphabet.
    known: Vec<&'static str>,
}

impl Names {
    pub(super) fn keep(&mut self, name: &str) -> &'static str {
        match self.known.binary_search(&name) {
            Ok(place) => self.known[place],
            Err(place) => {
                let kept: &'static str = Box::leak(name.into());
                self.known.insert(place, kept);
                kept
            }
        }
    }
}
