//! Faults of the files of a dossier, reported all at once, each with its place and its remedy.

use std::fmt;

use crate::item::Item;

/// One rule that one place of a dossier's files does not keep.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, relative to the dossier's directory, with `/` between its parts: `documents/harbour.json`. The bundle's name
    /// where the dossier is one file.
    pub file: String,
    /// The thing in the file.
    pub item: Item,
    /// The path inside the item: `evidence[0].start`. Empty: the item as a whole.
    pub field: String,
    /// Where the value stands; where a field is missing, where that begins which lacks it. `None` where there is no text to
    /// point into.
    pub at: Option<At>,
    /// What must hold, what was found, and what to do.
    pub rule: String,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in code points.
    pub column: u32,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for Fault {
    /// One line, as compilers write them: `documents/harbour.json:12:5: position berg-bridge, issue: must be ...`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(at) = self.at {
            write!(f, ":{at}")?;
        }
        write!(f, ": {}", self.item)?;
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        write!(f, ": {}", self.rule)
    }
}

/// All faults of a dossier, sorted by file, item and field. Never empty where [`load`](fn@crate::load) returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn new(mut faults: Vec<Fault>) -> Self {
        faults.sort();
        faults.dedup();
        Self(faults)
    }

    /// The faults, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Faults {
    /// A report: a line for each fault, and how many there are in the last.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files = self.0.chunk_by(|one, other| one.file == other.file).count();
        for fault in &self.0 {
            writeln!(f, "{fault}")?;
        }
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{} fault{} in {files} file{}", self.0.len(), plural(self.0.len()), plural(files))
    }
}

impl std::error::Error for Faults {}
