//! The rendered part of a long list (list virtualization), which moves as the user scrolls.
//!
//! Laws: a window contains the entry it is around; the windows around all entries cover the whole list; the window
//! around an entry near its middle is the same window, so nothing moves while the user stays in place.

use std::ops::Range;

/// Maximum length of a list that is shown whole.
pub const LIMIT: usize = 300;
/// Number of entries in a window.
const SIZE: usize = 40;
/// Number of entries by which the window moves.
const STEP: usize = 10;

/// The part of a list that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Number of entries before the window.
    pub first: usize,
    /// Number of entries in the window.
    pub shown: usize,
    /// Length of the whole list.
    pub total: usize,
}

impl Window {
    /// The window around the entry at index `at` in a list of `total`; the whole list if it has at most `LIMIT`
    /// entries.
    #[must_use]
    pub fn around(total: usize, at: usize) -> Self {
        if total <= LIMIT {
            return Self { first: 0, shown: total, total };
        }
        let last = (total - SIZE).next_multiple_of(STEP);
        let first = (at + STEP / 2).saturating_sub(SIZE / 2) / STEP * STEP;
        let first = first.min(last);
        Self { first, shown: SIZE.min(total - first), total }
    }

    /// Whether the window is the whole list.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.shown == self.total
    }

    /// Number of entries after the window.
    #[must_use]
    pub const fn behind(&self) -> usize {
        self.total - self.first - self.shown
    }

    /// Whether entry `at` is so near the window's edge that the window should move.
    #[must_use]
    pub const fn is_left(&self, at: usize) -> bool {
        at < self.first + STEP || at > self.first + SIZE - STEP
    }

    /// Intersection of the window with `count` entries that start at index `before`, as a range within those entries.
    pub(super) fn part(&self, before: usize, count: usize) -> Range<usize> {
        let within = |end: usize| end.saturating_sub(before).min(count);
        within(self.first)..within(self.first + self.shown)
    }
}
