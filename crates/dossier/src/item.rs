//! Names of items in `seeds/`, for reports.

use std::fmt;

/// Kind of item in `seeds/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// Metadata of a document.
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
    /// Paragraph [without items](crate::Uncoded).
    Uncoded,
    /// A [former id](crate::Former).
    Former,
}

impl RecordKind {
    /// All kinds.
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

    /// Word for one item of this kind.
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

    /// Name of the JSON member that holds the items of this kind.
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

impl fmt::Display for RecordKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Item in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// File as a whole.
    File,
    /// Item with an id: `position harbour-master-on-tolls`.
    Named {
        /// Kind of the item.
        kind: RecordKind,
        /// Id of the item.
        id: String,
    },
    /// Item without a readable id: `uncoded[2]`.
    Unnamed {
        /// Kind of the item.
        kind: RecordKind,
        /// Index in its list, from 0.
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
