//! Sorting. Each type that is sorted brings a sorting routine of its own into the page, some 3 KB; so everything here is
//! sorted as a list of places.

use std::cmp::Ordering;

use dossier::Dossier;
use index::fold::fold;

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

/// The rank of each stakeholder, from 0, when their names are put in order without regard to case and accents. Lists
/// alone ask for it: the first view does without the tables that it needs.
pub(super) fn alphabet(dossier: &Dossier) -> Vec<usize> {
    let names: Vec<String> = dossier.stakeholders.iter().map(|stakeholder| fold(&stakeholder.name)).collect();
    let mut ranks = vec![0; names.len()];
    for (rank, place) in ordered(names.len(), &|one, other| names[one].cmp(&names[other])).into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}
