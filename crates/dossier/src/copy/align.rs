//! Chooses the reading of a copy that matches the data best.
//!
//! First every passage is searched for under all choices; choices confirmed by a digest are then fixed. Then paragraphs
//! are split at blank lines, at every line end, or, where passages span line ends, at borders derived from the
//! passages. The best score wins: passages found count before passages at their place, and the copy's own layout before
//! others.

mod column;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::seek::{Found, Wanted, seek};
use super::stream::{Borders, Stream};
use super::symbols::{BLANK, Symbols};
use super::{Compared, between, whole};
use crate::model::{CodedDocument, Evidence};
use crate::verify::{Check, Counts, Finding, Layout, Report, Search};

/// Pointer with the places where its passage was found.
pub(super) struct Occurrences<'f> {
    pub(super) evidence: &'f Evidence,
    pub(super) found: &'f [Found],
}

/// Way to split a stream into paragraphs.
#[derive(Clone)]
pub(super) struct Shape {
    borders: Borders,
    layout: Layout,
    /// Whether headings are skipped.
    without_headings: bool,
    /// Number of paragraphs skipped before the article.
    before: usize,
}

impl Shape {
    fn new(borders: Borders, layout: Layout) -> Self {
        Self { borders, layout, without_headings: false, before: 0 }
    }

    /// Paragraphs, and the number of headings skipped.
    pub(super) fn paragraphs(&self, symbols: &Symbols, stream: &Stream) -> (Vec<Range<usize>>, usize) {
        let mut paragraphs = stream.paragraphs(&self.borders);
        let all = paragraphs.len();
        if self.without_headings {
            paragraphs.retain(|range| !is_heading(symbols, stream, range));
        }
        let headings = all - paragraphs.len();
        paragraphs.drain(..self.before.min(paragraphs.len()));
        (paragraphs, headings)
    }
}

fn is_heading(symbols: &Symbols, stream: &Stream, range: &Range<usize>) -> bool {
    let (Some(first), Some(last)) = (stream.symbol(range.start), stream.symbol(range.end - 1)) else { return false };
    symbols.headings.iter().any(|&(start, end)| start <= first && last < end)
}

/// Compares the copy under the reading that matches best. `as_is` is the result of comparing it unchanged.
pub(super) fn align(coded: &CodedDocument, search: &mut Search, mut symbols: Symbols, as_is: Compared) -> Compared {
    let all: Vec<&Evidence> = search.evidence().collect();
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    let mut wanted = Vec::new();
    for &&Evidence { length, sha256_plain, .. } in &all {
        places.entry((length, sha256_plain)).or_insert_with(|| {
            wanted.push(Wanted { length, sha256_plain, fingerprint: search.fingerprint(sha256_plain) });
            wanted.len() - 1
        });
    }
    let found = seek(&symbols, &wanted);
    fix_choices(&mut symbols, &wanted, &found);
    for (wanted, found) in wanted.iter().zip(&found) {
        if let Some(found) = found.first() {
            search.learn(wanted.sha256_plain, found.fingerprint);
        }
    }
    let occurrences: Vec<Occurrences> = all
        .iter()
        .map(|evidence| {
            let place = places[&(evidence.length, evidence.sha256_plain)];
            Occurrences { evidence, found: &found[place] }
        })
        .collect();

    let stream = Stream::of(&symbols);
    let mut attempts = Vec::new();
    for (borders, layout) in [(Borders::Blank, Layout::Blank), (Borders::Lines, Layout::Lines)] {
        attempts.extend(try_shape(search, &symbols, &stream, &occurrences, &Shape::new(borders, layout)));
    }
    let lines = attempts
        .iter()
        .filter(|attempt| attempt.shape.layout == Layout::Lines)
        .map(|attempt| score(&attempt.report))
        .max();
    let borders = column::borders(&stream, &occurrences, coded.document.paragraphs);
    let columns = try_shape(search, &symbols, &stream, &occurrences, &Shape::new(Borders::At(borders), Layout::Column));
    // Lines are paragraphs unless a passage spans line ends.
    if columns.iter().map(|attempt| score(&attempt.report).0).max() > lines.map(|(found, ..)| found) {
        attempts.extend(columns);
    }
    let best = (0..attempts.len()).rev().max_by_key(|&place| score(&attempts[place].report));
    let Some(mut best) = best.map(|place| attempts.swap_remove(place)) else { return as_is };
    let stream = improve(search, &mut symbols, &mut best).unwrap_or(stream);
    if score(&best.report) < score(&as_is.report) {
        return as_is;
    }
    let mut report = best.report;
    between::find_interrupted(&mut report, &occurrences, search, &stream, &best.paragraphs);
    let reading = &mut report.reading;
    (reading.layout, reading.before, reading.headings) =
        (best.shape.layout, best.shape.before as u32, best.headings as u32);
    reading.has_blank_lines = stream.characters.contains(&BLANK);
    let differences: BTreeSet<_> = report.checks.iter().flat_map(|check| check.differences.iter().copied()).collect();
    reading.differences = differences.into_iter().collect();
    let text = stream.text(&best.paragraphs);
    match whole::confirm(coded, &mut symbols, &best.shape, &report) {
        None => Compared { text, report },
        Some(whole) => whole.into_compared(search, &symbols, &best.shape, report),
    }
}

/// Fixes the choices that passages need, those of the longest passages first, since a short passage may occur by
/// chance.
fn fix_choices(symbols: &mut Symbols, wanted: &[Wanted], found: &[Vec<Found>]) {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&place| Reverse(wanted[place].length));
    for place in order {
        let unlikely = |found: &&Found| found.taken.iter().filter(|(_, option)| *option > 0).count();
        let agrees = |found: &&Found| {
            let of = |choice: u32| &symbols.choices[choice as usize];
            found.taken.iter().all(|&(choice, option)| !of(choice).is_confirmed || of(choice).chosen == option)
        };
        let taken = found[place].iter().filter(agrees).min_by_key(unlikely).map(|found| &found.taken);
        for &(choice, option) in taken.into_iter().flatten() {
            let choice = &mut symbols.choices[choice as usize];
            (choice.chosen, choice.is_confirmed) = (option, true);
        }
    }
}

/// Largest number of unconfirmed choices that are changed to see whether more passages are then at their place.
const MAX_VARIED: usize = 48;

/// Changes unconfirmed choices where more passages are then at their place, since a pointer tells how much text
/// precedes its passage. The new stream; `None` if nothing changed.
fn improve(search: &mut Search, symbols: &mut Symbols, best: &mut Attempt) -> Option<Stream> {
    let mut improved = None;
    for group in symbols.unconfirmed().into_iter().take(MAX_VARIED) {
        if score(&best.report).1 == best.report.checks.len() {
            break;
        }
        for step in 1..3 {
            let before = symbols.chosen();
            symbols.advance(&group, step);
            let stream = Stream::of(symbols);
            let (paragraphs, headings) = best.shape.paragraphs(symbols, &stream);
            let report = check(search, &stream, &paragraphs);
            if score(&report) > score(&best.report) {
                improved = Some(stream);
                *best = Attempt { shape: best.shape.clone(), paragraphs, headings, report };
            } else {
                symbols.restore(&before);
            }
        }
    }
    improved
}

/// Shape with the report under it.
struct Attempt {
    shape: Shape,
    paragraphs: Vec<Range<usize>>,
    headings: usize,
    report: Report,
}

/// Rank of a report: passages found, then those at their place, then those at the right offset in another paragraph,
/// then the distance from the right paragraphs, where less is better.
fn score(report: &Report) -> (usize, usize, usize, Reverse<u32>) {
    let Counts { matched, matched_plain, moved, .. } = report.counts();
    let (mut begin, mut away) = (0, 0);
    for check in &report.checks {
        if let Finding::Moved { paragraph, start, .. } = check.finding {
            begin += usize::from(start == check.start);
            away += paragraph.abs_diff(check.paragraph);
        }
    }
    (matched + matched_plain + moved, matched + matched_plain, begin, Reverse(away))
}

/// Tries a shape with and without headings, each with the paragraphs before the article skipped.
fn try_shape(
    search: &mut Search,
    symbols: &Symbols,
    stream: &Stream,
    occurrences: &[Occurrences],
    shape: &Shape,
) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for without_headings in [false, true] {
        if without_headings && symbols.headings.is_empty() {
            break;
        }
        let mut shape = Shape { without_headings, ..shape.clone() };
        shape.before = leading_paragraphs(stream, occurrences, &shape.paragraphs(symbols, stream).0);
        let (paragraphs, headings) = shape.paragraphs(symbols, stream);
        let report = check(search, stream, &paragraphs);
        attempts.push(Attempt { shape, paragraphs, headings, report });
    }
    attempts
}

/// Verifies the paragraphs of a stream. Differences undone in reading count as typography.
pub(super) fn check(search: &mut Search, stream: &Stream, paragraphs: &[Range<usize>]) -> Report {
    let mut report = search.check(&stream.text(paragraphs), false, &mut |_| {});
    for check in &mut report.checks {
        let Some(range) = found_range(check, paragraphs) else { continue };
        let folds = stream.folds(range);
        if folds.is_empty() {
            continue;
        }
        match &mut check.finding {
            Finding::Matched => check.finding = Finding::MatchedPlain,
            Finding::Moved { plain, .. } => *plain = true,
            Finding::MatchedPlain | Finding::Parted { .. } | Finding::Failed => {}
        }
        check.differences =
            check.differences.iter().copied().chain(folds).collect::<BTreeSet<_>>().into_iter().collect();
    }
    report
}

/// Characters of the stream where a passage was found; `None` if it is parted or was not found.
pub(super) fn found_range(check: &Check, paragraphs: &[Range<usize>]) -> Option<Range<usize>> {
    let (paragraph, start, end) = match check.finding {
        Finding::Matched | Finding::MatchedPlain => (check.paragraph, check.start, check.end),
        Finding::Moved { paragraph, start, end, .. } => (paragraph, start, end),
        Finding::Parted { .. } | Finding::Failed => return None,
    };
    let from = paragraphs.get(paragraph as usize - 1)?.start;
    Some(from + start as usize..from + end as usize)
}

/// Number of paragraphs before the article, by the first paragraph that has a passage at its place.
fn leading_paragraphs(stream: &Stream, occurrences: &[Occurrences], paragraphs: &[Range<usize>]) -> usize {
    let mut votes: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
    for Occurrences { evidence, found } in occurrences {
        for found in *found {
            let start = stream.place(found.start);
            let number = paragraphs.partition_point(|range| range.end <= start);
            let Some(range) = paragraphs.get(number).filter(|range| range.start <= start) else { continue };
            let above = evidence.paragraph as usize - 1;
            if start - range.start == evidence.start as usize && number >= above {
                *votes.entry(evidence.paragraph).or_default().entry(number - above).or_default() += 1;
            }
        }
    }
    let first = votes.into_values().next().unwrap_or_default();
    first.into_iter().rev().max_by_key(|&(_, votes)| votes).map_or(0, |(before, _)| before)
}
