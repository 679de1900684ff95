//! The import view: the current dossier, and why the last file was refused.

use crate::engine::Engine;
use crate::origin::{Origin, RefusedFault};
use crate::query::{Query, View};
use crate::words;

/// Content of the import view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    /// Origin of the current dossier.
    pub origin: Origin,
    /// The last refused file, if any.
    pub refusal: Option<Refusal>,
    /// Link to the current dossier.
    pub back: Query,
}

/// A refused file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Name of the file or folder that the user picked.
    pub name: String,
    /// Number of faults: `3 faults`.
    pub count: String,
    /// The faults, by file.
    pub files: Vec<FaultyFile>,
    /// Number of faults left out.
    pub withheld: usize,
}

/// Faults of one file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyFile {
    /// The file, relative to the dossier's folder.
    pub file: String,
    /// Its faults.
    pub faults: Vec<RefusedFault>,
}

/// Maximum number of listed faults.
pub const MOST_FAULTS: usize = 300;

pub(crate) fn import_view(engine: &Engine, query: &Query) -> ImportView {
    let refusal = engine.refused.as_ref().map(|refused| {
        let mut files: Vec<FaultyFile> = Vec::new();
        for fault in refused.faults.iter().take(MOST_FAULTS) {
            match files.iter_mut().find(|other| other.file == fault.file) {
                Some(other) => other.faults.push(fault.clone()),
                None => files.push(FaultyFile { file: fault.file.clone(), faults: vec![fault.clone()] }),
            }
        }
        Refusal {
            name: refused.name.clone(),
            count: words::count(refused.faults.len() + refused.more, "fault"),
            files,
            withheld: refused.faults.len().saturating_sub(MOST_FAULTS) + refused.more,
        }
    });
    ImportView { origin: engine.origin.clone(), refusal, back: query.with_view(View::Matrix) }
}
