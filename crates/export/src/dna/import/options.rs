//! Options for reading a list.

use std::collections::{BTreeMap, BTreeSet};

use dossier::words;

use crate::dna::Column;

words! {
    /// The order of the numbers of a day like `05/06/2031`. With dots it is always day, month, year.
    DayOrder {
        /// The 5th of June.
        DayFirst = "day-first",
        /// The 6th of May.
        MonthFirst = "month-first",
    }
}

/// Options for reading a list. By default it is read as DNA writes it, and as the list itself tells otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Names of columns of the list, by the column of [`ReadOptions::MAPPABLE`] whose place each takes.
    pub columns: BTreeMap<Column, String>,
    /// The columns of [`ReadOptions::DISPENSABLE`] that nothing in the list stands for.
    pub without: BTreeSet<Column>,
    /// The encoding, by a label of the WHATWG's standard such as `windows-1252`, where the list does not show it.
    pub encoding: Option<String>,
    /// The order of days whose numbers are parted by `/` or `-` and do not begin with the year.
    pub days: Option<DayOrder>,
    /// The values of `agreement` that are for the concept. With these or `opposes`, any other value is left to complete.
    pub supports: Vec<String>,
    /// The values of `agreement` that are against it.
    pub opposes: Vec<String>,
    /// Persons who are several people: one for each of their organizations.
    pub part: Vec<String>,
}

impl ReadOptions {
    /// The columns that a column of another name can stand for.
    pub const MAPPABLE: [Column; 11] = [
        Column::Person,
        Column::Organization,
        Column::Concept,
        Column::Agreement,
        Column::Time,
        Column::Text,
        Column::Start,
        Column::Stop,
        Column::Document,
        Column::Title,
        Column::Source,
    ];

    /// The columns that a list can do without.
    pub const DISPENSABLE: [Column; 3] = [Column::Person, Column::Organization, Column::Agreement];
}

/// The option of the command line that names a column: `--document-id` for `document_id`.
#[must_use]
pub(super) fn option(column: Column) -> String {
    format!("--{}", column.word().replace('_', "-"))
}
