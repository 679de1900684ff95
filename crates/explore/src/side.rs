//! A side of a comparison: a stakeholder given by id, or a whole camp written `camp-europe`. A stakeholder with such an
//! id takes precedence.

use dossier::Camp;

use super::engine::Engine;
use super::words;
use crate::query::{Facet, Query};

/// One side of a comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// A stakeholder, as an index in [`dossier::Dossier::stakeholders`].
    One(usize),
    /// All stakeholders of a camp.
    Camp(Camp),
}

/// Prefix of a camp's word in links.
const CAMP: &str = "camp-";

impl Side {
    /// Resolves an id from a link; `None` if this engine lacks it.
    pub(super) fn of(engine: &Engine, id: &str) -> Option<Self> {
        let called = engine.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id);
        if let Some(place) = called {
            return Some(Self::One(place));
        }
        let word = id.strip_prefix(CAMP)?;
        engine.code(Facet::Camp, word)?;
        Camp::from_word(word).map(Self::Camp)
    }

    /// The sides that `query` compares, in the user's order.
    pub(super) fn all(engine: &Engine, query: &Query) -> Vec<Self> {
        let mut sides = Vec::new();
        for id in &query.with {
            sides.extend(Self::of(engine, id));
        }
        sides
    }

    /// Id used in links.
    pub(super) fn id(self, engine: &Engine) -> String {
        match self {
            Self::One(place) => engine.stakeholder(place).id.as_str().to_owned(),
            Self::Camp(camp) => words::joined(&[CAMP, camp.word()], ""),
        }
    }

    /// Display name. A camp is marked as such, because states and blocs can have the same name.
    pub(super) fn name(self, engine: &Engine) -> String {
        match self {
            Self::One(place) => engine.name(place).to_owned(),
            Self::Camp(camp) => words::joined(&[words::camp(camp), " (camp)"], ""),
        }
    }

    /// Whether the stakeholder at index `holder` belongs to this side.
    pub(super) fn holds(self, engine: &Engine, holder: usize) -> bool {
        match self {
            Self::One(place) => place == holder,
            Self::Camp(camp) => engine.stakeholder(holder).camp == camp,
        }
    }
}

/// Display names of the sides that `query` compares.
pub(super) fn names(engine: &Engine, query: &Query) -> Vec<String> {
    Side::all(engine, query).into_iter().map(|side| side.name(engine)).collect()
}
