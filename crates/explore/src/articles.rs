//! Copies of the documents' texts, each with what it says about every pointer. The dossier has none of them: a reader
//! brings one, or a publisher who holds the rights embeds it.

use dossier::Text;
use dossier::verify::Report;
use serde::{Deserialize, Serialize};

use super::engine::Engine;

/// Whose copy it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// The reader's own. It is forgotten with the page.
    Reader,
    /// The publisher's, embedded in the page.
    Publisher,
}

/// A copy of a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The text, normalized.
    pub text: Text,
    /// What it says about every pointer of its document.
    pub report: Report,
    /// The name of the file that it came from; `None` where it was pasted.
    pub name: Option<String>,
    /// Whose copy it is.
    pub by: Source,
}

/// A copy that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unreadable {
    /// The name of its file; `None` where it was pasted.
    pub name: Option<String>,
    /// Why, and what to do instead.
    pub why: String,
}

impl Engine<'_> {
    /// The same engine with a copy of a document's text, in place of the one that it has of that document, if any.
    #[must_use]
    pub fn with_article(mut self, article: Article) -> Self {
        self.set_article(article);
        self
    }

    /// Takes a copy of a document's text, in place of the one that it has of that document, if any.
    pub fn set_article(&mut self, article: Article) {
        self.articles.retain(|other| other.report.document != article.report.document);
        self.articles.push(article);
    }

    /// Forgets the copies that the reader brought.
    pub fn forget_articles(&mut self) {
        self.articles.retain(|article| article.by == Source::Publisher);
        self.unreadable = None;
    }
}
