//! Ids: kebab-case ASCII, permanent, unique within their kind. Each kind has its own type, so that mixing them up is a
//! compile error.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(String);

            impl $name {
                /// The id as written in `seeds/` and in links.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    &self.0
                }
            }

            impl From<&str> for $name {
                fn from(id: &str) -> Self {
                    Self(id.to_owned())
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(&self.0)
                }
            }

            #[cfg(feature = "load")]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({ "type": "string", "pattern": PATTERN })
                }
            }
        )+
    };
}

ids! {
    /// Id of a [`Document`](crate::Document).
    DocumentId,
    /// Id of a [`Stakeholder`](crate::Stakeholder).
    StakeholderId,
    /// Id of an [`Issue`](crate::Issue).
    IssueId,
    /// Id of a [`Position`](crate::Position).
    PositionId,
    /// Id of a [`Quote`](crate::Quote).
    QuoteId,
    /// Id of an [`Event`](crate::Event).
    EventId,
    /// Id of a [`Question`](crate::Question).
    QuestionId,
}

/// [`is_kebab_case`] as a regular expression, for the JSON Schema.
#[cfg(feature = "load")]
pub(crate) const PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Whether `text` is kebab-case ASCII: runs of `a-z` and `0-9` with single hyphens between them.
#[must_use]
pub fn is_kebab_case(text: &str) -> bool {
    text.split('-')
        .all(|run| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
