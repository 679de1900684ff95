//! A set of positions, one bit each.

/// Positions `0..len` of which some are in the set. Bits past the end stay clear, so that counting needs no care.
#[derive(Clone, Default)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// None of `len` positions.
    pub(crate) fn none(len: u32) -> Bits {
        Bits { words: vec![0; len.div_ceil(64) as usize] }
    }

    /// All of `len` positions.
    pub(crate) fn all(len: u32) -> Bits {
        let mut words = vec![!0; len.div_ceil(64) as usize];
        if let (Some(last), true) = (words.last_mut(), !len.is_multiple_of(64)) {
            *last = (1 << (len % 64)) - 1;
        }
        Bits { words }
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(crate) fn insert(&mut self, at: u32) {
        self.words[at as usize / 64] |= 1 << (at % 64);
    }

    pub(crate) fn remove(&mut self, at: u32) {
        self.words[at as usize / 64] &= !(1 << (at % 64));
    }

    pub(crate) fn contains(&self, at: u32) -> bool {
        self.words.get(at as usize / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    pub(crate) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Keeps what `other` holds too.
    pub(crate) fn keep(&mut self, other: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Drops what `other` holds.
    pub(crate) fn drop_all(&mut self, other: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Adds what `other` holds.
    pub(crate) fn add(&mut self, other: &Bits) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// The positions, ascending.
    pub(crate) fn iter(&self) -> Positions<'_> {
        Positions { words: &self.words, next: 0, word: 0, base: 0 }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    /// Counts the positions in each range `starts[i]..starts[i + 1]`; `starts` ascends.
    pub(crate) fn count_ranges(&self, starts: &[u32], counts: &mut [u32]) {
        let (mut at, mut passed, mut before) = (0, 0, 0);
        for (index, &start) in starts.iter().enumerate() {
            let word = start as usize / 64;
            while at < word {
                passed += self.words[at].count_ones();
                at += 1;
            }
            let partial = self.words.get(word).map_or(0, |bits| bits & ((1 << (start % 64)) - 1));
            let rank = passed + partial.count_ones();
            if index > 0 {
                counts[index - 1] = rank - before;
            }
            before = rank;
        }
    }
}

/// The positions of a set, ascending.
pub(crate) struct Positions<'a> {
    words: &'a [u64],
    next: usize,
    word: u64,
    base: u32,
}

impl Iterator for Positions<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.word == 0 {
            self.word = *self.words.get(self.next)?;
            self.base = self.next as u32 * 64;
            self.next += 1;
        }
        let at = self.base + self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(at)
    }
}
