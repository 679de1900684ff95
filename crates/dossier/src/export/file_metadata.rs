//! Metadata that each exported file states: source, licence, data version, citation.

use serde::{Deserialize, Serialize};

/// Origin and terms of an exported file, so that someone who finds only the file can go back, check and cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileMetadata {
    /// View from which the file was exported.
    pub view: String,
    /// Summary shown by the view: how many items of how many, and the filters.
    pub sentence: String,
    /// Link that shows the same selection. Empty if the page's address is not known.
    pub link: String,
    /// Data version.
    pub data_version: String,
    /// The licence of the coding, as an SPDX expression.
    pub license: String,
    /// Citation, with the link if there is one.
    pub citation: String,
    /// Losses against the dossier: what the file omits or changes, each with the number of items affected and their
    /// names.
    pub losses: Vec<String>,
}
