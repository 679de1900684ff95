//! Reads the fingerprints that lie beside a dossier.

use super::diagnostics::Diagnostics;
use super::draft::BUNDLE_LISTS;
use super::fault::Faults;
use super::files::{FINGERPRINTS, Files, Form};
use super::part::Part;
use super::shape::Schema;
use super::source::Sources;
use crate::fingerprint::Fingerprints;
use crate::progress::Meter;
use crate::schema::{Bundle, Content};

/// Reads the fingerprints in `files`: every file in `fingerprints/`, or what the bundle holds. None is fine, and so are
/// those of other documents and passages: what does not fit is not asked for.
///
/// # Errors
/// With every fault of every such file at once.
pub fn fingerprints(files: &Files) -> Result<Vec<Fingerprints>, Faults> {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::default());
    let mut found = Vec::new();
    let listen = &mut |_| {};
    let mut meter = Meter::new(listen);
    match &files.0 {
        Form::Folder(files) => {
            let schema = Fingerprints::schema();
            for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with(FINGERPRINTS)) {
                match bytes {
                    Ok(bytes) => sources.add(name, bytes, &mut diagnostics, &mut meter),
                    Err(error) => diagnostics.at_file(name, format!("must be readable: {error}")),
                }
                if let Some(source) = sources.text(name) {
                    let part = Part::read(source, (0, String::new()), Schema::new(&schema), &[], &mut diagnostics);
                    found.extend(part.content(&mut diagnostics));
                }
            }
        }
        Form::Bundle { name, bytes } => {
            let schema = Bundle::schema();
            sources.add(name, bytes, &mut diagnostics, &mut meter);
            let list = "fingerprints";
            if let Some(source) = sources.text(name) {
                // What is wrong with the rest of the bundle, whoever loads the dossier is told.
                let rest = &mut Diagnostics::default();
                let part = Part::read(source, (0, String::new()), Schema::new(&schema), &BUNDLE_LISTS, rest);
                for (index, range) in part.elements(list).into_iter().flatten().enumerate() {
                    let part = part.element(list, index, range.start, &[], &mut diagnostics);
                    found.extend(part.content(&mut diagnostics));
                }
            }
        }
    }
    if diagnostics.is_empty() { Ok(found) } else { Err(diagnostics.finish(&sources.all())) }
}
