//! The part of a long list that is shown: a window, which moves as the reader does.
//!
//! Laws: a window holds the entry that it is around; those around every entry, put together, are the whole list; a window
//! around an entry near its middle is itself, so that a reader who stands still sees nothing move.

use std::ops::Range;

/// Up to how many entries a list is shown whole.
pub const LIMIT: usize = 300;
/// How many entries a window holds.
const SIZE: usize = 40;
/// By how many entries it moves.
const STEP: usize = 10;

/// Which part of a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many entries stand before it.
    pub first: usize,
    /// How many it shows.
    pub shown: usize,
    /// How many the whole list has.
    pub total: usize,
}

impl Window {
    /// The window around entry `at`, counted from 0, of a list of `total`: the whole list where that is short.
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

    /// Whether it is the whole list.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.shown == self.total
    }

    /// How many entries stand behind it.
    #[must_use]
    pub const fn behind(&self) -> usize {
        self.total - self.first - self.shown
    }

    /// Whether a reader of entry `at` is so near its edge that it should move.
    #[must_use]
    pub const fn is_left(&self, at: usize) -> bool {
        at < self.first + STEP || at > self.first + SIZE - STEP
    }

    /// What of `count` entries, before which `before` stand in the list, is in the window: from where to where among them.
    pub(super) fn part(&self, before: usize, count: usize) -> Range<usize> {
        let within = |end: usize| end.saturating_sub(before).min(count);
        within(self.first)..within(self.first + self.shown)
    }
}
