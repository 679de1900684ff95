//! Finds passages whose words are interrupted by other text.

use std::ops::Range;

use super::align::{Occurrences, found_range};
use super::characters::folded;
use super::stream::Stream;
use crate::fingerprint::{BASE, Fingerprint};
use crate::text::digest;
use crate::verify::{Counts, Finding, Report, Search};

/// Longest part of the stream searched for one passage, in characters.
const MAX_WINDOW: usize = 4_000;

/// Longest interruption, in characters.
const MAX_INTERRUPTION: usize = 400;

/// Largest number of candidates tried for all passages of a copy.
const MAX_CANDIDATES: usize = 600_000;

/// Largest number of candidates tried for one passage.
const MAX_CANDIDATES_PER_PASSAGE: usize = 150_000;

/// Searches for each passage not found, between the found passages that precede and follow it in the data.
pub(super) fn find_interrupted(
    report: &mut Report,
    occurrences: &[Occurrences],
    search: &Search,
    stream: &Stream,
    paragraphs: &[Range<usize>],
) {
    let whole = paragraphs.first().map_or(0, |range| range.start)..paragraphs.last().map_or(0, |range| range.end);
    let characters: Vec<char> = stream
        .characters
        .iter()
        .map(|&character| if character.is_whitespace() { ' ' } else { folded(character) })
        .collect();
    let Counts { failed, .. } = report.counts();
    if failed == report.checks.len() {
        return;
    }
    let most = MAX_CANDIDATES_PER_PASSAGE.min(MAX_CANDIDATES / failed.max(1));
    for (number, &Occurrences { evidence, .. }) in occurrences.iter().enumerate() {
        if report.checks[number].finding != Finding::Failed {
            continue;
        }
        let window = window(report, number, paragraphs, whole.clone());
        let fingerprint = search.fingerprint(evidence.sha256_plain);
        let mut seeker = Seeker { characters: &characters, budget: most };
        let is_passage = |words: &str| digest(words) == evidence.sha256_plain;
        let Some(parted) = seeker.seek(window, evidence.length as usize, fingerprint, is_passage) else { continue };
        let inside = paragraphs.partition_point(|range| range.end <= parted.start);
        let Some(range) = paragraphs.get(inside) else { continue };
        let (start, end) = (parted.start - range.start.min(parted.start), parted.end.min(range.end) - range.start);
        let words = stream.words(parted.cut..parted.next).trim().to_owned();
        let is_end = |gap: Option<&char>| gap.is_some_and(|gap| gap.is_whitespace() && *gap != ' ');
        let lines =
            words.is_empty() || is_end(stream.characters.get(parted.cut)) && is_end(stream.characters.get(parted.next));
        let check = &mut report.checks[number];
        check.finding = Finding::Parted { paragraph: inside as u32 + 1, start: start as u32, end: end as u32, lines };
        check.between = Some(words);
    }
}

/// Part of the stream in which a passage is expected, bounded by the passages that were found.
fn window(report: &Report, number: usize, paragraphs: &[Range<usize>], whole: Range<usize>) -> Range<usize> {
    let own = &report.checks[number];
    let mut window = whole;
    for check in &report.checks {
        let Some(found) = found_range(check, paragraphs) else { continue };
        if (check.paragraph, check.start) <= (own.paragraph, own.start) && found.start < window.end {
            window.start = window.start.max(found.start);
        }
        if (check.paragraph, check.end) >= (own.paragraph, own.end) && found.end > window.start {
            window.end = window.end.min(found.end);
        }
    }
    window.start..window.end.min(window.start + MAX_WINDOW)
}

/// Passage in two parts, `start..cut` and `next..end`.
struct Parted {
    start: usize,
    cut: usize,
    next: usize,
    end: usize,
}

struct Seeker<'s> {
    characters: &'s [char],
    budget: usize,
}

impl Seeker<'_> {
    /// Whether there is a word boundary at a place.
    fn is_border(&self, place: usize) -> bool {
        let is_inside = |place: Option<usize>| {
            place.and_then(|place| self.characters.get(place)).is_some_and(|character| character.is_alphanumeric())
        };
        !(is_inside(place.checked_sub(1)) && is_inside(Some(place)))
    }

    fn seek(
        &mut self,
        window: Range<usize>,
        length: usize,
        fingerprint: Option<Fingerprint>,
        is_passage: impl Fn(&str) -> bool,
    ) -> Option<Parted> {
        let hash = |range: Range<usize>, from: u64| {
            self.characters[range]
                .iter()
                .fold(from, |hash, &character| hash.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(character))))
        };
        for start in window.clone() {
            if self.characters[start] == ' ' || !self.is_border(start) {
                continue;
            }
            for cut in start + 1..(start + length).min(window.end) {
                if !self.is_border(cut) || self.characters[cut - 1] == ' ' {
                    continue;
                }
                let rest = length - (cut - start);
                let begin = hash(start..cut, 0);
                for next in cut..(cut + MAX_INTERRUPTION).min(window.end) {
                    let end = next + rest;
                    if end > window.end {
                        break;
                    }
                    if self.characters[next] != ' ' || !self.is_border(end) {
                        continue;
                    }
                    self.budget = self.budget.checked_sub(1)?;
                    if fingerprint.is_some_and(|expected| Fingerprint::of_hash(hash(next..end, begin)) != expected) {
                        continue;
                    }
                    let words: String = self.characters[start..cut].iter().chain(&self.characters[next..end]).collect();
                    if is_passage(&words) {
                        return Some(Parted { start, cut, next, end });
                    }
                }
            }
        }
        None
    }
}
