//! Paragraph starts in a column of lines, derived from the passages found in it.
//!
//! A found passage tells where its paragraph starts, provided that a line starts there. Paragraphs without a passage
//! start at the likeliest line ends between.

use std::collections::{BTreeMap, BTreeSet};

use super::Occurrences;
use crate::copy::stream::Stream;
use crate::copy::symbols::BLANK;

/// Symbols of the gaps that separate paragraphs.
pub(super) fn borders(stream: &Stream, occurrences: &[Occurrences], paragraphs: u32) -> BTreeSet<u32> {
    let mut votes: BTreeMap<u32, BTreeMap<usize, usize>> = BTreeMap::new();
    for Occurrences { evidence, found } in occurrences {
        for found in *found {
            let begin = stream.place(found.start).checked_sub(evidence.start as usize);
            if let Some(begin) = begin.filter(|&begin| begin == 0 || is_line_end(stream, begin - 1)) {
                *votes.entry(evidence.paragraph).or_default().entry(begin).or_default() += 1;
            }
        }
    }
    // Paragraph numbers with their starts, both ascending.
    let mut begins: Vec<(u32, usize)> = Vec::new();
    for (paragraph, votes) in votes {
        let behind = begins.last().map_or(0, |&(_, begin)| begin + 1);
        let later = votes.into_iter().filter(|&(begin, _)| begin >= behind || begins.is_empty());
        begins.extend(later.rev().max_by_key(|&(_, votes)| votes).map(|(begin, _)| (paragraph, begin)));
    }
    let mut gaps: BTreeSet<usize> = begins.iter().filter_map(|(_, begin)| begin.checked_sub(1)).collect();
    let ends = [(0, 0)]
        .into_iter()
        .chain(begins.iter().copied())
        .zip(begins.iter().copied().chain([(paragraphs + 1, stream.characters.len() + 1)]));
    for ((above, from), (below, to)) in ends {
        let lacking = (below - above).saturating_sub(1) as usize;
        gaps.extend(likeliest(stream, from, to.saturating_sub(1), lacking));
    }
    gaps.into_iter().filter_map(|gap| stream.symbol(gap)).collect()
}

fn is_line_end(stream: &Stream, place: usize) -> bool {
    stream.characters[place].is_whitespace() && stream.characters[place] != ' '
}

/// Likeliest line ends between two places to end a paragraph: blank lines, then ends of sentences, then short lines.
fn likeliest(stream: &Stream, from: usize, to: usize, count: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut line = from;
    for place in from..to.min(stream.characters.len()) {
        if is_line_end(stream, place) {
            let last = stream.characters[line..place]
                .iter()
                .rev()
                .find(|character| character.is_alphanumeric() || ".!?:…".contains(**character));
            let ends_sentence = last.is_some_and(|character| !character.is_alphanumeric());
            ends.push((stream.characters[place] != BLANK, !ends_sentence, place - line, place));
            line = place + 1;
        }
    }
    ends.sort_unstable();
    ends.into_iter().take(count).map(|(.., place)| place).collect()
}
