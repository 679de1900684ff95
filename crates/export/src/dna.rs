//! Event lists of Discourse Network Analyzer (DNA, Philip Leifeld): one row a statement, in the columns of DNA 3.
//!
//! A statement of DNA is a position of a dossier: a `person` or `organization` agrees or disagrees with a `concept`, in
//! a document, at a time. The format is UTF-8 with semicolons and times like `2025-08-18 00:00:00`, as written by
//! `dna.export.Exporter.eventCSV` of DNA 3. Coders may add variables between `agreement` and `start_position`; exports
//! of a dossier add `position` (its id) and the file metadata (`view` to `citation`). `docs/dna.md` and
//! [`NEVER_WRITTEN`] list what is lost.

mod export;
#[cfg(feature = "import")]
mod import;

pub(crate) use export::write_part;
pub use export::{Copy, NEVER_WRITTEN, Written, write};
#[cfg(feature = "import")]
pub use import::{Article, DayOrder, EventList, Import, Problem, Problems, ReadOptions, Statement, import, read};

dossier::words! {
    /// A column of the event list, in DNA's order. Its word is its name.
    Column {
        /// Number of the statement.
        Statement = "statement_id",
        /// Time: the document's in DNA, the position's day in a dossier.
        Time = "time",
        /// Name of the speaker, if a person.
        Person = "person",
        /// Name of the speaker, if not a person; else the person's affiliation.
        Organization = "organization",
        /// Sentence that one can agree with; a dossier's issue name.
        Concept = "concept",
        /// 1 for agreement, 0 for disagreement.
        Agreement = "agreement",
        /// Id of the position, only in exports of a dossier.
        Position = "position",
        /// Name of the exported view, like the next five only in exports of a dossier.
        View = "view",
        /// Sentence that states the view's filters and counts.
        Sentence = "sentence",
        /// Link to the view.
        Link = "link",
        /// Version of the data.
        DataVersion = "data_version",
        /// Licence of the coding.
        License = "license",
        /// Suggested citation.
        Citation = "citation",
        /// Start of the passage in the document's text, in UTF-16 code units from 0.
        Start = "start_position",
        /// End of the passage, exclusive.
        Stop = "stop_position",
        /// Words of the passage.
        Text = "text",
        /// Number of the coder.
        Coder = "coder",
        /// Number of the document.
        Document = "document_id",
        /// Title of the document; exports of a dossier write its id if the title is unknown.
        Title = "document_title",
        /// Author of the document.
        Author = "document_author",
        /// Publisher of the document.
        Source = "document_source",
        /// Section of the publication.
        Section = "document_section",
        /// Type of the document.
        Type = "document_type",
    }
}

/// Separator of cells.
const SEPARATOR: u8 = b';';
