//! The import view: the dossier that is open, and why the last file was refused.

use crate::engine::Engine;
use crate::origin::{Origin, RefusedFault};
use crate::query::{Query, View};
use crate::words;

/// What the view for opening shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    /// Where the dossier that is open comes from.
    pub origin: Origin,
    /// Why the last file was refused, if it was.
    pub refusal: Option<Refusal>,
    /// The way to the dossier that is open.
    pub back: Query,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What the reader picked is called.
    pub name: String,
    /// How many faults it has: `3 faults`.
    pub count: String,
    /// The faults, by file.
    pub files: Vec<FaultyFile>,
    /// How many faults are not listed.
    pub withheld: usize,
}

/// The faults of one file, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyFile {
    /// The file, relative to the dossier's folder.
    pub file: String,
    /// Its faults.
    pub faults: Vec<RefusedFault>,
}

/// How many faults are listed at most.
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
