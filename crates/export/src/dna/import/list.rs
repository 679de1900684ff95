//! Reads an event list. A list with problems is rejected as a whole.

use std::collections::BTreeSet;

use dossier::{Date, Stance};

use super::dates::{self, Timestamp};
use super::options::ReadOptions;
use super::problem::Problems;
use super::registry::alike;
use super::table::{ADDED, Table};
use super::{encoding, stances};
use crate::dna::Column;

/// Columns that an import uses. `statement_id` only numbers the rows, so that nothing is lost.
const READ: [Column; 13] = [
    Column::Statement,
    Column::Time,
    Column::Person,
    Column::Organization,
    Column::Concept,
    Column::Agreement,
    Column::Position,
    Column::Start,
    Column::Stop,
    Column::Text,
    Column::Document,
    Column::Title,
    Column::Source,
];

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// First line of the row, from 1.
    pub line: u64,
    /// Day of the column `time`.
    pub day: Date,
    /// Whether the column `time` says midnight or no time of day.
    pub is_midnight: bool,
    /// The column `person`; like all texts here, empty if the cell is.
    pub person: String,
    /// The column `organization`.
    pub organization: String,
    /// The column `concept`.
    pub concept: String,
    /// The column `agreement`; `None` if neither for nor against.
    pub stance: Option<Stance>,
    /// The column `position`.
    pub position: String,
    /// The columns `start_position` and `stop_position`; `None` unless both have a number.
    pub range: Option<(u32, u32)>,
    /// The column `text`.
    pub text: String,
    /// The column `document_id`.
    pub document: String,
    /// The column `document_title`.
    pub title: String,
    /// The column `document_source`.
    pub source: String,
}

/// An event list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventList {
    /// Rows in file order.
    pub statements: Vec<Statement>,
    /// Whether the list is an export of a dossier, which has the columns `position` and `data_version` and
    /// [guarded](crate::cell) cells.
    pub is_ours: bool,
    /// Names of columns with content that an import does not use.
    pub unread: Vec<String>,
    /// Notes on how encoding, days and values were interpreted.
    pub told: Vec<String>,
    /// Persons to split by organization, by [`alike`] name.
    pub(super) parted: BTreeSet<String>,
}

/// Reads an event list.
///
/// # Errors
/// All problems of the file: missing columns, rows of the wrong length, cells that cannot be parsed.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<EventList, Problems> {
    let mut problems = Problems::default();
    let encoding::Decoded { text, note, is_guess } =
        encoding::decode(bytes, options.encoding.as_deref(), &mut problems)?;
    // Line numbers count line feeds.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let table = Table::new(&text, options, &mut problems);
    let mut notes: Vec<String> = note.into_iter().collect();

    let days = if table.has(Column::Time) {
        let (days, order) = dates::timestamps(table.cells(Column::Time), options.days, &mut problems);
        notes.extend(order);
        days
    } else {
        Vec::new()
    };
    let stances = if table.has(Column::Agreement) {
        let (stances, scale) = stances::stances(table.cells(Column::Agreement), options, &mut problems);
        // Exports of a dossier always use 0 and 1.
        notes.extend(scale.filter(|_| !table.is_ours));
        stances
    } else {
        if !options.without.contains(&Column::Agreement) {
            notes.push(
                "no column says who is for and who against: every stance is left to complete. If one does, say --agreement COLUMN"
                    .to_owned(),
            );
        }
        table.cells(Column::Agreement).map(|_| None).collect()
    };
    let offsets = [Column::Start, Column::Stop].map(|column| numbers(&table, column, &mut problems));
    if table.has(Column::Document) {
        for (line, _) in table.cells(Column::Document).filter(|(_, cell)| cell.is_empty()) {
            problems.line(
                Column::Document.word(),
                "must say which document it is, with any number or word",
                line,
                None,
            );
        }
    }
    let parted: BTreeSet<String> = options.part.iter().map(|name| alike(name)).collect();
    for name in &options.part {
        if !table.cells(Column::Person).any(|(_, person)| alike(person) == alike(name)) {
            problems.file(Column::Person.word(), format!("no row has {name:?}, whom --part names"));
        }
    }
    if !problems.0.is_empty() {
        // A wrong guess of the encoding may cause the other problems.
        if let Some(note) = notes.first().filter(|_| is_guess) {
            problems.file("", note);
        }
        return Err(problems);
    }
    let text = |column| table.cells(column).map(|(_, cell)| cell.to_owned()).collect::<Vec<_>>();
    let (persons, organizations, concepts) = (text(Column::Person), text(Column::Organization), text(Column::Concept));
    let (positions, texts) = (text(Column::Position), text(Column::Text));
    let (documents, titles, sources) = (text(Column::Document), text(Column::Title), text(Column::Source));
    let lines = table.cells(Column::Document).map(|(line, _)| line);
    let statements = lines.zip(days).enumerate().filter_map(|(row, (line, timestamp))| {
        let Timestamp { day, is_midnight } = timestamp?;
        Some(Statement {
            line,
            day,
            is_midnight,
            person: persons[row].clone(),
            organization: organizations[row].clone(),
            concept: concepts[row].clone(),
            stance: stances[row],
            position: positions[row].clone(),
            range: offsets[0][row].zip(offsets[1][row]),
            text: texts[row].clone(),
            document: documents[row].clone(),
            title: titles[row].clone(),
            source: sources[row].clone(),
        })
    });
    // File metadata of an export is not reported as lost, because the new dossier has its own.
    let added = if table.is_ours { &ADDED[..] } else { &[] };
    let unread = table.unread(&[&READ[..], added].concat());
    Ok(EventList { statements: statements.collect(), is_ours: table.is_ours, unread, told: notes, parted })
}

/// Whole numbers of a column; `None` for empty and invalid cells.
fn numbers(table: &Table, column: Column, problems: &mut Problems) -> Vec<Option<u32>> {
    table
        .cells(column)
        .map(|(line, cell)| {
            let number = cell.parse().ok();
            if number.is_none() && !cell.is_empty() {
                problems.line(column.word(), "must be a whole number, or empty", line, Some(cell));
            }
            number
        })
        .collect()
}
