//! No chain of items leads back to where it began.

use std::collections::BTreeMap;

use super::place::Place;
use crate::load::diagnostics::Diagnostics;
use crate::load::draft::{Entry, List};

/// How far an item has been followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Followed {
    No,
    /// On the chain that is being followed.
    Now,
    Before,
}

/// Following `next` from an item must never lead back to it. Each cycle is reported once, at its first item in the order of
/// ids. Each item is followed once, however long the chains are.
pub(super) fn cycles<'a, T: 'a>(
    diagnostics: &mut Diagnostics,
    field: &str,
    lists: impl IntoIterator<Item = &'a List<'a, T>>,
    next: impl Fn(&'a T) -> Option<&'a str>,
) {
    type Items<'a, T> = BTreeMap<&'a str, (&'a List<'a, T>, &'a Entry<T>)>;
    let mut items: Items<T> = BTreeMap::new();
    for list in lists {
        for entry in &list.entries {
            if let (Some(id), Some(_)) = (entry.id.as_deref(), &entry.value) {
                items.insert(id, (list, entry));
            }
        }
    }
    let mut followed: BTreeMap<&str, Followed> = items.keys().map(|&id| (id, Followed::No)).collect();
    for &start in items.keys() {
        let mut chain = Vec::new();
        let mut at = Some(start);
        while let Some(id) = at
            && let Some(state) = followed.get_mut(id)
        {
            if *state == Followed::Now {
                let begin = chain.iter().position(|&on| on == id).unwrap_or_default();
                let cycle = &mut chain[begin..];
                let first = (0..cycle.len()).min_by_key(|&place| cycle[place]).unwrap_or_default();
                cycle.rotate_left(first);
                let (list, entry) = items[cycle[0]];
                let steps = cycle.join(" -> ");
                let rule = format!("must not lead back to itself, does: {steps} -> {}: remove one step", cycle[0]);
                Place::new(diagnostics, list.subject(entry)).fault(field, rule);
            }
            if *state != Followed::No {
                break;
            }
            *state = Followed::Now;
            chain.push(id);
            at = items[id].1.value.as_ref().and_then(&next);
        }
        for id in chain {
            followed.insert(id, Followed::Before);
        }
    }
}
