//! Ids for what has only names.

use std::collections::{BTreeMap, BTreeSet};

use dossier::id::is_kebab_case;
use unicode_normalization::UnicodeNormalization as _;

/// The longest id that is made of a name, in bytes: two of them, joined, fit a link.
const LONGEST: usize = 36;

/// Ids of one kind that are taken.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// How often an id was asked for again.
    again: BTreeMap<String, u32>,
}

impl Ids {
    /// An id of its own: `name` if it is an id, else made of `name`, else `fallback`; with a number where it is taken.
    pub(super) fn take(&mut self, name: &str, fallback: &str) -> String {
        let wanted = if is_kebab_case(name) { name.to_owned() } else { slug(name) };
        let wanted = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        let mut id = wanted.clone();
        while !self.taken.insert(id.clone()) {
            let number = self.again.entry(wanted.clone()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }
}

/// A thing that has a name.
pub(super) struct Entry<K> {
    pub(super) id: String,
    /// The name as it came first.
    pub(super) name: String,
    pub(super) key: K,
    /// Every way in which the name is written.
    spellings: BTreeSet<String>,
}

/// Things of one kind, each with an id, in the order in which they came.
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
    /// The place of the thing known by `key`, and the name by which it came first if `name` is a spelling that is new for it. A new
    /// thing gets an id made of its `name`, or of its `kind` and a number.
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

    /// The thing at `place`.
    pub(super) fn at(&self, place: usize) -> &Entry<K> {
        &self.entries[place]
    }

    /// Everything in it.
    pub(super) fn entries(&self) -> &[Entry<K>] {
        &self.entries
    }
}

/// `name` in kebab-case: its ASCII letters and digits, accents taken off. Empty where it has none.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|letter: char| letter.is_whitespace() || (letter.is_ascii_punctuation() && letter != '\'')) {
        let word: String =
            word.nfd().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            if slug.len() + 1 + word.len() > LONGEST {
                break;
            }
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(LONGEST)]);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_letters_of_a_name() {
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
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        let given: Vec<String> = ["Ada Lund", "ada lund", "ada-lund-2", "Ada  Lund", "порт", "порт"]
            .into_iter()
            .map(|name| ids.take(name, "stakeholder-9"))
            .collect();
        assert_eq!(given, ["ada-lund", "ada-lund-2", "ada-lund-2-2", "ada-lund-3", "stakeholder-9", "stakeholder-9-2"]);
    }
}
