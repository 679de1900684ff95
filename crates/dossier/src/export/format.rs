//! Export formats.

use serde::{Deserialize, Serialize};

use crate::words;

words! {
    /// Format of an exported file. Commands and messages name it by its word.
    #[derive(Serialize, Deserialize)]
    Format {
        /// All formats below in one archive, as a Data Package.
        Package = "package",
        /// Positions as a table.
        Positions = "positions",
        /// Quotes as a table.
        Quotes = "quotes",
        /// Stakeholders as a table.
        Stakeholders = "stakeholders",
        /// Issues as a table.
        Issues = "issues",
        /// Events as a table.
        Events = "events",
        /// Open questions as a table.
        Questions = "questions",
        /// Documents as a table.
        Documents = "documents",
        /// The dossier in one file, in the shape of the data model.
        Json = "json",
        /// A W3C Web Annotation page.
        Annotations = "annotations",
        /// Event list for Discourse Network Analyzer.
        Dna = "dna",
        /// Graph of who says what on which issue.
        TwoMode = "graph-two-mode",
        /// Graph of who agrees with whom.
        OneMode = "graph-one-mode",
    }
}

impl Format {
    /// Name of the file.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Package => "standpoint.zip",
            Self::Positions => "positions.csv",
            Self::Quotes => "quotes.csv",
            Self::Stakeholders => "stakeholders.csv",
            Self::Issues => "issues.csv",
            Self::Events => "events.csv",
            Self::Questions => "questions.csv",
            Self::Documents => "documents.csv",
            Self::Json => "dossier.json",
            Self::Annotations => "annotations.jsonld",
            Self::Dna => "dna.csv",
            Self::TwoMode => "graph-two-mode.graphml",
            Self::OneMode => "graph-one-mode.graphml",
        }
    }

    /// Media type of the file.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Package => "application/zip",
            Self::Positions
            | Self::Quotes
            | Self::Stakeholders
            | Self::Issues
            | Self::Events
            | Self::Questions
            | Self::Documents
            | Self::Dna => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Annotations => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::TwoMode | Self::OneMode => "application/graphml+xml",
        }
    }
}
