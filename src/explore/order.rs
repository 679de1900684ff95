//! Sorting. Each type that is sorted brings a sorting routine of its own into the page, some 3 KB; so everything here is
//! sorted as a list of places.

use std::cmp::Ordering;

/// Sorts `places` by what stands there; what is equal stays as it was.
pub(super) fn order(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|&one, &other| compare(one, other));
}

/// The places of a list of `length`, sorted by what stands there.
pub(super) fn ordered(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    order(&mut places, compare);
    places
}
