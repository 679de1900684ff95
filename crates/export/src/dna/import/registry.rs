//! Registries of named items, with ids derived from names.

use std::collections::{BTreeMap, BTreeSet};

use dossier::id::is_kebab_case;
use unicode_normalization::UnicodeNormalization as _;

/// Maximum length of an id derived from a name, in bytes. Two of them are joined in ids of positions.
const MAX_LENGTH: usize = 36;

/// Ids in use for one kind of item.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// Last number used to make an id unique.
    numbers: BTreeMap<String, u32>,
}

impl Ids {
    /// Reserves a unique id: `name` if valid, else its slug, else `fallback`; with a number if it is in use.
    pub(super) fn take(&mut self, name: &str, fallback: &str) -> String {
        let wanted = if is_kebab_case(name) { name.to_owned() } else { slug(name) };
        let wanted = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        let mut id = wanted.clone();
        while !self.taken.insert(id.clone()) {
            let number = self.numbers.entry(wanted.clone()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }
}

/// A named item.
pub(super) struct Entry<K> {
    pub(super) id: String,
    /// First spelling of the name.
    pub(super) name: String,
    pub(super) key: K,
    /// All spellings of the name.
    spellings: BTreeSet<String>,
}

/// Named items of one kind, in order of first appearance.
pub(super) struct Registry<K> {
    places: BTreeMap<K, usize>,
    entries: Vec<Entry<K>>,
    ids: Ids,
}

impl<K> Default for Registry<K> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), entries: Vec::new(), ids: Ids::default() }
    }
}

impl<K: Clone + Ord> Registry<K> {
    /// Finds or adds the item with `key` and returns its index. If `name` is a new spelling of an item, the first
    /// spelling is returned too. Ids are derived from the name, or from `kind` and a number.
    pub(super) fn place(&mut self, key: &K, name: &str, kind: &str) -> (usize, Option<&str>) {
        let place = *self.places.entry(key.clone()).or_insert(self.entries.len());
        if place == self.entries.len() {
            let id = self.ids.take(&slug(name), &format!("{kind}-{}", place + 1));
            let spellings = BTreeSet::from([name.to_owned()]);
            self.entries.push(Entry { id, name: name.to_owned(), key: key.clone(), spellings });
        }
        let entry = &mut self.entries[place];
        let is_new = entry.spellings.insert(name.to_owned());
        (place, is_new.then_some(&entry.name))
    }

    /// The item at an index.
    pub(super) fn at(&self, place: usize) -> &Entry<K> {
        &self.entries[place]
    }

    /// All items.
    pub(super) fn entries(&self) -> &[Entry<K>] {
        &self.entries
    }
}

/// Normalizes a name for comparison: case, white space and Unicode composition do not matter.
pub(super) fn alike(name: &str) -> String {
    dossier::distinct::alike(&name.nfc().collect::<String>())
}

/// `name` in kebab-case, reduced to ASCII letters and digits without accents. Empty if it has none.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|letter: char| letter.is_whitespace() || (letter.is_ascii_punctuation() && letter != '\'')) {
        let word: String =
            word.nfd().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            if slug.len() + 1 + word.len() > MAX_LENGTH {
                break;
            }
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(MAX_LENGTH)]);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slug_is_kebab_case_of_name() {
        for (name, id) in [
            ("Ada Lund", "ada-lund"),
            ("  Ministère de l'Été (2nd) ", "ministere-de-lete-2nd"),
            ("A — B", "a-b"),
            ("O'Neil", "oneil"),
            ("порт", ""),
            ("", ""),
            ("The bridge over the harbour should carry a toll", "the-bridge-over-the-harbour-should"),
            ("Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsgesellschaftsk"),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
    }

    #[test]
    fn taken_ids_are_unique() {
        let mut ids = Ids::default();
        let given: Vec<String> = ["Ada Lund", "ada lund", "ada-lund-2", "Ada  Lund", "порт", "порт"]
            .into_iter()
            .map(|name| ids.take(name, "stakeholder-9"))
            .collect();
        assert_eq!(given, ["ada-lund", "ada-lund-2", "ada-lund-2-2", "ada-lund-3", "stakeholder-9", "stakeholder-9-2"]);
    }
}
