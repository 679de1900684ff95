//! Takes the faults as they are found, and in the end says where in the files they stand.

use std::collections::BTreeMap;

use super::fault::{Fault, Faults};
use super::json_path::JsonPath;
use super::place_in_file::{Spot, places};
use crate::item::Item;

/// What is wrong, as far as it was found.
#[derive(Default)]
pub(super) struct Diagnostics {
    found: Vec<(Fault, Option<Spot>)>,
}

/// A thing in a file that may have faults.
#[derive(Clone, Copy)]
pub(super) struct Subject<'s> {
    /// The file.
    pub(super) file: &'s str,
    /// The thing.
    pub(super) item: &'s Item,
    /// What stands before its fields: `documents[2].` where the item is a file and the fields are of a part of it.
    pub(super) prefix: &'s str,
    /// The byte where it stands.
    pub(super) anchor: usize,
}

impl Diagnostics {
    /// Takes what is wrong at the end of `way` from `subject`.
    pub(super) fn report(&mut self, subject: Subject, way: JsonPath, rule: String) {
        let Subject { file, item, prefix, anchor } = subject;
        // Of the part itself the way is the prefix without the dot that leads on.
        let field = if way.0.is_empty() { prefix.trim_end_matches('.').to_owned() } else { format!("{prefix}{way}") };
        self.add(file, item.clone(), field, rule, Some(Spot { anchor, way }));
    }

    /// Takes what is wrong with `item` at a byte of a file.
    pub(super) fn at_byte(&mut self, file: &str, item: Item, byte: usize, rule: String) {
        self.add(file, item, String::new(), rule, Some(Spot { anchor: byte, way: JsonPath::default() }));
    }

    /// Takes what is wrong with a file that has no text.
    pub(super) fn at_file(&mut self, file: &str, rule: String) {
        self.add(file, Item::File, String::new(), rule, None);
    }

    fn add(&mut self, file: &str, item: Item, field: String, rule: String, spot: Option<Spot>) {
        self.found.push((Fault { file: file.to_owned(), item, field, at: None, rule }, spot));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of it, with places; `texts` has the text of each file that has one.
    pub(super) fn finish(mut self, texts: &BTreeMap<&str, &str>) -> Faults {
        self.found.sort_by(|(one, _), (other, _)| one.file.cmp(&other.file));
        let mut faults = Vec::with_capacity(self.found.len());
        for group in self.found.chunk_by_mut(|(one, _), (other, _)| one.file == other.file) {
            let Some(text) = texts.get(group[0].0.file.as_str()) else {
                faults.extend(group.iter().map(|(fault, _)| fault.clone()));
                continue;
            };
            let (mut of, mut spots) = (Vec::new(), Vec::new());
            for (index, (_, spot)) in group.iter_mut().enumerate() {
                if let Some(spot) = spot.take() {
                    of.push(index);
                    spots.push(spot);
                }
            }
            for (index, at) in of.into_iter().zip(places(text, &spots)) {
                group[index].0.at = Some(at);
            }
            faults.extend(group.iter().map(|(fault, _)| fault.clone()));
        }
        Faults::new(faults)
    }
}
