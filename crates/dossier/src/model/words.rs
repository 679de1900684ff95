//! The closed sets of words of a dossier. Every match over them is complete: a new word is a new decision everywhere.

use serde::{Deserialize, Serialize};

/// Declares a closed set of words of `seeds/`: [`words!`](macro@crate::words) that files hold.
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
    /// What sort of actor a stakeholder is.
    StakeholderKind {
        /// One human being, named or not.
        Person = "person",
        /// A state or its government.
        State = "state",
        /// States that act together.
        Bloc = "bloc",
        /// A body with a name and an address.
        Organization = "organization",
        /// People who share a description: "some officials".
        Group = "group",
        /// The article's own voice.
        Narrator = "narrator",
    }
}

seed_words! {
    /// The side on which a stakeholder speaks. A label to group by, not a stance.
    Camp {
        /// Russia and those who speak for it.
        Russia = "russia",
        /// Ukraine and those who speak for it.
        Ukraine = "ukraine",
        /// The United States and those who speak for it.
        UnitedStates = "united-states",
        /// European states, blocs and officials.
        Europe = "europe",
        /// Analysts who hold no office now.
        OutsideExpert = "outside-expert",
        /// The press, the article itself included.
        Press = "press",
        /// Everybody else.
        Other = "other",
    }
}

seed_words! {
    /// Where a holder stands, relative to an issue's proposition.
    Stance {
        /// For the proposition.
        Supports = "supports",
        /// Against the proposition.
        Opposes = "opposes",
        /// Was asked or expected to say, and did not commit.
        Uncommitted = "uncommitted",
        /// Puts it as an open question.
        Asks = "asks",
        /// The source says that it is not known.
        Unclear = "unclear",
    }
}

seed_words! {
    /// The kind of an issue's proposition: the words that name a stance on it depend on that.
    #[derive(Default)]
    IssueKind {
        /// Something that should be done, or not: one supports or opposes it.
        #[default]
        Proposal = "proposal",
        /// Something that is or will be so, or not: one agrees with it or disputes it.
        Claim = "claim",
    }
}

seed_words! {
    /// How we know of a position: who says so, and in what way.
    Basis {
        /// In quotation marks.
        Direct = "direct",
        /// Reported speech.
        Indirect = "indirect",
        /// By what the holder did.
        Conduct = "conduct",
        /// Somebody else says so; [`Attribution::by`](crate::Attribution::by) says who.
        ThirdParty = "third-party",
        /// A claim about another's motive or good faith: the accuser's position, never the accused's.
        Allegation = "allegation",
        /// The article's own voice; the holder is the narrator.
        Narration = "narration",
    }
}

seed_words! {
    /// How sure the coder is that the passage says what the item says.
    Confidence {
        /// The passage says so.
        High = "high",
        /// The passage implies so.
        Medium = "medium",
        /// A reading that others may not share.
        Low = "low",
    }
}

seed_words! {
    /// Whether a quotation is a sentence or a piece of one.
    QuoteForm {
        /// At least one whole sentence or clause that stands by itself.
        Full = "full",
        /// A word or a few inside somebody's reported speech.
        Fragment = "fragment",
    }
}

seed_words! {
    /// What sort of thing happened.
    EventKind {
        /// People met.
        Meeting = "meeting",
        /// Somebody said something.
        Statement = "statement",
        /// Armed force was used.
        Military = "military",
        /// A turning point in the story.
        Milestone = "milestone",
        /// It has not happened yet.
        Planned = "planned",
    }
}

seed_words! {
    /// How exactly a date is known.
    Precision {
        /// To the day: `2025-08-18`.
        Day = "day",
        /// To the month: `2025-08`.
        Month = "month",
        /// To the year: `2014`.
        Year = "year",
        /// Not at all.
        None = "none",
    }
}

#[cfg(all(test, feature = "load"))]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_the_same_word_as_a_link() {
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
