//! What the page and the desk say to each other.
//!
//! The desk is a second program, in a worker: what a reader brings (a dossier's files, a copy of an article) is read there,
//! so that the page stays live. From then on the desk also answers what the reader asks, by the same [`explore`](crate::explore)
//! and the same [`views`](crate::views) as the page itself: the page sends it the search string and what the browser is
//! like, and puts the elements that come back on the screen.
//!
//! Of several [`Ask::Page`] the page wants the answer to the last one only; the number says which that is.

mod frame;
mod wire;

use dossier::export::Format;
use dossier::words;

use crate::explore::{Formats, Refused, RefusedFault, Source, Unreadable};
use crate::views::{Frame, Node};
use frame::{frame, read_frame};
pub use wire::Names;
use wire::{Reader, Writer};

/// The longest text that is read, in bytes: 5 MB.
pub const LONGEST: u32 = 5_000_000;

/// The largest file that a text is looked for in, in bytes: 50 MB. A page in a single file has its pictures in it.
pub const LARGEST: u32 = 50_000_000;

/// What the page says to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Show what a link asks for.
    Page {
        /// Which question this is.
        number: u32,
        /// The search string, with its `?`, or empty.
        search: String,
        /// What the browser is like.
        frame: Box<Frame>,
    },
    /// Read the dossier in the files that come with this message.
    Open {
        /// Their names, with the folders above them where a folder was picked.
        names: Vec<String>,
    },
    /// Show, in `view=open`, what was refused elsewhere.
    Refuse(Refused),
    /// Check every pointer against a copy of an article.
    Check(Brought),
    /// Check every pointer against the copy of an article in the file that comes with this message.
    CheckFile {
        /// The file's name.
        name: String,
    },
    /// Show, in `view=verify`, why a copy was not read.
    Unreadable(Unreadable),
    /// Forget every copy.
    Forget,
    /// Write the report as a file to keep.
    Report,
    /// Write what can be cited where a link leads in the formats of reference managers.
    Cite {
        /// The link's search string.
        search: String,
        /// The address of the site's folder.
        address: String,
    },
    /// Write what a link shows, or everything, as a file to keep.
    Export(Order),
}

/// A file that somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// As what.
    pub format: Format,
    /// The search string of the link, with its `?`, or empty.
    pub search: String,
    /// Whether everything is wanted, whatever the link filters.
    pub whole: bool,
    /// Where the page stands, without a query string.
    pub address: String,
}

/// A text that somebody brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The text, as it was in the file.
    pub text: String,
    /// How it is written.
    pub markup: Markup,
    /// The file's name, if it came from one.
    pub name: Option<String>,
    /// Who brought it.
    pub by: Source,
}

words! {
    /// How a text is written.
    Markup {
        /// As it is to be read.
        Plain = "plain",
        /// With the signs of Markdown.
        Markdown = "markdown",
        /// As a page.
        Html = "html",
    }
}

/// What the desk says to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It can be asked.
    Ready,
    /// What to show.
    Page {
        /// Which question it answers.
        number: u32,
        /// The answer.
        shown: Shown,
    },
    /// How far it has come.
    Progress {
        /// With what.
        doing: String,
        /// Of a hundred.
        percent: u32,
    },
    /// The dossier in the files is the one that is shown from now on; its data version.
    Opened(String),
    /// The files hold no dossier that can be shown.
    Refused(Refused),
    /// The pointers are checked; the report is there to be shown.
    Checked,
    /// The copy was not read: why, and what to do. It is there to be shown, too.
    Unread(String),
    /// The report as a file to keep.
    Report(String),
    /// The citations of a page, in the order in which it shows them.
    Cited {
        /// The link of the page.
        link: String,
        /// Each in every format.
        formats: Vec<Formats>,
    },
    /// A piece of a file. The worker keeps it, so that no message is large and the page's thread touches none.
    Piece(Vec<u8>),
    /// The file is whole: the worker sends along what it kept.
    File {
        /// Its name.
        name: String,
        /// Its media type.
        media: String,
    },
}

/// An answer to a question, ready to be put on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The title of the window.
    pub title: String,
    /// What is announced.
    pub sentence: String,
    /// The search string of what is shown: what was asked for, as far as there is an answer.
    pub search: String,
    /// The elements of the page.
    pub nodes: Vec<Node>,
}

impl Ask {
    /// The message as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::default();
        match self {
            Self::Page { number, search, frame: asked } => {
                to.number(0);
                to.number(*number);
                to.text(search);
                frame(&mut to, asked);
            }
            Self::Open { names } => {
                to.number(1);
                to.each(names, &|to, name| to.text(name));
            }
            Self::Refuse(refusal) => {
                to.number(2);
                refused(&mut to, refusal);
            }
            Self::Check(Brought { text, markup, name, by }) => {
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
            Self::Export(Order { format, search, whole, address }) => {
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
                Self::Page { number, search, frame: Box::new(read_frame(&mut from, names)?) }
            }
            1 => Self::Open { names: from.each(&mut Reader::owned)? },
            2 => Self::Refuse(read_refused(&mut from)?),
            3 => {
                let (text, markup) = (from.owned()?, Markup::from_word(from.text()?)?);
                let name = from.maybe()?.map(str::to_owned);
                let by = if from.flag()? { Source::Publisher } else { Source::Reader };
                Self::Check(Brought { text, markup, name, by })
            }
            4 => Self::Forget,
            5 => Self::Report,
            6 => Self::Cite { search: from.owned()?, address: from.owned()? },
            7 => {
                let format = Format::from_word(from.text()?)?;
                let (search, address) = (from.owned()?, from.owned()?);
                Self::Export(Order { format, search, address, whole: from.flag()? })
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

impl Answer {
    /// The message as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut to = Writer::default();
        match self {
            Self::Ready => to.number(0),
            Self::Page { number, shown: Shown { title, sentence, search, nodes } } => {
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
                Self::Page { number, shown: Shown { title, sentence, search, nodes: from.nodes(names)? } }
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
