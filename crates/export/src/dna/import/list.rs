//! An event list, read whole or refused whole.

use std::collections::BTreeSet;

use dossier::{Date, Stance};

use super::days::{self, Moment};
use super::flaw::Flaws;
use super::names::alike;
use super::options::ReadOptions;
use super::table::{ADDED, Table};
use super::{encoding, sides};
use crate::dna::Column;

/// The columns that say something a dossier has a place for. `statement_id` only numbers the rows.
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

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// The day of its time.
    pub day: Date,
    /// Whether its time is the very beginning of the day, or has no time of day.
    pub is_midnight: bool,
    /// The column `person`; empty where nothing stands in it, like every text here.
    pub person: String,
    /// The column `organization`.
    pub organization: String,
    /// The column `concept`.
    pub concept: String,
    /// The column `agreement`; `None` where the list takes no side.
    pub stance: Option<Stance>,
    /// The column `position`.
    pub position: String,
    /// `start_position` and `stop_position`, if both are there.
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
    /// The rows, in the order of the file.
    pub statements: Vec<Statement>,
    /// Whether a dossier was written to it: it has the columns `position` and `data_version`, and its cells are [guarded](crate::cell).
    pub is_ours: bool,
    /// The columns with something in them that is not read.
    pub unread: Vec<String>,
    /// Sentences on how the list was read, as far as it does not say so itself: its encoding, its days, its values.
    pub told: Vec<String>,
    /// Persons who are one for each of their organizations, as [`alike`] has them.
    pub(super) parted: BTreeSet<String>,
}

/// Reads the bytes of an event list.
///
/// # Errors
/// With every flaw of the file, each once: columns that are missing, rows of another length, times, agreements and places that
/// cannot be read. Then nothing of it is taken.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<EventList, Flaws> {
    let mut flaws = Flaws::default();
    let encoding::Decoded { text, told, is_guess } = encoding::decode(bytes, options.encoding.as_deref(), &mut flaws)?;
    // Lines are counted by line feeds.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let table = Table::new(&text, options, &mut flaws);
    let mut told: Vec<String> = told.into_iter().collect();

    let days = if table.has(Column::Time) {
        let (days, order) = days::moments(table.cells(Column::Time), options.days, &mut flaws);
        told.extend(order);
        days
    } else {
        Vec::new()
    };
    let stances = if table.has(Column::Agreement) {
        let (stances, scale) = sides::stances(table.cells(Column::Agreement), options, &mut flaws);
        // A dossier's export has the yes and no of its own positions.
        told.extend(scale.filter(|_| !table.is_ours));
        stances
    } else {
        if !options.without.contains(&Column::Agreement) {
            told.push(
                "no column says who is for and who against: every stance is left to complete. If one does, say --agreement COLUMN"
                    .to_owned(),
            );
        }
        table.cells(Column::Agreement).map(|_| None).collect()
    };
    let places = [Column::Start, Column::Stop].map(|column| places(&table, column, &mut flaws));
    if table.has(Column::Document) {
        for (line, _) in table.cells(Column::Document).filter(|(_, cell)| cell.is_empty()) {
            flaws.line(Column::Document.word(), "must say which document it is, with any number or word", line, None);
        }
    }
    let parted: BTreeSet<String> = options.part.iter().map(|name| alike(name)).collect();
    for name in &options.part {
        if !table.cells(Column::Person).any(|(_, person)| alike(person) == alike(name)) {
            flaws.file(Column::Person.word(), format!("no row has {name:?}, whom --part names"));
        }
    }
    if !flaws.0.is_empty() {
        // A wrong guess may be the cause of the others.
        if let Some(told) = told.first().filter(|_| is_guess) {
            flaws.file("", told);
        }
        return Err(flaws);
    }
    let text = |column| table.cells(column).map(|(_, cell)| cell.to_owned()).collect::<Vec<_>>();
    let (persons, organizations, concepts) = (text(Column::Person), text(Column::Organization), text(Column::Concept));
    let (positions, texts) = (text(Column::Position), text(Column::Text));
    let (documents, titles, sources) = (text(Column::Document), text(Column::Title), text(Column::Source));
    let lines = table.cells(Column::Document).map(|(line, _)| line);
    let statements = lines.zip(days).enumerate().filter_map(|(row, (line, moment))| {
        let Moment { day, is_midnight } = moment?;
        Some(Statement {
            line,
            day,
            is_midnight,
            person: persons[row].clone(),
            organization: organizations[row].clone(),
            concept: concepts[row].clone(),
            stance: stances[row],
            position: positions[row].clone(),
            range: places[0][row].zip(places[1][row]),
            text: texts[row].clone(),
            document: documents[row].clone(),
            title: titles[row].clone(),
            source: sources[row].clone(),
        })
    });
    // Whoever completes a dossier of the list says anew what its export stated besides.
    let stated = if table.is_ours { &ADDED[..] } else { &[] };
    let unread = table.unread(&[&READ[..], stated].concat());
    Ok(EventList { statements: statements.collect(), is_ours: table.is_ours, unread, told, parted })
}

/// The whole numbers of a column; `None` for an empty cell and for a flaw.
fn places(table: &Table, column: Column, flaws: &mut Flaws) -> Vec<Option<u32>> {
    table
        .cells(column)
        .map(|(line, cell)| {
            let place = cell.parse().ok();
            if place.is_none() && !cell.is_empty() {
                flaws.line(column.word(), "must be a whole number, or empty", line, Some(cell));
            }
            place
        })
        .collect()
}
