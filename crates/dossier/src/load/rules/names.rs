//! Items by id, for one kind of item.

use std::collections::BTreeMap;

use crate::id::is_kebab_case;
use crate::load::draft::List;

/// The items of one kind, by id; `None` for one that is there but cannot be read.
pub(super) struct Names<'a, T> {
    items: BTreeMap<&'a str, Option<&'a T>>,
    /// Whether an id that is not among `items` does not exist; otherwise it may stand in a file that cannot be read.
    complete: bool,
}

impl<'a, T> Names<'a, T> {
    pub(super) fn new(lists: impl IntoIterator<Item = &'a List<'a, T>>, mut complete: bool) -> Self {
        let mut items = BTreeMap::new();
        for list in lists {
            complete &= list.readable;
            for entry in &list.entries {
                if let Some(id) = entry.id.as_deref() {
                    items.entry(id).or_insert(entry.value.as_ref());
                }
            }
        }
        Self { items, complete }
    }

    pub(super) fn known(items: BTreeMap<&'a str, Option<&'a T>>, complete: bool) -> Self {
        Self { items, complete }
    }

    /// What `id` stands for, if that can be read.
    pub(super) fn get(&self, id: &(impl AsRef<str> + ?Sized)) -> Option<&'a T> {
        self.items.get(id.as_ref()).copied().flatten()
    }

    /// Whether `id` stands for something, readable or not.
    pub(super) fn has(&self, id: &str) -> bool {
        self.items.contains_key(id)
    }

    /// Whether `id` stands for nothing, as far as that can be known. An id that is none has its fault already.
    pub(super) fn lack(&self, id: &str) -> bool {
        self.complete && !self.items.contains_key(id) && is_kebab_case(id)
    }
}
