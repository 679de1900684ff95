//! Information that a format cannot hold. Every omission is reported.

use std::fmt;

/// How many of the items a line names before it only counts the rest.
const NAMED: usize = 6;

/// Something that one format says and the other cannot, and the items that it is lost of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// What is lost and what stands in its place, in words.
    pub what: &'static str,
    /// The items, by id or by line, in the order of the source. Never empty.
    pub items: Vec<String>,
}

impl Omission {
    /// Notes that `item` loses `what`.
    pub(crate) fn note(losses: &mut Vec<Self>, what: &'static str, item: impl Into<String>) {
        match losses.iter_mut().find(|loss| loss.what == what) {
            Some(loss) => loss.items.push(item.into()),
            None => losses.push(Self { what, items: vec![item.into()] }),
        }
    }
}

impl fmt::Display for Omission {
    /// Writes `positions on a condition, written as if without it: 16 (a, b and 14 more)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = if self.items.len() > NAMED { NAMED - 1 } else { self.items.len() };
        write!(f, "{}: {} ({}", self.what, self.items.len(), self.items[..named].join(", "))?;
        if named < self.items.len() {
            write!(f, " and {} more", self.items.len() - named)?;
        }
        f.write_str(")")
    }
}
