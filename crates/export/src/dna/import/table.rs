//! Rows of a list, and the mapping of its columns.
//!
//! Columns are found by name, ignoring case and punctuation, or by the name in the options. Meanings are not guessed:
//! `Author` may be the speaker or the journalist.

use std::collections::BTreeMap;

use super::options::{ReadOptions, option};
use super::problem::{Problems, quoted};
use crate::cell;
use crate::dna::{Column, SEPARATOR};

/// Separators that are detected, in order of preference.
const SEPARATORS: [u8; 4] = [SEPARATOR, b',', b'\t', b'|'];

/// Columns that every list must have.
const REQUIRED: [Column; 3] = [Column::Time, Column::Concept, Column::Document];

/// Columns that exports of a dossier add to those of DNA.
pub(super) const ADDED: [Column; 7] = [
    Column::Position,
    Column::View,
    Column::Sentence,
    Column::Link,
    Column::DataVersion,
    Column::License,
    Column::Citation,
];

/// The cells of a list.
pub(super) struct Table {
    /// Names of the columns.
    head: Vec<String>,
    /// Indices of the known columns.
    places: BTreeMap<Column, usize>,
    /// Non-empty rows with their lines.
    rows: Vec<(u64, csv::StringRecord)>,
    /// Whether the list is an export of a dossier, whose cells are [guarded](cell).
    pub(super) is_ours: bool,
}

impl Table {
    /// Parses `text`. Rows that differ in length from the first are reported and left out.
    pub(super) fn new(text: &str, options: &ReadOptions, problems: &mut Problems) -> Self {
        let (separator, text, skipped) = separator(text);
        let mut reader = reader(separator, text);
        let mut records = reader.records().filter_map(Result::ok).map(|row| (line(&row) + skipped, row));
        let head: Vec<String> = records.next().map_or_else(Vec::new, |(_, row)| row.iter().map(clean).collect());
        let mut rows = Vec::new();
        for (line, mut row) in records {
            if row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if row.iter().skip(head.len()).all(|cell| cell.trim().is_empty()) {
                row.truncate(head.len());
            }
            if row.len() == head.len() {
                rows.push((line, row));
            } else {
                let rule =
                    format!("a row must have {} cells like the first: quote cells that hold a separator", head.len());
                problems.line("", &rule, line, Some(&format!("{} cells", row.len())));
            }
        }
        let mut table = Self { head, places: BTreeMap::new(), rows, is_ours: false };
        table.map_columns(options, problems);
        table.check_columns(options, problems);
        table
    }

    /// Finds the columns.
    fn map_columns(&mut self, options: &ReadOptions, problems: &mut Problems) {
        for (&column, name) in &options.columns {
            match self.named(name)[..] {
                [place] if self.places.values().any(|&taken| taken == place) => {
                    problems.file("", format!("{} {}: another option names this column", option(column), quoted(name)));
                }
                [place] => {
                    self.places.insert(column, place);
                }
                [] => problems.file(
                    "",
                    format!(
                        "{} {}: there is no such column. {}",
                        option(column),
                        quoted(name),
                        self.columns_sentence()
                    ),
                ),
                _ => problems.file("", format!("{} {}: several columns have this name", option(column), quoted(name))),
            }
        }
        // A coder's own variable may be called `position`. Only beside `data_version` is it the one that a dossier
        // adds.
        let has_version = !self.named(Column::DataVersion.word()).is_empty();
        for &column in Column::ALL {
            if self.places.contains_key(&column)
                || options.columns.contains_key(&column)
                || options.without.contains(&column)
                || (column == Column::Position && !has_version)
            {
                continue;
            }
            let mut found = self.named(column.word());
            found.retain(|place| !self.places.values().any(|taken| taken == place));
            match found[..] {
                [] => {}
                [place] => {
                    self.places.insert(column, place);
                }
                _ => problems.file(column.word(), "several columns have this name: rename all but one"),
            }
        }
        self.is_ours = self.has(Column::Position);
    }

    /// Indices of the columns called `name`: exact matches if there are any, else by [`folded`].
    fn named(&self, name: &str) -> Vec<usize> {
        let places = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..self.head.len()).filter(|&place| is(&self.head[place])).collect()
        };
        let exact = places(&|head| head == name.trim());
        if exact.is_empty() { places(&|head| folded(head) == folded(name) && !head.is_empty()) } else { exact }
    }

    /// Reports missing columns.
    fn check_columns(&self, options: &ReadOptions, problems: &mut Problems) {
        // Duplicate columns and wrong names in options are reported already.
        let named = |column: &Column| {
            self.has(*column) || options.columns.contains_key(column) || self.named(column.word()).len() > 1
        };
        let mut missing: Vec<&str> =
            REQUIRED.iter().filter(|column| !named(column)).map(|column| column.word()).collect();
        let mut ways: Vec<String> =
            REQUIRED.iter().filter(|column| !named(column)).map(|&column| option(column)).collect();
        let (person, organization) = (named(&Column::Person), named(&Column::Organization));
        if !person && !organization {
            missing.push("person or organization");
            ways.push(option(Column::Person));
        }
        if !missing.is_empty() {
            let ways: Vec<String> = ways.iter().map(|way| format!("{way} COLUMN")).collect();
            problems.file(
                "",
                format!(
                    "the first row has no column {}. {} Say which column is meant: {}",
                    missing.join(", "),
                    self.columns_sentence(),
                    ways.join(" ")
                ),
            );
        } else if !person && !options.without.contains(&Column::Person) && !self.custom_columns().is_empty() {
            // Else statements of persons would be attributed to their organizations.
            problems.file(
                Column::Person.word(),
                format!(
                    "the first row has no such column, but columns of its coder's own: {}. If one of them says who spoke, say \
                     --person COLUMN; if none does, --without person",
                    list(self.custom_columns())
                ),
            );
        }
    }

    /// Sentence that lists the columns, for messages.
    fn columns_sentence(&self) -> String {
        if self.head.is_empty() {
            return "It is empty.".to_owned();
        }
        format!("Its columns are {}.", list(self.head.iter().map(String::as_str)))
    }

    /// Columns with content that are not DNA's, such as a coder's own variables.
    fn custom_columns(&self) -> Vec<&str> {
        let known = |head: &str| {
            let mut columns = Column::ALL.iter().filter(|column| !ADDED.contains(column));
            columns.any(|column| folded(column.word()) == folded(head))
        };
        self.unmapped().into_iter().filter(|head| !head.is_empty() && !known(head)).collect()
    }

    /// Columns with content that are not mapped.
    fn unmapped(&self) -> Vec<&str> {
        let placed = |place: &usize| self.places.values().any(|known| known == place);
        self.filled().filter(|place| !placed(place)).map(|place| self.head[place].as_str()).collect()
    }

    /// Names of the columns with content that are not in `read`.
    pub(super) fn unread(&self, read: &[Column]) -> Vec<String> {
        let is_read = |place: &usize| read.iter().any(|column| self.places.get(column) == Some(place));
        let name = |place: usize| match self.head[place].as_str() {
            "" => format!("the {}. without a name", place + 1),
            name => name.to_owned(),
        };
        self.filled().filter(|place| !is_read(place)).map(name).collect()
    }

    /// Indices of the columns with content.
    fn filled(&self) -> impl Iterator<Item = usize> {
        (0..self.head.len()).filter(|&place| {
            self.rows.iter().any(|(_, row)| row.get(place).is_some_and(|cell| !cell.trim().is_empty()))
        })
    }

    /// Whether the list has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// Cells of a column with their lines; empty strings if the list lacks the column.
    pub(super) fn cells(&self, column: Column) -> impl Iterator<Item = (u64, &str)> {
        let place = self.places.get(&column);
        self.rows.iter().map(move |(line, row)| {
            let cell = place.and_then(|&place| row.get(place)).unwrap_or_default();
            (*line, (if self.is_ours { cell::unguard(cell) } else { cell }).trim())
        })
    }
}

/// Detects the separator. Returns it, the text behind a `sep=` line as written by spreadsheets, and the number of lines
/// skipped.
fn separator(text: &str) -> (u8, &str, u64) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(separator) = first.strip_prefix("sep=")
        && let [separator] = separator.as_bytes()
    {
        return (*separator, rest, 1);
    }
    let cells = |separator| reader(separator, text).records().next().and_then(Result::ok).map_or(0, |head| head.len());
    let mut best = (SEPARATOR, 0);
    for separator in SEPARATORS {
        let count = cells(separator);
        if count > best.1 {
            best = (separator, count);
        }
    }
    (best.0, text, 0)
}

fn reader(separator: u8, text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn line(row: &csv::StringRecord) -> u64 {
    row.position().map_or(1, csv::Position::line)
}

fn clean(name: &str) -> String {
    name.trim().to_owned()
}

/// A column's name for comparison: its letters and digits in lower case, with DNA's spelling of `organization`.
fn folded(name: &str) -> String {
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain == "organisation" { "organization".to_owned() } else { plain }
}

fn list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
}
