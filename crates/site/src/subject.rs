//! The subject of a static page.

use dossier::ItemKind;
use explore::kind_of;
use explore::query::Query;

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The whole dossier, in its first view.
    Dossier,
    /// The thing of this kind and id.
    Thing(ItemKind, String),
}

impl Subject {
    /// The subject of the static page at `path`; `None` for that of a view.
    pub(crate) fn of(query: &Query, path: &str) -> Option<Self> {
        if *query == Query::default() {
            return Some(Self::Dossier);
        }
        let (letter, id) = path.trim_end_matches('/').split_once('/')?;
        Some(Self::Thing(kind_of(letter)?, id.to_owned()))
    }
}
