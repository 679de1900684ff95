//! Rows of each word, and whether the word is in the head or only in the body.

use core::ops::Range;

use super::vocabulary::Vocabulary;
use crate::bits::Bits;
use crate::number;

/// A word in more rows than one in this many is kept as a set of rows rather than as a list.
const DENSE_WORD: u32 = 8;

/// A beginning whose words stand in more than `rows` over this places is kept as a set of rows, too.
const DENSE_BEGINNING: u32 = 4;

/// The longest beginning that is looked at, in letters.
const LONGEST_BEGINNING: usize = 3;

/// Lists shorter than this are cheap to read.
const SHORT_LIST: u32 = 1 << 10;

/// For every word of the vocabulary the rows it stands in.
pub(super) struct Postings {
    /// For every word its rows, ascending: twice the distance from the row before, plus one where the word stands in
    /// the head.
    lists: Vec<u8>,
    /// Start of the list of each word, and the end of the last.
    starts: Vec<u32>,
    /// Ranges of words whose rows are kept as sets, by first word, the longer range first; of two ranges that meet one
    /// contains the other. The list of a word that is such a range by itself is empty.
    dense: Vec<Dense>,
}

struct Dense {
    words: Range<u32>,
    places: Places,
}

/// Rows that contain any of the collected words.
#[derive(Clone)]
pub(super) struct Places {
    /// Rows with a match in the head.
    pub(super) head: Bits,
    /// Rows with a match in the head or the body.
    pub(super) any: Bits,
}

impl Places {
    pub(super) fn none(rows: u32) -> Places {
        Places { head: Bits::none(rows), any: Bits::none(rows) }
    }
}

impl Postings {
    /// `entries[starts[w]..starts[w + 1]]` are the rows of word `w`, ascending, each as twice the row plus one for the
    /// head, the head first.
    pub(super) fn build(rows: u32, vocabulary: &Vocabulary, entries: &[u32], starts: &[u32]) -> Postings {
        let mut postings = Postings { lists: Vec::new(), starts: vec![0], dense: Vec::new() };
        let mut lengths = Vec::with_capacity(vocabulary.len() as usize);
        for word in 0..vocabulary.len() {
            let list = &entries[starts[word as usize] as usize..starts[word as usize + 1] as usize];
            let dense = list.len() as u32 > (rows / DENSE_WORD).max(SHORT_LIST);
            if dense {
                let mut places = Places::none(rows);
                for entry in list {
                    places.any.insert(entry >> 1);
                    if entry & 1 == 1 {
                        places.head.insert(entry >> 1);
                    }
                }
                postings.dense.push(Dense { words: word..word + 1, places });
            } else {
                let mut before = None;
                for entry in list {
                    // A word in head and body was met in the head first; one entry says it all.
                    let row = entry >> 1;
                    if before != Some(row) {
                        number::push(&mut postings.lists, (row - before.unwrap_or(0)) << 1 | entry & 1);
                    }
                    before = Some(row);
                }
            }
            lengths.push(if dense { 0 } else { list.len() as u32 });
            postings.starts.push(postings.lists.len() as u32);
        }
        postings.lists.shrink_to_fit();
        for letters in (1..=LONGEST_BEGINNING).rev() {
            postings.keep_dense_beginnings(rows, vocabulary, &lengths, letters);
        }
        postings
    }

    /// Keeps the rows of each beginning of so many letters that would take long to collect from what is kept already.
    fn keep_dense_beginnings(&mut self, rows: u32, vocabulary: &Vocabulary, lengths: &[u32], letters: usize) {
        let mut start = 0;
        while start < vocabulary.len() {
            let words = vocabulary.same_beginning(start, letters);
            start = words.end;
            let mut steps = 0;
            self.each_part(words.clone(), &mut |part| match part {
                Part::List(word) => steps += lengths[word as usize],
                Part::Dense(_) => steps += rows / 64,
            });
            if steps > (rows / DENSE_BEGINNING).max(SHORT_LIST) && words.len() > 1 {
                let mut places = Places::none(rows);
                self.collect(words.clone(), &mut places);
                let at = self.dense.partition_point(|dense| dense.words.start < words.start);
                self.dense.insert(at, Dense { words, places });
            }
        }
    }

    /// Adds the rows of a range of words.
    pub(super) fn collect(&self, words: Range<u32>, places: &mut Places) {
        self.each_part(words, &mut |part| match part {
            Part::Dense(dense) => {
                places.any.add(&dense.any);
                places.head.add(&dense.head);
            }
            Part::List(word) => {
                let mut list =
                    &self.lists[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize];
                let mut row = 0;
                while !list.is_empty() {
                    let entry = number::pop(&mut list);
                    row += entry >> 1;
                    places.any.insert(row);
                    if entry & 1 == 1 {
                        places.head.insert(row);
                    }
                }
            }
        });
    }

    /// Shows the few sets and lists that together make a range of words.
    fn each_part<'a>(&'a self, words: Range<u32>, each: &mut dyn FnMut(Part<'a>)) {
        let mut dense =
            self.dense[self.dense.partition_point(|dense| dense.words.start < words.start)..].iter().peekable();
        let mut word = words.start;
        while word < words.end {
            // Inside a set already shown, or wider than what is asked.
            while dense
                .next_if(|dense| dense.words.start < word || (dense.words.start == word && dense.words.end > words.end))
                .is_some()
            {}
            if let Some(found) = dense.next_if(|dense| dense.words.start == word) {
                each(Part::Dense(&found.places));
                word = found.words.end;
            } else {
                each(Part::List(word));
                word += 1;
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let dense =
            self.dense.iter().map(|dense| dense.places.head.bytes() + dense.places.any.bytes() + size_of::<Dense>());
        self.lists.capacity() + self.starts.capacity() * size_of::<u32>() + dense.sum::<usize>()
    }
}

enum Part<'a> {
    /// The set of a range of words.
    Dense(&'a Places),
    /// The list of one word.
    List(u32),
}
