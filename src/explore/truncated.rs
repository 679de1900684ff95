//! The first of what may be thousands: what is shown in passing has no window, so it says how many more there are.

use std::ops::Deref;

/// How many are shown.
pub(super) const MOST: usize = 20;

/// The first of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truncated<T> {
    /// Those that are shown.
    pub first: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

impl<T> Truncated<T> {
    /// What `make` makes of the first of `places`.
    pub(super) fn of(places: &[usize], make: &dyn Fn(usize) -> T) -> Self {
        Self::some(places, MOST, make)
    }

    /// The same, with another number of them.
    pub(super) fn some(places: &[usize], most: usize, make: &dyn Fn(usize) -> T) -> Self {
        let mut first = Vec::new();
        for &place in places.iter().take(most) {
            first.push(make(place));
        }
        Self { more: places.len() - first.len(), first }
    }

    /// How many there are, shown or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }
}

impl<T> Deref for Truncated<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.first
    }
}

impl<'f, T> IntoIterator for &'f Truncated<T> {
    type Item = &'f T;
    type IntoIter = std::slice::Iter<'f, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.first.iter()
    }
}

/// The places of what is `wanted`, of so many, in their order.
pub(super) fn places(count: usize, wanted: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut places = Vec::new();
    for place in 0..count {
        if wanted(place) {
            places.push(place);
        }
    }
    places
}
