//! Origin of a dossier (embedded or a file), and why the last imported file was refused.

use serde::{Deserialize, Serialize};
/// Source of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Embedded in the page.
    Embedded,
    /// Opened by the user from a file. Links to it need that file.
    File {
        /// File name.
        name: String,
    },
}

/// One or more files picked by the user that are not a valid dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Name of the file or selection.
    pub name: String,
    /// Validation errors, grouped by file.
    pub faults: Vec<RefusedFault>,
    /// Number of further errors, not listed.
    pub more: usize,
}

/// One validation error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedFault {
    /// File path, relative to the dossier's folder.
    pub file: String,
    /// Item with the error, such as `position lund-bridge`.
    pub item: String,
    /// Field of the item; empty if the error concerns the whole item.
    pub field: String,
    /// Violated rule, as text.
    pub rule: String,
    /// Line in the file, from 1; 0 if unknown.
    pub line: u32,
    /// Column in the line, from 1; 0 if unknown.
    pub column: u32,
}
