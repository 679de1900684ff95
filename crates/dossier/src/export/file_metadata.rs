//! Metadata that each exported file states: source, licence, data version, citation.

use serde::{Deserialize, Serialize};

/// Where a file's content comes from and on what terms, so that whoever finds the file alone can go back, check and cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileMetadata {
    /// The view that was shown when the file was made.
    pub view: String,
    /// How many of how many, and what was asked for: the view's own sentence.
    pub sentence: String,
    /// The link that shows the same. Empty where nobody said at which address the page stands: half a link leads nowhere.
    pub link: String,
    /// The version of the data.
    pub data_version: String,
    /// The licence of the coding, as an SPDX expression.
    pub license: String,
    /// How to cite it, with the link if there is one.
    pub citation: String,
    /// What the file leaves out or writes otherwise than the dossier, each with how many items and which.
    pub losses: Vec<String>,
}
