//! Problems of a list, one for each cause.

use std::fmt;

/// Maximum number of cells, and about that of lines, named in a message.
const MAX_NAMED: usize = 5;

/// A broken rule, with all lines that break it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the column; empty if the problem concerns whole rows or the file.
    pub column: String,
    /// The rule, and how to comply.
    pub rule: String,
    /// Distinct cells that break it, verbatim; only the first few.
    pub cells: Vec<String>,
    /// Line numbers from 1; empty if the problem concerns the file.
    pub lines: Vec<u64>,
}

impl fmt::Display for Problem {
    /// Writes `time: must be a day as in 2025-08-18; found "3 May", "4 May" (12 lines: 2, 3, 4, 5, 6 and 7 more)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { column, rule, cells, lines } = self;
        if !column.is_empty() {
            write!(f, "{column}: ")?;
        }
        f.write_str(rule)?;
        if !cells.is_empty() {
            let named: Vec<String> = cells.iter().take(MAX_NAMED).map(|cell| quoted(cell)).collect();
            let others = if cells.len() > MAX_NAMED { " and others" } else { "" };
            write!(f, "; found {}{others}", named.join(", "))?;
        }
        match lines[..] {
            [] => Ok(()),
            [line] => write!(f, " (line {line})"),
            _ => {
                let named = if lines.len() > MAX_NAMED + 1 { MAX_NAMED } else { lines.len() };
                let first: Vec<String> = lines[..named].iter().map(ToString::to_string).collect();
                write!(f, " ({} lines: {}", lines.len(), first.join(", "))?;
                if named < lines.len() {
                    write!(f, " and {} more", lines.len() - named)?;
                }
                f.write_str(")")
            }
        }
    }
}

/// A cell in quotation marks, truncated if it is long.
pub(super) fn quoted(cell: &str) -> String {
    const MAX_LENGTH: usize = 60;
    match cell.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("\"{}…\"", &cell[..end]),
        None => format!("\"{cell}\""),
    }
}

/// All problems of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds a problem of the whole file.
    pub(super) fn file(&mut self, column: &str, rule: impl Into<String>) {
        self.0.push(Problem { column: column.to_owned(), rule: rule.into(), cells: Vec::new(), lines: Vec::new() });
    }

    /// Adds a line that breaks a rule, with the cell at fault if there is one.
    pub(super) fn line(&mut self, column: &str, rule: &str, line: u64, cell: Option<&str>) {
        if !self.0.iter().any(|problem| problem.column == column && problem.rule == rule) {
            self.file(column, rule);
        }
        let Some(problem) = self.0.iter_mut().find(|problem| problem.column == column && problem.rule == rule) else {
            return;
        };
        problem.lines.push(line);
        if let Some(cell) = cell
            && problem.cells.len() <= MAX_NAMED
            && !problem.cells.iter().any(|known| known == cell)
        {
            problem.cells.push(cell.to_owned());
        }
    }
}
