//! A list truncated to its first N items, with the number left out. For short lists inside a view, which have no
//! window.

use std::ops::Deref;

/// Default number of items kept.
pub(super) const MOST: usize = 20;

/// A truncated list. Dereferences to the items kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truncated<T> {
    /// Items kept.
    pub first: Vec<T>,
    /// Number of items left out.
    pub more: usize,
}

impl<T> Truncated<T> {
    /// Applies `make` to the first `MOST` of `places`.
    pub(super) fn of(places: &[usize], make: &dyn Fn(usize) -> T) -> Self {
        Self::some(places, MOST, make)
    }

    /// Applies `make` to the first `most` of `places`.
    pub(super) fn some(places: &[usize], most: usize, make: &dyn Fn(usize) -> T) -> Self {
        let mut first = Vec::new();
        for &place in places.iter().take(most) {
            first.push(make(place));
        }
        Self { more: places.len() - first.len(), first }
    }

    /// Number of items, kept or left out.
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

/// Indices below `count` that are `wanted`, ascending.
pub(super) fn places(count: usize, wanted: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut places = Vec::new();
    for place in 0..count {
        if wanted(place) {
            places.push(place);
        }
    }
    places
}
