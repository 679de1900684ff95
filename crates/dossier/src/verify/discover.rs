//! Finds passages of which only the digest is known.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::copy::Paragraph;
use super::lost::Passage;
use crate::digest::Digest;
use crate::fingerprint::Fingerprint;
use crate::progress::{Meter, Stage};

/// Determines the fingerprint of each passage that lacks one and is somewhere in the copy.
///
/// First at likely places: shifted as far as another passage was, or at the same place of another paragraph, since that
/// is the effect of an inserted word or paragraph. Then at word boundaries, then everywhere else.
pub(super) fn discover(copy: &[Paragraph], passages: &mut [Passage], meter: &mut Meter) {
    let mut unknown: Vec<&mut Passage> = passages.iter_mut().filter(|passage| passage.fingerprint.is_none()).collect();
    if unknown.is_empty() {
        return;
    }
    try_likely_places(copy, &mut unknown);
    let length: usize = copy.iter().map(|paragraph| paragraph.length() as usize).sum();
    meter.begin(Stage::Digests, 2 * length);
    for at_words in [true, false] {
        unknown.retain(|passage| passage.fingerprint.is_none());
        let mut wanted = Wanted::new(&unknown);
        for paragraph in copy {
            wanted.search(paragraph, at_words, meter);
        }
        for passage in &mut unknown {
            passage.fingerprint = wanted.found.get(&passage.sha256_plain).copied();
        }
    }
}

/// Tries the most likely places.
fn try_likely_places(copy: &[Paragraph], unknown: &mut [&mut Passage]) {
    // Shifts of passages found so far: in paragraphs, in code points.
    let mut shifts: Vec<(i64, i64)> = Vec::new();
    for passage in unknown {
        let Some(evidence) = passage.pointers.first().map(|pointer| pointer.evidence) else { continue };
        let (paragraph, start) = (i64::from(evidence.paragraph), i64::from(evidence.start));
        let elsewhere = (1..).zip(copy).map(|(number, _)| (number - paragraph, 0));
        for (by_paragraphs, by_places) in shifts.clone().into_iter().chain(elsewhere) {
            let (number, start) = (paragraph + by_paragraphs, start + by_places);
            if let Some(fingerprint) = fingerprint_at(copy, passage, number, start) {
                passage.fingerprint = Some(fingerprint);
                if !shifts.contains(&(by_paragraphs, by_places)) {
                    shifts.push((by_paragraphs, by_places));
                }
                break;
            }
        }
    }
}

/// Fingerprint of a passage if it is at this place.
fn fingerprint_at(copy: &[Paragraph], passage: &Passage, number: i64, start: i64) -> Option<Fingerprint> {
    let paragraph = copy.get(usize::try_from(number - 1).ok()?)?;
    let start = u32::try_from(start).ok()?;
    let words = paragraph.folded(start, start.checked_add(passage.length)?)?;
    (crate::text::digest(words) == passage.sha256_plain).then(|| Fingerprint::of(words))
}

/// Digests to search for, and the fingerprints found.
struct Wanted {
    /// Digests by length, shortest first.
    lengths: Vec<(u32, BTreeSet<Digest>)>,
    found: BTreeMap<Digest, Fingerprint>,
}

impl Wanted {
    fn new(passages: &[&mut Passage]) -> Self {
        let mut lengths: BTreeMap<u32, BTreeSet<Digest>> = BTreeMap::new();
        for passage in passages {
            lengths.entry(passage.length).or_default().insert(passage.sha256_plain);
        }
        Self { lengths: lengths.into_iter().collect(), found: BTreeMap::new() }
    }

    /// Digests the substrings of a paragraph that start and end at word boundaries, or all others. Substrings with the
    /// same start share one hasher, which continues from the shorter to the longer.
    fn search(&mut self, paragraph: &Paragraph, at_words: bool, meter: &mut Meter) {
        let borders = borders(paragraph);
        for start in 0..paragraph.length() {
            meter.add(1);
            let begins = borders[start as usize];
            if at_words && !begins {
                continue;
            }
            let (mut hasher, mut from) = (Sha256::new(), start);
            for (length, digests) in &mut self.lengths {
                let Some(end) = start.checked_add(*length).filter(|&end| end <= paragraph.length()) else { break };
                if (begins && borders[end as usize]) != at_words {
                    continue;
                }
                hasher.update(paragraph.folded(from, end).unwrap_or_default());
                from = end;
                let digest = Digest::new(hasher.clone().finalize().into());
                if digests.remove(&digest) {
                    let words = paragraph.folded(start, end).unwrap_or_default();
                    self.found.insert(digest, Fingerprint::of(words));
                }
            }
        }
        self.lengths.retain(|(_, digests)| !digests.is_empty());
    }
}

/// Whether there is a word boundary before each code point and at the end.
fn borders(paragraph: &Paragraph) -> Vec<bool> {
    let mut borders = Vec::with_capacity(paragraph.length() as usize + 1);
    let mut before = None;
    for character in paragraph.characters() {
        let inside = character.is_alphanumeric();
        borders.push(before != Some(inside));
        before = Some(inside);
    }
    borders.push(true);
    borders
}
