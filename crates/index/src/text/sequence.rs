//! Words of every row in order, to verify phrases.

use core::ops::Range;

use crate::bits::Bits;
use crate::number;
use crate::sort;

/// A row's place is noted for every so many rows; the rows between are found by reading on.
const STRIDE: u32 = 8;

/// Marker of another spelling of the word before.
const SPELLING: u32 = 1;

/// More codes than this are looked up as a set.
const FEW: usize = 4;

/// The words of every row in their order. A frequent word has a small code, so that most words take one byte or two.
pub(super) struct Sequence {
    /// Row after row: the codes of the head, 0, the codes of the body, 0. Behind [`SPELLING`] stands another spelling
    /// of the word before.
    bytes: Vec<u8>,
    /// Start of every eighth row.
    starts: Vec<u32>,
    /// The code of each word of the vocabulary, above [`SPELLING`].
    codes: Vec<u32>,
}

impl Sequence {
    /// `frequency` of each word of the vocabulary. Rows are then given one after another to [`Sequence::push`].
    pub(super) fn new(frequency: &[u32]) -> Sequence {
        let rarity = |word: u32| u64::from(u32::MAX - frequency[word as usize]) << 32 | u64::from(word);
        let mut by_frequency: Vec<u64> = (0..frequency.len() as u32).map(rarity).collect();
        sort::ascending(&mut by_frequency);
        let mut codes = vec![0; frequency.len()];
        for (code, word) in (SPELLING + 1..).zip(by_frequency) {
            codes[word as u32 as usize] = code;
        }
        Sequence { bytes: Vec::new(), starts: Vec::new(), codes }
    }

    /// Begins a row.
    pub(super) fn begin(&mut self, row: u32) {
        if row.is_multiple_of(STRIDE) {
            self.starts.push(self.bytes.len() as u32);
        }
    }

    /// The next word of the row, or another `spelling` of the last.
    pub(super) fn push(&mut self, word: u32, spelling: bool) {
        if spelling {
            number::push(&mut self.bytes, SPELLING);
        }
        number::push(&mut self.bytes, self.codes[word as usize]);
    }

    /// Ends the head or the body.
    pub(super) fn end(&mut self) {
        self.bytes.push(0);
    }

    /// Frees what is not needed once all rows are there.
    pub(super) fn finish(&mut self) {
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// Shows those of `rows` in which the words of `phrase`, at each step one of some ranges, stand one after another,
    /// and whether in the head.
    pub(super) fn verify(&self, rows: &Bits, phrase: &[Vec<Range<u32>>], each: &mut dyn FnMut(u32, bool)) {
        let phrase: Vec<Asked> = phrase.iter().map(|words| Asked::of(words, &self.codes)).collect();
        let mut text = Vec::new();
        let (mut next, mut rest) = (0, self.bytes.as_slice());
        for row in rows.iter() {
            if row / STRIDE != next / STRIDE || next == 0 {
                next = row / STRIDE * STRIDE;
                rest = &self.bytes[self.starts[(row / STRIDE) as usize] as usize..];
            }
            while next < row {
                skip(&mut rest);
                next += 1;
            }
            let head = read(&mut rest, &mut text, &phrase);
            let body = read(&mut rest, &mut text, &phrase);
            next += 1;
            if head || body {
                each(row, head);
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.capacity() + (self.starts.capacity() + self.codes.capacity()) * size_of::<u32>()
    }
}

/// The codes of which one is asked for at a step.
struct Asked {
    few: Vec<u32>,
    many: Bits,
}

impl Asked {
    fn of(words: &[Range<u32>], codes: &[u32]) -> Asked {
        let all = words.iter().cloned().flatten().map(|word| codes[word as usize]);
        let len: usize = words.iter().map(Range::len).sum();
        if len <= FEW {
            return Asked { few: all.collect(), many: Bits::default() };
        }
        let mut many = Bits::none(codes.len() as u32 + SPELLING + 1);
        all.for_each(|code| many.insert(code));
        Asked { few: Vec::new(), many }
    }

    fn contains(&self, code: u32) -> bool {
        self.few.contains(&code) || self.many.contains(code)
    }
}

/// Passes over the head and the body of one row.
fn skip(rest: &mut &[u8]) {
    for _ in 0..2 {
        let end = rest.iter().position(|&byte| byte == 0).map_or(rest.len(), |end| end + 1);
        *rest = &rest[end..];
    }
}

/// Reads one text, each word in up to two spellings, and says whether the phrase is in it.
fn read(rest: &mut &[u8], text: &mut Vec<[u32; 2]>, phrase: &[Asked]) -> bool {
    text.clear();
    loop {
        match (number::pop(rest), text.last_mut()) {
            (0, _) => break,
            (SPELLING, Some(word)) => word[1] = number::pop(rest),
            (code, _) => text.push([code, 0]),
        }
    }
    let meets = |(word, asked): (&[u32; 2], &Asked)| word.iter().any(|&code| asked.contains(code));
    text.windows(phrase.len()).any(|run| run.iter().zip(phrase).all(meets))
}
