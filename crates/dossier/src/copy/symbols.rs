//! A draft as a row of symbols: characters, and choices between ways to read what stands there.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::draft::Draft;
use super::signs;
use crate::text::without_preamble;
use crate::verify::Difference;

/// The end of a line. Nothing else in a row of symbols stands for one.
pub(super) const LINE: char = '\n';

/// A blank line, which parts blocks.
pub(super) const BLANK: char = '\u{2029}';

/// So many bytes may stand in the brackets of a mark.
const LONGEST_MARK: usize = 24;

/// So many characters without width are looked past.
const MOST_INVISIBLE: usize = 16;

/// The row.
#[derive(Clone)]
pub(super) struct Symbols {
    pub(super) list: Vec<Symbol>,
    pub(super) choices: Vec<Choice>,
    /// The headings, in symbols.
    pub(super) headings: Vec<(u32, u32)>,
}

/// A character, white space being one of `' '`, [`LINE`] and [`BLANK`]; or the place of a choice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    Sign(char),
    Choice(u32),
}

/// Ways to read what stands in one place.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) class: Difference,
    /// The variable that it decides: choices of one variable are made alike throughout a passage.
    pub(super) variable: u32,
    /// The likeliest first.
    pub(super) options: Vec<String>,
    /// The one that the copy has.
    pub(super) as_is: u8,
    pub(super) chosen: u8,
    /// Whether a digest has confirmed what is chosen.
    pub(super) is_sure: bool,
}

/// A piece of the draft, composed.
#[derive(Clone)]
enum Token {
    Sign(char),
    Optional { class: Difference, words: String, is_kept: bool },
}

impl Symbols {
    pub(super) fn of(draft: &Draft) -> Self {
        let mut row = Row {
            tokens: Vec::new(),
            symbols: Self { list: Vec::new(), choices: Vec::new(), headings: Vec::new() },
            variables: BTreeMap::new(),
        };
        let mut at = draft.text.len() - without_preamble(&draft.text).len();
        let mut places = BTreeMap::new();
        for part in &draft.optional {
            // A part with blocks of its own is read as it stands.
            if part.range.start < at || draft.text[part.range.clone()].contains("\n\n") {
                continue;
            }
            row.add(&draft.text, at, part.range.start, &mut places);
            let words = draft.text[part.range.clone()].nfc().collect();
            row.tokens.push(Token::Optional { class: part.class, words, is_kept: part.is_kept });
            at = part.range.end;
        }
        row.add(&draft.text, at, draft.text.len(), &mut places);
        let starts = row.scan();
        let end = starts.last().copied().unwrap_or_default();
        let place = |byte: usize| {
            let token = places.range(byte..).next().map(|(_, &token)| token);
            token.and_then(|token: usize| starts.get(token).copied()).unwrap_or(end)
        };
        let headings = draft.headings.iter().map(|range| (place(range.start), place(range.end)));
        row.symbols.headings = headings.filter(|(start, end)| start < end).collect();
        row.symbols
    }
}

impl Symbols {
    /// The choices that no passage confirmed, those of one variable together.
    pub(super) fn open(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (number, choice) in self.choices.iter().enumerate().filter(|(_, choice)| !choice.is_sure) {
            groups.entry(choice.variable).or_default().push(number);
        }
        groups.into_values().collect()
    }

    /// Makes a group of choices otherwise, by so many options on.
    pub(super) fn turn(&mut self, group: &[usize], step: u8) {
        for &number in group {
            let choice = &mut self.choices[number];
            choice.chosen = (choice.chosen + step) % choice.options.len() as u8;
        }
    }

    /// The option that is chosen at each choice.
    pub(super) fn chosen(&self) -> Vec<u8> {
        self.choices.iter().map(|choice| choice.chosen).collect()
    }

    /// Chooses what was chosen before.
    pub(super) fn restore(&mut self, chosen: &[u8]) {
        for (choice, chosen) in self.choices.iter_mut().zip(chosen) {
            choice.chosen = *chosen;
        }
    }
}

struct Row {
    tokens: Vec<Token>,
    symbols: Symbols,
    variables: BTreeMap<String, u32>,
}

impl Row {
    /// Takes a part of the text, and notes which token each of its lines begins with.
    fn add(&mut self, text: &str, from: usize, to: usize, places: &mut BTreeMap<usize, usize>) {
        let mut at = from;
        for line in text[from..to].split_inclusive('\n') {
            places.insert(at, self.tokens.len());
            self.tokens.extend(line.nfc().map(Token::Sign));
            at += line.len();
        }
        places.insert(to, self.tokens.len());
    }

    fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at) {
            Some(Token::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    /// The place of the first token from `at` that has width.
    fn visible(&self, at: usize) -> usize {
        (at..at + MOST_INVISIBLE).find(|&place| !self.sign(place).is_some_and(signs::is_invisible)).unwrap_or(at)
    }

    /// The white space from `at`: its end, and what it is.
    fn space(&self, at: usize) -> (usize, char) {
        let (mut end, mut lines, mut parts) = (at, 0, false);
        loop {
            match self.sign(end) {
                Some('\r') if self.sign(end + 1) == Some('\n') => {}
                Some('\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}') => lines += 1,
                Some(BLANK) => parts = true,
                Some(sign) if sign.is_whitespace() || (end > at && signs::is_invisible(sign)) => {}
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

    /// Adds a choice. A variable without a name is its own.
    fn choose(&mut self, class: Difference, variable: &str, options: Vec<String>, as_is: u8) {
        let choice = self.symbols.choices.len() as u32;
        let name = if variable.is_empty() { format!("{choice}") } else { variable.to_owned() };
        let next = self.variables.len() as u32;
        let variable = *self.variables.entry(name).or_insert(next);
        self.symbols.list.push(Symbol::Choice(choice));
        self.symbols.choices.push(Choice { class, variable, options, as_is, chosen: 0, is_sure: false });
    }

    /// Adds a choice between what stands there and another form, the likelier first.
    fn either(&mut self, class: Difference, variable: &str, raw: String, form: String, is_form: bool) {
        let options = if is_form { vec![form, raw] } else { vec![raw, form] };
        self.choose(class, variable, options, u8::from(is_form));
    }

    /// Turns the tokens into symbols. The symbol that each token begins with, and the end.
    fn scan(&mut self) -> Vec<u32> {
        let mut starts = Vec::with_capacity(self.tokens.len() + 1);
        let (mut at, mut before) = (0, None);
        while at < self.tokens.len() {
            let here = self.symbols.list.len() as u32;
            let end = self.step(at, before);
            starts.resize(end, here);
            before = self.sign(end - 1).filter(|sign| !signs::is_invisible(*sign)).or(before);
            at = end;
        }
        starts.push(self.symbols.list.len() as u32);
        starts
    }

    /// Reads what begins at a token; the end of it. `before` is the last character that has width.
    fn step(&mut self, at: usize, before: Option<char>) -> usize {
        let sign = match &self.tokens[at] {
            Token::Sign(sign) => *sign,
            Token::Optional { class, words, is_kept } => {
                let (class, words, is_kept) = (*class, words.clone(), *is_kept);
                self.either(class, class.word(), words, String::new(), !is_kept);
                return at + 1;
            }
        };
        if let Some(end) =
            self.parted(at, sign, before).or_else(|| self.note(at, before)).or_else(|| self.typed(at, sign))
        {
            return end;
        }
        if sign.is_whitespace() {
            let (end, gap) = self.space(at);
            let next = self.sign(self.visible(end));
            let is = |test: fn(char) -> bool| before.is_some_and(test) && next.is_some_and(test);
            let is_dash = |sign: Option<char>| sign.is_some_and(|sign| signs::folded(sign) == '-');
            if gap == LINE && is(signs::is_unspaced) {
                self.either(Difference::Hyphens, "unspaced", gap.to_string(), String::new(), true);
            } else if gap != BLANK && (is_dash(before) || is_dash(next)) {
                self.either(Difference::Spaces, "dash", gap.to_string(), String::new(), false);
            } else {
                self.symbols.list.push(Symbol::Sign(gap));
            }
            return end;
        }
        if signs::is_invisible(sign) {
            let variable = format!("invisible {sign}");
            self.either(Difference::Invisible, &variable, sign.to_string(), String::new(), !signs::is_spelling(sign));
        } else if let Some((class, form)) = signs::mark(sign) {
            self.either(class, &format!("mark {sign}"), sign.to_string(), form.to_owned(), false);
        } else if let Some((class, form, is_form)) = signs::compatible(sign) {
            let alike = class == Difference::Ligatures || ('\u{ff01}'..='\u{ffee}').contains(&sign);
            let variable = if alike { class.word().to_owned() } else { format!("compatible {sign}") };
            self.either(class, &variable, sign.to_string(), form, is_form);
        } else {
            self.symbols.list.push(Symbol::Sign(sign));
        }
        at + 1
    }

    /// A word that a hyphen parts at a line's end: it may be one word, have a hyphen of its own, or the hyphen of `pre- and`.
    fn parted(&mut self, at: usize, sign: char, before: Option<char>) -> Option<usize> {
        let after = self.visible(at + 1);
        let is_candidate = signs::is_hyphen(sign) && before.is_some_and(char::is_alphanumeric);
        self.sign(after).filter(|next| is_candidate && next.is_whitespace())?;
        let (end, gap) = self.space(after);
        let end = self.visible(end);
        let next = self.sign(end).filter(|next| gap == LINE && next.is_alphanumeric())?;
        let as_is = if sign == '\u{ad}' { LINE.to_string() } else { format!("{sign}{LINE}") };
        let hyphen = if matches!(sign, '\u{ad}' | '\u{ac}') { '-' } else { sign };
        let mut options = vec![String::new(), hyphen.to_string()];
        if next.is_uppercase() || next.is_numeric() {
            options.reverse();
        }
        options.push(as_is);
        self.choose(Difference::Hyphens, "", options, 2);
        Some(end)
    }

    /// The mark of a note: raised digits, or brackets, likely round a number or a name behind `^`.
    fn note(&mut self, at: usize, before: Option<char>) -> Option<usize> {
        let raised = |sign: char| matches!(sign, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}');
        let first = self.sign(at)?;
        let mut end = at + 1;
        // Square metres have a raised digit too, and an editor's word stands in brackets.
        let mut is_mark = before.is_some_and(|before| !before.is_alphanumeric());
        if raised(first) {
            while self.sign(end).is_some_and(raised) {
                end += 1;
            }
        } else {
            if signs::bare(first) != '[' {
                return None;
            }
            let mut inside = String::new();
            loop {
                end = self.visible(end);
                let sign = signs::bare(self.sign(end)?);
                end += 1;
                match sign {
                    ']' => break,
                    '[' | '\n' | '\r' => return None,
                    _ if inside.len() > LONGEST_MARK => return None,
                    _ => inside.push(sign),
                }
            }
            let is_number =
                inside.len() < 4 && inside.chars().all(|sign| sign.is_ascii_digit() || "*†‡".contains(sign));
            is_mark = !inside.is_empty() && (is_number || inside.starts_with('^'));
        }
        let raw: String = (at..end).filter_map(|place| self.sign(place)).collect();
        let variable = if raised(first) {
            "raised"
        } else if is_mark {
            "mark"
        } else {
            "brackets"
        };
        self.either(Difference::Notes, variable, raw, String::new(), is_mark);
        Some(end)
    }

    /// A spelling that typewriters and plain text have for another sign.
    fn typed(&mut self, at: usize, sign: char) -> Option<usize> {
        // Of a longer run nothing is a sign by itself.
        if at.checked_sub(1).is_some_and(|before| self.sign(before) == Some(sign)) {
            return None;
        }
        let run = (at..at + 4).take_while(|&place| self.sign(place) == Some(sign)).count();
        let (class, form, length) = match (sign, run) {
            ('.', 3) => (Difference::Compatibility, "\u{2026}", 3),
            ('-', 2 | 3) => (Difference::Dashes, "\u{2014}", run),
            // A clipper's mark.
            ('=', 2) => (Difference::Notes, "", 2),
            ('.', 1) if (1..5).all(|step| self.sign(at + step) == Some(if step % 2 == 0 { '.' } else { ' ' })) => {
                self.either(Difference::Compatibility, "spaced .", ". . .".to_owned(), "\u{2026}".to_owned(), false);
                return Some(at + 5);
            }
            ('`' | '\'', 2) => (Difference::QuotationMarks, "\"", 2),
            _ => return None,
        };
        self.either(class, &format!("typed {sign}"), sign.to_string().repeat(length), form.to_owned(), form.is_empty());
        Some(at + length)
    }
}
