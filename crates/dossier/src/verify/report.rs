//! Report as text, for a terminal.

use std::fmt;

use super::verdict::name;
use super::{Check, Counts, Finding, Report};

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Matched => f.write_str("matched"),
            Self::MatchedPlain => f.write_str("matched with other typography"),
            Self::Moved { paragraph, start, end, plain } => {
                write!(f, "moved to paragraph {paragraph}, {start} to {end}")?;
                f.write_str(if *plain { ", with other typography" } else { "" })
            }
            Self::Parted { paragraph, start, end, lines: true } => {
                write!(f, "stands in paragraph {paragraph}, {start} to {end}, parted")
            }
            Self::Parted { paragraph, start, end, lines: false } => {
                write!(
                    f,
                    "not found as it was coded; its words stand in paragraph {paragraph}, {start} to {end}, parted"
                )
            }
            Self::Failed => f.write_str("not found"),
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { item, field, paragraph, start, end, finding, differences, between } = self;
        write!(f, "{item}, {field}, paragraph {paragraph}, {start} to {end}: {finding}")?;
        for (place, difference) in differences.iter().enumerate() {
            write!(f, "{}{}", if place == 0 { ": " } else { ", " }, name(*difference))?;
        }
        match between.as_deref() {
            None => {}
            Some("") => f.write_str(": a paragraph ends between")?,
            Some(words) => write!(f, ": “{words}” between")?,
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    /// Writes the verdict, a line for each mismatch of the text and for each pointer that does not match exactly, and
    /// the counts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.document)?;
        if !self.is_exact() {
            writeln!(f, "  {}", self.verdict())?;
        }
        if let Some(form) = self.form() {
            writeln!(f, "  {form}")?;
        }
        let (stated, found) = self.paragraphs;
        if stated != found {
            writeln!(f, "  the text: {found} paragraphs, the document states {stated}")?;
        }
        let (stated, found) = self.text_sha256;
        if stated != found {
            writeln!(f, "  the text: SHA-256 {found}, the document states {stated}")?;
        }
        for check in self.checks.iter().filter(|check| check.finding != Finding::Matched) {
            writeln!(f, "  {check}")?;
        }
        let Counts { matched, matched_plain, moved, failed } = self.counts();
        let pointers = self.checks.len();
        write!(
            f,
            "{matched} of {pointers} pointers match, {matched_plain} with other typography, {moved} moved, {failed} not found"
        )
    }
}
