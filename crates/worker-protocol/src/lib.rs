//! Messages between the page and its Web Worker, encoded by postcard.
//!
//! The worker (`worker/`) reads imported files (a dossier, a copy of an article) off the page's thread. Once it has one, it also
//! answers every [`PageRequest`], with the same [`views::answer()`] as the page: the page shows the [`Answer`] that comes back.
//!
//! Only the newest [`Request::Page`] needs its response; the number identifies it.

use dossier::export::Format;
use dossier::words;
use explore::query::Query;
use explore::{Formats, Refused, Source, Unreadable};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use views::{Answer, PageRequest};

/// Encodes a message.
///
/// # Panics
/// Never: the messages hold no type that postcard cannot encode.
#[must_use]
pub fn encode(message: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(message).expect("every message can be encoded")
}

/// Decodes a message; `None` if the bytes are none. Page and worker are of one build, so the format has no version.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// Maximum size of an imported text in bytes: 5 MB.
pub const LONGEST: u32 = 5_000_000;

/// Maximum size of a file that a text is extracted from, in bytes: 50 MB, since a page saved as one file includes its pictures.
pub const LARGEST: u32 = 50_000_000;

/// A message from the page to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Answer a page request.
    Page {
        /// Number of this request; the response repeats it.
        number: u32,
        /// The request.
        request: Box<PageRequest>,
    },
    /// Read a dossier from the files attached to this message.
    Open {
        /// File names, with the folders above them where a folder was picked.
        names: Vec<String>,
    },
    /// Show in `view=open` a dossier that another worker refused.
    Refuse(Refused),
    /// Check all evidence against a copy of an article.
    Check(ImportedText),
    /// Check all evidence against a copy of an article in the attached file.
    CheckFile {
        /// The file's name.
        name: String,
    },
    /// Show in `view=verify` why a copy was not read.
    Unreadable(Unreadable),
    /// Drop all copies of articles.
    Forget,
    /// Write the verification report as a text file.
    Report,
    /// Format the citations of a page for reference managers.
    Cite {
        /// The query of the page.
        query: Box<Query>,
        /// Absolute URL of the site's folder, with a slash at its end.
        address: String,
    },
    /// Export the filtered items, or all items, as a file.
    Export(Box<ExportRequest>),
}

/// Parameters of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRequest {
    /// Format of the file.
    pub format: Format,
    /// The query whose items are exported.
    pub query: Query,
    /// Exports all items and ignores the filters of `query`.
    pub whole: bool,
    /// URL of the page, without a query string.
    pub address: String,
}

/// A text that the user, or the publisher, provides to check evidence against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedText {
    /// Content of the file, unchanged.
    pub text: String,
    /// Format of the text.
    pub format: TextFormat,
    /// File name; `None` for pasted text.
    pub name: Option<String>,
    /// Origin of the text.
    pub by: Source,
}

words! {
    /// Format of an imported text.
    #[derive(Serialize, Deserialize)]
    TextFormat {
        /// Plain text.
        Plain = "plain",
        /// Markdown.
        Markdown = "markdown",
        /// HTML.
        Html = "html",
    }
}

/// A message from the worker to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The worker has started and accepts requests.
    Ready,
    /// The answer to a page request.
    Page {
        /// Number of the request.
        number: u32,
        /// The answer.
        answer: Box<Answer>,
    },
    /// Progress of a long request.
    Progress {
        /// Description of the current step.
        doing: String,
        /// Share done, 0 to 100.
        percent: u32,
    },
    /// The dossier was read and is shown from now on; its data version.
    Opened(String),
    /// The files contain no valid dossier.
    Refused(Refused),
    /// The evidence is checked; the next page shows the report.
    Checked,
    /// The copy was not read: the reason and what to do. The next page shows it, too.
    Unread(String),
    /// The verification report as text.
    Report(String),
    /// Citations of a page, in the order of the page.
    Cited {
        /// The query of the page.
        query: Box<Query>,
        /// Every format of each citation.
        formats: Vec<Formats>,
    },
    /// A part of an exported file. The worker's event loop collects the parts, so that no message is large and the page's thread copies none.
    Piece(Vec<u8>),
    /// The end of an exported file; the collected parts are attached.
    File {
        /// File name.
        name: String,
        /// Media type.
        media: String,
    },
}
