//! A party to a comparison: a stakeholder by its id, or a whole camp written `camp-europe`. A stakeholder who is called so wins.

use dossier::Camp;

use super::engine::Engine;
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
    /// Whom a link means by `id`, if this engine has it.
    pub(super) fn of(engine: &Engine, id: &str) -> Option<Self> {
        let called = engine.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id);
        if let Some(place) = called {
            return Some(Self::One(place));
        }
        let word = id.strip_prefix(CAMP)?;
        engine.code(Facet::Camp, word)?;
        Camp::from_word(word).map(Self::Camp)
    }

    /// Those whom `query` compares, in the reader's order.
    pub(super) fn all(engine: &Engine, query: &Query) -> Vec<Self> {
        let mut sides = Vec::new();
        for id in &query.with {
            sides.extend(Self::of(engine, id));
        }
        sides
    }

    /// Its word in links.
    pub(super) fn id(self, engine: &Engine) -> String {
        match self {
            Self::One(place) => engine.stakeholder(place).id.as_str().to_owned(),
            Self::Camp(camp) => words::joined(&[CAMP, camp.word()], ""),
        }
    }

    /// What a reader calls it. A camp says that it is one: states and blocs have the same names.
    pub(super) fn name(self, engine: &Engine) -> String {
        match self {
            Self::One(place) => engine.name(place).to_owned(),
            Self::Camp(camp) => words::joined(&[words::camp(camp), " (camp)"], ""),
        }
    }

    /// Whether the stakeholder at `holder` speaks for it.
    pub(super) fn holds(self, engine: &Engine, holder: usize) -> bool {
        match self {
            Self::One(place) => place == holder,
            Self::Camp(camp) => engine.stakeholder(holder).camp == camp,
        }
    }
}

/// The names of those whom `query` compares.
pub(super) fn names(engine: &Engine, query: &Query) -> Vec<String> {
    Party::all(engine, query).into_iter().map(|side| side.name(engine)).collect()
}
