//! Protection against formula injection in spreadsheets (CWE-1236).
//!
//! A spreadsheet runs a cell that begins with one of [`STARTERS`] as a formula, quoted or not. [`guard`] puts an
//! apostrophe in front, which marks text in spreadsheets. Text that already looks guarded gets another one, so that
//! [`unguard`] is lossless.

/// Characters that may begin a formula: operators, their full-width forms, and control characters that spreadsheets
/// skip.
pub const STARTERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// Loss reported for guarded cells.
pub(crate) const GUARDED: &str = "cells that a spreadsheet would run as a formula, written behind an apostrophe";

const MARK: char = '\'';

/// `text` as a cell that no spreadsheet runs as a formula. The result never begins with one of [`STARTERS`], and
/// `unguard(&guard(text)) == text`.
#[must_use]
pub fn guard(text: &str) -> String {
    let mut cell = String::new();
    if needs_guard(text) {
        cell.push(MARK);
    }
    cell.push_str(text);
    cell
}

/// Whether [`guard`] changes `text`.
#[must_use]
pub fn needs_guard(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(STARTERS)
}

/// The text that [`guard`] turned into `cell`.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix(MARK) {
        Some(text) if needs_guard(text) => text,
        Some(_) | None => cell,
    }
}
