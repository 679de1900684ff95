//! Cells that a spreadsheet would run as a formula, made harmless and readable again.
//!
//! A spreadsheet takes a cell that begins with one of [`STARTERS`] for a formula, quoted or not (CWE-1236). What is written
//! here gets an apostrophe in front, which spreadsheets read as "this is text". A cell that looks like one so marked gets
//! one too, so that each text has a writing of its own and [`unguard`] brings every text back.

/// What may begin a formula: the signs that spreadsheets know, their full-width forms, and control characters that they skip.
pub const STARTERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// The mark that makes a cell text.
const MARK: char = '\'';

/// `text` as a cell that no spreadsheet runs.
///
/// Law: `unguard(&guard(text)) == text`, and the result begins with none of [`STARTERS`].
#[must_use]
pub fn guard(text: &str) -> String {
    let mut cell = String::new();
    if needs_guard(text) {
        cell.push(MARK);
    }
    cell.push_str(text);
    cell
}

/// Whether [`guard`] puts a mark before `text`.
#[must_use]
pub fn needs_guard(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(STARTERS)
}

/// The text that [`guard`] made `cell` of.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix(MARK) {
        Some(text) if needs_guard(text) => text,
        Some(_) | None => cell,
    }
}
