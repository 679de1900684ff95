//! Numbering words as they come, while an index is built.

use crate::sort;

/// The words met so far, each with a number in the order of their first appearance.
pub(super) struct Collector {
    bytes: String,
    /// Start of each word in `bytes`, and the end of the last.
    starts: Vec<u32>,
    /// The [`key`] of each word: most words are told apart without a look at their letters.
    keys: Vec<u128>,
    /// An open-addressed table of numbers + 1, 0 where free. Its length is a power of two.
    slots: Vec<u32>,
}

impl Collector {
    pub(super) fn new() -> Collector {
        Collector { bytes: String::new(), starts: vec![0], keys: Vec::new(), slots: vec![0; 64] }
    }

    /// Number of words.
    pub(super) fn len(&self) -> u32 {
        self.keys.len() as u32
    }

    pub(super) fn word(&self, number: u32) -> &str {
        &self.bytes[self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize]
    }

    /// The number of `word`, a new one if it was not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let key = key(word);
        let mask = self.slots.len() - 1;
        let mut slot = place(key) & mask;
        while self.slots[slot] != 0 {
            let number = self.slots[slot] - 1;
            if self.keys[number as usize] == key && (word.len() < KEY_BYTES || self.word(number) == word) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.len();
        self.slots[slot] = number + 1;
        self.keys.push(key);
        self.bytes.push_str(word);
        self.starts.push(self.bytes.len() as u32);
        if self.keys.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// The numbers of all words, in the ascending order of the words' bytes.
    ///
    /// Four bytes at a time are put above the number and sorted as one `u64`; what they leave equal goes on with the
    /// next four.
    pub(super) fn alphabetical(&self) -> Vec<u32> {
        let mut sorted: Vec<u64> = (0..u64::from(self.len())).collect();
        let mut equal = vec![(0..sorted.len(), 0)];
        while let Some((range, depth)) = equal.pop() {
            let run = &mut sorted[range.clone()];
            for entry in run.iter_mut() {
                let number = *entry as u32;
                *entry = u64::from(self.four_bytes(number, depth)) << 32 | u64::from(number);
            }
            sort::ascending(run);
            let mut start = range.start;
            for at in range.start + 1..=range.end {
                if at == range.end || sorted[at] >> 32 != sorted[start] >> 32 {
                    if at - start > 1 {
                        equal.push((start..at, depth + 4));
                    }
                    start = at;
                }
            }
        }
        sorted.into_iter().map(|entry| entry as u32).collect()
    }

    /// The bytes of a word from `depth` on, the first the highest; zeros past its end, which no word holds.
    fn four_bytes(&self, number: u32, depth: usize) -> u32 {
        let word = self.word(number).as_bytes();
        (depth..depth + 4).fold(0, |bytes, at| bytes << 8 | word.get(at).copied().map_or(0, u32::from))
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots.clear();
        self.slots.resize(mask + 1, 0);
        for (number, &key) in (1..).zip(&self.keys) {
            let mut slot = place(key) & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = number;
        }
    }
}

const KEY_BYTES: usize = size_of::<u128>();

/// The bytes of a short word and its length, which are the word; of a longer word a hash and a length that no short one
/// has.
fn key(word: &str) -> u128 {
    let mut key = [0; KEY_BYTES];
    if word.len() < KEY_BYTES {
        key[..word.len()].copy_from_slice(word.as_bytes());
        key[KEY_BYTES - 1] = word.len() as u8;
        return u128::from_le_bytes(key);
    }
    // FNV-1a.
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    u128::from(word.bytes().fold(0xcbf2_9ce4_8422_2325, hash)) | u128::from(KEY_BYTES as u8) << 120
}

/// Hash of a key, to be masked to the table length.
fn place(key: u128) -> usize {
    let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ mixed >> 32) as usize
}
