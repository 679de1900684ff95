//! Detects by digest whether a copy contains the whole coded text.
//!
//! Passages show which paragraphs of the copy correspond to which of the text. Paragraphs between them are included and
//! excluded in turn; unconfirmed choices and the common spellings of quotation marks, apostrophes and dashes are varied
//! likewise. Only a matching digest counts; without one, nothing is concluded.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Compared;
use super::align::{Shape, check};
use super::stream::Stream;
use super::symbols::Symbols;
use crate::digest::Digest;
use crate::model::CodedDocument;
use crate::verify::{Difference, Finding, Report, Search, text_differences};

/// Largest number of paragraph selections tried.
const MAX_SELECTIONS: usize = 512;

/// Largest number of unconfirmed choices for which all combinations are tried.
const MAX_COMBINED: usize = 8;

/// Largest number of unconfirmed choices that are varied one by one.
const MAX_VARIED: usize = 128;

/// Longest text, in characters, for which other typography and choices are tried.
const MAX_LENGTH: usize = 60_000;

/// Whole text found in a copy.
pub(super) struct Whole {
    /// Number of paragraphs that do not belong to the text.
    extra: usize,
    typography: Vec<Difference>,
    folds: BTreeSet<Difference>,
}

impl Whole {
    /// Updates the report for a whole copy. The choices may have changed since the report was made.
    pub(super) fn into_compared(
        self,
        search: &mut Search,
        symbols: &Symbols,
        shape: &Shape,
        mut report: Report,
    ) -> Compared {
        let stream = Stream::of(symbols);
        let (paragraphs, _) = shape.paragraphs(symbols, &stream);
        let checked = check(search, &stream, &paragraphs);
        for (check, now) in report.checks.iter_mut().zip(checked.checks) {
            if now.finding != Finding::Failed {
                *check = now;
            }
        }
        let text = stream.text(&paragraphs);
        report.text_sha256.1 = text.digest();
        report.reading.is_whole = true;
        report.reading.extra = self.extra as u32;
        report.reading.differences =
            self.typography.into_iter().chain(self.folds).collect::<BTreeSet<_>>().into_iter().collect();
        Compared { text, report }
    }
}

/// Checks whether the copy contains the whole text, and if so leaves `symbols` with the choices that prove it.
pub(super) fn confirm(coded: &CodedDocument, symbols: &mut Symbols, shape: &Shape, report: &Report) -> Option<Whole> {
    let (wanted, count) = (coded.document.text_sha256, coded.document.paragraphs as usize);
    let stream = Stream::of(symbols);
    let (paragraphs, _) = shape.paragraphs(symbols, &stream);
    let selections = selections(report, paragraphs.len(), count);
    let whole = |stream: &Stream, paragraphs: &[Range<usize>], taken: &[usize], typography| Whole {
        extra: paragraphs.len() - taken.len(),
        typography,
        folds: taken.iter().flat_map(|&place| stream.folds(paragraphs[place].clone())).collect(),
    };
    if let Some(taken) = selections.iter().find(|taken| digest(&stream, &paragraphs, taken) == Some(wanted)) {
        return Some(whole(&stream, &paragraphs, taken, Vec::new()));
    }
    if stream.characters.len() > MAX_LENGTH {
        return None;
    }
    for taken in selections.iter().take(4) {
        let words: Option<Vec<String>> =
            taken.iter().map(|&place| Some(stream.words(paragraphs.get(place)?.clone()))).collect();
        let words = words?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some(typography) = text_differences(&words, wanted) {
            return Some(whole(&stream, &paragraphs, taken, typography));
        }
    }
    let before = symbols.chosen();
    for groups in variations(symbols) {
        for (group, step) in &groups {
            symbols.advance(group, *step);
        }
        let stream = Stream::of(symbols);
        let (paragraphs, _) = shape.paragraphs(symbols, &stream);
        if let Some(taken) = selections.iter().take(4).find(|taken| digest(&stream, &paragraphs, taken) == Some(wanted))
        {
            return Some(whole(&stream, &paragraphs, taken, Vec::new()));
        }
        symbols.restore(&before);
    }
    None
}

fn digest(stream: &Stream, paragraphs: &[Range<usize>], taken: &[usize]) -> Option<Digest> {
    let words: Option<Vec<String>> =
        taken.iter().map(|&place| Some(stream.words(paragraphs.get(place)?.clone()))).collect();
    Some(crate::text::digest(&words?.join("\n\n")))
}

/// Variations of the unconfirmed choices: groups of choices, each with the number of options to advance.
fn variations(symbols: &Symbols) -> Vec<Vec<(Vec<usize>, u8)>> {
    let groups = symbols.unconfirmed();
    if groups.len() <= MAX_COMBINED {
        let some = |set: usize| groups.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1);
        let all = 1..1_usize << groups.len();
        return all.map(|set| some(set).map(|(_, group)| (group.clone(), 1)).collect()).collect();
    }
    // With many groups, vary each alone, then each pair of neighbours.
    let single = groups.iter().take(MAX_VARIED).flat_map(|group| [1, 2].map(|step| vec![(group.clone(), step)]));
    let pairs = groups.windows(2).take(MAX_VARIED).map(|two| two.iter().map(|group| (group.clone(), 1)).collect());
    single.chain(pairs).collect()
}

/// Selections of as many paragraphs of the copy as the text has, likeliest first.
fn selections(report: &Report, all: usize, count: usize) -> Vec<Vec<usize>> {
    let anchors = anchors(report);
    let mut selections: Vec<Vec<usize>> = vec![Vec::new()];
    let mut last: Option<(usize, usize)> = None;
    for next in anchors.into_iter().map(Some).chain([None]) {
        let (free, taken) = last.map_or((0, 0), |(place, number)| (place + 1, number + 1));
        let (until, number) = next.unwrap_or((all, count));
        let Some(lacking) = number.checked_sub(taken).filter(|&lacking| free <= until && lacking <= until - free)
        else {
            return Vec::new();
        };
        let mut ways = Vec::new();
        choose(free..until, lacking, &mut Vec::new(), &mut ways);
        selections = selections
            .iter()
            .flat_map(|selection| ways.iter().map(move |way| [selection.as_slice(), way].concat()))
            .take(MAX_SELECTIONS)
            .collect();
        if let Some((place, _)) = next {
            for selection in &mut selections {
                selection.push(place);
            }
        }
        last = next;
    }
    selections
}

/// Paragraphs of the copy identified by a passage at its place, each with its paragraph in the text, from 0.
fn anchors(report: &Report) -> Vec<(usize, usize)> {
    let mut votes: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for check in &report.checks {
        let place = match check.finding {
            Finding::Matched | Finding::MatchedPlain => check.paragraph,
            Finding::Moved { paragraph, start, .. } if start == check.start => paragraph,
            Finding::Moved { .. } | Finding::Parted { .. } | Finding::Failed => continue,
        };
        *votes.entry(place as usize - 1).or_default().entry(check.paragraph as usize - 1).or_default() += 1;
    }
    let mut anchors: Vec<(usize, usize)> = Vec::new();
    for (place, votes) in votes {
        let number = votes.into_iter().max_by_key(|&(_, votes)| votes).map_or(0, |(number, _)| number);
        let follows = anchors.last().is_none_or(|&(before, last)| number > last && place - before >= number - last);
        if follows && place >= number {
            anchors.push((place, number));
        }
    }
    anchors
}

/// Ways to choose `count` elements of `free`, in lexicographic order.
fn choose(free: Range<usize>, count: usize, taken: &mut Vec<usize>, ways: &mut Vec<Vec<usize>>) {
    if count == 0 || ways.len() >= MAX_SELECTIONS {
        ways.extend((count == 0).then(|| taken.clone()));
        return;
    }
    for place in free.clone() {
        if free.end - place < count {
            return;
        }
        taken.push(place);
        choose(place + 1..free.end, count - 1, taken, ways);
        taken.pop();
    }
}
