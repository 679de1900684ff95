//! Characters of a symbol sequence under the current choices, and their paragraphs.

use std::collections::BTreeSet;
use std::ops::Range;

use super::symbols::{BLANK, LINE, Symbol, Symbols};
use crate::text::Text;
use crate::verify::Difference;

/// Characters, with one for each gap between words: `' '`, [`LINE`] or [`BLANK`].
pub(super) struct Stream {
    pub(super) signs: Vec<char>,
    /// Index of the symbol of each character.
    symbols: Vec<u32>,
    /// Places read otherwise than written in the copy: start, end, kind of difference.
    folds: Vec<(usize, usize, Difference)>,
}

/// Borders between paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Borders {
    /// Blank lines.
    Blank,
    /// All line ends.
    Lines,
    /// Gaps with these symbols.
    At(BTreeSet<u32>),
}

impl Stream {
    pub(super) fn of(row: &Symbols) -> Self {
        let mut stream = Self { signs: Vec::new(), symbols: Vec::new(), folds: Vec::new() };
        for (place, symbol) in (0..).zip(&row.list) {
            match *symbol {
                Symbol::Sign(sign) => stream.push(sign, place),
                Symbol::Choice(choice) => {
                    let choice = &row.choices[choice as usize];
                    let start = stream.signs.len();
                    for sign in choice.options[choice.chosen as usize].chars() {
                        stream.push(sign, place);
                    }
                    if choice.chosen != choice.as_is {
                        stream.folds.push((start, stream.signs.len(), choice.class));
                    }
                }
            }
        }
        if stream.signs.last().is_some_and(|sign| sign.is_whitespace()) {
            stream.signs.pop();
            stream.symbols.pop();
        }
        stream
    }

    fn push(&mut self, sign: char, symbol: u32) {
        if !sign.is_whitespace() {
            self.signs.push(sign);
            self.symbols.push(symbol);
            return;
        }
        let sign = if matches!(sign, LINE | BLANK) { sign } else { ' ' };
        match self.signs.last_mut() {
            None => {}
            Some(last) if last.is_whitespace() => {
                let strength = |sign: char| [' ', LINE, BLANK].iter().position(|&other| other == sign);
                if strength(*last) < strength(sign) {
                    *last = sign;
                }
            }
            Some(_) => {
                self.signs.push(sign);
                self.symbols.push(symbol);
            }
        }
    }

    /// First character, other than a gap, that belongs to the symbol or a later one.
    pub(super) fn place(&self, symbol: u32) -> usize {
        let place = self.symbols.partition_point(|&other| other < symbol);
        place + usize::from(self.signs.get(place).is_some_and(|sign| sign.is_whitespace()))
    }

    /// Index of the symbol of a character.
    pub(super) fn symbol(&self, place: usize) -> Option<u32> {
        self.symbols.get(place).copied()
    }

    /// Paragraphs between `borders`.
    pub(super) fn paragraphs(&self, borders: &Borders) -> Vec<Range<usize>> {
        let (mut paragraphs, mut start) = (Vec::new(), 0);
        for (place, sign) in self.signs.iter().enumerate() {
            let parts = sign.is_whitespace()
                && match borders {
                    Borders::Blank => *sign == BLANK,
                    Borders::Lines => *sign != ' ',
                    Borders::At(symbols) => symbols.contains(&self.symbols[place]),
                };
            if parts {
                paragraphs.push(start..place);
                start = place + 1;
            }
        }
        if start < self.signs.len() {
            paragraphs.push(start..self.signs.len());
        }
        paragraphs
    }

    /// Text of a range, with gaps as spaces.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        self.signs[range].iter().map(|&sign| if sign.is_whitespace() { ' ' } else { sign }).collect()
    }

    /// Text of the paragraphs.
    pub(super) fn text(&self, paragraphs: &[Range<usize>]) -> Text {
        Text::of(paragraphs.iter().map(|range| self.words(range.clone())).collect())
    }

    /// Differences undone within a range.
    pub(super) fn folds(&self, range: Range<usize>) -> BTreeSet<Difference> {
        let inside = |&&(start, end, _): &&(usize, usize, Difference)| {
            start < range.end && end > range.start || (start == end && start > range.start && start < range.end)
        };
        let first = self.folds.partition_point(|&(_, end, _)| end < range.start);
        let near = self.folds[first..].iter().take_while(|(start, ..)| *start <= range.end);
        near.filter(inside).map(|(.., class)| *class).collect()
    }
}
