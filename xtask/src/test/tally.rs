//! Counting tests, from what their runners print.

use std::fmt;
use std::ops::Add;

/// How many tests there were.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    /// That passed.
    pub(super) passed: u64,
    /// That failed.
    pub(super) failed: u64,
    /// That were left out.
    pub(super) skipped: u64,
}

impl Tally {
    /// What counts for tests that could not be run at all.
    pub(super) const FAULT: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// Reads the closing line of a runner of Rust tests, native or in a browser:
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
    /// `None` for every other line.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let mut tally = Self::default();
        for count in counts.split("; ") {
            let mut words = count.split(' ');
            match (words.next().and_then(|number| number.parse().ok()), words.next()) {
                (Some(number), Some("passed")) => tally.passed = number,
                (Some(number), Some("failed")) => tally.failed = number,
                (Some(number), Some("ignored")) => tally.skipped = number,
                _other_count => {}
            }
        }
        Some(tally)
    }

    /// Whether a test ran.
    pub(super) fn ran(self) -> bool {
        self.passed + self.failed > 0
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

/// `12 passed, 0 failed`, and `, 1 skipped` if there was any.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally { passed, failed, skipped }
    }

    #[test]
    fn closing_lines_are_read_and_no_others() {
        for (line, read) in [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                Some(tally(12, 0, 1)),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 7 filtered out; finished in 4.10s",
                Some(tally(3, 2, 0)),
            ),
            ("test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.02s", Some(tally(5, 0, 0))),
            ("test facets::a_count_ignores_its_own_facet ... ok", None),
            ("running 3 tests", None),
            ("3 passed; 2 failed", None),
            ("", None),
        ] {
            assert_eq!(Tally::read(line), read, "{line}");
        }
    }

    #[test]
    fn the_sum_is_told_in_one_line() {
        assert_eq!((tally(3, 0, 0) + tally(2, 1, 0)).to_string(), "5 passed, 1 failed");
        assert_eq!((tally(3, 0, 0) + tally(0, 0, 2)).to_string(), "3 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn left_out_tests_did_not_run() {
        assert!(!tally(0, 0, 3).ran());
        assert!(tally(0, 1, 0).ran());
        assert!(tally(1, 0, 0).ran());
    }
}
