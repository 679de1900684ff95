//! Finding rows by words.
//!
//! The words of all rows stand in one alphabetical [vocabulary]; a typed word, beginning or misspelling becomes a few
//! ranges of it. For each word the [postings] say which rows it stands in, and whether in the head. Phrases are looked
//! up by their words and then verified against the [sequence] of words of the rows that are left.

mod collect;
mod postings;
mod sequence;
mod vocabulary;

use core::ops::Range;

use crate::bits::Bits;
use crate::columns::Columns;
use crate::fold::{Role, each_word};
use crate::hits::{Hits, RankTiers};
use crate::search_query::{SearchQuery, Term};
use crate::typing::Kind;
use collect::Collector;
use postings::{Places, Postings};
use sequence::Sequence;
use vocabulary::Vocabulary;

/// An index of the words of a list's texts.
pub struct Text {
    rows: u32,
    vocabulary: Vocabulary,
    postings: Postings,
    sequence: Sequence,
}

/// A word of some row while the index is built: eight times its number, plus what it is.
type Token = u32;
const IN_HEAD: Token = 1;
const COMPOUND: Token = 2;
/// Another spelling of the word before.
const SPELLING: Token = 4;
const NUMBER: u32 = 3;

/// About how long a word and what separates it from the next are.
const BYTES_PER_WORD: usize = 6;

/// The words of all rows, as they come.
struct Tokens {
    words: Collector,
    all: Vec<Token>,
    /// Where each row's tokens begin, and the end of the last.
    starts: Vec<u32>,
}

impl Tokens {
    fn read(columns: &Columns<'_>) -> Tokens {
        let mut words = Collector::new();
        let bytes: usize = columns.head.iter().chain(columns.body).map(|text| text.len()).sum();
        let mut tokens = Vec::with_capacity(bytes / BYTES_PER_WORD);
        let mut starts = vec![0];
        for row in 0..columns.rows as usize {
            for (texts, place) in [(columns.head, IN_HEAD), (columns.body, 0)] {
                let mut of_compound = false;
                each_word(texts.get(row).copied().unwrap_or_default(), &mut |word, _, role| {
                    of_compound = role == Role::Compound || of_compound && role == Role::Spelling;
                    let role = match role {
                        _ if of_compound => COMPOUND,
                        Role::Spelling => SPELLING,
                        Role::Word | Role::Character | Role::Gap | Role::Compound => 0,
                    };
                    tokens.push(words.number(word) << NUMBER | role | place);
                    true
                });
            }
            starts.push(tokens.len() as u32);
        }
        Tokens { words, all: tokens, starts }
    }

    fn of(&self, row: u32) -> &[Token] {
        &self.all[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }
}

impl Text {
    /// Indexes the words of the columns' texts.
    #[must_use]
    pub fn build(columns: &Columns<'_>) -> Text {
        let mut read = Tokens::read(columns);
        let by_alphabet = read.words.alphabetical();
        let vocabulary = Vocabulary::new(&mut by_alphabet.iter().map(|&word| read.words.word(word)));
        let mut places = vec![0; by_alphabet.len()];
        for (place, &word) in (0..).zip(&by_alphabet) {
            places[word as usize] = place;
        }
        let mut frequency = vec![0; by_alphabet.len()];
        for token in &mut read.all {
            let word = places[(*token >> NUMBER) as usize];
            *token = word << NUMBER | *token & ((1 << NUMBER) - 1);
            frequency[word as usize] += 1;
        }

        let mut starts = Vec::with_capacity(frequency.len() + 1);
        let mut end = 0;
        for &count in &frequency {
            starts.push(end);
            end += count;
        }
        starts.push(end);
        let mut next = starts.clone();
        let mut entries = vec![0; read.all.len()];
        let mut sequence = Sequence::new(&frequency);
        for row in 0..columns.rows {
            let tokens = read.of(row);
            for &token in tokens {
                let at = &mut next[(token >> NUMBER) as usize];
                entries[*at as usize] = row << 1 | token & IN_HEAD;
                *at += 1;
            }
            sequence.begin(row);
            let head = tokens.iter().take_while(|&&token| token & IN_HEAD != 0).count();
            for text in [&tokens[..head], &tokens[head..]] {
                for token in text.iter().filter(|&&token| token & COMPOUND == 0) {
                    sequence.push(token >> NUMBER, token & SPELLING != 0);
                }
                sequence.end();
            }
        }
        sequence.finish();
        let postings = Postings::build(columns.rows, &vocabulary, &entries, &starts);
        Text { rows: columns.rows, vocabulary, postings, sequence }
    }

    /// Rows that match one term, by tier.
    fn tiers(&self, term: &Term) -> RankTiers {
        let mut tiers = RankTiers::default();
        let exact: Vec<Range<u32>> = term.words.iter().map(|word| self.vocabulary.exact(word)).collect();
        self.add(&mut tiers, Kind::Exact, &exact);
        if let Some(Places { head, any }) = self.phrase(&term.phrase, false) {
            tiers.add(Kind::Exact, head, any);
        }
        if term.prefix {
            let beginnings = term.words.iter().zip(&exact).map(|(word, exact)| {
                let mut words = self.vocabulary.beginning(word);
                words.start += exact.len() as u32;
                words
            });
            self.add(&mut tiers, Kind::Prefix, &beginnings.collect::<Vec<_>>());
        }
        if term.prefix_of_phrase()
            && let Some(Places { head, any }) = self.phrase(&term.phrase, true)
        {
            tiers.add(Kind::Prefix, head, any);
        }
        if term.forgiving {
            let words = term.words.iter().flat_map(|word| self.vocabulary.one_error(word, term.prefix));
            self.add(&mut tiers, Kind::Typo, &words.collect::<Vec<_>>());
        }
        tiers
    }

    /// Adds the rows of ranges of words with the same kind of match.
    fn add(&self, tiers: &mut RankTiers, kind: Kind, words: &[Range<u32>]) {
        if words.iter().any(|words| !words.is_empty()) {
            let mut places = Places::none(self.rows);
            for words in words {
                self.postings.collect(words.clone(), &mut places);
            }
            tiers.add(kind, places.head, places.any);
        }
    }

    /// The places where the words of a phrase of several words stand one after another; with `prefix` the last may go
    /// on.
    fn phrase(&self, phrase: &[Vec<String>], prefix: bool) -> Option<Places> {
        let mut asked = Vec::with_capacity(phrase.len());
        let mut rows: Option<Bits> = None;
        for (at, spellings) in phrase.iter().enumerate() {
            let mut words = Vec::new();
            let mut places = Places::none(self.rows);
            for word in spellings {
                let may_go_on = prefix && at + 1 == phrase.len();
                let found = if may_go_on { self.vocabulary.beginning(word) } else { self.vocabulary.exact(word) };
                self.postings.collect(found.clone(), &mut places);
                words.push(found);
            }
            if words.iter().all(Range::is_empty) {
                return None;
            }
            asked.push(words);
            match &mut rows {
                None => rows = Some(places.any),
                Some(rows) => rows.keep(&places.any),
            }
        }
        let mut places = Places::none(self.rows);
        self.sequence.verify(&rows?, &asked, &mut |row, head| {
            places.any.insert(row);
            if head {
                places.head.insert(row);
            }
        });
        Some(places)
    }
}

impl Text {
    /// Finds the matching rows.
    #[must_use]
    pub fn find(&self, search_query: &SearchQuery) -> Hits {
        let mut all: Option<RankTiers> = None;
        for term in search_query.terms().iter().filter(|term| !term.exclude) {
            let tiers = self.tiers(term);
            let both = match &all {
                None => tiers,
                Some(all) => all.and(&tiers),
            };
            if both.is_empty() {
                return Hits::nothing();
            }
            all = Some(both);
        }
        let mut all = all.unwrap_or_else(|| RankTiers::everything(self.rows));
        for term in search_query.terms().iter().filter(|term| term.exclude) {
            if let Some(rows) = self.tiers(term).last() {
                all.drop_all(rows);
            }
        }
        Hits::new(all)
    }

    pub(crate) fn bytes(&self) -> usize {
        self.vocabulary.bytes() + self.postings.bytes() + self.sequence.bytes()
    }
}
