//! Options for reading a list.

use std::collections::{BTreeMap, BTreeSet};

use dossier::words;

use crate::dna::Column;

words! {
    /// Order of day and month in dates like `05/06/2031`. Dates with dots are always day, month, year.
    DayOrder {
        /// 5 June.
        DayFirst = "day-first",
        /// 6 May.
        MonthFirst = "month-first",
    }
}

/// Options for reading a list. The default reads lists as DNA writes them, and detects variants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Names of columns in the list that stand for columns of [`ReadOptions::MAPPABLE`].
    pub columns: BTreeMap<Column, String>,
    /// Columns of [`ReadOptions::DISPENSABLE`] that the list lacks.
    pub without: BTreeSet<Column>,
    /// Encoding by its WHATWG label, such as `windows-1252`; `None` to detect it.
    pub encoding: Option<String>,
    /// Order of day and month in dates with `/` or `-` that do not begin with the year; `None` to detect it.
    pub days: Option<DayOrder>,
    /// Values of `agreement` that mean support. With these or `opposes`, any other value is left to complete.
    pub supports: Vec<String>,
    /// Values of `agreement` that mean opposition.
    pub opposes: Vec<String>,
    /// Names shared by several people, one for each organization.
    pub part: Vec<String>,
}

impl ReadOptions {
    /// Columns that can have another name in the list.
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

    /// Columns that a list may lack.
    pub const DISPENSABLE: [Column; 3] = [Column::Person, Column::Organization, Column::Agreement];
}

/// Command line option that maps a column: `--document-id` for `document_id`.
#[must_use]
pub(super) fn option(column: Column) -> String {
    format!("--{}", column.word().replace('_', "-"))
}
