//! The rows of a list, and which column of it holds what.
//!
//! A column is found by its name, in which letters' case and the signs between words do not count, or by the name that its author
//! gives. Nothing is guessed by meaning: `Author` may be the speaker or the journalist.

use std::collections::BTreeMap;

use super::flaw::{Flaws, quoted};
use super::options::{ReadOptions, option};
use crate::cell;
use crate::dna::{Column, SEPARATOR};

/// The signs that part the cells of a list: DNA's first.
const SEPARATORS: [u8; 4] = [SEPARATOR, b',', b'\t', b'|'];

/// The columns without which a row says nothing.
const NEEDED: [Column; 3] = [Column::Time, Column::Concept, Column::Document];

/// The columns that a dossier adds to those that DNA writes.
pub(super) const ADDED: [Column; 7] = [
    Column::Position,
    Column::View,
    Column::Sentence,
    Column::Link,
    Column::DataVersion,
    Column::License,
    Column::Citation,
];

/// A list, cell by cell.
pub(super) struct Table {
    /// The names of the columns.
    head: Vec<String>,
    /// The places of the columns that are known.
    places: BTreeMap<Column, usize>,
    /// The rows with something in them, each with its line.
    rows: Vec<(u64, csv::StringRecord)>,
    /// Whether a dossier was written to it, so that its cells are [guarded](cell).
    pub(super) is_ours: bool,
}

impl Table {
    /// Reads the rows of `text`. Rows of another length than the first are flaws, and left out.
    pub(super) fn new(text: &str, options: &ReadOptions, flaws: &mut Flaws) -> Self {
        let (separator, text, before) = separator(text);
        let mut reader = reader(separator, text);
        let mut records = reader.records().filter_map(Result::ok).map(|row| (line(&row) + before, row));
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
                flaws.line("", &rule, line, Some(&format!("{} cells", row.len())));
            }
        }
        let mut table = Self { head, places: BTreeMap::new(), rows, is_ours: false };
        table.place(options, flaws);
        table.check(options, flaws);
        table
    }

    /// Finds the columns.
    fn place(&mut self, options: &ReadOptions, flaws: &mut Flaws) {
        for (&column, name) in &options.columns {
            match self.named(name)[..] {
                [place] if self.places.values().any(|&taken| taken == place) => {
                    flaws.file("", format!("{} {}: another option names this column", option(column), quoted(name)));
                }
                [place] => {
                    self.places.insert(column, place);
                }
                [] => flaws
                    .file("", format!("{} {}: there is no such column. {}", option(column), quoted(name), self.seen())),
                _ => flaws.file("", format!("{} {}: several columns have this name", option(column), quoted(name))),
            }
        }
        // A coder's own variable may be called like the column with the ids that a dossier adds: beside the data version it is that.
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
                _ => flaws.file(column.word(), "several columns have this name: rename all but one"),
            }
        }
        self.is_ours = self.has(Column::Position);
    }

    /// The places of the columns called `name`: to the letter if there are any, else by [`folded`].
    fn named(&self, name: &str) -> Vec<usize> {
        let places = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
            (0..self.head.len()).filter(|&place| is(&self.head[place])).collect()
        };
        let exact = places(&|head| head == name.trim());
        if exact.is_empty() { places(&|head| folded(head) == folded(name) && !head.is_empty()) } else { exact }
    }

    /// Notes which columns are missing.
    fn check(&self, options: &ReadOptions, flaws: &mut Flaws) {
        // One that is there twice, or that an option names wrongly, is a flaw already.
        let named = |column: &Column| {
            self.has(*column) || options.columns.contains_key(column) || self.named(column.word()).len() > 1
        };
        let mut missing: Vec<&str> =
            NEEDED.iter().filter(|column| !named(column)).map(|column| column.word()).collect();
        let mut ways: Vec<String> =
            NEEDED.iter().filter(|column| !named(column)).map(|&column| option(column)).collect();
        let (person, organization) = (named(&Column::Person), named(&Column::Organization));
        if !person && !organization {
            missing.push("person or organization");
            ways.push(option(Column::Person));
        }
        if !missing.is_empty() {
            let ways: Vec<String> = ways.iter().map(|way| format!("{way} COLUMN")).collect();
            flaws.file(
                "",
                format!(
                    "the first row has no column {}. {} Say which column is meant: {}",
                    missing.join(", "),
                    self.seen(),
                    ways.join(" ")
                ),
            );
        } else if !person && !options.without.contains(&Column::Person) && !self.own().is_empty() {
            // An organization's row would become the organization's own statement, whoever spoke.
            flaws.file(
                Column::Person.word(),
                format!(
                    "the first row has no such column, but columns of its coder's own: {}. If one of them says who spoke, say \
                     --person COLUMN; if none does, --without person",
                    list(self.own())
                ),
            );
        }
    }

    /// The columns as a message names them.
    fn seen(&self) -> String {
        if self.head.is_empty() {
            return "It is empty.".to_owned();
        }
        format!("Its columns are {}.", list(self.head.iter().map(String::as_str)))
    }

    /// The columns with something in them that DNA does not write by itself.
    fn own(&self) -> Vec<&str> {
        let known = |head: &str| {
            let mut columns = Column::ALL.iter().filter(|column| !ADDED.contains(column));
            columns.any(|column| folded(column.word()) == folded(head))
        };
        self.unplaced().into_iter().filter(|head| !head.is_empty() && !known(head)).collect()
    }

    /// The columns with something in them that stand for none that is known.
    fn unplaced(&self) -> Vec<&str> {
        let placed = |place: &usize| self.places.values().any(|known| known == place);
        self.filled().filter(|place| !placed(place)).map(|place| self.head[place].as_str()).collect()
    }

    /// The columns with something in them that `read` does not hold.
    pub(super) fn unread(&self, read: &[Column]) -> Vec<String> {
        let is_read = |place: &usize| read.iter().any(|column| self.places.get(column) == Some(place));
        let name = |place: usize| match self.head[place].as_str() {
            "" => format!("the {}. without a name", place + 1),
            name => name.to_owned(),
        };
        self.filled().filter(|place| !is_read(place)).map(name).collect()
    }

    fn filled(&self) -> impl Iterator<Item = usize> {
        (0..self.head.len()).filter(|&place| {
            self.rows.iter().any(|(_, row)| row.get(place).is_some_and(|cell| !cell.trim().is_empty()))
        })
    }

    /// Whether the list has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// The cells of a column, each with its line; empty where the list lacks it.
    pub(super) fn cells(&self, column: Column) -> impl Iterator<Item = (u64, &str)> {
        let place = self.places.get(&column);
        self.rows.iter().map(move |(line, row)| {
            let cell = place.and_then(|&place| row.get(place)).unwrap_or_default();
            (*line, (if self.is_ours { cell::unguard(cell) } else { cell }).trim())
        })
    }
}

/// The sign that parts the cells, the text behind the line that spreadsheets write to say so, and how many lines that took.
fn separator(text: &str) -> (u8, &str, u64) {
    if let Some((first, rest)) = text.split_once('\n')
        && let Some(said) = first.strip_prefix("sep=")
        && let [said] = said.as_bytes()
    {
        return (*said, rest, 1);
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

/// A column's name less what does not count: its letters and digits in lower case, and British spelling as DNA's.
fn folded(name: &str) -> String {
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain == "organisation" { "organization".to_owned() } else { plain }
}

fn list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(quoted).collect::<Vec<_>>().join(", ")
}
