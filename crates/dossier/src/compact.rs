//! The binary form of a [`Dossier`] that the page embeds: postcard, without digests.

use crate::model::Dossier;

/// Encodes a dossier.
///
/// # Errors
/// Never for a dossier that fits into memory twice; postcard's own error otherwise.
pub fn encode(dossier: &Dossier) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(dossier)
}

/// Decodes a dossier that [`encode`] of the same version wrote. Every digest is
/// [`Digest::LEFT_OUT`](crate::Digest::LEFT_OUT).
///
/// # Errors
/// If the bytes are cut short or were written by another version.
pub fn decode(bytes: &[u8]) -> Result<Dossier, postcard::Error> {
    postcard::from_bytes(bytes)
}
