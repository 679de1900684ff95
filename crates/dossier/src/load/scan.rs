//! Walks over the text of JSON without building its values: where a member, an element, a value begins and ends.
//!
//! So a file of any size is read one item at a time, and a fault can be shown where it stands. The text must have been found
//! to be JSON before; of other texts these functions give nonsense, but they end and do not panic.

use std::borrow::Cow;
use std::ops::Range;

/// A member of an object.
pub(super) struct Member<'t> {
    /// Its name, escapes undone.
    pub(super) name: Cow<'t, str>,
    /// Where its value stands, in bytes of the text.
    pub(super) value: Range<usize>,
}

/// The members of the object that stands at `at`, in the order of the text; none where no object stands there. Of several with
/// one name the last counts, as everywhere in JSON's practice; here they are all given.
pub(super) fn members(text: &str, at: usize) -> Vec<Member<'_>> {
    let mut members = Vec::new();
    let mut scanner = Scanner { text, at };
    scanner.space();
    if !scanner.take(b'{') {
        return members;
    }
    loop {
        scanner.space();
        let name = scanner.at;
        if scanner.peek() != Some(b'"') {
            return members;
        }
        scanner.string();
        let name = unescaped(text.get(name..scanner.at).unwrap_or_default());
        scanner.space();
        scanner.take(b':');
        members.push(Member { name, value: scanner.value() });
        scanner.space();
        scanner.take(b',');
    }
}

/// Where the elements of the array that stands at `at` stand; none where no array stands there.
pub(super) fn elements(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut elements = Vec::new();
    let mut scanner = Scanner { text, at };
    scanner.space();
    if !scanner.take(b'[') {
        return elements;
    }
    loop {
        scanner.space();
        if matches!(scanner.peek(), Some(b']') | None) {
            return elements;
        }
        let element = scanner.value();
        if element.is_empty() {
            return elements;
        }
        elements.push(element);
        scanner.space();
        scanner.take(b',');
    }
}

/// Where the first value at or after `at` stands.
pub(super) fn value(text: &str, at: usize) -> Range<usize> {
    Scanner { text, at }.value()
}

/// The first byte of the first value at or after `at`.
pub(super) fn start(text: &str, at: usize) -> usize {
    let mut scanner = Scanner { text, at };
    scanner.space();
    scanner.at
}

/// What a string of JSON says, its quotation marks included in `token`.
fn unescaped(token: &str) -> Cow<'_, str> {
    let inner = token.get(1..token.len().saturating_sub(1)).unwrap_or_default();
    if inner.contains('\\') {
        serde_json::from_str(token).map_or(Cow::Borrowed(inner), Cow::Owned)
    } else {
        Cow::Borrowed(inner)
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes behind a string, whose opening mark stands here. Most of a file is strings.
    fn string(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = self.at + 1;
        while let Some(length) =
            bytes.get(at..).and_then(|rest| rest.iter().position(|&byte| byte == b'"' || byte == b'\\'))
        {
            at += length + 1;
            if bytes[at - 1] == b'"' {
                self.at = at;
                return;
            }
            at += 1;
        }
        self.at = bytes.len();
    }

    /// Goes behind a value, after the white space before it. Counts brackets, so that no depth overflows the stack.
    fn value(&mut self) -> Range<usize> {
        self.space();
        let from = self.at;
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                // The end of whatever holds a number or a word.
                b'}' | b']' | b',' if depth == 0 => break,
                0..=u8::MAX => self.at += 1,
            }
            if depth == 0 && matches!(byte, b'"' | b'}' | b']') {
                break;
            }
            // Inside brackets commas and white space are the value's; outside they end a number or a word.
            if depth == 0 && matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
                break;
            }
        }
        from..self.at
    }
}
