//! The data version: what tells one state of a dossier's content from another.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::digest::Digest;
use crate::id::IssueId;
use crate::model::{Dossier, Issue, IssueKind};

/// The version of a dossier, as [`Dossier::version`] says it.
pub(super) fn version(dossier: &Dossier) -> String {
    let mut hash = Hash(Sha256::new());
    let mut documents: Vec<_> = dossier.documents.iter().collect();
    documents.sort_by_key(|coded| &coded.document.id);
    for coded in documents {
        hash.part(coded);
    }
    hash.part(&dossier.cover);
    hash.part(&dossier.issues.iter().map(HashedIssue::of).collect::<Vec<_>>());
    hash.part(&dossier.stakeholders);
    // A dossier that never lost an id has the version that it had before there were former ids.
    if !dossier.former.is_empty() {
        hash.part(&dossier.former);
    }
    let digest = Digest::new(hash.0.finalize().into());
    digest.to_string()[..12].to_owned()
}

/// An issue as it is hashed: a proposal does not state its kind, so that a dossier from before issues had kinds keeps its
/// version.
#[derive(Serialize)]
struct HashedIssue<'d> {
    id: &'d IssueId,
    name: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<IssueKind>,
    proposition: &'d str,
    definition: &'d str,
    topic: &'d str,
}

impl<'d> HashedIssue<'d> {
    fn of(issue: &'d Issue) -> Self {
        let Issue { id, name, kind, proposition, definition, topic } = issue;
        Self { id, name, kind: (*kind == IssueKind::Claim).then_some(*kind), proposition, definition, topic }
    }
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
