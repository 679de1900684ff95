//! Closed vocabularies of a dossier. Every `match` over them is exhaustive, so that a new word is a compile error until
//! each use handles it.

use serde::{Deserialize, Serialize};

/// Declares a closed vocabulary with [`words!`](macro@crate::words) and derives its serialization in `seeds/`.
macro_rules! seed_words {
    ($(#[$meta:meta])* $name:ident { $($variants:tt)* }) => {
        crate::words! {
            $(#[$meta])*
            #[derive(Serialize, Deserialize)]
            #[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
            #[serde(rename_all = "kebab-case")]
            $name { $($variants)* }
        }
    };
}
pub(super) use seed_words;

seed_words! {
    /// Kind of actor that a stakeholder is.
    StakeholderKind {
        /// Individual, named or not.
        Person = "person",
        /// State or its government.
        State = "state",
        /// States that act together.
        Bloc = "bloc",
        /// Organization with a name and an address.
        Organization = "organization",
        /// People who share a description: "some officials".
        Group = "group",
        /// The article's own voice.
        Narrator = "narrator",
    }
}

seed_words! {
    /// Side on which a stakeholder speaks. A label for grouping, not a stance.
    Camp {
        /// Russia and those who speak for it.
        Russia = "russia",
        /// Ukraine and those who speak for it.
        Ukraine = "ukraine",
        /// The United States and those who speak for it.
        UnitedStates = "united-states",
        /// European states, blocs and officials.
        Europe = "europe",
        /// Analysts who currently hold no office.
        OutsideExpert = "outside-expert",
        /// The press, the article itself included.
        Press = "press",
        /// All others.
        Other = "other",
    }
}

seed_words! {
    /// Stance of a holder on an issue's proposition.
    Stance {
        /// Is for the proposition.
        Supports = "supports",
        /// Is against the proposition.
        Opposes = "opposes",
        /// Was asked or expected to say, and did not commit.
        Uncommitted = "uncommitted",
        /// Raises it as an open question.
        Asks = "asks",
        /// Is unknown, as the source states.
        Unclear = "unclear",
    }
}

seed_words! {
    /// Kind of an issue's proposition. It decides the verbs that name a stance.
    #[derive(Default)]
    IssueKind {
        /// Something that should or should not be done: one supports or opposes it.
        #[default]
        Proposal = "proposal",
        /// Something that is or will be so, or not: one agrees with it or disputes it.
        Claim = "claim",
    }
}

seed_words! {
    /// Way in which a position is known.
    Basis {
        /// In quotation marks.
        Direct = "direct",
        /// Reported speech.
        Indirect = "indirect",
        /// Inferred from the holder's actions.
        Conduct = "conduct",
        /// Reported by someone else, named in [`Attribution::by`](crate::Attribution::by).
        ThirdParty = "third-party",
        /// Claim about another's motive or good faith. It is the accuser's position, never the accused's.
        Allegation = "allegation",
        /// The article's own voice; the holder is the narrator.
        Narration = "narration",
    }
}

seed_words! {
    /// Confidence of the coder that the passage says what the item says.
    Confidence {
        /// The passage says so.
        High = "high",
        /// The passage implies so.
        Medium = "medium",
        /// Interpretation that others may not share.
        Low = "low",
    }
}

seed_words! {
    /// Whether a quotation is a sentence or a fragment.
    QuoteForm {
        /// At least one whole sentence or clause that stands by itself.
        Full = "full",
        /// A word or a few, inside reported speech.
        Fragment = "fragment",
    }
}

seed_words! {
    /// Kind of event.
    EventKind {
        /// Meeting of people.
        Meeting = "meeting",
        /// Public statement.
        Statement = "statement",
        /// Use of armed force.
        Military = "military",
        /// Turning point in the story.
        Milestone = "milestone",
        /// Not yet happened.
        Planned = "planned",
    }
}

seed_words! {
    /// Precision of a date.
    Precision {
        /// To the day: `2025-08-18`.
        Day = "day",
        /// To the month: `2025-08`.
        Month = "month",
        /// To the year: `2014`.
        Year = "year",
        /// Not known.
        None = "none",
    }
}

#[cfg(all(test, feature = "load"))]
mod tests {
    use super::*;

    #[test]
    fn serialized_word_equals_link_word() {
        macro_rules! alike {
            ($($name:ident)+) => {
                $(for &value in $name::ALL {
                    assert_eq!(serde_json::to_value(value).ok(), Some(value.word().into()));
                })+
            };
        }
        alike!(StakeholderKind Camp Stance IssueKind Basis Confidence QuoteForm EventKind Precision);
    }
}
