//! Origin of a dossier (embedded or a file), and why the last imported file was refused.

/// Where a dossier comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The page carries it.
    Embedded,
    /// The reader opened it. Links to it need that file.
    File {
        /// What the file is called.
        name: String,
    },
}

/// A file, or several, that the reader wanted to open, and that are no dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What the reader picked is called.
    pub name: String,
    /// What is wrong with it, file by file.
    pub faults: Vec<RefusedFault>,
    /// How many faults there are besides.
    pub more: usize,
}

/// One fault of a refused file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedFault {
    /// The file, relative to the dossier's folder.
    pub file: String,
    /// The thing in it: `position lund-bridge`.
    pub item: String,
    /// The field of that thing; empty where the fault is the thing's own.
    pub field: String,
    /// The rule that is broken, in words.
    pub rule: String,
    /// The line in the file, from 1; 0 where it is not known.
    pub line: u32,
    /// The column in the line, from 1; 0 where it is not known.
    pub column: u32,
}
