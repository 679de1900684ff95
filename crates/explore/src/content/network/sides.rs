//! Side of each stakeholder on each issue.

use dossier::Stance;

use crate::engine::Engine;

/// Side that a stakeholder's positions on one issue amount to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// No position for or against the proposition.
    None,
    /// Supports the proposition.
    For,
    /// Opposes the proposition.
    Against,
    /// Supports and opposes at once; counts for neither.
    Both,
}

impl Side {
    /// Whether exactly one side is taken.
    pub(super) const fn is_taken(self) -> bool {
        matches!(self, Self::For | Self::Against)
    }
}

/// Sides by stakeholder, then by issue.
pub(super) struct Sides {
    issues: usize,
    sides: Vec<Side>,
}

impl Sides {
    /// Computes the sides from `chosen`, the ascending indices of the selected positions.
    pub(super) fn of(engine: &Engine, chosen: &[usize]) -> Self {
        let issues = engine.dossier.issues.len();
        let mut sides = vec![Side::None; issues * engine.dossier.stakeholders.len()];
        for position_row in chosen.iter().map(|&place| &engine.positions[place]) {
            let taken = match position_row.position.stance {
                Stance::Supports => Side::For,
                Stance::Opposes => Side::Against,
                Stance::Uncommitted | Stance::Asks | Stance::Unclear => continue,
            };
            if !position_row.is_replaced(engine, chosen) {
                let side = &mut sides[position_row.holder * issues + position_row.issue];
                *side = if *side == Side::None || *side == taken { taken } else { Side::Both };
            }
        }
        Self { issues, sides }
    }

    /// Sides of `holder`, by issue.
    pub(super) fn by(&self, holder: usize) -> &[Side] {
        &self.sides[holder * self.issues..][..self.issues]
    }

    /// Number of issues on which both take a side, the same or not.
    pub(super) fn shared(&self, one: usize, other: usize) -> usize {
        self.by(one).iter().zip(self.by(other)).filter(|(one, other)| one.is_taken() && other.is_taken()).count()
    }

    /// Number of issues on which `holder` takes a side.
    pub(super) fn activity(&self, holder: usize) -> usize {
        self.by(holder).iter().filter(|side| side.is_taken()).count()
    }
}
