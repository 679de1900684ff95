//! The compact binary (postcard) that the page embeds: a whole [`Dossier`] less its digests.

mod read;

use std::borrow::Cow;

use serde::Deserialize as _;

use crate::distinct::alike_in_ascii;
use crate::model::Dossier;

/// Writes `dossier` in its compact form.
///
/// # Errors
/// Never for a dossier that fits into memory twice; postcard's own error otherwise.
pub fn encode(dossier: &Dossier) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(dossier)
}

/// `dossier` less what no count and no matrix needs: every sentence but the issues' propositions, the passages, the names that
/// only a search knows, what became of former ids. Each is empty; of conditions there are as many. Every name is the distinct one
/// ([`crate::distinct`]), since what remains may not tell two of one name apart.
#[must_use]
pub fn lean(mut dossier: Dossier) -> Dossier {
    let owned = |names: Vec<Cow<'_, str>>| names.into_iter().map(Cow::into_owned).collect::<Vec<_>>();
    let stakeholders = owned(dossier.distinct_names(alike_in_ascii));
    let issues = owned(dossier.distinct_issue_names(alike_in_ascii));
    for (stakeholder, name) in dossier.stakeholders.iter_mut().zip(stakeholders) {
        stakeholder.name = name;
    }
    for (issue, name) in dossier.issues.iter_mut().zip(issues) {
        issue.name = name;
    }
    for issue in &mut dossier.issues {
        issue.definition.clear();
    }
    for coded in &mut dossier.documents {
        for position in &mut coded.positions {
            position.evidence.clear();
            position.note = None;
            position.attribution.cue = None;
            position.attribution.by.clear();
            position.summary.clear();
            position.conditions.iter_mut().for_each(String::clear);
        }
        for quote in &mut coded.quotes {
            quote.segments.clear();
            quote.cue.clear();
            quote.context.clear();
            quote.addressee = None;
            quote.occasion = None;
        }
        for event in &mut coded.events {
            event.evidence.clear();
            event.title.clear();
            event.place = None;
        }
        for question in &mut coded.questions {
            question.evidence.clear();
            question.question.clear();
        }
        coded.uncoded.clear();
    }
    for stakeholder in &mut dossier.stakeholders {
        stakeholder.aliases.clear();
    }
    // That an id is a former one is enough to know that the whole dossier is asked.
    for former in &mut dossier.former {
        former.now = None;
        former.reason.clear();
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
