//! Numbering words as they come, while an index is built.

/// The words met so far, each with a number in the order of their first appearance.
pub(super) struct Collector {
    bytes: String,
    /// Where each word begins in `bytes`, and the end of the last.
    starts: Vec<u32>,
    /// An open-addressed table: the word's hash above, its number + 1 below, 0 where free. Its length is a power of two.
    slots: Vec<u64>,
}

impl Collector {
    pub(super) fn new() -> Collector {
        Collector { bytes: String::new(), starts: vec![0], slots: vec![0; 64] }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    pub(super) fn word(&self, number: u32) -> &str {
        &self.bytes[self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize]
    }

    /// The number of `word`, a new one if it was not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != 0 {
            let number = (self.slots[slot] as u32) - 1;
            if self.slots[slot] >> 32 == u64::from(hash) && self.word(number) == word {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.len();
        self.slots[slot] = u64::from(hash) << 32 | u64::from(number + 1);
        self.bytes.push_str(word);
        self.starts.push(self.bytes.len() as u32);
        if self.starts.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        let mut slots = vec![0_u64; self.slots.len() * 2];
        let mask = slots.len() - 1;
        for &entry in self.slots.iter().filter(|&&entry| entry != 0) {
            let mut slot = (entry >> 32) as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry;
        }
        self.slots = slots;
    }
}

/// FNV-1a with a last mix, since the table uses the low bits.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}
