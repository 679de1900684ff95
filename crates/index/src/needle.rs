//! What a reader typed, parsed once, and the law of what it matches, in plain strings.

use core::ops::Range;

use crate::fold::{Word, each_word, words};
use crate::spans::apart;
use crate::typing::{Kind, forgivable, one_error};

/// How many typed words are considered, those in phrases and exclusions included.
pub const MAX_WORDS: usize = 16;

/// How many tiers there are: three kinds times two places.
pub const TIERS: u8 = 6;

/// What a reader typed, parsed once.
///
/// # The law
///
/// - The words are folded ([`fold`](crate::fold)) and all of them must stand in the head or the body of a row.
/// - The last word matches as a prefix, unless white space follows it or it stands in quotes.
/// - `"Quoted words"` match consecutive words, in the head or in the body. A quote left open ends with the text.
/// - `-word` and `-"a phrase"` exclude; a lone `-` is nothing.
/// - One typing error is forgiven in a typed word of five letters or more; for the prefix it may stand in the prefix. Excluded words and phrases
///   forgive nothing.
/// - A typed compound (`cease-fire`) matches as its joined spelling does (`ceasefire`), or as the phrase of its parts. Hence the hyphenated, the
///   joined and the spaced form of a text are all found by the hyphenated form, and a hyphenated text by each of the three.
/// - The first [`MAX_WORDS`] words count, the rest is ignored.
///
/// # Tiers
///
/// A typed word meets a row in the tier `2 * kind + place`: the kind is exact (0), prefix (1) or typing error (2), the place is head (0) or body (1);
/// so any exact word ranks before any prefix, and within a kind a name or quote ranks before a summary. The best meeting counts. A
/// phrase is exact. The tier of a row is that of its weakest word; where nothing but exclusions is typed it is 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needle {
    terms: Vec<Term>,
}

/// One thing asked for or excluded. It matches by its word or by its phrase, whichever is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Term {
    /// A folded word; empty for a phrase of several words.
    pub(crate) word: String,
    /// Consecutive words, two or more; empty for a single word.
    pub(crate) phrase: Vec<String>,
    /// Whether the word may be the beginning of a longer one.
    pub(crate) prefix: bool,
    /// Whether a typing error in the word is forgiven.
    pub(crate) forgiving: bool,
    /// Whether rows with this term are dropped rather than kept.
    pub(crate) exclude: bool,
}

impl Needle {
    /// Reads what was typed. Every text is a needle; no text fails.
    #[must_use]
    pub fn parse(text: &str) -> Needle {
        let mut parser = Parser { terms: Vec::new(), budget: MAX_WORDS };
        let mut rest = text;
        let mut exclude = false;
        // A chunk is what stands between white space outside quotes; its minus holds for all of it.
        let mut chunk_start = true;
        while let Some(first) = rest.chars().next() {
            if parser.budget == 0 {
                break;
            }
            let after = &rest[first.len_utf8()..];
            if first.is_whitespace() {
                (exclude, chunk_start) = (false, true);
                rest = after;
            } else if first == '-' && chunk_start {
                (exclude, chunk_start) = (true, false);
                rest = after;
            } else if is_quote(first) {
                let end = after.find(is_quote).unwrap_or(after.len());
                parser.phrase(&after[..end], exclude);
                rest = after[end..].chars().next().map_or("", |quote| &after[end + quote.len_utf8()..]);
                chunk_start = false;
            } else {
                let end = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
                parser.plain(&rest[..end], exclude, end == rest.len());
                rest = &rest[end..];
                chunk_start = false;
            }
        }
        Needle { terms: parser.terms }
    }

    /// Whether nothing is asked for, so that every row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub(crate) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The tier in which a row of this head and this body matches (0 is the best), `None` if it does not.
    #[must_use]
    pub fn matches(&self, head: &str, body: &str) -> Option<u8> {
        let places = [words(head), words(body)];
        let mut tier = 0;
        for term in &self.terms {
            let best =
                places.iter().zip(0u8..).filter_map(|(words, place)| Some(2 * term.kind_in(words)? as u8 + place));
            match (best.min(), term.exclude) {
                (Some(best), false) => tier = tier.max(best),
                (None, false) | (Some(_), true) => return None,
                (None, true) => {}
            }
        }
        Some(tier)
    }

    /// The bytes of `text` to highlight: the whole words and the phrases that a typed word meets, exactly, by prefix or by typing error.
    /// Ascending, apart from each other, on character boundaries. A compound is marked as one only if none of its parts is.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut marks = Vec::new();
        for term in self.terms.iter().filter(|term| !term.exclude) {
            term.mark(&words, &mut marks);
        }
        apart(&marks).into_iter().map(|mark| mark.start as usize..mark.end as usize).collect()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

struct Parser {
    terms: Vec<Term>,
    /// Words still to be considered.
    budget: usize,
}

impl Parser {
    /// A run outside quotes and without white space; `last` if nothing follows it.
    fn plain(&mut self, text: &str, exclude: bool, last: bool) {
        let (terms, budget) = (&mut self.terms, &mut self.budget);
        let mut starts = Vec::new();
        each_word(text, &mut |folded, range, compound| {
            let mut phrase = Vec::new();
            if compound {
                // The parts were taken for words of their own; they are the phrase of this compound.
                let parts = starts.iter().rev().take_while(|&&start| start >= range.start).count();
                starts.truncate(starts.len() - parts);
                phrase.extend(terms.drain(terms.len() - parts..).map(|part| part.word));
            } else if *budget == 0 {
                return false;
            } else {
                *budget -= 1;
            }
            let forgiving = !exclude && forgivable(folded);
            terms.push(Term { word: folded.to_owned(), phrase, prefix: false, forgiving, exclude });
            starts.push(range.start);
            true
        });
        if let (Some(term), false, true) = (terms.last_mut(), starts.is_empty(), last) {
            term.prefix = !exclude;
        }
    }

    /// The text between two quotes.
    fn phrase(&mut self, text: &str, exclude: bool) {
        let budget = &mut self.budget;
        let mut term = Term { exclude, ..Term::default() };
        each_word(text, &mut |folded, _, compound| {
            if compound {
                return true;
            }
            if *budget == 0 {
                return false;
            }
            *budget -= 1;
            term.phrase.push(folded.to_owned());
            true
        });
        if term.phrase.len() < 2 {
            term.word = term.phrase.pop().unwrap_or_default();
        }
        if !term.word.is_empty() || !term.phrase.is_empty() {
            self.terms.push(term);
        }
    }
}

impl Term {
    /// How well the typed word meets `word`, a folded word or compound of a text.
    fn kind_of(&self, word: &str) -> Option<Kind> {
        if self.word == word {
            (!word.is_empty()).then_some(Kind::Exact)
        } else if self.prefix && word.starts_with(&self.word) {
            Some(Kind::Prefix)
        } else if self.forgiving && one_error(&self.word, word, self.prefix) {
            Some(Kind::Typo)
        } else {
            None
        }
    }

    /// How well the term meets a text of these words.
    fn kind_in(&self, words: &[Word]) -> Option<Kind> {
        let runs = self.runs(words);
        let word = words.iter().filter_map(|word| self.kind_of(&word.folded)).min();
        if runs.is_empty() { word } else { Some(Kind::Exact) }
    }

    /// Where the phrase stands in a text of these words.
    fn runs(&self, words: &[Word]) -> Vec<Range<u32>> {
        if self.phrase.is_empty() {
            return Vec::new();
        }
        let steps: Vec<&Word> = words.iter().filter(|word| !word.compound).collect();
        let runs = steps.windows(self.phrase.len());
        let runs = runs.filter(|run| run.iter().zip(&self.phrase).all(|(word, asked)| word.folded == *asked));
        runs.map(|run| run[0].range.start as u32..run[run.len() - 1].range.end as u32).collect()
    }

    fn mark(&self, words: &[Word], marks: &mut Vec<Range<u32>>) {
        let before = marks.len();
        for word in words.iter().filter(|word| self.kind_of(&word.folded).is_some()) {
            let (start, end) = (word.range.start as u32, word.range.end as u32);
            let part_marked = marks[before..].last().is_some_and(|mark| mark.start >= start);
            if !(word.compound && part_marked) {
                marks.push(start..end);
            }
        }
        marks.append(&mut self.runs(words));
    }
}
