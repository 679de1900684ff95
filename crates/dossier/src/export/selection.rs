//! Which items of a dossier are meant: all of them, or those that somebody chose.

use crate::model::Dossier;

/// For every item of each kind whether it is chosen, in the order of the files: documents one after another in the cover's
/// order, and within each as its file lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The stakeholders, as the registry lists them.
    pub stakeholders: Vec<bool>,
    /// The issues, as the registry lists them.
    pub issues: Vec<bool>,
    /// The positions.
    pub positions: Vec<bool>,
    /// The quotes.
    pub quotes: Vec<bool>,
    /// The events.
    pub events: Vec<bool>,
    /// The open questions.
    pub questions: Vec<bool>,
}

/// How many items of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Stakeholders.
    pub stakeholders: usize,
    /// Issues.
    pub issues: usize,
    /// Positions.
    pub positions: usize,
    /// Quotes.
    pub quotes: usize,
    /// Events.
    pub events: usize,
    /// Open questions.
    pub questions: usize,
}

impl Selection {
    /// Everything in `dossier`.
    #[must_use]
    pub fn all(dossier: &Dossier) -> Self {
        let mut all = Self {
            stakeholders: vec![true; dossier.stakeholders.len()],
            issues: vec![true; dossier.issues.len()],
            ..Self::default()
        };
        for coded in &dossier.documents {
            all.positions.resize(all.positions.len() + coded.positions.len(), true);
            all.quotes.resize(all.quotes.len() + coded.quotes.len(), true);
            all.events.resize(all.events.len() + coded.events.len(), true);
            all.questions.resize(all.questions.len() + coded.questions.len(), true);
        }
        all
    }

    /// How many are chosen.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |list: &[bool]| list.iter().filter(|&&chosen| chosen).count();
        Counts {
            stakeholders: count(&self.stakeholders),
            issues: count(&self.issues),
            positions: count(&self.positions),
            quotes: count(&self.quotes),
            events: count(&self.events),
            questions: count(&self.questions),
        }
    }
}
