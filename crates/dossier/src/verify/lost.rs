//! Passages that are not in their place, and where else they stand.
//!
//! A passage without a fingerprint is first looked for by digest, until it is found anywhere. From then on its words are
//! known, hence its fingerprint, and every place of every passage is found by fingerprint. So whatever was known before, and
//! in whatever order places were tried, the result is the same.

use std::collections::BTreeMap;

use super::copy::Paragraph;
use crate::digest::Digest;
use crate::fingerprint::{BASE, Fingerprint};
use crate::model::Evidence;
use crate::progress::{Meter, Stage};

/// A passage that pointers lost.
pub(super) struct Passage<'e> {
    /// In code points.
    pub(super) length: u32,
    pub(super) sha256_plain: Digest,
    /// `None` where nobody knows it: then the passage stands nowhere once it was looked for by digest.
    pub(super) fingerprint: Option<Fingerprint>,
    pub(super) pointers: Vec<Pointer<'e>>,
}

/// A pointer to a passage.
pub(super) struct Pointer<'e> {
    /// Its place among the pointers of the document.
    pub(super) index: usize,
    pub(super) evidence: &'e Evidence,
    /// The best place found so far.
    pub(super) nearest: Option<Place>,
}

/// A place where a passage stands. The smaller, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) plain: bool,
    /// How many paragraphs, then how many code points away.
    distance: (u32, u32),
    pub(super) paragraph: u32,
    pub(super) start: u32,
}

/// The passages of lost pointers, sorted by length.
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
    // An empty passage stands nowhere.
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
            group.look_through(&hashes, number, paragraph);
        }
        meter.add(paragraph.length() as usize);
    }
}

/// The polynomial of each beginning of a paragraph, the empty one first: that of any run is then one multiplication away.
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
    /// [`BASE`] to the power of the length.
    power: u64,
    /// Which of 4,096 values the upper bits of a fingerprint have: what most runs of a text do not pass.
    sieve: Vec<u64>,
    passages: &'p mut [&'p mut Passage<'e>],
}

impl<'p, 'e> Group<'p, 'e> {
    fn new(passages: &'p mut [&'p mut Passage<'e>]) -> Self {
        let length = passages[0].length;
        let mut sieve = vec![0; 64];
        for Fingerprint(print) in passages.iter().filter_map(|passage| passage.fingerprint) {
            sieve[print as usize >> 26] |= 1 << (print >> 20 & 63);
        }
        Self { length, power: BASE.wrapping_pow(length), sieve, passages }
    }

    /// Tries every run of a paragraph.
    fn look_through(&mut self, hashes: &[u64], number: u32, paragraph: &Paragraph) {
        let ends = hashes.get(self.length as usize..).unwrap_or_default();
        for (start, (begin, end)) in hashes.iter().zip(ends).enumerate() {
            let hash = end.wrapping_sub(begin.wrapping_mul(self.power));
            if self.sieve[(hash >> 58) as usize] >> (hash >> 52 & 63) & 1 == 1 {
                self.decide(Fingerprint::of_hash(hash), number, start as u32, paragraph);
            }
        }
    }

    /// Where a fingerprint is a passage's, SHA-256 decides; but only where that would change anything.
    fn decide(&mut self, fingerprint: Fingerprint, number: u32, start: u32, paragraph: &Paragraph) {
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
