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

/// `dossier` less what no list, no count and no search needs: the passages, the coder's notes, the words that introduce what is
/// reported, the definitions of issues. Each is empty.
#[must_use]
pub fn lean(mut dossier: Dossier) -> Dossier {
    for issue in &mut dossier.issues {
        issue.definition.clear();
    }
    for coded in &mut dossier.documents {
        for position in &mut coded.positions {
            position.evidence.clear();
            position.note = None;
            position.attribution.cue = None;
        }
        let segments = coded.quotes.iter_mut().flat_map(|quote| &mut quote.segments);
        segments.for_each(|segment| segment.evidence.clear());
        coded.events.iter_mut().for_each(|event| event.evidence.clear());
        coded.questions.iter_mut().for_each(|question| question.evidence.clear());
    }
    dossier
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
