//! Tables of one kind of item: CSV (RFC 4180) in UTF-8, one row an item.
//!
//! CSV has no comments, and rows are copied, sorted and cut. So each row ends with the column `guarded`, which lists
//! its [guarded](cell) cells, and the six columns of the file metadata.

mod rows;

use std::io::{self, Write};

use dossier::export::Format;
use dossier::words;

use crate::export_set::ExportSet;
use crate::progress::ProgressMeter;
use crate::{Omission, cell};

/// Separator of list items within a cell. Items have `¦` in its place.
pub const LIST: &str = "|";

words! {
    /// A kind of item that is written as a table.
    Table {
        /// Positions.
        Positions = "positions",
        /// Quotes.
        Quotes = "quotes",
        /// Stakeholders.
        Stakeholders = "stakeholders",
        /// Issues.
        Issues = "issues",
        /// Events.
        Events = "events",
        /// Open questions.
        Questions = "questions",
        /// Coded documents.
        Documents = "documents",
    }
}

/// Type of a column's cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellType {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// Texts separated by [`LIST`].
    List,
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) cell_type: CellType,
    /// Whether every cell has a value.
    pub(crate) required: bool,
    pub(crate) description: &'static str,
    /// Table whose `id` the cells refer to, as a foreign key.
    pub(crate) references: Option<Table>,
}

/// The column behind a table's own columns that lists the guarded cells of the row.
const GUARDED_COLUMN: Column = text(
    "guarded",
    "the columns of this row whose cell got an apostrophe in front, because a spreadsheet would run it as a formula",
)
.list();

/// Columns of the file metadata, at the end of each row.
const METADATA: [Column; 6] = [
    text("view", "the view that was shown when the file was made").required(),
    text("sentence", "how many of how many, and what was asked for").required(),
    text("link", "the link that shows the same; empty where nobody said at which address the page stands"),
    text("data_version", "the version of the data").required(),
    text("license", "the licence of the coding, as an SPDX expression").required(),
    text("citation", "how to cite it").required(),
];

const REPLACED_SEPARATORS: &str = "items of lists with the sign that parts lists, written with ¦ in its place";

const fn text(name: &'static str, description: &'static str) -> Column {
    Column { name, cell_type: CellType::Text, required: false, description, references: None }
}

impl Column {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn list(self) -> Self {
        Self { cell_type: CellType::List, ..self }
    }

    const fn number(self) -> Self {
        Self { cell_type: CellType::Number, ..self }
    }

    const fn flag(self) -> Self {
        Self { cell_type: CellType::Flag, ..self }
    }

    const fn references(self, table: Table) -> Self {
        Self { references: Some(table), ..self }
    }
}

impl Table {
    /// Table that `format` writes; `None` for formats that are no table.
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

    /// All columns, in order.
    pub(crate) fn columns(self) -> impl Iterator<Item = &'static Column> {
        self.item_columns().iter().chain(std::iter::once(&GUARDED_COLUMN)).chain(&METADATA)
    }

    /// Columns of the items themselves, without those at the end of each row.
    const fn item_columns(self) -> &'static [Column] {
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

/// Writes a table and returns its losses.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn write(
    export_set: &ExportSet,
    table: Table,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    let mut writer =
        TableWriter { export_set, columns: table.item_columns(), csv: writer, progress, losses: Vec::new() };
    writer.csv.write_record(table.columns().map(|column| column.name))?;
    rows::write(export_set, table, &mut writer)?;
    writer.csv.flush()?;
    Ok(writer.losses)
}

/// Writer of a table's rows.
pub(crate) struct TableWriter<'s, 'w, 'l> {
    export_set: &'s ExportSet<'s>,
    columns: &'static [Column],
    csv: csv::Writer<&'w mut dyn Write>,
    progress: &'s mut ProgressMeter<'l>,
    losses: Vec<Omission>,
}

impl TableWriter<'_, '_, '_> {
    /// Writes a row of the item's own cells, the first of which is its id.
    fn row(&mut self, cells: &[String]) -> io::Result<()> {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell a column");
        let mut guarded = Vec::new();
        for (column, text) in self.columns.iter().zip(cells) {
            self.csv.write_field(cell::guard(text))?;
            if cell::needs_guard(text) {
                guarded.push(column.name);
                Omission::note(&mut self.losses, cell::GUARDED, format!("{} of {}", column.name, cells[0]));
            }
            if column.cell_type == CellType::List && text.contains('¦') {
                Omission::note(&mut self.losses, REPLACED_SEPARATORS, format!("{} of {}", column.name, cells[0]));
            }
        }
        self.csv.write_field(guarded.join(LIST))?;
        for (_, value) in self.export_set.metadata_fields() {
            self.csv.write_field(cell::guard(value))?;
        }
        self.csv.write_record(None::<&[u8]>)?;
        self.progress.add();
        Ok(())
    }
}

/// A list as one cell.
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
