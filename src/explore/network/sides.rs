//! The side of each stakeholder on each issue.

use dossier::Stance;

use crate::explore::engine::Engine;

/// What a holder's positions on one issue come to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// None: nothing is said for or against it.
    None,
    /// It supports the proposition.
    For,
    /// It opposes the proposition.
    Against,
    /// It does both at once, and so counts for neither.
    Both,
}

impl Side {
    /// Whether the holder takes one side, and not the other too.
    pub(super) const fn is_taken(self) -> bool {
        matches!(self, Self::For | Self::Against)
    }
}

/// The sides that the chosen positions take, holder after holder, each issue by issue.
pub(super) struct Sides {
    issues: usize,
    sides: Vec<Side>,
}

impl Sides {
    /// The sides that `chosen` take: places of positions, ascending.
    pub(super) fn of(engine: &Engine, chosen: &[usize]) -> Self {
        let issues = engine.dossier.issues.len();
        let mut sides = vec![Side::None; issues * engine.dossier.stakeholders.len()];
        for held in chosen.iter().map(|&place| &engine.positions[place]) {
            let taken = match held.position.stance {
                Stance::Supports => Side::For,
                Stance::Opposes => Side::Against,
                Stance::Uncommitted | Stance::Asks | Stance::Unclear => continue,
            };
            if !held.is_replaced(engine, chosen) {
                let side = &mut sides[held.holder * issues + held.issue];
                *side = if *side == Side::None || *side == taken { taken } else { Side::Both };
            }
        }
        Self { issues, sides }
    }

    /// What `holder` says, issue by issue.
    pub(super) fn by(&self, holder: usize) -> &[Side] {
        &self.sides[holder * self.issues..][..self.issues]
    }

    /// On how many issues both take a side, the same or not.
    pub(super) fn shared(&self, one: usize, other: usize) -> usize {
        self.by(one).iter().zip(self.by(other)).filter(|(one, other)| one.is_taken() && other.is_taken()).count()
    }

    /// On how many issues `holder` takes a side.
    pub(super) fn activity(&self, holder: usize) -> usize {
        self.by(holder).iter().filter(|side| side.is_taken()).count()
    }
}
