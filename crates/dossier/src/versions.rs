//! Log of the published versions of a dossier's data, as digests of their items. It tells the user of a link made from
//! another version what has changed.
//!
//! The log is generated (`cargo xtask versions`) and a dossier is whole without. It lies apart from the data, whose version
//! it is about.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::date::Date;
use crate::digest::Digest;
use crate::model::Dossier;

/// The digits of a [`Mark`]: two contents of one item have the same with a chance of 1 in 2^48.
const DIGITS: usize = 12;

/// The first twelve hex digits of the SHA-256 of an item's compact JSON, its members in the order of the model's types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Mark(#[schemars(extend("pattern" = PATTERN))] String);

/// The spelling of a [`Mark`] and of a data version.
const PATTERN: &str = "^[0-9a-f]{12}$";

/// Marks by the item's id.
pub type Marks = BTreeMap<String, Mark>;

/// `seeds/versions.json`: the versions, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Versions {
    /// The versions, each once.
    pub versions: Vec<Recorded>,
}

/// What one version of the data held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// The data version.
    #[schemars(extend("pattern" = PATTERN))]
    pub version: String,
    /// The day on which it was recorded.
    pub date: Date,
    /// The positions.
    pub positions: Marks,
    /// The quotes.
    pub quotes: Marks,
    /// The events.
    pub events: Marks,
    /// The open questions.
    pub questions: Marks,
    /// The stakeholders.
    pub stakeholders: Marks,
}

impl Mark {
    fn of(item: &impl Serialize) -> Self {
        // What the model holds can always be written.
        let json = serde_json::to_vec(item).unwrap_or_default();
        Self(Digest::new(Sha256::digest(json).into()).to_string()[..DIGITS].to_owned())
    }
}

impl Recorded {
    /// What `dossier` holds, recorded on `date`.
    #[must_use]
    pub fn of(dossier: &Dossier, date: Date) -> Self {
        let (mut positions, mut quotes) = (Marks::new(), Marks::new());
        let (mut events, mut questions) = (Marks::new(), Marks::new());
        for coded in &dossier.documents {
            positions.extend(coded.positions.iter().map(|item| (item.id.to_string(), Mark::of(item))));
            quotes.extend(coded.quotes.iter().map(|item| (item.id.to_string(), Mark::of(item))));
            events.extend(coded.events.iter().map(|item| (item.id.to_string(), Mark::of(item))));
            questions.extend(coded.questions.iter().map(|item| (item.id.to_string(), Mark::of(item))));
        }
        let stakeholders = dossier.stakeholders.iter().map(|item| (item.id.to_string(), Mark::of(item))).collect();
        Self { version: dossier.version.clone(), date, positions, quotes, events, questions, stakeholders }
    }

    /// The marks by kind, each kind under the word that [`Versions::lines`] has for it.
    fn kinds(&self) -> [(&'static str, &Marks); 5] {
        [
            ("position", &self.positions),
            ("quote", &self.quotes),
            ("event", &self.events),
            ("question", &self.questions),
            ("stakeholder", &self.stakeholders),
        ]
    }
}

impl Versions {
    /// What was recorded of `version`.
    #[must_use]
    pub fn get(&self, version: &str) -> Option<&Recorded> {
        self.versions.iter().find(|recorded| recorded.version == version)
    }

    /// The same with `dossier` at the end, unless its version is there: what was published stays as it was.
    #[must_use]
    pub fn with(mut self, dossier: &Dossier, date: Date) -> Self {
        if self.get(&dossier.version).is_none() {
            self.versions.push(Recorded::of(dossier, date));
        }
        self
    }

    /// The log as the page reads it: a line `version <version> <date>`, then one `<kind> <id> <mark>` for each item, and so for
    /// every version.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut lines = String::new();
        for recorded in &self.versions {
            lines += format!("version {} {}\n", recorded.version, recorded.date).as_str();
            for (kind, marks) in recorded.kinds() {
                for (id, mark) in marks {
                    lines += format!("{kind} {id} {mark}\n").as_str();
                }
            }
        }
        lines
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
