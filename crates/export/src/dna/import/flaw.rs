//! Everything that is wrong in a file, each cause once.

use std::fmt;

/// How many lines and cells a flaw names before it only counts the rest.
const NAMED: usize = 5;

/// Something that is wrong in a file, with all lines where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The column's name; empty if the row or the file as a whole is meant.
    pub column: String,
    /// The rule that is broken, and what to do.
    pub rule: String,
    /// Cells that break it, as they stand: the first ones, each once.
    pub cells: Vec<String>,
    /// The lines, from 1; none if the file as a whole is meant.
    pub lines: Vec<u64>,
}

impl fmt::Display for Flaw {
    /// Writes `time: must be a day as in 2025-08-18; found "3 May", "4 May" (12 lines: 2, 3, 4, 5, 6 and 7 more)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { column, rule, cells, lines } = self;
        if !column.is_empty() {
            write!(f, "{column}: ")?;
        }
        f.write_str(rule)?;
        if !cells.is_empty() {
            let named: Vec<String> = cells.iter().take(NAMED).map(|cell| quoted(cell)).collect();
            let others = if cells.len() > NAMED { " and others" } else { "" };
            write!(f, "; found {}{others}", named.join(", "))?;
        }
        match lines[..] {
            [] => Ok(()),
            [line] => write!(f, " (line {line})"),
            _ => {
                let named = if lines.len() > NAMED + 1 { NAMED } else { lines.len() };
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

/// A cell in quotation marks, its end left out if it is long.
pub(super) fn quoted(cell: &str) -> String {
    const LONGEST: usize = 60;
    match cell.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("\"{}…\"", &cell[..end]),
        None => format!("\"{cell}\""),
    }
}

/// Everything that is wrong in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(Flaw::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Flaws(pub Vec<Flaw>);

impl Flaws {
    /// Notes that the file as a whole breaks a rule.
    pub(super) fn file(&mut self, column: &str, rule: impl Into<String>) {
        self.0.push(Flaw { column: column.to_owned(), rule: rule.into(), cells: Vec::new(), lines: Vec::new() });
    }

    /// Notes that a line breaks a rule, with the cell that does where there is one.
    pub(super) fn line(&mut self, column: &str, rule: &str, line: u64, cell: Option<&str>) {
        if !self.0.iter().any(|flaw| flaw.column == column && flaw.rule == rule) {
            self.file(column, rule);
        }
        let Some(flaw) = self.0.iter_mut().find(|flaw| flaw.column == column && flaw.rule == rule) else { return };
        flaw.lines.push(line);
        if let Some(cell) = cell
            && flaw.cells.len() <= NAMED
            && !flaw.cells.iter().any(|known| known == cell)
        {
            flaw.cells.push(cell.to_owned());
        }
    }
}
