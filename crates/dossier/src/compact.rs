//! The compact binary (postcard) that the page embeds: a whole [`Dossier`] less its digests.

mod read;

use serde::Deserialize as _;

use crate::model::Dossier;

/// Writes `dossier` in its compact form.
///
/// # Errors
/// Never for a dossier that fits into memory twice; postcard's own error otherwise.
pub fn encode(dossier: &Dossier) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(dossier)
}

/// Reads what [`encode`] wrote. Every digest comes back as [`Digest::LEFT_OUT`](crate::Digest::LEFT_OUT).
///
/// # Panics
/// If the bytes were not written by [`encode`] of this version. The page embeds what its own build wrote.
#[must_use]
pub fn decode(bytes: &[u8]) -> Dossier {
    let Ok(dossier) = Dossier::deserialize(&mut read::Reader::new(bytes));
    dossier
}
