//! Sorting of index lists. Each sorted element type adds its own sort routine of about 3 KB to the wasm module, so
//! everything here is sorted as a list of indices.

use std::cmp::Ordering;

use dossier::Dossier;
use index::fold::fold;

/// Sorts indices with `compare`; stable.
pub(super) fn order(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|&one, &other| compare(one, other));
}

/// Indices `0..length`, sorted with `compare`; stable.
pub(super) fn ordered(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    order(&mut places, compare);
    places
}

/// Alphabetical rank of each stakeholder, from 0, ignoring case and accents. Used by lists only: the first view does
/// not need the folding tables.
pub(super) fn alphabet(dossier: &Dossier) -> Vec<usize> {
    let names: Vec<String> = dossier.stakeholders.iter().map(|stakeholder| fold(&stakeholder.name)).collect();
    let mut ranks = vec![0; names.len()];
    for (rank, place) in ordered(names.len(), &|one, other| names[one].cmp(&names[other])).into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}
