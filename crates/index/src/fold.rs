//! Folding: what two spellings have in common when case and accents do not matter, and where words begin and end.
//!
//! # Letters
//!
//! A letter is folded by Unicode: decomposed (for compatibility, too), put into the lower case that case folding gives,
//! and stripped of the marks that readers do without: accents, the tones of Vietnamese, the points and vowel signs of
//! Hebrew and Arabic, and of what nobody sees. Vowel signs and tones of the scripts of India and South-East Asia stay,
//! and so does the voicing of kana: without, it is another word. By hand come letters that Unicode does not decompose
//! (`ø`, `đ`, `ł`, `ß`, `ə` …), the letters that Arabic, Persian and Urdu write differently, and digits: each is that
//! of ASCII. Composed, decomposed, upper-case and lower-case forms of a text fold alike, and what is folded folds to
//! itself. The table is made by `build.rs`; a test holds it against Unicode's.
//!
//! # Words
//!
//! A word is a run of letters and digits. One hyphen, apostrophe or middle dot directly between two words joins them to
//! a *compound*, which is found by its parts and by its joined spelling: `cease-fire` yields `cease`, `fire` and the
//! compound `ceasefire`; `Russia’s` yields `russia`, `s` and the compound `russias`. So *russia* finds `Russia’s`
//! exactly, *ceasefire* finds `cease-fire`, and *dont* finds `don’t`. A dash (`–`, `—`) separates and never joins.
//! Between two letters of Hebrew `"` joins, as the gershayim do that few keyboards have.
//!
//! A word with `ä`, `ö`, `ü`, `ø`, `å` or `đ` has another spelling besides, `ae`, `oe`, `ue`, `oe`, `aa`, `dj`, and is
//! found by both: `Mückler` is *muckler* and *mueckler*. Whoever types *mückler* finds `Mueckler`, too.
//!
//! # Characters
//!
//! In a script that puts no spaces between words (ideographs, kana, Thai, Lao, Khmer, Burmese and their like), and in
//! Hangul, which writes its particles onto them, each letter with its marks is a word of its own, a *character*; a run
//! of characters that is typed is the phrase of them, so that it is found in the middle of a sentence. Anything between
//! two characters but a joiner is a *gap*, a step like a word: `岸。防` is not `岸防`.

mod table;

use core::ops::Range;

use table::{Class, Folded, class, folded};

/// A word of a text, folded, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded spelling; of a gap a space.
    pub folded: String,
    /// The German or Scandinavian spelling, where it is another.
    pub other: Option<String>,
    /// Its bytes in the text; a compound's range spans all of its parts.
    pub range: Range<usize>,
    /// Whether this is the joined spelling of a compound, which follows its parts and is no step in the order of words.
    pub compound: bool,
}

impl Word {
    /// Its spellings.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.folded.as_str()).chain(self.other.as_deref())
    }
}

/// `text` in lower case and without accents; all that is no letter stays.
///
/// ```
/// assert_eq!(index::fold::fold("Île-de-Kraków, ΆΘΕΩΣ, Hạnh"), "ile-de-krakow, αθεωσ, hanh");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut push = |c, class| match class {
        Class::Mark => {}
        Class::Continues if ends_without(&spelled) => {}
        Class::Continues | Class::Letter | Class::Character | Class::Joiner | Class::Other => spelled.push(c),
    };
    for c in text.chars() {
        match folded(c) {
            Folded::Is(class) => push(c, class),
            Folded::Truncated(chars, len) => chars[..len].iter().for_each(|&c| push(c, class(c))),
            Folded::Text(plain, _) => plain.chars().for_each(|c| push(c, class(c))),
        }
    }
    spelled
}

/// The words of `text` in order, each compound after its parts.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    each_word(text, &mut |folded, range, role| {
        match (role, words.last_mut()) {
            (Role::Spelling, Some(word)) => word.other = Some(folded.to_owned()),
            _ => words.push(Word { folded: folded.to_owned(), other: None, range, compound: role == Role::Compound }),
        }
        true
    });
    words
}

/// The role of what is shown to a reader of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A word.
    Word,
    /// A word of one character.
    Character,
    /// The gap that parts two characters.
    Gap,
    /// The joined spelling of the words before it.
    Compound,
    /// Another spelling of what was shown before it.
    Spelling,
}

/// How a gap is spelled, as no word is.
pub(crate) const GAP: &str = " ";

/// A reader of words: the folded spelling, its bytes in the text, what it is. `false` ends the reading.
pub(crate) type Visit<'a> = dyn FnMut(&str, Range<usize>, Role) -> bool + 'a;

/// Shows `visit` what [`words`] would list, without a string for each word.
pub(crate) fn each_word(text: &str, visit: &mut Visit<'_>) {
    let mut splitter = Splitter::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        // Most text is runs of plain letters: they need no look at each.
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let len = plain.max(c.len_utf8());
        let range = at..at + len;
        let go_on = if plain > 0 {
            splitter.letters(range, &rest[..len], "", visit)
        } else {
            splitter.character(c, range, visit)
        };
        if !go_on {
            return;
        }
        rest = &rest[len..];
    }
    splitter.end(visit);
}

/// The spellings of a word or a compound.
#[derive(Default)]
struct Spelled {
    plain: String,
    /// Empty where it is the same.
    broad: String,
}

impl Spelled {
    /// Adds letters; `broad` is empty where it is the same.
    fn push(&mut self, plain: &str, broad: &str) {
        if !broad.is_empty() || !self.broad.is_empty() {
            self.spell_out();
            append(&mut self.broad, if broad.is_empty() { plain } else { broad });
        }
        append(&mut self.plain, plain);
    }

    /// Adds what `mark` makes of the letter before it, if German or Scandinavian spell that as a letter.
    fn push_mark(&mut self, mark: char) {
        let letter = match (mark, self.plain.bytes().next_back()) {
            ('\u{308}', Some(b'a' | b'o' | b'u')) => "e",
            ('\u{30A}', Some(b'a')) => "a",
            _ => return,
        };
        self.spell_out();
        self.broad.push_str(letter);
    }

    /// From here on the spellings differ.
    fn spell_out(&mut self) {
        if self.broad.is_empty() {
            self.broad.push_str(&self.plain);
        }
    }

    fn show(&self, range: Range<usize>, role: Role, visit: &mut Visit<'_>) -> bool {
        visit(&self.plain, range.clone(), role) && (self.broad.is_empty() || visit(&self.broad, range, Role::Spelling))
    }

    fn clear(&mut self) {
        self.plain.clear();
        self.broad.clear();
    }
}

/// Appends letters, those of ASCII in lower case.
fn append(spelled: &mut String, letters: &str) {
    let before = spelled.len();
    spelled.push_str(letters);
    spelled[before..].make_ascii_lowercase();
}

/// Whether `spelled` ends in a letter of an alphabet without vowel signs (Latin, Greek, Cyrillic, Armenian): there one
/// of another script is a mark like any, and may stand between a letter and its accent.
fn ends_without(spelled: &str) -> bool {
    spelled.chars().next_back().is_some_and(|letter| letter < '\u{590}')
}

/// Whether `text` ends in a letter of Hebrew.
pub(crate) fn ends_in_hebrew(text: &str) -> bool {
    text.chars().rev().find(|&c| class(c) != Class::Mark).is_some_and(is_hebrew)
}

/// Whether `c` is a letter of Hebrew.
pub(crate) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}')
}

/// What is known of the word and the compound being read.
#[derive(Default)]
struct Splitter {
    /// The word so far, and where it stands.
    word: Spelled,
    range: Range<usize>,
    is_character: bool,
    /// The end, in bytes, of the character before the word, if there is one and no word between.
    before: Option<usize>,
    /// Whether something else than a joiner follows that character.
    parted: bool,
    /// The parts of the compound before the word, joined, how many they are, and where they begin.
    joined: Spelled,
    parts: u32,
    joined_start: usize,
}

impl Splitter {
    /// Reads one character of the text.
    fn character(&mut self, c: char, range: Range<usize>, visit: &mut Visit<'_>) -> bool {
        match folded(c) {
            Folded::Is(class) => self.take(c, class, range, visit),
            Folded::Truncated(chars, len) => chars[..len].iter().all(|&c| self.take(c, class(c), range.clone(), visit)),
            Folded::Text(plain, "") => plain.chars().all(|c| self.take(c, class(c), range.clone(), visit)),
            Folded::Text(plain, broad) => self.letters(range, plain, broad, visit),
        }
    }

    /// Takes one folded character.
    fn take(&mut self, c: char, class: Class, range: Range<usize>, visit: &mut Visit<'_>) -> bool {
        let mut bytes = [0; 4];
        let text: &str = c.encode_utf8(&mut bytes);
        match class {
            Class::Letter => return self.letters(range, text, "", visit),
            Class::Character => {
                let go_on = self.begin_character(range.start, visit);
                self.word.push(text, "");
                self.range.end = range.end;
                return go_on;
            }
            Class::Joiner => return self.joiner(visit),
            // The gershayim as keyboards have it.
            Class::Other if c == '"' && ends_in_hebrew(&self.word.plain) => return self.joiner(visit),
            Class::Other => return self.end(visit),
            Class::Mark | Class::Continues if self.word.plain.is_empty() => return true,
            Class::Mark => self.word.push_mark(c),
            Class::Continues if ends_without(&self.word.plain) => {}
            Class::Continues => self.word.push(text, ""),
        }
        self.range.end = range.end;
        true
    }

    /// Takes letters of a word; `broad` is empty where it is the same.
    fn letters(&mut self, range: Range<usize>, plain: &str, broad: &str, visit: &mut Visit<'_>) -> bool {
        let go_on = !self.is_character || self.close(visit);
        self.is_character = false;
        if self.word.plain.is_empty() {
            self.range.start = range.start;
            self.before = None;
        }
        self.word.push(plain, broad);
        self.range.end = range.end;
        go_on
    }

    /// Begins a character, after the gap before it.
    fn begin_character(&mut self, at: usize, visit: &mut Visit<'_>) -> bool {
        let mut go_on = self.close(visit);
        if let Some(end) = self.before.filter(|_| self.parted) {
            go_on = go_on && visit(GAP, end..at, Role::Gap);
        }
        self.is_character = true;
        self.range.start = at;
        self.parted = false;
        go_on
    }

    /// Ends the word and leaves the compound open; a joiner that follows no letter ends both.
    fn joiner(&mut self, visit: &mut Visit<'_>) -> bool {
        if self.word.plain.is_empty() {
            return self.end(visit);
        }
        if !self.is_character {
            self.part();
        }
        self.end_word(visit)
    }

    /// Ends the word and the compound at what parts words.
    fn end(&mut self, visit: &mut Visit<'_>) -> bool {
        let go_on = self.close(visit);
        self.parted = true;
        go_on
    }

    /// Ends the word and the compound, which is one if it has two parts.
    fn close(&mut self, visit: &mut Visit<'_>) -> bool {
        if !self.word.plain.is_empty() {
            if self.parts > 0 && !self.is_character {
                self.part();
            }
            if !self.end_word(visit) {
                return false;
            }
        }
        let parts = core::mem::take(&mut self.parts);
        let go_on = parts < 2 || self.joined.show(self.joined_start..self.range.end, Role::Compound, visit);
        self.joined.clear();
        go_on
    }

    /// The word becomes a part of the compound.
    fn part(&mut self) {
        if self.parts == 0 {
            self.joined_start = self.range.start;
        }
        self.parts += 1;
        self.joined.push(&self.word.plain, &self.word.broad);
    }

    fn end_word(&mut self, visit: &mut Visit<'_>) -> bool {
        let role = if self.is_character { Role::Character } else { Role::Word };
        if self.is_character {
            self.before = Some(self.range.end);
        }
        self.is_character = false;
        let go_on = self.word.show(self.range.clone(), role, visit);
        self.word.clear();
        go_on
    }
}
