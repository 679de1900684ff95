//! Searches for passages that are not at their place.
//!
//! A passage without a fingerprint is first searched for by digest. Once found, its words and so its fingerprint are
//! known, and all places of all passages are then found by fingerprint. So the result does not depend on which
//! fingerprints were known before or on the order of attempts.

use std::collections::BTreeMap;

use super::copy::Paragraph;
use crate::digest::Digest;
use crate::fingerprint::{BASE, Fingerprint};
use crate::model::Evidence;
use crate::progress::{Meter, Stage};

/// Passage that is not at the place of its pointers.
pub(super) struct Passage<'e> {
    /// Length in code points.
    pub(super) length: u32,
    pub(super) sha256_plain: Digest,
    /// `None` if unknown. If the search by digest does not find it either, the passage is nowhere.
    pub(super) fingerprint: Option<Fingerprint>,
    pub(super) pointers: Vec<Pointer<'e>>,
}

/// Pointer to a passage.
pub(super) struct Pointer<'e> {
    /// Index among the pointers of the document.
    pub(super) index: usize,
    pub(super) evidence: &'e Evidence,
    /// Best place found so far.
    pub(super) nearest: Option<Place>,
}

/// Place of a passage. Smaller is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) plain: bool,
    /// Distance in paragraphs, then in code points.
    distance: (u32, u32),
    pub(super) paragraph: u32,
    pub(super) start: u32,
}

/// Passages of the lost pointers, sorted by length.
pub(super) fn passages<'e>(
    lost: impl IntoIterator<Item = (usize, &'e Evidence)>,
    known: &BTreeMap<Digest, Fingerprint>,
) -> Vec<Passage<'e>> {
    let mut passages: BTreeMap<(u32, Digest), Vec<Pointer>> = BTreeMap::new();
    for (index, evidence) in lost {
        let pointer = Pointer { index, evidence, nearest: None };
        passages.entry((evidence.length, evidence.sha256_plain)).or_default().push(pointer);
    }
    let passage = |((length, sha256_plain), pointers): ((u32, Digest), Vec<Pointer<'e>>)| {
        let fingerprint = known.get(&sha256_plain).copied();
        Passage { length, sha256_plain, fingerprint, pointers }
    };
    // An empty passage has no place.
    passages.into_iter().filter(|((length, _), _)| *length > 0).map(passage).collect()
}

/// Finds the best place of each pointer whose passage has a fingerprint.
pub(super) fn find(copy: &[Paragraph], passages: &mut [Passage], meter: &mut Meter) {
    let mut known: Vec<&mut Passage> = passages.iter_mut().filter(|passage| passage.fingerprint.is_some()).collect();
    if known.is_empty() {
        return;
    }
    meter.begin(Stage::Fingerprints, copy.iter().map(|paragraph| paragraph.length() as usize).sum());
    let mut groups: Vec<Group> = known.chunk_by_mut(|one, other| one.length == other.length).map(Group::new).collect();
    let mut hashes = Vec::new();
    for (number, paragraph) in (1..).zip(copy) {
        prefixes(paragraph, &mut hashes);
        for group in &mut groups {
            group.search(&hashes, number, paragraph);
        }
        meter.add(paragraph.length() as usize);
    }
}

/// Computes the polynomial of each prefix of a paragraph, starting with the empty one, so that the polynomial of any
/// substring takes one multiplication.
fn prefixes(paragraph: &Paragraph, hashes: &mut Vec<u64>) {
    let mut hash = 0_u64;
    hashes.clear();
    hashes.push(hash);
    for character in paragraph.characters() {
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(character)));
        hashes.push(hash);
    }
}

/// Passages of one length.
struct Group<'p, 'e> {
    length: u32,
    /// [`BASE`] to the power of `length`.
    power: u64,
    /// Bit set over the upper 12 bits of the fingerprints. It rejects most substrings of a text.
    filter: Vec<u64>,
    passages: &'p mut [&'p mut Passage<'e>],
}

impl<'p, 'e> Group<'p, 'e> {
    fn new(passages: &'p mut [&'p mut Passage<'e>]) -> Self {
        let length = passages[0].length;
        let mut filter = vec![0; 64];
        for Fingerprint(value) in passages.iter().filter_map(|passage| passage.fingerprint) {
            filter[value as usize >> 26] |= 1 << (value >> 20 & 63);
        }
        Self { length, power: BASE.wrapping_pow(length), filter, passages }
    }

    /// Tries every substring of a paragraph.
    fn search(&mut self, hashes: &[u64], number: u32, paragraph: &Paragraph) {
        let ends = hashes.get(self.length as usize..).unwrap_or_default();
        for (start, (begin, end)) in hashes.iter().zip(ends).enumerate() {
            let hash = end.wrapping_sub(begin.wrapping_mul(self.power));
            if self.filter[(hash >> 58) as usize] >> (hash >> 52 & 63) & 1 == 1 {
                self.confirm(Fingerprint::of_hash(hash), number, start as u32, paragraph);
            }
        }
    }

    /// Confirms a match of fingerprints by SHA-256, but only where that would improve the result.
    fn confirm(&mut self, fingerprint: Fingerprint, number: u32, start: u32, paragraph: &Paragraph) {
        for passage in self.passages.iter_mut().filter(|passage| passage.fingerprint == Some(fingerprint)) {
            let mut digests = None;
            for Pointer { evidence, nearest, .. } in &mut passage.pointers {
                let distance = (number.abs_diff(evidence.paragraph), start.abs_diff(evidence.start));
                let mut place = Place { plain: false, distance, paragraph: number, start };
                if nearest.is_some_and(|nearest| nearest <= place) {
                    continue;
                }
                let digests = *digests.get_or_insert_with(|| paragraph.digests(start, start + self.length));
                let Some((sha256, sha256_plain)) = digests else { return };
                if sha256_plain == passage.sha256_plain {
                    place.plain = sha256 != evidence.sha256;
                    *nearest = Some(nearest.map_or(place, |nearest| nearest.min(place)));
                }
            }
        }
    }
}
