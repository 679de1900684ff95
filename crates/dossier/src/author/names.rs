//! Every run of capitalised words of a text: what an author goes through for stakeholders.
//!
//! It lists and decides nothing: whether a name is a place, a person or a state that stands for its government takes
//! somebody who has read the article.

use std::collections::BTreeSet;

use crate::text::Text;

/// A name of a text, with its shorter forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The longest form.
    pub name: String,
    /// The shorter forms that end it: `Ms. Solen` for `Mayor Mira Solen`.
    pub also: Vec<String>,
    /// How often it stands in the text, in any of its forms.
    pub count: usize,
    /// The paragraphs that hold it, ascending.
    pub paragraphs: Vec<u32>,
}

/// The names of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// In the order in which they first stand in the text.
    pub names: Vec<Candidate>,
    /// Single words that are capitalised at the beginning of a sentence alone, where every word is.
    pub doubtful: Vec<String>,
}

/// Words that begin sentences and are no names, where the text itself does not show them in lower case.
const COMMON: &str = "A After All Although An And Another As At Because Before But By Every For From He Her His How I If In \
    It Its Many Most Much My No Nobody Not Now Of On One Only Or Our Several She Since So Some Still That The Their Then \
    There These They This Those Though Three Two Under Until We What When Where Which While Who Why With Yet You";

/// Days and months, which are nobody.
const CALENDAR: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July \
    August September October November December";

/// What may join two capitalised words to one name.
const JOINING: &str = "of the de del della der den di do du la le van von zu al bin ibn";

/// What may stand before a person's name instead of a first name; its full stop ends no sentence.
const TITLES: &str = "Mr. Mrs. Ms. Mx. Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Capt. St.";

/// Every run of capitalised words: `University of Ostrand`, `Transport Minister Henrik Dahl`. A word at the beginning of a sentence
/// begins a run only if the text never writes it in lower case. A shorter form counts for the one longer name that it ends,
/// a title before it aside.
#[must_use]
pub fn candidates(text: &Text) -> Candidates {
    let paragraphs: Vec<Vec<Word>> = text.paragraphs().iter().map(|words| split(words)).collect();
    let lower: BTreeSet<&str> =
        paragraphs.iter().flatten().filter(|word| !word.is_capitalised()).map(|word| word.bare.as_str()).collect();
    let is_common = |word: &Word| is_one_of(COMMON, &word.bare) || lower.contains(word.bare.to_lowercase().as_str());
    let mut runs: Vec<Run> = Vec::new();
    for (paragraph, words) in (1..).zip(&paragraphs) {
        let mut at = 0;
        while at < words.len() {
            let end = run_end(words, at);
            // Behind a word that only begins its sentence stands the name, if there is one: "Then the University".
            let common = words[at].begins_sentence && is_common(&words[at]);
            let from = at + usize::from(common);
            if let Some(first) = (from..end).find(|&place| words[place].is_capitalised()) {
                let alone = first + 1 == end && words[first].begins_sentence;
                let words = words[first..end].iter().map(|word| word.bare.clone()).collect();
                runs.push(Run { words, paragraph, alone });
            }
            at = end.max(at + 1);
        }
    }
    gather(&runs)
}

/// A name at one place.
struct Run {
    words: Vec<String>,
    paragraph: u32,
    /// Whether it is one word at the beginning of a sentence.
    alone: bool,
}

impl Run {
    fn name(&self) -> String {
        self.words.join(" ")
    }
}

/// One past the last word of the run that begins at `at`; `at` where none does.
fn run_end(words: &[Word], at: usize) -> usize {
    let mut end = at;
    let mut next = at;
    while let Some(word) = words.get(next) {
        let may_follow = next == at || !words[next - 1].ends_run;
        if !may_follow || (next > at && word.begins_run) {
            break;
        }
        if word.is_name() {
            end = next + 1;
        } else if next == at || !is_one_of(JOINING, &word.bare) {
            break;
        }
        next += 1;
    }
    end
}

/// Brings the places of each name together.
fn gather(runs: &[Run]) -> Candidates {
    let mut found = Candidates::default();
    let sure: BTreeSet<String> = runs.iter().filter(|run| !run.alone).map(Run::name).collect();
    let endings: Vec<&[String]> = sure_words(runs);
    for run in runs {
        let name = run.name();
        let home = home(&run.words, &endings).map_or_else(|| name.clone(), |words| words.join(" "));
        if run.alone && !sure.contains(&name) && home == name {
            if !found.doubtful.contains(&name) {
                found.doubtful.push(name);
            }
            continue;
        }
        let place = found.names.iter().position(|candidate| candidate.name == home).unwrap_or_else(|| {
            let candidate = Candidate { name: home.clone(), also: Vec::new(), count: 0, paragraphs: Vec::new() };
            found.names.push(candidate);
            found.names.len() - 1
        });
        let candidate = &mut found.names[place];
        candidate.count += 1;
        if candidate.paragraphs.last() != Some(&run.paragraph) {
            candidate.paragraphs.push(run.paragraph);
        }
        if name != home && !candidate.also.contains(&name) {
            candidate.also.push(name);
        }
    }
    found
}

/// The distinct names that others may be shorter forms of: those of several words, none of them joining.
fn sure_words(runs: &[Run]) -> Vec<&[String]> {
    let mut found: Vec<&[String]> = Vec::new();
    for run in runs {
        let joined = run.words.iter().any(|word| is_one_of(JOINING, word));
        if run.words.len() > 1 && !joined && !found.contains(&run.words.as_slice()) {
            found.push(&run.words);
        }
    }
    found
}

/// The one longer name that ends in `words`, a title aside; the longest of several where each ends the next.
fn home<'r>(words: &[String], endings: &[&'r [String]]) -> Option<&'r [String]> {
    let bare = if words.len() > 1 && is_one_of(TITLES, &words[0]) { &words[1..] } else { words };
    let mut longer: Vec<&[String]> =
        endings.iter().copied().filter(|name| name.len() > bare.len() && name.ends_with(bare)).collect();
    longer.retain(|name| !is_one_of(TITLES, &name[0]));
    longer.sort_by_key(|name| name.len());
    let longest = *longer.last()?;
    longer.iter().all(|name| longest.ends_with(name)).then_some(longest)
}

/// A word of a paragraph.
struct Word {
    /// Without the punctuation around it and without a possessive `’s`.
    bare: String,
    begins_sentence: bool,
    /// Punctuation parts it from the word before.
    begins_run: bool,
    /// Punctuation parts it from the word after.
    ends_run: bool,
}

impl Word {
    fn is_capitalised(&self) -> bool {
        self.bare.chars().next().is_some_and(char::is_uppercase)
    }

    fn is_name(&self) -> bool {
        self.is_capitalised() && self.bare != "I" && !is_one_of(CALENDAR, &self.bare)
    }
}

/// The words of a paragraph: parted by white space and by dashes.
fn split(paragraph: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    // After a dash too, since it may end a dateline.
    let mut begins_sentence = true;
    for written in paragraph.split_inclusive(|letter: char| letter.is_whitespace() || "—–".contains(letter)) {
        let parted = written.ends_with(['—', '–']);
        let written = written.trim_end_matches(|letter: char| letter.is_whitespace() || "—–".contains(letter));
        let start = written.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let bare = start.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if bare.is_empty() {
            begins_sentence |= parted || ends_sentence(written);
            continue;
        }
        let led = written.len() > start.len();
        let tail = &start[bare.len()..];
        let abbreviated = tail.starts_with('.') && (is_abbreviation(bare));
        let possessive = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s"));
        // A plural's apostrophe belongs to the name: "Fishers’ Guild".
        let plural = tail == "’" || tail == "'";
        let bare = match possessive {
            Some(owner) => owner.to_owned(),
            None if abbreviated => format!("{bare}."),
            None if plural => format!("{bare}{tail}"),
            None => bare.to_owned(),
        };
        let ends = if abbreviated { tail.len() > 1 } else { !tail.is_empty() && !plural };
        words.push(Word {
            bare,
            begins_sentence: begins_sentence || led,
            begins_run: led,
            ends_run: ends || parted || possessive.is_some(),
        });
        begins_sentence = parted || (!abbreviated && ends_sentence(tail));
    }
    words
}

/// Whether a full stop after `word` belongs to it: `Mr`, `U.S`, an initial.
fn is_abbreviation(word: &str) -> bool {
    let titled = TITLES.split_whitespace().any(|title| title.strip_suffix('.') == Some(word));
    titled || word.split('.').all(|letters| letters.chars().count() == 1)
}

fn ends_sentence(tail: &str) -> bool {
    tail.contains(['.', '!', '?', ':', '…'])
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}
