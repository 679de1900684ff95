//! Ids that a dossier once had: what took their place, so that a link made before still leads somewhere.

use serde::{Deserialize, Serialize};

use super::words::seed_words;

seed_words! {
    /// The kind of thing that an id stood for.
    ItemKind {
        /// A position.
        Position = "position",
        /// A quote.
        Quote = "quote",
        /// An event.
        Event = "event",
        /// An open question.
        Question = "question",
        /// An issue.
        Issue = "issue",
        /// A stakeholder.
        Stakeholder = "stakeholder",
    }
}

/// An id that the dossier once had and has no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// The kind of the thing that it stood for.
    pub kind: ItemKind,
    /// The id.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
    /// The thing that took its place. `None`: nothing did.
    pub now: Option<Successor>,
    /// One sentence for a reader: why it is not there any more.
    pub reason: String,
}

impl Former {
    /// The id of what took its place, if that is of this kind.
    #[must_use]
    pub fn now_of(&self, kind: ItemKind) -> Option<&str> {
        self.now.as_ref().filter(|now| now.kind == kind).map(|now| now.id.as_str())
    }
}

/// The thing that took the place of a former id. It may be of another kind: a position can become an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Its kind.
    pub kind: ItemKind,
    /// Its id, which is in use.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
}
