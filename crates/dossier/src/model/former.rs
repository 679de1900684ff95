//! Former ids of a dossier and their successors, so that old links still resolve.

use serde::{Deserialize, Serialize};

use super::words::seed_words;

seed_words! {
    /// Kind of an item that has an id in links.
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

/// Id that was in use in an earlier version of the dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// Kind of the item that had the id.
    pub kind: ItemKind,
    /// Former id.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
    /// Item that replaced it, if any.
    pub now: Option<Successor>,
    /// Reason for the removal, in one sentence shown to the user.
    pub reason: String,
}

impl Former {
    /// Id of the successor, if that is of this kind.
    #[must_use]
    pub fn now_of(&self, kind: ItemKind) -> Option<&str> {
        self.now.as_ref().filter(|now| now.kind == kind).map(|now| now.id.as_str())
    }
}

/// Item that replaced a former id. It may be of another kind: a position can become an open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item, which is in use.
    #[cfg_attr(feature = "load", schemars(extend("pattern" = crate::id::PATTERN)))]
    pub id: String,
}
