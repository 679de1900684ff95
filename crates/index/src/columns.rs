//! Input of the index: plain columns with one entry a row, and the choices of each facet.

/// The columns of one list of rows.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// How many rows the list has, at most 2^31.
    pub rows: u32,
    /// The facets, in the order in which choices and counts name them.
    pub facets: &'a [Column<'a>],
    /// Names and quotes, one text a row: words found here rank before words found in `body`. Missing texts are empty.
    pub head: &'a [&'a str],
    /// Summaries and whatever else is searched, one text a row. Missing texts are empty.
    pub body: &'a [&'a str],
}

/// One facet: for every row the codes that it carries.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// How many values the facet has; codes are `0..values`, any other code counts as none.
    pub values: u32,
    /// The codes.
    pub codes: Codes<'a>,
}

/// The codes of the rows.
#[derive(Clone, Copy)]
pub enum Codes<'a> {
    /// At most one code a row; a code that is no value (`u32::MAX`, say) stands for none.
    One(&'a [u32]),
    /// Row `r` carries `codes[starts[r]..starts[r + 1]]`; a code twice in a row is the same as once.
    Many {
        /// Rows + 1 offsets into `codes`, ascending.
        starts: &'a [u32],
        /// The codes of all rows, one row after another.
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

/// What a reader chose of one facet: a row passes if `include` is empty or the row carries one of its values, and if it carries none
/// of `exclude`. A code that is no value of the facet includes nothing and excludes nothing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Any of these, or everything when empty.
    pub include: Vec<u32>,
    /// None of these.
    pub exclude: Vec<u32>,
}

impl Choice {
    /// Whether nothing is chosen, so that every row passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }
}
