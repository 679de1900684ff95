//! The subject of a preview picture.

use dossier::{Dossier, EventId, IssueId, PositionId, QuoteId, StakeholderId};

/// The item that a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'d> {
    /// The whole dossier.
    Dossier,
    /// A stakeholder.
    Stakeholder(&'d StakeholderId),
    /// An issue.
    Issue(&'d IssueId),
    /// A position.
    Position(&'d PositionId),
    /// A quote.
    Quote(&'d QuoteId),
    /// An event.
    Event(&'d EventId),
}

impl<'d> Subject<'d> {
    /// All subjects of `dossier`: itself, then its items in file order.
    pub(crate) fn all(dossier: &'d Dossier) -> Vec<Self> {
        let mut all = vec![Self::Dossier];
        all.extend(dossier.stakeholders.iter().map(|stakeholder| Self::Stakeholder(&stakeholder.id)));
        all.extend(dossier.issues.iter().map(|issue| Self::Issue(&issue.id)));
        all.extend(dossier.positions().map(|(_, position)| Self::Position(&position.id)));
        all.extend(dossier.quotes().map(|(_, quote)| Self::Quote(&quote.id)));
        all.extend(dossier.events().map(|(_, event)| Self::Event(&event.id)));
        all
    }

    /// File name without extension, unique in a dossier: `stakeholder-merz`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Dossier => "dossier".to_owned(),
            Self::Stakeholder(id) => format!("stakeholder-{id}"),
            Self::Issue(id) => format!("issue-{id}"),
            Self::Position(id) => format!("position-{id}"),
            Self::Quote(id) => format!("quote-{id}"),
            Self::Event(id) => format!("event-{id}"),
        }
    }
}
