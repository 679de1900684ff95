//! Characters of a symbol sequence under the current choices, and their paragraphs.

use std::collections::BTreeSet;
use std::ops::Range;

use super::symbols::{BLANK, LINE, Symbol, Symbols};
use crate::text::Text;
use crate::verify::Difference;

/// Characters, with one for each gap between words: `' '`, [`LINE`] or [`BLANK`].
pub(super) struct Stream {
    pub(super) characters: Vec<char>,
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
    pub(super) fn of(source: &Symbols) -> Self {
        let mut stream = Self { characters: Vec::new(), symbols: Vec::new(), folds: Vec::new() };
        for (place, symbol) in (0..).zip(&source.list) {
            match *symbol {
                Symbol::Char(character) => stream.push(character, place),
                Symbol::Choice(choice) => {
                    let choice = &source.choices[choice as usize];
                    let start = stream.characters.len();
                    for character in choice.options[choice.chosen as usize].chars() {
                        stream.push(character, place);
                    }
                    if choice.chosen != choice.as_is {
                        stream.folds.push((start, stream.characters.len(), choice.class));
                    }
                }
            }
        }
        if stream.characters.last().is_some_and(|character| character.is_whitespace()) {
            stream.characters.pop();
            stream.symbols.pop();
        }
        stream
    }

    fn push(&mut self, character: char, symbol: u32) {
        if !character.is_whitespace() {
            self.characters.push(character);
            self.symbols.push(symbol);
            return;
        }
        let character = if matches!(character, LINE | BLANK) { character } else { ' ' };
        match self.characters.last_mut() {
            None => {}
            Some(last) if last.is_whitespace() => {
                let strength = |character: char| [' ', LINE, BLANK].iter().position(|&other| other == character);
                if strength(*last) < strength(character) {
                    *last = character;
                }
            }
            Some(_) => {
                self.characters.push(character);
                self.symbols.push(symbol);
            }
        }
    }

    /// First character, other than a gap, that belongs to the symbol or a later one.
    pub(super) fn place(&self, symbol: u32) -> usize {
        let place = self.symbols.partition_point(|&other| other < symbol);
        place + usize::from(self.characters.get(place).is_some_and(|character| character.is_whitespace()))
    }

    /// Index of the symbol of a character.
    pub(super) fn symbol(&self, place: usize) -> Option<u32> {
        self.symbols.get(place).copied()
    }

    /// Paragraphs between `borders`.
    pub(super) fn paragraphs(&self, borders: &Borders) -> Vec<Range<usize>> {
        let (mut paragraphs, mut start) = (Vec::new(), 0);
        for (place, character) in self.characters.iter().enumerate() {
            let parts = character.is_whitespace()
                && match borders {
                    Borders::Blank => *character == BLANK,
                    Borders::Lines => *character != ' ',
                    Borders::At(symbols) => symbols.contains(&self.symbols[place]),
                };
            if parts {
                paragraphs.push(start..place);
                start = place + 1;
            }
        }
        if start < self.characters.len() {
            paragraphs.push(start..self.characters.len());
        }
        paragraphs
    }

    /// Text of a range, with gaps as spaces.
    pub(super) fn words(&self, range: Range<usize>) -> String {
        self.characters[range]
            .iter()
            .map(|&character| if character.is_whitespace() { ' ' } else { character })
            .collect()
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
