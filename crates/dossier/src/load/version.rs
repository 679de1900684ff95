//! The data version: what tells one state of a dossier's content from another.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::digest::Digest;
use crate::model::Dossier;

/// The version of a dossier, as [`Dossier::version`] says it.
pub(super) fn version(dossier: &Dossier) -> String {
    let mut hash = Hash(Sha256::new());
    let mut documents: Vec<_> = dossier.documents.iter().collect();
    documents.sort_by_key(|coded| &coded.document.id);
    for coded in documents {
        hash.part(coded);
    }
    hash.part(&dossier.cover);
    hash.part(&dossier.issues);
    hash.part(&dossier.stakeholders);
    // A dossier that never lost an id has the version that it had before there were former ids.
    if !dossier.former.is_empty() {
        hash.part(&dossier.former);
    }
    let digest = Digest::new(hash.0.finalize().into());
    digest.to_string()[..12].to_owned()
}

struct Hash(Sha256);

impl Hash {
    /// Takes a part of the content as compact JSON, and a line end.
    fn part(&mut self, part: &impl Serialize) {
        // Neither the model nor the hash can fail.
        let _ = serde_json::to_writer(&mut *self, part);
        self.0.update(b"\n");
    }
}

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
