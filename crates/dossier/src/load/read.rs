//! The files of a dossier's directory: their bytes, their JSON, and the faults found on the way.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::fault::Fault;
use crate::item::Item;

/// Reads files and keeps what went wrong.
pub(super) struct Reader<'d> {
    dir: &'d Path,
    faults: Vec<Fault>,
    /// Sorted by name, as the data version wants them.
    files: BTreeMap<String, Vec<u8>>,
}

/// What a [`Reader`] leaves behind.
pub(super) struct Read {
    /// What went wrong.
    pub(super) faults: Vec<Fault>,
    /// The bytes of all files, one after the other in the order of their names.
    pub(super) bytes: Vec<u8>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(dir: &'d Path) -> Self {
        Self { dir, faults: Vec::new(), files: BTreeMap::new() }
    }

    /// The JSON of a file. `None`, and a fault, where it cannot be read.
    pub(super) fn json(&mut self, file: &str) -> Option<Value> {
        let bytes = match std::fs::read(self.dir.join(file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.file_fault(file, format!("must be there and readable: {error}"));
                return None;
            }
        };
        let parsed = serde_json::from_slice(&bytes);
        self.files.insert(file.to_owned(), bytes);
        match parsed {
            Ok(value) => Some(value),
            Err(error) => {
                self.file_fault(file, format!("must be JSON, is not: {error}"));
                None
            }
        }
    }

    /// The names of the files in a folder, sorted; those that begin with a dot are left out. None where there is no folder.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.dir.join(folder)).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    }

    pub(super) fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn file_fault(&mut self, file: &str, rule: String) {
        self.fault(Fault { file: file.to_owned(), item: Item::File, field: String::new(), rule });
    }

    pub(super) fn finish(self) -> Read {
        Read { faults: self.faults, bytes: self.files.into_values().flatten().collect() }
    }
}
