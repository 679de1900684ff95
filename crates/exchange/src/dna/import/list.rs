//! An event list, read whole or refused whole.

use std::fmt;

use dossier::Date;

use crate::cell;
use crate::dna::{Column, SEPARATOR};

/// The columns without which a row says nothing.
const NEEDED: [Column; 4] = [Column::Time, Column::Concept, Column::Agreement, Column::Document];

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

/// What a dossier's export states besides. Whoever completes a dossier of the list says it anew.
const STATED: [Column; 6] =
    [Column::View, Column::Sentence, Column::Link, Column::DataVersion, Column::License, Column::Citation];

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
    /// The column `agreement`.
    pub agrees: bool,
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
    /// Whether a dossier was written to it: it has the column `position`, and its cells are [guarded](cell).
    pub is_ours: bool,
    /// The columns with something in them that is not read.
    pub unread: Vec<String>,
}

/// What is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The line, from 1.
    pub line: u64,
    /// The column's name; empty where the row as a whole is meant.
    pub column: String,
    /// The rule that is broken, what stands there instead, and what to do.
    pub rule: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, rule } = self;
        if column.is_empty() { write!(f, "line {line}: {rule}") } else { write!(f, "line {line}, {column}: {rule}") }
    }
}

/// Everything that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(Flaw::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Flaws(pub Vec<Flaw>);

/// Reads the bytes of an event list: UTF-8, cells parted by semicolons, or by commas where the first row has none.
///
/// # Errors
/// With every flaw of the file: columns that are missing, rows of another length, a time, an agreement or a place that
/// cannot be read. Then nothing of it is taken.
pub fn read(bytes: &[u8]) -> Result<EventList, Flaws> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let head = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let separator = if head.contains(&SEPARATOR) || !head.contains(&b',') { SEPARATOR } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bytes);
    let mut rows = reader.records().map(|row| row.map_err(|error| unreadable(&error)));
    let head = rows.next().unwrap_or_else(|| Ok(csv::StringRecord::new())).map_err(|flaw| Flaws(vec![flaw]))?;
    let table = Table::new(&head).map_err(Flaws)?;

    let mut list =
        EventList { statements: Vec::new(), is_ours: table.find(Column::Position).is_some(), unread: Vec::new() };
    let mut flaws = Vec::new();
    let mut filled = vec![false; head.len()];
    for row in rows {
        match row.map_err(|flaw| vec![flaw]).and_then(|row| {
            row.iter().zip(&mut filled).for_each(|(cell, filled)| *filled |= !cell.trim().is_empty());
            table.statement(&row, list.is_ours)
        }) {
            Ok(statement) => list.statements.push(statement),
            Err(found) => flaws.extend(found),
        }
    }
    let passed: &[Column] = if list.is_ours { &STATED } else { &[] };
    let unread = |name: &&str| !READ.iter().chain(passed).any(|column| column.word() == *name);
    list.unread = head
        .iter()
        .zip(filled)
        .filter(|(_, filled)| *filled)
        .map(|(name, _)| name)
        .filter(unread)
        .map(str::to_owned)
        .collect();
    if flaws.is_empty() { Ok(list) } else { Err(Flaws(flaws)) }
}

fn unreadable(error: &csv::Error) -> Flaw {
    let line = error.position().map_or(1, csv::Position::line);
    Flaw { line, column: String::new(), rule: format!("must be UTF-8 text, is not ({error}): save the file as UTF-8") }
}

/// Where each column stands.
struct Table {
    places: Vec<(Column, usize)>,
    width: usize,
}

impl Table {
    fn new(head: &csv::StringRecord) -> Result<Self, Vec<Flaw>> {
        let flaw =
            |column: Column, rule: &str| Flaw { line: 1, column: column.word().to_owned(), rule: rule.to_owned() };
        let mut flaws = Vec::new();
        let mut places = Vec::new();
        for &column in Column::ALL {
            let found: Vec<usize> = head
                .iter()
                .enumerate()
                .filter(|(_, name)| name.trim() == column.word())
                .map(|(place, _)| place)
                .collect();
            match found[..] {
                [] => {}
                [place] => places.push((column, place)),
                _ => flaws.push(flaw(column, "must stand in the first row once: remove one of its columns")),
            }
        }
        let table = Self { places, width: head.len() };
        for column in NEEDED {
            if flaws.is_empty() && table.find(column).is_none() {
                flaws.push(flaw(column, "must be among the columns of the first row, is not: export an event list"));
            }
        }
        if flaws.is_empty() && table.find(Column::Person).or(table.find(Column::Organization)).is_none() {
            flaws.push(flaw(
                Column::Person,
                "must be among the columns of the first row, or organization must: neither is",
            ));
        }
        if flaws.is_empty() { Ok(table) } else { Err(flaws) }
    }

    fn find(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == column).map(|&(_, place)| place)
    }

    fn statement(&self, row: &csv::StringRecord, guarded: bool) -> Result<Statement, Vec<Flaw>> {
        let line = row.position().map_or(1, csv::Position::line);
        if row.len() != self.width {
            let rule = format!(
                "must have {} cells like the first row, has {}: quote cells that hold a separator",
                self.width,
                row.len()
            );
            return Err(vec![Flaw { line, column: String::new(), rule }]);
        }
        let cell = |column| {
            let cell = self.find(column).and_then(|place| row.get(place)).unwrap_or_default();
            if guarded { cell::unguard(cell) } else { cell }
        };
        let text = |column| cell(column).trim().to_owned();
        let mut flaws = Vec::new();
        let mut flaw = |column: Column, rule: &str| {
            let rule = format!("{rule}, is \"{}\"", cell(column));
            flaws.push(Flaw { line, column: column.word().to_owned(), rule });
        };
        let time = moment(cell(Column::Time));
        if time.is_none() {
            flaw(Column::Time, "must be a time as in 2025-08-18 09:30:00, or a day as in 2025-08-18");
        }
        let agrees = agreement(cell(Column::Agreement));
        if agrees.is_none() {
            flaw(Column::Agreement, "must be 1 or 0 (or TRUE or FALSE)");
        }
        if cell(Column::Document).trim().is_empty() {
            flaw(Column::Document, "must say which document it is, with any number or word");
        }
        let mut ends = [None; 2];
        for (end, column) in ends.iter_mut().zip([Column::Start, Column::Stop]) {
            let cell = cell(column).trim();
            *end = cell.parse::<u32>().ok();
            if end.is_none() && !cell.is_empty() {
                flaw(column, "must be a whole number, or empty");
            }
        }
        let (Some((day, is_midnight)), Some(agrees), true) = (time, agrees, flaws.is_empty()) else {
            return Err(flaws);
        };
        Ok(Statement {
            line,
            day,
            is_midnight,
            agrees,
            person: text(Column::Person),
            organization: text(Column::Organization),
            concept: text(Column::Concept),
            position: text(Column::Position),
            range: ends[0].zip(ends[1]),
            text: text(Column::Text),
            document: text(Column::Document),
            title: text(Column::Title),
            source: text(Column::Source),
        })
    }
}

/// The day of `2025-08-18 09:30:00`, and whether it is the day's beginning.
fn moment(cell: &str) -> Option<(Date, bool)> {
    let (day, clock) = cell.trim().split_once([' ', 'T']).unwrap_or((cell.trim(), "00:00:00"));
    let day: Date = day.parse().ok()?;
    day.day()?;
    let is_clock = clock.split(':').all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_clock.then(|| (day, clock.bytes().all(|byte| byte == b'0' || byte == b':')))
}

/// DNA writes 1 and 0, R writes TRUE and FALSE.
fn agreement(cell: &str) -> Option<bool> {
    match cell.trim() {
        "1" | "TRUE" | "true" => Some(true),
        "0" | "FALSE" | "false" => Some(false),
        _ => None,
    }
}
