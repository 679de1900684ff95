//! The event list of Discourse Network Analyzer (DNA, Philip Leifeld): one row a statement, in the columns that DNA 3 writes.
//!
//! A statement of DNA is a position of a dossier: somebody (`person`, `organization`) agrees or not (`agreement`, 1 or 0)
//! with a sentence (`concept`), in a document, at a time. Cells are parted by semicolons, text is UTF-8, times are written
//! `2025-08-18 00:00:00`. DNA lets whoever codes add variables of their own between `agreement` and `start_position`:
//! a dossier adds `position`, with the id under which links know it, and what each export states (`view` to `citation`). Source: the method `eventCSV` of
//! `dna.export.Exporter` in DNA 3. What each side cannot say is in `docs/dna.md`, and in [`NEVER_WRITTEN`].

mod export;
#[cfg(feature = "import")]
mod import;

pub(crate) use export::part;
pub use export::{Copy, NEVER_WRITTEN, Written, write};
#[cfg(feature = "import")]
pub use import::{Article, DayOrder, EventList, Flaw, Flaws, Import, ReadOptions, Statement, import, read};

dossier::words! {
    /// A column of the event list, in DNA's order; its word is its name.
    Column {
        /// The statement's number.
        Statement = "statement_id",
        /// When: in DNA the document's time, in a dossier the position's day.
        Time = "time",
        /// Who, if it is a human being.
        Person = "person",
        /// Who, if it is not; or whom the person belongs to.
        Organization = "organization",
        /// The sentence that one can agree with: an issue's name.
        Concept = "concept",
        /// 1 for it, 0 against it.
        Agreement = "agreement",
        /// The position's id: a dossier's own variable.
        Position = "position",
        /// The view that was shown when the list was made: like the next five a dossier's own variable.
        View = "view",
        /// How many of how many, and what was asked for.
        Sentence = "sentence",
        /// The link that shows the same.
        Link = "link",
        /// The version of the data.
        DataVersion = "data_version",
        /// The licence of the coding.
        License = "license",
        /// How to cite it.
        Citation = "citation",
        /// Where the passage begins in the document's text, in UTF-16 code units, from 0.
        Start = "start_position",
        /// One past its last code unit.
        Stop = "stop_position",
        /// The passage's words.
        Text = "text",
        /// The number of who coded it.
        Coder = "coder",
        /// The document's number.
        Document = "document_id",
        /// The document's title; in a dossier its id where its source states no title.
        Title = "document_title",
        /// Who wrote it.
        Author = "document_author",
        /// Who published it.
        Source = "document_source",
        /// The part of the publication that it stood in.
        Section = "document_section",
        /// What sort of document it is.
        Type = "document_type",
    }
}

/// What parts the cells of a row.
const SEPARATOR: u8 = b';';
