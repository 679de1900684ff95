//! Reports of information that is lost in an export or an import.

use std::fmt;

/// Maximum number of items named in a report.
const MAX_NAMED: usize = 6;

/// A kind of information that the target format cannot hold, and the items that lose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omission {
    /// Description of the loss and of what is written instead.
    pub what: &'static str,
    /// Affected items by id or line, in source order. Never empty.
    pub items: Vec<String>,
}

impl Omission {
    /// Adds `item` to the loss `what`.
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
        let named = if self.items.len() > MAX_NAMED { MAX_NAMED - 1 } else { self.items.len() };
        write!(f, "{}: {} ({}", self.what, self.items.len(), self.items[..named].join(", "))?;
        if named < self.items.len() {
            write!(f, " and {} more", self.items.len() - named)?;
        }
        f.write_str(")")
    }
}
