//! The words of all rows in alphabetical order, so that the words with a common beginning are one range of numbers.

use core::ops::Range;

use crate::spans::apart;

/// Folded words in ascending order of their bytes; a word's place is its number.
pub(super) struct Vocabulary {
    bytes: Vec<u8>,
    /// Start of each word in `bytes`, and the end of the last.
    starts: Vec<u32>,
}

impl Vocabulary {
    /// `words` must ascend.
    pub(super) fn new(words: &mut dyn Iterator<Item = &str>) -> Vocabulary {
        let mut vocabulary = Vocabulary { bytes: Vec::new(), starts: vec![0] };
        for word in words {
            vocabulary.bytes.extend_from_slice(word.as_bytes());
            vocabulary.starts.push(vocabulary.bytes.len() as u32);
        }
        vocabulary.bytes.shrink_to_fit();
        vocabulary.starts.shrink_to_fit();
        vocabulary
    }

    pub(super) fn len(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    pub(super) fn word(&self, number: u32) -> &[u8] {
        &self.bytes[self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize]
    }

    /// The word itself: one number or none.
    pub(super) fn exact(&self, word: &str) -> Range<u32> {
        self.narrow(0..self.len(), 0, word.as_bytes(), false)
    }

    /// The words that begin so, the word itself first.
    pub(super) fn beginning(&self, beginning: &str) -> Range<u32> {
        self.narrow(0..self.len(), 0, beginning.as_bytes(), true)
    }

    /// The words from `first` on that share its first `letters` letters; `first` alone if it is shorter.
    pub(super) fn same_beginning(&self, first: u32, letters: usize) -> Range<u32> {
        let word = self.word(first);
        let mut end = 0;
        for _ in 0..letters {
            let Some(letter) = first_letter(&word[end..]) else { return first..first + 1 };
            end += letter.len();
        }
        self.narrow(first..self.len(), 0, &word[..end], true)
    }

    /// The words with exactly one typing error against `typed`, or, for a `prefix`, those with a beginning of that
    /// kind. The ranges ascend and do not overlap; words that need no error may be among them.
    ///
    /// Wherever the error is, everything before it is as typed. So the range of the words that begin as typed is
    /// narrowed letter by letter, and at each letter every error is tried: what follows it must again be as typed,
    /// which is one more narrowing.
    pub(super) fn one_error(&self, typed: &str, prefix: bool) -> Vec<Range<u32>> {
        let bytes = typed.as_bytes();
        let mut found: Vec<Range<u32>> = Vec::new();
        let mut same = 0..self.len();
        let mut letters = typed.char_indices();
        while !same.is_empty() {
            let at = typed.len() - letters.as_str().len();
            let letter = letters.next().map_or(0, |(_, letter)| letter.len_utf8());
            let after = at + letter;
            if letter > 0 {
                // A letter too many.
                found.push(self.narrow(same.clone(), at, &bytes[after..], prefix));
                // Two letters swapped.
                let second = letters.as_str().chars().next().map_or(0, char::len_utf8);
                if second > 0 {
                    let swapped = self.narrow(same.clone(), at, &bytes[after..after + second], true);
                    let swapped = self.narrow(swapped, at + second, &bytes[at..after], true);
                    found.push(self.narrow(swapped, after + second, &bytes[after + second..], prefix));
                }
            } else if prefix {
                break;
            }
            let mut next = same.start;
            let mut as_typed = same.end..same.end;
            while next < same.end {
                let Some(other) = first_letter(&self.word(next)[at..]) else {
                    next += 1;
                    continue;
                };
                let branch = self.narrow(next..same.end, at, other, true);
                next = branch.end;
                if other == &bytes[at..after] {
                    as_typed = branch;
                    continue;
                }
                // Another letter, and a letter too few.
                if letter > 0 {
                    found.push(self.narrow(branch.clone(), at + other.len(), &bytes[after..], prefix));
                }
                found.push(self.narrow(branch, at + other.len(), &bytes[at..], prefix));
            }
            same = as_typed;
            if letter == 0 {
                break;
            }
        }
        apart(&found)
    }

    /// Those of `range`, whose words share their first `offset` bytes, that go on with `rest`, or go on with it and
    /// end.
    fn narrow(&self, range: Range<u32>, offset: usize, rest: &[u8], prefix: bool) -> Range<u32> {
        let start = self.first_not(range.clone(), |word| word[offset..] < *rest);
        if prefix {
            start..self.first_not(start..range.end, |word| word[offset..].starts_with(rest))
        } else {
            let there = start < range.end && self.word(start)[offset..] == *rest;
            start..start + u32::from(there)
        }
    }

    /// The first number of `range` whose word does not satisfy `before`, where those that do come first.
    fn first_not(&self, range: Range<u32>, before: impl Fn(&[u8]) -> bool) -> u32 {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.capacity() + self.starts.capacity() * size_of::<u32>()
    }
}

/// The bytes of the first character, `None` where nothing is left.
fn first_letter(word: &[u8]) -> Option<&[u8]> {
    let after = word.iter().skip(1).position(|byte| byte & 0xC0 != 0x80);
    (!word.is_empty()).then(|| &word[..after.map_or(word.len(), |after| after + 1)])
}
