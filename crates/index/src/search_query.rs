//! A parsed search query and the rule of what it matches, stated on plain strings.

use core::ops::Range;

use crate::fold::{GAP, Role, Word, each_word, ends_in_hebrew, is_hebrew, words};
use crate::spans::apart;
use crate::typing::{Kind, forgivable, one_error};

/// Maximum number of typed words, including those in phrases and exclusions.
pub const MAX_WORDS: usize = 16;

/// A character of a script without spaces counts for this part of a word.
const CHARACTERS_A_WORD: usize = 8;

/// Number of tiers: three kinds of match times two places.
pub const TIERS: u8 = 6;

/// Parsed search query.
///
/// # Rules
///
/// - The words are folded ([`fold`](crate::fold)) and all of them must stand in the head or the body of a row, in one
///   of the spellings that they have typed and one of those that they have there. In phrases the same holds of each
///   word.
/// - The last word matches as a prefix, unless white space follows it or it stands in quotes.
/// - `"Quoted words"` match consecutive words, in the head or in the body. A quote left open ends with the text.
/// - `-word` and `-"a phrase"` exclude; a lone `-` is nothing.
/// - One typing error is forgiven in a typed word of five letters or more; for the prefix it may stand in the prefix.
///   Excluded words and phrases forgive nothing.
/// - A typed compound (`cease-fire`) matches as its joined spelling does (`ceasefire`), or as the phrase of its parts.
///   Hence the hyphenated, the joined and the spaced form of a text are all found by the hyphenated form, and a
///   hyphenated text by each of the three.
/// - Characters of a script without spaces, and what is typed directly beside them, match as the phrase of them (`防波堤`,
///   `2031年`), so in the middle of a sentence; the last of them may lack its marks, or be the beginning of a word,
///   where the last word may.
/// - The first [`MAX_WORDS`] words count, eight characters being one; the rest is ignored.
///
/// # Tiers
///
/// A typed word meets a row in the tier `2 * kind + place`: the kind is exact (0), prefix (1) or typing error (2), the
/// place is head (0) or body (1); so any exact word ranks before any prefix, and within a kind a name or quote ranks
/// before a summary. The best meeting counts. A phrase is exact, unless its last character or word is met as a prefix.
/// The tier of a row is that of its weakest word; where nothing but exclusions is typed it is 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery {
    terms: Vec<Term>,
}

/// One thing asked for or excluded. It matches by its word or by its phrase, whichever is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Term {
    /// The spellings of a folded word; none for a phrase of several words.
    pub(crate) words: Vec<String>,
    /// Consecutive words, each in its spellings; none for a single word.
    pub(crate) phrase: Vec<Vec<String>>,
    /// Whether the word, or the last one of a phrase alone, may be the beginning of a longer one.
    pub(crate) prefix: bool,
    /// Whether a typing error in the word is forgiven.
    pub(crate) forgiving: bool,
    /// Whether rows with this term are dropped rather than kept.
    pub(crate) exclude: bool,
}

impl SearchQuery {
    /// Reads what was typed. Every text is a search query; no text fails.
    #[must_use]
    pub fn parse(text: &str) -> SearchQuery {
        let mut parser = Parser { terms: Vec::new(), budget: MAX_WORDS * CHARACTERS_A_WORD };
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
            } else if matches!(first, '-' | '－') && chunk_start {
                (exclude, chunk_start) = (true, false);
                rest = after;
            } else if is_quote(first) {
                let end = after.find(is_quote).unwrap_or(after.len());
                parser.phrase(&after[..end], exclude);
                rest = after[end..].chars().next().map_or("", |quote| &after[end + quote.len_utf8()..]);
                chunk_start = false;
            } else {
                let end = end_of_run(rest);
                parser.plain(&rest[..end], exclude, end == rest.len());
                rest = &rest[end..];
                chunk_start = false;
            }
        }
        SearchQuery { terms: parser.terms }
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

    /// The bytes of `text` to highlight: the whole words and the phrases that a typed word meets, exactly, by prefix or
    /// by typing error. Ascending, apart from each other, on character boundaries. A compound is marked as one only if
    /// none of its parts is.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.terms.iter().all(|term| term.exclude) {
            return Vec::new();
        }
        let words = words(text);
        let mut marks = Vec::new();
        for term in self.terms.iter().filter(|term| !term.exclude) {
            term.mark(&words, &mut marks);
        }
        apart(&marks).into_iter().map(|mark| mark.start as usize..mark.end as usize).collect()
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '＂')
}

/// The end, in bytes, of the run that `text` begins with: at white space or a quote. The sign between two letters of
/// Hebrew is no quote.
fn end_of_run(text: &str) -> usize {
    let ends = |(at, c): (usize, char)| {
        let in_word = || c == '"' && ends_in_hebrew(&text[..at]) && text[at + 1..].starts_with(is_hebrew);
        (c.is_whitespace() || (is_quote(c) && !in_word())).then_some(at)
    };
    text.char_indices().find_map(ends).unwrap_or(text.len())
}

struct Parser {
    terms: Vec<Term>,
    /// Characters still to be considered.
    budget: usize,
}

/// Takes what a step costs; `false` if that is not left.
fn pay(budget: &mut usize, role: Role) -> bool {
    let cost = match role {
        Role::Word => CHARACTERS_A_WORD,
        Role::Character => 1,
        Role::Gap | Role::Compound | Role::Spelling => 0,
    };
    let left = budget.checked_sub(cost);
    *budget = left.unwrap_or(0);
    left.is_some()
}

impl Parser {
    /// A run outside quotes and without white space; `last` if nothing follows it.
    fn plain(&mut self, text: &str, exclude: bool, last: bool) {
        let (terms, budget) = (&mut self.terms, &mut self.budget);
        let mut starts = Vec::new();
        // The step before, if what comes directly behind it is one run with it.
        let mut before: Option<(Role, usize)> = None;
        each_word(text, &mut |folded, range, role| {
            if !pay(budget, role) {
                return false;
            }
            let word = || vec![folded.to_owned()];
            let forgiving = !exclude && forgivable(folded);
            match (role, terms.last_mut()) {
                (Role::Spelling, Some(term)) => term.last_spellings().push(folded.to_owned()),
                (Role::Word | Role::Character, Some(term)) if goes_on(before, role, range.start) => {
                    if term.phrase.is_empty() {
                        term.phrase.push(core::mem::take(&mut term.words));
                    }
                    term.phrase.push(word());
                    term.forgiving = false;
                }
                (Role::Word | Role::Character, _) => {
                    terms.push(Term { words: word(), forgiving, exclude, ..Term::default() });
                    starts.push(range.start);
                }
                (Role::Compound, _) => {
                    // The parts were taken for words of their own; they are the phrase of this compound.
                    let parts = starts.iter().rev().take_while(|&&start| start >= range.start).count();
                    starts.truncate(starts.len() - parts);
                    let phrase = terms.drain(terms.len() - parts..).map(|part| part.words).collect();
                    terms.push(Term { words: word(), phrase, forgiving, exclude, ..Term::default() });
                    starts.push(range.start);
                }
                (Role::Gap | Role::Spelling, _) => {}
            }
            if role != Role::Spelling {
                let is_step = matches!(role, Role::Word | Role::Character);
                before = is_step.then_some((role, range.end));
            }
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
        let mut of_compound = false;
        each_word(text, &mut |folded, _, role| {
            if !pay(budget, role) {
                return false;
            }
            match (role, term.phrase.last_mut()) {
                (Role::Word | Role::Character | Role::Gap, _) => term.phrase.push(vec![folded.to_owned()]),
                (Role::Spelling, Some(word)) if !of_compound => word.push(folded.to_owned()),
                (Role::Spelling | Role::Compound, _) => {}
            }
            of_compound = role == Role::Compound;
            true
        });
        // Where the budget ends, a gap may be left over.
        term.phrase.pop_if(|last| last[0] == GAP);
        if term.phrase.len() < 2 {
            term.words = term.phrase.pop().unwrap_or_default();
        }
        if !term.words.is_empty() || !term.phrase.is_empty() {
            self.terms.push(term);
        }
    }
}

/// Whether a step that begins at `start` is one run with the step before: one of the two is a character, and nothing
/// stands between.
fn goes_on(before: Option<(Role, usize)>, role: Role, start: usize) -> bool {
    let is_character = |role| role == Role::Character;
    // A gap would have been shown between two characters.
    before.is_some_and(|(before, end)| match (is_character(before), is_character(role)) {
        (true, true) => true,
        (true, false) | (false, true) => end == start,
        (false, false) => false,
    })
}

impl Term {
    /// The spellings of its word, or of the last one of its phrase.
    fn last_spellings(&mut self) -> &mut Vec<String> {
        if self.words.is_empty() { self.phrase.last_mut().unwrap_or(&mut self.words) } else { &mut self.words }
    }

    /// Whether the last word of its phrase may be the beginning of a longer one.
    pub(crate) fn prefix_of_phrase(&self) -> bool {
        self.prefix && self.words.is_empty()
    }

    /// How well the typed word meets `word`, a word or compound of a text.
    fn kind_of(&self, word: &Word) -> Option<Kind> {
        let kind = |typed: &String, word: &str| {
            if typed == word {
                Some(Kind::Exact)
            } else if self.prefix && word.starts_with(typed) {
                Some(Kind::Prefix)
            } else if self.forgiving && one_error(typed, word, self.prefix) {
                Some(Kind::Typo)
            } else {
                None
            }
        };
        self.words.iter().flat_map(|typed| word.spellings().filter_map(move |word| kind(typed, word))).min()
    }

    /// How well the term meets a text of these words.
    fn kind_in(&self, words: &[Word]) -> Option<Kind> {
        let by_word = words.iter().filter_map(|word| self.kind_of(word));
        let exact = (!self.runs(words, false).is_empty()).then_some(Kind::Exact);
        let prefix = || (!self.runs(words, self.prefix_of_phrase()).is_empty()).then_some(Kind::Prefix);
        exact.or_else(|| by_word.min()).or_else(prefix)
    }

    /// The runs of words that are the phrase in a text of these words; with `prefix` also if its last word is only
    /// their beginning.
    fn runs(&self, words: &[Word], prefix: bool) -> Vec<Range<u32>> {
        let Some(last) = self.phrase.len().checked_sub(1) else { return Vec::new() };
        let steps: Vec<&Word> = words.iter().filter(|word| !word.compound).collect();
        let meets = |at: usize, word: &Word| {
            let mut spellings =
                self.phrase[at].iter().flat_map(|typed| word.spellings().map(move |word| (typed, word)));
            spellings.any(|(typed, word)| typed == word || (prefix && at == last && word.starts_with(typed)))
        };
        let runs = steps.windows(self.phrase.len());
        let runs = runs.filter(|run| run.iter().enumerate().all(|(at, word)| meets(at, word)));
        runs.map(|run| run[0].range.start as u32..run[run.len() - 1].range.end as u32).collect()
    }

    fn mark(&self, words: &[Word], marks: &mut Vec<Range<u32>>) {
        let before = marks.len();
        for word in words.iter().filter(|word| self.kind_of(word).is_some()) {
            let (start, end) = (word.range.start as u32, word.range.end as u32);
            let part_marked = marks[before..].last().is_some_and(|mark| mark.start >= start);
            if !(word.compound && part_marked) {
                marks.push(start..end);
            }
        }
        marks.append(&mut self.runs(words, self.prefix_of_phrase()));
    }
}
