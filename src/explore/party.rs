//! A party to a comparison: a stakeholder by its id, or a whole camp written `camp-europe`. A stakeholder who is called so wins.

use dossier::Camp;

use super::edition::Edition;
use super::words;
use crate::query::{Facet, Query};

/// One of those who are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    /// A stakeholder, as a place in [`dossier::Dossier::stakeholders`].
    One(usize),
    /// Everybody of a camp.
    Camp(Camp),
}

/// What stands before a camp's word.
const CAMP: &str = "camp-";

impl Party {
    /// Whom a link means by `id`, if this edition has it.
    pub(super) fn of(edition: &Edition, id: &str) -> Option<Self> {
        let called = edition.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id);
        if let Some(place) = called {
            return Some(Self::One(place));
        }
        let word = id.strip_prefix(CAMP)?;
        edition.code(Facet::Camp, word)?;
        Camp::from_word(word).map(Self::Camp)
    }

    /// Those whom `query` compares, in the reader's order.
    pub(super) fn all(edition: &Edition, query: &Query) -> Vec<Self> {
        let mut sides = Vec::new();
        for id in &query.with {
            sides.extend(Self::of(edition, id));
        }
        sides
    }

    /// Its word in links.
    pub(super) fn id(self, edition: &Edition) -> String {
        match self {
            Self::One(place) => edition.stakeholder(place).id.as_str().to_owned(),
            Self::Camp(camp) => words::joined(&[CAMP, camp.word()], ""),
        }
    }

    /// What a reader calls it. A camp says that it is one: states and blocs have the same names.
    pub(super) fn name(self, edition: &Edition) -> String {
        match self {
            Self::One(place) => edition.name(place).to_owned(),
            Self::Camp(camp) => words::joined(&[words::camp(camp), " (camp)"], ""),
        }
    }

    /// Whether the stakeholder at `holder` speaks for it.
    pub(super) fn holds(self, edition: &Edition, holder: usize) -> bool {
        match self {
            Self::One(place) => place == holder,
            Self::Camp(camp) => edition.stakeholder(holder).camp == camp,
        }
    }
}

/// The names of those whom `query` compares.
pub(super) fn names(edition: &Edition, query: &Query) -> Vec<String> {
    Party::all(edition, query).into_iter().map(|side| side.name(edition)).collect()
}
