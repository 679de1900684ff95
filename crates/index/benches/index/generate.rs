//! Synthetic lists, the same on every run.
//!
//! Stakeholders, issues and words follow Zipf's distribution. A stakeholder belongs to one camp. Rows are ordered by
//! document, and a document is about the days before its publication.

use index::{Choice, Codes, Column, Columns};
use synthetic::Random;

/// Facets in the order of the columns.
pub(crate) const STAKEHOLDER: usize = 0;
pub(crate) const CAMP: usize = 1;
pub(crate) const ISSUE: usize = 2;
pub(crate) const STANCE: usize = 3;
pub(crate) const BASIS: usize = 4;
pub(crate) const FORM: usize = 5;
pub(crate) const HAS: usize = 6;
pub(crate) const DATE: usize = 7;
pub(crate) const DOC: usize = 8;

const CAMPS: u32 = 7;
const DAYS: u32 = 3650;

/// A list of rows, stored as columns.
pub(crate) struct List {
    rows: u32,
    values: [u32; 9],
    codes: [Vec<u32>; 9],
    /// Offsets of each row's codes of [`HAS`].
    starts: Vec<u32>,
    head: Vec<String>,
    body: Vec<String>,
    /// Words by descending frequency.
    words: Vec<String>,
}

impl List {
    pub(crate) fn generate(rows: u32) -> List {
        let stakeholders = (rows / 50).max(20);
        let issues = (rows / 200).max(15);
        let docs = (rows / 50).max(1);
        let words = vocabulary(rows);
        let random = &mut Random::new(u64::from(rows));
        let camp_of: Vec<u32> = (0..stakeholders)
            .map(|_| random.weighted(&[(0, 18), (1, 20), (2, 16), (3, 20), (4, 8), (5, 10), (6, 8)]))
            .collect();
        let values = [stakeholders, CAMPS, issues, 5, 6, 2, 3, DAYS, docs];
        let mut list = List {
            rows,
            values,
            codes: Default::default(),
            starts: vec![0],
            head: Vec::new(),
            body: Vec::new(),
            words,
        };
        for row in 0..rows {
            let stakeholder = random.skewed(stakeholders);
            let doc = (u64::from(row) * u64::from(docs) / u64::from(rows)) as u32;
            let published = u64::from(doc) * u64::from(DAYS) / u64::from(docs);
            let form = random.weighted(&[(0, 25), (1, 15), (u32::MAX, 60)]);
            let codes = [
                (STAKEHOLDER, stakeholder),
                (CAMP, camp_of[stakeholder as usize]),
                (ISSUE, random.skewed(issues)),
                (STANCE, random.weighted(&[(0, 42), (1, 30), (2, 12), (3, 8), (4, 8)])),
                (BASIS, random.weighted(&[(0, 30), (1, 28), (2, 10), (3, 14), (4, 8), (5, 10)])),
                (FORM, form),
                (DATE, (published as u32).saturating_sub(random.skewed(30))),
                (DOC, doc),
            ];
            for (facet, code) in codes {
                list.codes[facet].push(code);
            }
            for (code, weight) in [(0, 15), (1, 6), (2, 40)] {
                if random.in_a_hundred(weight) {
                    list.codes[HAS].push(code);
                }
            }
            list.starts.push(list.codes[HAS].len() as u32);
            let length = 3 + random.below(7);
            list.head.push(sentence(&list.words, random, length));
            let length = 10 + random.below(11);
            list.body.push(sentence(&list.words, random, length));
        }
        list
    }

    pub(crate) fn with_columns<T>(&self, make: impl FnOnce(&Columns<'_>) -> T) -> T {
        let column = |facet: usize| {
            let codes = &self.codes[facet];
            let codes = if facet == HAS { Codes::Many { starts: &self.starts, codes } } else { Codes::One(codes) };
            Column { values: self.values[facet], codes }
        };
        let facets: Vec<Column<'_>> = (0..self.codes.len()).map(column).collect();
        let head: Vec<&str> = self.head.iter().map(String::as_str).collect();
        let body: Vec<&str> = self.body.iter().map(String::as_str).collect();
        make(&Columns { rows: self.rows, facets: &facets, head: &head, body: &body })
    }
}

/// Most frequent words, function words first.
const FREQUENT: &str = "the of to and in a that for is on with as it by be at from not will would are was an has or he they this its which have \
but said their his were more over who been about war peace must any than after also before territory president all government if security new \
no talks people other guarantees only ceasefire could country there may forces when some out leader against minister first such allies deal \
should one army two between foreign agreement without year support under military its summit region state during what because sanctions until \
into meeting border troops most plan while both guarantee days leaders end officials conflict power now terms since fighting week capital \
position condition negotiations party long election report energy prisoners exchange law promise refused statement demand concession";

const SYLLABLES: &str = "re con in de pro un dis ex per com ad be en pre sub trans in ac al mis over out \
ver ter tion ment ing er ate al ive ant ent ous ity ist ism able ness ship less ful ward son ton ford ham berg stein ov ev sky ko enko ova ic \
mar car par tar bar lan ran san dan man bel del mel rel tel cor dor for mor nor port stri cla gra pla bru tru cri dri thi sho che que zu ki ya lo mu";

/// About 30,000 words for a list of 100,000 rows; by Heaps' law the vocabulary grows with the square root of the rows.
fn vocabulary(rows: u32) -> Vec<String> {
    let count = (30_000.0 * (f64::from(rows) / 100_000.0).sqrt()) as usize;
    let syllables: Vec<&str> = SYLLABLES.split_whitespace().collect();
    let random = &mut Random::new(7);
    let mut words: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for word in FREQUENT.split_whitespace() {
        if known.insert(word.to_owned()) {
            words.push(word.to_owned());
        }
    }
    while words.len() < count {
        let length = random.weighted(&[(2, 35), (3, 45), (4, 20)]);
        let word: String = (0..length).map(|_| random.pick(&syllables)).collect();
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

fn sentence(words: &[String], random: &mut Random, length: u32) -> String {
    let mut sentence = String::new();
    for place in 0..length {
        if place > 0 {
            sentence.push(' ');
        }
        sentence.push_str(&words[random.skewed(words.len() as u32) as usize]);
    }
    sentence.push('.');
    sentence
}

/// Selections to measure, each with one choice per facet.
pub(crate) fn choices(list: &List) -> Vec<Vec<Choice>> {
    let random = &mut Random::new(11);
    let few = [CAMP, STANCE, BASIS, FORM, HAS];
    let mut mix = Vec::new();
    for question in 0..200 {
        let mut choices = vec![Choice::default(); list.values.len()];
        // Users choose frequent values more often than rare ones.
        let choose = |facet: usize, random: &mut Random| {
            let code = random.pick(&list.codes[facet]);
            if code < list.values[facet] { code } else { 0 }
        };
        let any = |random: &mut Random| random.pick(&[STAKEHOLDER, CAMP, ISSUE, STANCE, BASIS, FORM, HAS, DOC]);
        let facets: Vec<usize> = match question % 10 {
            0 => Vec::new(),
            1..=3 => vec![any(random)],
            4 | 5 => vec![any(random), random.pick(&few)],
            6 => vec![any(random), random.pick(&few), STANCE],
            7 => {
                let facet = random.pick(&few);
                let code = choose(facet, random);
                choices[facet].exclude.push(code);
                Vec::new()
            }
            8 => {
                let days = random.pick(&[30, 90, 365]);
                let from = random.below(DAYS - days);
                choices[DATE].include = (from..from + days).collect();
                Vec::new()
            }
            _ => {
                let from = random.below(DAYS - 365);
                choices[DATE].include = (from..from + 365).collect();
                vec![random.pick(&few)]
            }
        };
        for facet in facets {
            let code = choose(facet, random);
            choices[facet].include.push(code);
        }
        mix.push(choices);
    }
    mix
}

/// Search text after every keystroke: common words, rare words, two words, typing errors.
pub(crate) fn keystrokes(list: &List) -> Vec<String> {
    let rare = |share: f64| list.words[(list.words.len() as f64 * share) as usize].clone();
    let lines = [
        "guarantees".to_owned(),
        "ceasefire".to_owned(),
        "president".to_owned(),
        "the war".to_owned(),
        "peace deal".to_owned(),
        "garantee".to_owned(),
        "presidnet".to_owned(),
        "foreign minister".to_owned(),
        rare(0.1),
        rare(0.3),
        rare(0.6),
        rare(0.9),
        format!("{} talks", rare(0.05)),
        format!("security {}", rare(0.02)),
    ];
    let prefixes =
        |line: &String| (1..=line.len()).filter_map(|end| line.get(..end).map(str::to_owned)).collect::<Vec<_>>();
    lines.iter().flat_map(prefixes).collect()
}

/// Short description of a selection.
pub(crate) fn describe(choices: &[Choice]) -> String {
    let chosen = choices.iter().enumerate().filter(|(_, choice)| !choice.is_empty());
    let chosen = chosen.map(|(facet, choice)| format!("{facet}: +{} -{}", choice.include.len(), choice.exclude.len()));
    chosen.collect::<Vec<_>>().join(", ")
}
