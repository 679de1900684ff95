//! The name of a thing in `seeds/`, for reports that send somebody to it.

use std::fmt;

/// The kinds of things that `seeds/` holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A document's metadata.
    Document,
    /// A [`Stakeholder`](crate::Stakeholder).
    Stakeholder,
    /// An [`Issue`](crate::Issue).
    Issue,
    /// A [`Position`](crate::Position).
    Position,
    /// A [`Quote`](crate::Quote).
    Quote,
    /// An [`Event`](crate::Event).
    Event,
    /// A [`Question`](crate::Question).
    Question,
    /// A paragraph [without items](crate::Uncoded).
    Uncoded,
    /// A [former id](crate::Former).
    Former,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Document,
        Self::Stakeholder,
        Self::Issue,
        Self::Position,
        Self::Quote,
        Self::Event,
        Self::Question,
        Self::Uncoded,
        Self::Former,
    ];

    /// The word for one of this kind.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Stakeholder => "stakeholder",
            Self::Issue => "issue",
            Self::Position => "position",
            Self::Quote => "quote",
            Self::Event => "event",
            Self::Question => "question",
            Self::Uncoded => "uncoded",
            Self::Former => "former",
        }
    }

    /// The member of a file that holds what is of this kind.
    #[must_use]
    pub const fn member(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Stakeholder => "stakeholders",
            Self::Issue => "issues",
            Self::Position => "positions",
            Self::Quote => "quotes",
            Self::Event => "events",
            Self::Question => "questions",
            Self::Uncoded => "uncoded",
            Self::Former => "former",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One thing in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The file as a whole.
    File,
    /// What has an id: `position harbour-master-on-tolls`.
    Named {
        /// What it is.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// What has none, or none that can be read: `uncoded[2]`.
    Unnamed {
        /// What it is.
        kind: Kind,
        /// Its place in its list, from 0.
        index: usize,
    },
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("the file"),
            Self::Named { kind, id } => write!(f, "{kind} {id}"),
            Self::Unnamed { kind, index } => write!(f, "{}[{index}]", kind.member()),
        }
    }
}
