//! A kind of item as a table: CSV as RFC 4180 has it, in UTF-8, a row an item.
//!
//! CSV knows no comments, and a file is copied, sorted and cut. So each row states where it comes from: behind the columns of its
//! own stand [`guarded`](cell), which names the cells of the row that got an apostrophe, and the six statements of the file metadata.

mod rows;

use std::io::{self, Write};

use dossier::export::Format;
use dossier::words;

use crate::export_set::ExportSet;
use crate::meter::Meter;
use crate::{Omission, cell};

/// What parts the items of a list within a cell. Within an item `¦` stands for it.
pub const LIST: &str = "|";

words! {
    /// A kind of item that is written as a table.
    Table {
        /// Who stands where.
        Positions = "positions",
        /// In whose words.
        Quotes = "quotes",
        /// Who is in the story.
        Stakeholders = "stakeholders",
        /// What is in dispute.
        Issues = "issues",
        /// What happened.
        Events = "events",
        /// What is left open.
        Questions = "questions",
        /// What was coded.
        Documents = "documents",
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Texts, parted by [`LIST`].
    List,
}

/// A column.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    /// Whether it is empty nowhere.
    pub(crate) required: bool,
    pub(crate) about: &'static str,
    /// The table whose `id` it names.
    pub(crate) names: Option<Table>,
}

/// Which cells of the row got an apostrophe; it stands behind a table's own columns.
const GUARDED_COLUMN: Column = text(
    "guarded",
    "the columns of this row whose cell got an apostrophe in front, because a spreadsheet would run it as a formula",
)
.list();

/// What each row states, behind that.
const STATED: [Column; 6] = [
    text("view", "the view that was shown when the file was made").required(),
    text("sentence", "how many of how many, and what was asked for").required(),
    text("link", "the link that shows the same; empty where nobody said at which address the page stands"),
    text("data_version", "the version of the data").required(),
    text("license", "the licence of the coding, as an SPDX expression").required(),
    text("citation", "how to cite it").required(),
];

const GUARDED: &str = "cells that a spreadsheet would run as a formula, written behind an apostrophe";
const PARTED: &str = "items of lists with the sign that parts lists, written with ¦ in its place";

const fn text(name: &'static str, about: &'static str) -> Column {
    Column { name, holds: Holds::Text, required: false, about, names: None }
}

impl Column {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn list(self) -> Self {
        Self { holds: Holds::List, ..self }
    }

    const fn number(self) -> Self {
        Self { holds: Holds::Number, ..self }
    }

    const fn flag(self) -> Self {
        Self { holds: Holds::Flag, ..self }
    }

    const fn of(self, table: Table) -> Self {
        Self { names: Some(table), ..self }
    }
}

impl Table {
    /// The table that `format` is, if it is one.
    #[must_use]
    pub const fn of(format: Format) -> Option<Self> {
        match format {
            Format::Positions => Some(Self::Positions),
            Format::Quotes => Some(Self::Quotes),
            Format::Stakeholders => Some(Self::Stakeholders),
            Format::Issues => Some(Self::Issues),
            Format::Events => Some(Self::Events),
            Format::Questions => Some(Self::Questions),
            Format::Documents => Some(Self::Documents),
            Format::Package | Format::Json | Format::Annotations | Format::Dna | Format::TwoMode | Format::OneMode => {
                None
            }
        }
    }

    /// The columns, in order.
    pub(crate) fn columns(self) -> impl Iterator<Item = &'static Column> {
        self.own().iter().chain(std::iter::once(&GUARDED_COLUMN)).chain(&STATED)
    }

    /// The columns of the items themselves.
    const fn own(self) -> &'static [Column] {
        match self {
            Self::Positions => rows::POSITIONS,
            Self::Quotes => rows::QUOTES,
            Self::Stakeholders => rows::STAKEHOLDERS,
            Self::Issues => rows::ISSUES,
            Self::Events => rows::EVENTS,
            Self::Questions => rows::QUESTIONS,
            Self::Documents => rows::DOCUMENTS,
        }
    }
}

/// Writes a table.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn write(
    export_set: &ExportSet,
    table: Table,
    to: &mut dyn Write,
    meter: &mut Meter,
) -> io::Result<Vec<Omission>> {
    let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    let mut sheet = Sheet { export_set, columns: table.own(), writer, meter, losses: Vec::new() };
    sheet.writer.write_record(table.columns().map(|column| column.name))?;
    rows::write(export_set, table, &mut sheet)?;
    sheet.writer.flush()?;
    Ok(sheet.losses)
}

/// A table that is being written.
pub(crate) struct Sheet<'s, 'w, 'l> {
    export_set: &'s ExportSet<'s>,
    columns: &'static [Column],
    writer: csv::Writer<&'w mut dyn Write>,
    meter: &'s mut Meter<'l>,
    losses: Vec<Omission>,
}

impl Sheet<'_, '_, '_> {
    /// Writes an item; the first of its cells is its id.
    fn row(&mut self, cells: &[String]) -> io::Result<()> {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell a column");
        let mut guarded = Vec::new();
        for (column, text) in self.columns.iter().zip(cells) {
            self.writer.write_field(cell::guard(text))?;
            if cell::needs_guard(text) {
                guarded.push(column.name);
                Omission::note(&mut self.losses, GUARDED, format!("{} of {}", column.name, cells[0]));
            }
            if column.holds == Holds::List && text.contains('¦') {
                Omission::note(&mut self.losses, PARTED, format!("{} of {}", column.name, cells[0]));
            }
        }
        self.writer.write_field(guarded.join(LIST))?;
        for (_, statement) in self.export_set.statements() {
            self.writer.write_field(cell::guard(statement))?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        self.meter.add();
        Ok(())
    }
}

/// The items of a list as one cell.
fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    let mut cell = String::new();
    for (place, item) in items.into_iter().enumerate() {
        if place > 0 {
            cell.push_str(LIST);
        }
        cell.push_str(&item.as_ref().replace(LIST, "¦"));
    }
    cell
}
