//! Selection of items of a dossier.

use crate::model::Dossier;

/// Flags for the items of each kind: whether the item is selected. In file order: documents in the cover's order, and
/// within each as its file lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Stakeholders, in registry order.
    pub stakeholders: Vec<bool>,
    /// Issues, in registry order.
    pub issues: Vec<bool>,
    /// Positions.
    pub positions: Vec<bool>,
    /// Quotes.
    pub quotes: Vec<bool>,
    /// Events.
    pub events: Vec<bool>,
    /// Open questions.
    pub questions: Vec<bool>,
}

/// Number of items of each kind.
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
    /// Selects everything in `dossier`.
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

    /// Number of selected items.
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
