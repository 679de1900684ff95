//! Input of the index: columns with one entry per row, and the choices of each facet.

/// The columns of one list of rows.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// Number of rows, at most 2^31.
    pub rows: u32,
    /// Facets, in the order of choices and counts.
    pub facets: &'a [Column<'a>],
    /// Names and quotes, one text per row. Matches here rank before matches in `body`. Missing texts are empty.
    pub head: &'a [&'a str],
    /// Summaries and other searched text, one text per row. Missing texts are empty.
    pub body: &'a [&'a str],
}

/// Codes of every row in one facet.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// Number of values. Codes are `0..values`; any other code is ignored.
    pub values: u32,
    /// Codes of the rows.
    pub codes: Codes<'a>,
}

/// Codes of the rows, one or several per row.
#[derive(Clone, Copy)]
pub enum Codes<'a> {
    /// At most one code per row; a code that is not a value (such as `u32::MAX`) means none.
    One(&'a [u32]),
    /// Row `r` has `codes[starts[r]..starts[r + 1]]`; duplicates within a row are ignored.
    Many {
        /// Rows + 1 offsets into `codes`, ascending.
        starts: &'a [u32],
        /// Codes of all rows, row by row.
        codes: &'a [u32],
    },
}

impl<'a> Column<'a> {
    /// The codes of one row that are values of the facet.
    pub(crate) fn of(&self, row: u32) -> impl Iterator<Item = u32> + use<'a> {
        let row = row as usize;
        let codes = match self.codes {
            Codes::One(codes) => codes.get(row..=row),
            Codes::Many { starts, codes } => match (starts.get(row), starts.get(row + 1)) {
                (Some(&start), Some(&end)) => codes.get(start as usize..end as usize),
                (Some(_) | None, None) | (None, Some(_)) => None,
            },
        };
        let values = self.values;
        codes.unwrap_or_default().iter().copied().filter(move |&code| code < values)
    }
}

/// Choice in one facet. A row passes if `include` is empty or the row has one of its values, and if the row has none of
/// `exclude`. A code that is not a value of the facet includes and excludes no row.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Values of which a row needs one; every row passes if empty.
    pub include: Vec<u32>,
    /// Values that a row must not have.
    pub exclude: Vec<u32>,
}

impl Choice {
    /// Whether nothing is chosen; every row passes then.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}
