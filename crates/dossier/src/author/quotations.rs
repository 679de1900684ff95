//! Every passage in quotation marks of a text.
//!
//! A passage is found by its marks alone. Whether its words are somebody's, and whether two passages are one quotation that
//! its attribution interrupts, is for a person to say.

use crate::text::Text;

/// A passage in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its words without the marks, one piece a paragraph: more than one where each paragraph opens the marks again and
    /// only the last closes them.
    pub pieces: Vec<Piece>,
    /// Whether the marks are closed. Otherwise the last piece runs to the end of its paragraph.
    pub closed: bool,
}

/// A run of code points of one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// The first code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Every passage in quotation marks, in the order of the text: curly, straight, low and angled marks, double and single.
///
/// What stands in marks inside other marks is part of the outer passage. A single mark that nothing closes is an apostrophe.
/// Inside single marks a plural's apostrophe (`the fishers’ boats`) cannot be told from the closing mark, and ends the passage.
#[must_use]
pub fn quotations(text: &Text) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    // The mark that the paragraph before left open.
    let mut open = None;
    for (paragraph, words) in (1..).zip(text.paragraphs()) {
        let words: Vec<char> = words.chars().collect();
        let again = open.take().filter(|mark| words.first() == Some(mark));
        let mut scan = Scan { words: &words, marks: Vec::new(), passages: Vec::new() };
        scan.run();
        for (place, passage) in scan.passages.into_iter().enumerate() {
            let (start, end) = trimmed(&words, passage.start, passage.end);
            if start == end {
                continue;
            }
            let piece = Piece { paragraph, start: start as u32, end: end as u32 };
            match found.last_mut().filter(|_| again.is_some() && place == 0) {
                Some(before) => {
                    before.pieces.push(piece);
                    before.closed = passage.closed;
                }
                None => found.push(Quotation { pieces: vec![piece], closed: passage.closed }),
            }
            if !passage.closed {
                open = Some(passage.mark);
            }
        }
    }
    found
}

/// A passage of one paragraph, marks excluded.
struct Passage {
    mark: char,
    start: usize,
    end: usize,
    closed: bool,
}

/// One walk over a paragraph.
struct Scan<'w> {
    words: &'w [char],
    /// The opening marks that nothing has closed yet, each with its place.
    marks: Vec<(char, usize)>,
    passages: Vec<Passage>,
}

impl Scan<'_> {
    fn run(&mut self) {
        for (at, &letter) in self.words.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| self.words[before]);
            let after = self.words.get(at + 1).copied();
            // An apostrophe that was taken for an opening mark must not keep its surroundings from closing.
            match self.marks.iter().rposition(|&(mark, _)| closes(mark, letter, before, after)) {
                Some(0) => {
                    let (mark, place) = self.marks[0];
                    self.passages.push(Passage { mark, start: place + 1, end: at, closed: true });
                    self.marks.clear();
                }
                Some(depth) => self.marks.truncate(depth),
                None if opens(letter, before, after) => self.marks.push((letter, at)),
                None => {}
            }
        }
        if let Some(&(mark, place)) = self.marks.iter().find(|(mark, _)| !is_single(*mark)) {
            self.passages.push(Passage { mark, start: place + 1, end: self.words.len(), closed: false });
        }
    }
}

/// Whether `letter` can open a passage between these neighbours.
fn opens(letter: char, before: Option<char>, after: Option<char>) -> bool {
    let free_before = before.is_none_or(|before| !before.is_alphanumeric() && !"’'.,!?;:%)]”".contains(before));
    let tight_after = after.is_some_and(|after| !after.is_whitespace());
    match letter {
        '“' | '„' | '«' | '‹' => true,
        '‘' | '‚' | '\'' | '"' => free_before && tight_after,
        // These close in most languages; where they open, as in »so«, they stand before a word.
        '»' | '›' => free_before && after.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Whether `letter` closes what `mark` opened.
fn closes(mark: char, letter: char, before: Option<char>, after: Option<char>) -> bool {
    let ends_a_word = after.is_none_or(|after| !after.is_alphanumeric());
    match (mark, letter) {
        ('“', '”') | ('„', '“' | '”') | ('«', '»') | ('»', '«') | ('‹', '›') | ('›', '‹') => true,
        ('‚', '‘') | ('‘' | '‚', '’') | ('"', '"') => ends_a_word,
        ('\'', '\'') => ends_a_word && before.is_some_and(|before| !before.is_whitespace()),
        _ => false,
    }
}

/// Whether `mark` may be an apostrophe.
fn is_single(mark: char) -> bool {
    "‘‚'".contains(mark)
}

/// `start..end` less the white space at its ends, which some languages set inside the marks.
fn trimmed(words: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && words[start].is_whitespace() {
        start += 1;
    }
    while start < end && words[end - 1].is_whitespace() {
        end -= 1;
    }
    (start, end)
}
