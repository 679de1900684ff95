//! Draft as a sequence of symbols: characters, and choices between readings.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::characters;
use super::draft::Draft;
use crate::text::without_preamble;
use crate::verify::Difference;

/// Line end. No other character of the sequence is one.
pub(super) const LINE: char = '\n';

/// Blank line, which separates blocks.
pub(super) const BLANK: char = '\u{2029}';

/// Largest number of bytes inside the brackets of a footnote mark.
const MAX_MARK_BYTES: usize = 24;

/// Largest number of consecutive invisible characters skipped.
const MAX_INVISIBLE: usize = 16;

/// Sequence of symbols with its choices.
#[derive(Clone)]
pub(super) struct Symbols {
    pub(super) list: Vec<Symbol>,
    pub(super) choices: Vec<Choice>,
    /// Headings, as ranges of symbols.
    pub(super) headings: Vec<(u32, u32)>,
}

/// Character, white space being `' '`, [`LINE`] or [`BLANK`], or the index of a choice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    Char(char),
    Choice(u32),
}

/// Alternative readings at one place.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) class: Difference,
    /// Variable of the choice. Within a passage, choices of one variable take the same option.
    pub(super) variable: u32,
    /// Options, likeliest first.
    pub(super) options: Vec<String>,
    /// Option as written in the copy.
    pub(super) as_is: u8,
    pub(super) chosen: u8,
    /// Whether a digest confirmed the chosen option.
    pub(super) is_confirmed: bool,
}

/// Element of the draft after Unicode composition.
#[derive(Clone)]
enum Token {
    Char(char),
    Optional { class: Difference, words: String, is_kept: bool },
}

impl Symbols {
    pub(super) fn of(draft: &Draft) -> Self {
        let mut builder = Builder {
            tokens: Vec::new(),
            symbols: Self { list: Vec::new(), choices: Vec::new(), headings: Vec::new() },
            variables: BTreeMap::new(),
        };
        let mut at = draft.text.len() - without_preamble(&draft.text).len();
        let mut places = BTreeMap::new();
        for part in &draft.optional {
            // An optional part that contains blocks is read unchanged.
            if part.range.start < at || draft.text[part.range.clone()].contains("\n\n") {
                continue;
            }
            builder.add(&draft.text, at, part.range.start, &mut places);
            let words = draft.text[part.range.clone()].nfc().collect();
            builder.tokens.push(Token::Optional { class: part.class, words, is_kept: part.is_kept });
            at = part.range.end;
        }
        builder.add(&draft.text, at, draft.text.len(), &mut places);
        let starts = builder.scan();
        let end = starts.last().copied().unwrap_or_default();
        let place = |byte: usize| {
            let token = places.range(byte..).next().map(|(_, &token)| token);
            token.and_then(|token: usize| starts.get(token).copied()).unwrap_or(end)
        };
        let headings = draft.headings.iter().map(|range| (place(range.start), place(range.end)));
        builder.symbols.headings = headings.filter(|(start, end)| start < end).collect();
        builder.symbols
    }
}

impl Symbols {
    /// Unconfirmed choices, grouped by variable.
    pub(super) fn unconfirmed(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (number, choice) in self.choices.iter().enumerate().filter(|(_, choice)| !choice.is_confirmed) {
            groups.entry(choice.variable).or_default().push(number);
        }
        groups.into_values().collect()
    }

    /// Advances a group of choices by `step` options.
    pub(super) fn advance(&mut self, group: &[usize], step: u8) {
        for &number in group {
            let choice = &mut self.choices[number];
            choice.chosen = (choice.chosen + step) % choice.options.len() as u8;
        }
    }

    /// Chosen option of each choice.
    pub(super) fn chosen(&self) -> Vec<u8> {
        self.choices.iter().map(|choice| choice.chosen).collect()
    }

    /// Restores options saved by [`chosen`](Self::chosen).
    pub(super) fn restore(&mut self, chosen: &[u8]) {
        for (choice, chosen) in self.choices.iter_mut().zip(chosen) {
            choice.chosen = *chosen;
        }
    }
}

struct Builder {
    tokens: Vec<Token>,
    symbols: Symbols,
    variables: BTreeMap<String, u32>,
}

impl Builder {
    /// Appends tokens for a part of the text and records the first token of each line.
    fn add(&mut self, text: &str, from: usize, to: usize, places: &mut BTreeMap<usize, usize>) {
        let mut at = from;
        for line in text[from..to].split_inclusive('\n') {
            places.insert(at, self.tokens.len());
            self.tokens.extend(line.nfc().map(Token::Char));
            at += line.len();
        }
        places.insert(to, self.tokens.len());
    }

    fn character(&self, at: usize) -> Option<char> {
        match self.tokens.get(at) {
            Some(Token::Char(character)) => Some(*character),
            _ => None,
        }
    }

    /// First visible token from `at`.
    fn visible(&self, at: usize) -> usize {
        (at..at + MAX_INVISIBLE)
            .find(|&place| !self.character(place).is_some_and(characters::is_invisible))
            .unwrap_or(at)
    }

    /// White space from `at`: its end, and its kind.
    fn space(&self, at: usize) -> (usize, char) {
        let (mut end, mut lines, mut parts) = (at, 0, false);
        loop {
            match self.character(end) {
                Some('\r') if self.character(end + 1) == Some('\n') => {}
                Some('\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}') => lines += 1,
                Some(BLANK) => parts = true,
                Some(character) if character.is_whitespace() || (end > at && characters::is_invisible(character)) => {}
                _ => break,
            }
            end += 1;
        }
        (
            end,
            if parts || lines > 1 {
                BLANK
            } else if lines == 1 {
                LINE
            } else {
                ' '
            },
        )
    }

    /// Adds a choice. An empty variable name makes the choice independent.
    fn choose(&mut self, class: Difference, variable: &str, options: Vec<String>, as_is: u8) {
        let choice = self.symbols.choices.len() as u32;
        let name = if variable.is_empty() { format!("{choice}") } else { variable.to_owned() };
        let next = self.variables.len() as u32;
        let variable = *self.variables.entry(name).or_insert(next);
        self.symbols.list.push(Symbol::Choice(choice));
        self.symbols.choices.push(Choice { class, variable, options, as_is, chosen: 0, is_confirmed: false });
    }

    /// Adds a choice between the text as written and another form. The form is the likelier if `is_form`.
    fn choose_form(&mut self, class: Difference, variable: &str, raw: String, form: String, is_form: bool) {
        let options = if is_form { vec![form, raw] } else { vec![raw, form] };
        self.choose(class, variable, options, u8::from(is_form));
    }

    /// Converts the tokens to symbols. Returns the first symbol of each token, and the end.
    fn scan(&mut self) -> Vec<u32> {
        let mut starts = Vec::with_capacity(self.tokens.len() + 1);
        let (mut at, mut before) = (0, None);
        while at < self.tokens.len() {
            let here = self.symbols.list.len() as u32;
            let end = self.step(at, before);
            starts.resize(end, here);
            before = self.character(end - 1).filter(|character| !characters::is_invisible(*character)).or(before);
            at = end;
        }
        starts.push(self.symbols.list.len() as u32);
        starts
    }

    /// Converts what starts at a token and returns its end. `before` is the last visible character.
    fn step(&mut self, at: usize, before: Option<char>) -> usize {
        let character = match &self.tokens[at] {
            Token::Char(character) => *character,
            Token::Optional { class, words, is_kept } => {
                let (class, words, is_kept) = (*class, words.clone(), *is_kept);
                self.choose_form(class, class.word(), words, String::new(), !is_kept);
                return at + 1;
            }
        };
        if let Some(end) = self
            .hyphenated(at, character, before)
            .or_else(|| self.note_mark(at, before))
            .or_else(|| self.substitute(at, character))
        {
            return end;
        }
        if character.is_whitespace() {
            let (end, gap) = self.space(at);
            let next = self.character(self.visible(end));
            let is = |test: fn(char) -> bool| before.is_some_and(test) && next.is_some_and(test);
            let is_dash =
                |character: Option<char>| character.is_some_and(|character| characters::folded(character) == '-');
            if gap == LINE && is(characters::is_unspaced) {
                self.choose_form(Difference::Hyphens, "unspaced", gap.to_string(), String::new(), true);
            } else if gap != BLANK && (is_dash(before) || is_dash(next)) {
                self.choose_form(Difference::Spaces, "dash", gap.to_string(), String::new(), false);
            } else {
                self.symbols.list.push(Symbol::Char(gap));
            }
            return end;
        }
        if characters::is_invisible(character) {
            let variable = format!("invisible {character}");
            self.choose_form(
                Difference::Invisible,
                &variable,
                character.to_string(),
                String::new(),
                !characters::is_spelling(character),
            );
        } else if let Some((class, form)) = characters::mark(character) {
            self.choose_form(class, &format!("mark {character}"), character.to_string(), form.to_owned(), false);
        } else if let Some((class, form, is_form)) = characters::compatible(character) {
            let alike = class == Difference::Ligatures || ('\u{ff01}'..='\u{ffee}').contains(&character);
            let variable = if alike { class.word().to_owned() } else { format!("compatible {character}") };
            self.choose_form(class, &variable, character.to_string(), form, is_form);
        } else {
            self.symbols.list.push(Symbol::Char(character));
        }
        at + 1
    }

    /// Handles a hyphenated line end: the word may be one, keep its hyphen, or end in one as in `pre- and`.
    fn hyphenated(&mut self, at: usize, character: char, before: Option<char>) -> Option<usize> {
        let after = self.visible(at + 1);
        let is_candidate = characters::is_hyphen(character) && before.is_some_and(char::is_alphanumeric);
        self.character(after).filter(|next| is_candidate && next.is_whitespace())?;
        let (end, gap) = self.space(after);
        let end = self.visible(end);
        let next = self.character(end).filter(|next| gap == LINE && next.is_alphanumeric())?;
        let as_is = if character == '\u{ad}' { LINE.to_string() } else { format!("{character}{LINE}") };
        let hyphen = if matches!(character, '\u{ad}' | '\u{ac}') { '-' } else { character };
        let mut options = vec![String::new(), hyphen.to_string()];
        if next.is_uppercase() || next.is_numeric() {
            options.reverse();
        }
        options.push(as_is);
        self.choose(Difference::Hyphens, "", options, 2);
        Some(end)
    }

    /// Handles a footnote mark: superscript digits, or brackets, probably around a number or a name after `^`.
    fn note_mark(&mut self, at: usize, before: Option<char>) -> Option<usize> {
        let raised = |character: char| matches!(character, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}');
        let first = self.character(at)?;
        let mut end = at + 1;
        // Square metres have a superscript digit too, and editors put remarks in brackets.
        let mut is_mark = before.is_some_and(|before| !before.is_alphanumeric());
        if raised(first) {
            while self.character(end).is_some_and(raised) {
                end += 1;
            }
        } else {
            if characters::bare(first) != '[' {
                return None;
            }
            let mut inside = String::new();
            loop {
                end = self.visible(end);
                let character = characters::bare(self.character(end)?);
                end += 1;
                match character {
                    ']' => break,
                    '[' | '\n' | '\r' => return None,
                    _ if inside.len() > MAX_MARK_BYTES => return None,
                    _ => inside.push(character),
                }
            }
            let is_number = inside.len() < 4
                && inside.chars().all(|character| character.is_ascii_digit() || "*†‡".contains(character));
            is_mark = !inside.is_empty() && (is_number || inside.starts_with('^'));
        }
        let raw: String = (at..end).filter_map(|place| self.character(place)).collect();
        let variable = if raised(first) {
            "raised"
        } else if is_mark {
            "mark"
        } else {
            "brackets"
        };
        self.choose_form(Difference::Notes, variable, raw, String::new(), is_mark);
        Some(end)
    }

    /// Handles ASCII substitutes for typographic characters.
    fn substitute(&mut self, at: usize, character: char) -> Option<usize> {
        // Part of a longer run is not a substitute.
        if at.checked_sub(1).is_some_and(|before| self.character(before) == Some(character)) {
            return None;
        }
        let run = (at..at + 4).take_while(|&place| self.character(place) == Some(character)).count();
        let (class, form, length) = match (character, run) {
            ('.', 3) => (Difference::Compatibility, "\u{2026}", 3),
            ('-', 2 | 3) => (Difference::Dashes, "\u{2014}", run),
            // Highlight mark of a web clipper.
            ('=', 2) => (Difference::Notes, "", 2),
            ('.', 1) if (1..5).all(|step| self.character(at + step) == Some(if step % 2 == 0 { '.' } else { ' ' })) => {
                self.choose_form(
                    Difference::Compatibility,
                    "spaced .",
                    ". . .".to_owned(),
                    "\u{2026}".to_owned(),
                    false,
                );
                return Some(at + 5);
            }
            ('`' | '\'', 2) => (Difference::QuotationMarks, "\"", 2),
            _ => return None,
        };
        self.choose_form(
            class,
            &format!("typed {character}"),
            character.to_string().repeat(length),
            form.to_owned(),
            form.is_empty(),
        );
        Some(at + length)
    }
}
