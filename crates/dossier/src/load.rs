//! Reads a dossier from its directory and vouches for it: what comes back keeps every rule of the data model that can be
//! checked without the articles themselves. Those are [`verify`](fn@crate::verify)'s.

mod draft;
mod fault;
mod links;
mod read;
mod rules;
mod shape;

use std::path::Path;

pub use fault::{Fault, Faults};

use crate::model::Dossier;
use crate::text;

/// Reads and checks the dossier in `dir`: `dossier.json`, `stakeholders.json`, `issues.json` and, for each document of the
/// cover, `documents/<id>.json`.
///
/// # Errors
/// With every fault of every file at once: what cannot be read, what is no JSON, what the [schema](crate::schema) does not
/// allow, and which rule across items is broken. A thing that is broken itself still counts as there for what points to it, so
/// that one fault is not reported as many.
pub fn load(dir: &Path) -> Result<Dossier, Faults> {
    let mut reader = read::Reader::new(dir);
    let draft = draft::read(&mut reader);
    let read::Read { mut faults, bytes } = reader.finish();
    faults.extend(rules::check(&draft));
    let version = text::digest_of(bytes).to_string()[..12].to_owned();
    match draft.finish(version) {
        Some(dossier) if faults.is_empty() => Ok(dossier),
        Some(_) | None => Err(Faults::new(faults)),
    }
}
