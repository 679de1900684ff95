//! Messages between the page and its Web Worker.
//!
//! The worker (`worker/`) reads imported files (a dossier, a copy of an article) off the page's thread. Once it has one, it also
//! answers every query with the same [`explore`](explore) and [`views`](views) as the page: the page sends the
//! search string and its environment, and shows the elements that come back.
//!
//! Only the newest [`Request::Page`] needs its response; the number identifies it.

mod environment;
mod wire;

use dossier::export::Format;
use dossier::words;

use explore::{Formats, Refused, RefusedFault, Source, Unreadable};
use views::{Environment, Markup};
use environment::{environment, read_environment};
pub use wire::Names;
use wire::{Reader, Writer};

/// Maximum size of an imported text in bytes: 5 MB.
pub const LONGEST: u32 = 5_000_000;

/// Maximum size of a file that a text is extracted from, in bytes: 50 MB, since a page saved as one file includes its pictures.
pub const LARGEST: u32 = 50_000_000;

/// A message from the page to the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Render the page of a search string.
    Page {
        /// Number of this request; the response repeats it.
        number: u32,
        /// The search string, with its `?`, or empty.
        search: String,
        /// Environment of the browser.
        environment: Box<Environment>,
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
        /// The link's search string.
        search: String,
        /// The address of the site's folder.
        address: String,
    },
    /// Export the filtered items, or all items, as a file.
    Export(ExportRequest),
}

/// Parameters of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRequest {
    /// Format of the file.
    pub format: Format,
    /// The search string of the link, with its `?`, or empty.
    pub search: String,
    /// Exports all items and ignores the filters of `search`.
    pub whole: bool,
    /// URL of the page, without a query string.
    pub address: String,
}

/// A text that the user, or the publisher, provides to check evidence against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedText {
    /// Content of the file, unchanged.
    pub text: String,
    /// TextFormat of the text.
    pub markup: TextFormat,
    /// File name; `None` for pasted text.
    pub name: Option<String>,
    /// Origin of the text.
    pub by: Source,
}

words! {
    /// TextFormat of an imported text.
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The worker has started and accepts requests.
    Ready,
    /// A rendered page.
    Page {
        /// Number of the request.
        number: u32,
        /// The rendered page.
        shown: RenderedPage,
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
        /// Link of the page.
        link: String,
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

/// A rendered page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedPage {
    /// Document title.
    pub title: String,
    /// What is announced.
    pub sentence: String,
    /// The search string of what is shown: what was asked for, as far as there is an answer.
    pub search: String,
    /// The elements of the page.
    pub nodes: Vec<Markup>,
}

impl Request {
    /// The message as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::default();
        match self {
            Self::Page { number, search, environment: asked } => {
                to.number(0);
                to.number(*number);
                to.text(search);
                environment(&mut to, asked);
            }
            Self::Open { names } => {
                to.number(1);
                to.each(names, &|to, name| to.text(name));
            }
            Self::Refuse(refusal) => {
                to.number(2);
                refused(&mut to, refusal);
            }
            Self::Check(ImportedText { text, markup, name, by }) => {
                to.number(3);
                to.text(text);
                to.text(markup.word());
                to.maybe(name.as_deref());
                to.flag(*by == Source::Publisher);
            }
            Self::Forget => to.number(4),
            Self::Report => to.number(5),
            Self::Cite { search, address } => {
                to.number(6);
                to.texts(&[search, address]);
            }
            Self::Export(ExportRequest { format, search, whole, address }) => {
                to.number(7);
                to.texts(&[format.word(), search, address]);
                to.flag(*whole);
            }
            Self::CheckFile { name } => {
                to.number(8);
                to.text(name);
            }
            Self::Unreadable(Unreadable { name, why }) => {
                to.number(9);
                to.maybe(name.as_deref());
                to.text(why);
            }
        }
        to.finish()
    }

    /// The message in `bytes`; `None` if there is none.
    #[must_use]
    pub fn decode(bytes: &[u8], names: &mut Names) -> Option<Self> {
        let mut from = Reader::new(bytes);
        Some(match from.number()? {
            0 => {
                let (number, search) = (from.number()?, from.owned()?);
                Self::Page { number, search, environment: Box::new(read_environment(&mut from, names)?) }
            }
            1 => Self::Open { names: from.each(&mut Reader::owned)? },
            2 => Self::Refuse(read_refused(&mut from)?),
            3 => {
                let (text, markup) = (from.owned()?, TextFormat::from_word(from.text()?)?);
                let name = from.maybe()?.map(str::to_owned);
                let by = if from.flag()? { Source::Publisher } else { Source::Reader };
                Self::Check(ImportedText { text, markup, name, by })
            }
            4 => Self::Forget,
            5 => Self::Report,
            6 => Self::Cite { search: from.owned()?, address: from.owned()? },
            7 => {
                let format = Format::from_word(from.text()?)?;
                let (search, address) = (from.owned()?, from.owned()?);
                Self::Export(ExportRequest { format, search, address, whole: from.flag()? })
            }
            8 => Self::CheckFile { name: from.owned()? },
            9 => {
                let name = from.maybe()?.map(str::to_owned);
                Self::Unreadable(Unreadable { name, why: from.owned()? })
            }
            _ => return None,
        })
    }
}

impl Response {
    /// The message as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::default();
        match self {
            Self::Ready => to.number(0),
            Self::Page { number, shown: RenderedPage { title, sentence, search, nodes } } => {
                to.number(1);
                to.number(*number);
                to.texts(&[title, sentence, search]);
                to.nodes(nodes);
            }
            Self::Progress { doing, percent } => {
                to.number(2);
                to.text(doing);
                to.number(*percent);
            }
            Self::Opened(version) => {
                to.number(3);
                to.text(version);
            }
            Self::Refused(refusal) => {
                to.number(4);
                refused(&mut to, refusal);
            }
            Self::Checked => to.number(5),
            Self::Unread(why) => {
                to.number(6);
                to.text(why);
            }
            Self::Report(report) => {
                to.number(7);
                to.text(report);
            }
            Self::Cited { link, formats } => {
                to.number(8);
                to.text(link);
                to.each(formats, &|to, Formats { bibtex, csl }| to.texts(&[bibtex, csl]));
            }
            Self::Piece(bytes) => {
                to.number(9);
                to.bytes(bytes);
            }
            Self::File { name, media } => {
                to.number(10);
                to.texts(&[name, media]);
            }
        }
        to.finish()
    }

    /// The message in `bytes`; `None` if there is none.
    #[must_use]
    pub fn decode(bytes: &[u8], names: &mut Names) -> Option<Self> {
        let mut from = Reader::new(bytes);
        Some(match from.number()? {
            0 => Self::Ready,
            1 => {
                let number = from.number()?;
                let (title, sentence, search) = (from.owned()?, from.owned()?, from.owned()?);
                Self::Page { number, shown: RenderedPage { title, sentence, search, nodes: from.nodes(names)? } }
            }
            2 => Self::Progress { doing: from.owned()?, percent: from.number()? },
            3 => Self::Opened(from.owned()?),
            4 => Self::Refused(read_refused(&mut from)?),
            5 => Self::Checked,
            6 => Self::Unread(from.owned()?),
            7 => Self::Report(from.owned()?),
            8 => Self::Cited {
                link: from.owned()?,
                formats: from.each(&mut |from| Some(Formats { bibtex: from.owned()?, csl: from.owned()? }))?,
            },
            9 => Self::Piece(from.bytes()?.to_vec()),
            10 => Self::File { name: from.owned()?, media: from.owned()? },
            _ => return None,
        })
    }
}

fn refused(to: &mut Writer, refused: &Refused) {
    let Refused { name, faults, more } = refused;
    to.text(name);
    to.each(faults, &|to, RefusedFault { file, item, field, rule, line, column }| {
        to.texts(&[file, item, field, rule]);
        to.number(*line);
        to.number(*column);
    });
    to.number(*more as u32);
}

fn read_refused(from: &mut Reader) -> Option<Refused> {
    let name = from.owned()?;
    let faults = from.each(&mut |from| {
        Some(RefusedFault {
            file: from.owned()?,
            item: from.owned()?,
            field: from.owned()?,
            rule: from.owned()?,
            line: from.number()?,
            column: from.number()?,
        })
    })?;
    Some(Refused { name, faults, more: from.number()? as usize })
}
