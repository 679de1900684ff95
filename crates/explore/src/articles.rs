//! Copies of the articles, with their verification reports. They are not part of the dossier: the user imports them, or
//! a publisher who holds the rights embeds them.

use dossier::Text;
use dossier::verify::Report;
use serde::{Deserialize, Serialize};

use super::engine::Engine;

/// Source of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Imported by the user. It ends with the page.
    Reader,
    /// Embedded by the publisher.
    Publisher,
}

/// A copy of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Normalized text.
    pub text: Text,
    /// Verification report on every pointer of its document.
    pub report: Report,
    /// File name; `None` if it was pasted.
    pub name: Option<String>,
    /// Source of a copy.
    pub by: Source,
}

/// A copy that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// File name; `None` if it was pasted.
    pub name: Option<String>,
    /// Reason, and what to do.
    pub why: String,
}

impl Engine<'_> {
    /// Returns the engine with a copy of an article, as [`Self::set_article`] does.
    #[must_use]
    pub fn with_article(mut self, article: Article) -> Self {
        self.set_article(article);
        self
    }

    /// Adds a copy of an article; it replaces another copy of the same document.
    pub fn set_article(&mut self, article: Article) {
        self.articles.retain(|other| other.report.document != article.report.document);
        self.articles.push(article);
    }

    /// Removes the copies that the user imported.
    pub fn forget_articles(&mut self) {
        self.articles.retain(|article| article.by == Source::Publisher);
        self.unreadable = None;
    }
}
