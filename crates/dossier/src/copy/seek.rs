//! Finds passages in a sequence of symbols under all of its open choices.
//!
//! The search reads on from each symbol and branches at each choice; choices of one variable are made once per passage.
//! SHA-256 confirms a candidate that has the length and fingerprint of a passage, or, if the fingerprint is unknown,
//! its length and word boundaries at both ends.

use std::collections::BTreeMap;

use super::characters::folded;
use super::symbols::{Symbol, Symbols};
use crate::digest::Digest;
use crate::fingerprint::{BASE, Fingerprint};
use crate::text::digest;

/// Passage to search for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Length in code points.
    pub(super) length: u32,
    pub(super) sha256_plain: Digest,
    pub(super) fingerprint: Option<Fingerprint>,
}

/// Occurrence of a passage: its first symbol and the choices it needs.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) start: u32,
    pub(super) taken: Vec<(u32, u8)>,
    pub(super) fingerprint: Fingerprint,
}

/// Largest number of places kept per passage.
const MAX_PLACES: usize = 12;

/// Largest number of branches followed from one symbol.
const MAX_BRANCHES: u32 = 1_024;

/// Largest number of symbols read in all; beyond it only the likeliest option is followed.
const MAX_STEPS: u64 = 150_000_000;

/// Occurrences of each passage, in order.
pub(super) fn seek(source: &Symbols, wanted: &[Wanted]) -> Vec<Vec<Found>> {
    let mut lengths: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (index, passage) in wanted.iter().enumerate() {
        lengths.entry(passage.length).or_default().push(index);
    }
    let Some(longest) = lengths.keys().next_back().copied().filter(|&longest| longest > 0) else {
        return vec![Vec::new(); wanted.len()];
    };
    let mut at_length = vec![Vec::new(); longest as usize + 1];
    for (length, passages) in lengths {
        at_length[length as usize] = passages;
    }
    let mut walk = Walk {
        source,
        wanted,
        at_length,
        found: vec![Vec::new(); wanted.len()],
        start: 0,
        at_word: false,
        words: String::new(),
        state: State::default(),
        variables: Vec::new(),
        taken: Vec::new(),
        branches: 0,
        steps: 0,
    };
    for start in 0..source.list.len() as u32 {
        walk.begin(start);
    }
    walk.found
}

/// Length and hash of the text read so far.
#[derive(Clone, Copy, Default)]
struct State {
    length: u32,
    hash: u64,
    /// Whether white space follows the text read so far.
    has_gap: bool,
    last: Option<char>,
}

struct Walk<'r> {
    source: &'r Symbols,
    wanted: &'r [Wanted],
    /// Indices of the passages of each length.
    at_length: Vec<Vec<usize>>,
    found: Vec<Vec<Found>>,
    start: u32,
    /// Whether a word starts at the start.
    at_word: bool,
    words: String,
    state: State,
    variables: Vec<(u32, u8)>,
    taken: Vec<(u32, u8)>,
    branches: u32,
    steps: u64,
}

impl Walk<'_> {
    fn begin(&mut self, start: u32) {
        let character = |place: u32| match self.source.list.get(place as usize) {
            Some(Symbol::Char(character)) => Some(*character),
            Some(Symbol::Choice(_)) | None => None,
        };
        if character(start).is_some_and(char::is_whitespace) {
            return;
        }
        let is_inside = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        self.at_word = !(is_inside(start.checked_sub(1).and_then(character)) && is_inside(character(start)));
        (self.start, self.state, self.branches) = (start, State::default(), 0);
        self.words.clear();
        self.variables.clear();
        self.taken.clear();
        self.read(start);
    }

    /// Continues from a symbol.
    fn read(&mut self, from: u32) {
        let mut at = from;
        while let Some(symbol) = self.source.list.get(at as usize) {
            self.steps += 1;
            match *symbol {
                Symbol::Char(character) => {
                    if !self.push(character) {
                        return;
                    }
                }
                Symbol::Choice(number) => {
                    let choice = &self.source.choices[number as usize];
                    let made = self.variables.iter().find(|(variable, _)| *variable == choice.variable);
                    let made =
                        made.map(|&(_, option)| option).filter(|&option| (option as usize) < choice.options.len());
                    let Some(option) = made else { return self.branch(at, number) };
                    self.taken.push((number, option));
                    if !self.push_all(number, option) {
                        return;
                    }
                }
            }
            at += 1;
            self.check(at);
        }
    }

    /// Continues from a choice with each option, likeliest first.
    fn branch(&mut self, at: u32, number: u32) {
        let choice = &self.source.choices[number as usize];
        let before = (self.state, self.words.len(), self.variables.len(), self.taken.len());
        for option in 0..choice.options.len() as u8 {
            if option > 0 && (self.branches > MAX_BRANCHES || self.steps > MAX_STEPS) {
                break;
            }
            // A passage cannot start with an empty option; the next symbol covers that case.
            if at == self.start && choice.options[option as usize].is_empty() {
                continue;
            }
            self.branches += u32::from(option > 0);
            self.variables.push((choice.variable, option));
            self.taken.push((number, option));
            if self.push_all(number, option) {
                self.check(at + 1);
                self.read(at + 1);
            }
            self.state = before.0;
            self.words.truncate(before.1);
            self.variables.truncate(before.2);
            self.taken.truncate(before.3);
        }
    }

    fn push_all(&mut self, number: u32, option: u8) -> bool {
        let source = self.source;
        source.choices[number as usize].options[option as usize].chars().all(|character| self.push(character))
    }

    /// Appends a character. Returns whether a longer passage exists.
    fn push(&mut self, character: char) -> bool {
        if character.is_whitespace() {
            self.state.has_gap = self.state.length > 0;
            return true;
        }
        if std::mem::take(&mut self.state.has_gap) {
            self.put(' ');
        }
        self.put(folded(character));
        self.state.last = Some(character);
        (self.state.length as usize) < self.at_length.len()
    }

    fn put(&mut self, character: char) {
        self.words.push(character);
        self.state.length += 1;
        self.state.hash = self.state.hash.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(character)));
    }

    /// Records the passages that equal the text read so far. `end` is the next symbol.
    fn check(&mut self, end: u32) {
        let Some(passages) = self.at_length.get(self.state.length as usize).filter(|_| !self.state.has_gap) else {
            return;
        };
        let mut sha256 = None;
        for &index in passages {
            let Wanted { sha256_plain, fingerprint, .. } = self.wanted[index];
            let is_likely = match fingerprint {
                Some(fingerprint) => fingerprint == Fingerprint::of_hash(self.state.hash),
                None => self.at_word && self.ends_word(end),
            };
            let found = &self.found[index];
            let is_known = found.len() >= MAX_PLACES || found.last().is_some_and(|last| last.start == self.start);
            if is_likely && !is_known && *sha256.get_or_insert_with(|| digest(&self.words)) == sha256_plain {
                let (taken, fingerprint) = (self.taken.clone(), Fingerprint::of_hash(self.state.hash));
                self.found[index].push(Found { start: self.start, taken, fingerprint });
            }
        }
    }

    /// Whether a word ends before the symbol `end`.
    fn ends_word(&self, end: u32) -> bool {
        let next = match self.source.list.get(end as usize) {
            Some(Symbol::Char(character)) => character.is_alphanumeric(),
            Some(Symbol::Choice(_)) | None => false,
        };
        !(next && self.state.last.is_some_and(char::is_alphanumeric))
    }
}
