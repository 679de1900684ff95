//! Reads a dossier from its files and vouches for it: what comes back keeps every rule of the data model that can be
//! checked without the articles themselves. Those are [`verify`](fn@crate::verify)'s.

mod bundle;
mod diagnostics;
mod draft;
mod fault;
mod files;
mod fingerprints;
mod json_path;
mod links;
mod part;
mod place_in_file;
mod rules;
mod scan;
mod shape;
mod source;
mod version;

use std::path::Path;

pub use crate::progress::{Progress, Stage};
pub use bundle::bundle;
pub use fault::{At, Fault, Faults};
pub use files::Files;
pub use fingerprints::fingerprints;

use crate::model::Dossier;
use crate::progress::Meter;

/// Reads and checks the dossier in `dir`: `dossier.json`, `stakeholders.json`, `issues.json`, `former.json` if it is there
/// and, for each document of the cover, `documents/<id>.json`.
///
/// # Errors
/// As [`load_files`].
pub fn load(dir: &Path) -> Result<Dossier, Faults> {
    load_files(&Files::read(dir), &mut |_| {})
}

/// Reads and checks the dossier in `files`, and tells `listen` how far it has come, at most a hundred times each stage.
///
/// # Errors
/// With every fault of every file at once: what cannot be read, what is no JSON, what the [schema](crate::schema) does not
/// allow, and which rule across items is broken. A thing that is broken itself still counts as there for what points to it, so
/// that one fault is not reported as many.
pub fn load_files(files: &Files, listen: &mut dyn FnMut(Progress)) -> Result<Dossier, Faults> {
    let schemas = draft::Schemas::get();
    let mut sources = source::Sources::new();
    let mut diagnostics = diagnostics::Diagnostics::default();
    let mut meter = Meter::new(listen);
    let draft = draft::read(files, schemas, &mut sources, &mut diagnostics, &mut meter);
    rules::check(&draft, &mut part::Reporter { diagnostics: &mut diagnostics, meter: &mut meter });
    match draft.finish() {
        Some(mut dossier) if diagnostics.is_empty() => {
            dossier.version = version::version(&dossier);
            Ok(dossier)
        }
        Some(_) | None => Err(diagnostics.finish(&sources.all())),
    }
}
