//! Invented lists: the same at every run, and shaped like real ones.
//!
//! Stakeholders, issues and words are skewed as Zipf found words to be; a stakeholder belongs to one camp; rows come document by document,
//! a document speaks of the days before it appeared.

use index::{Choice, Codes, Column, Columns};

/// A stream of numbers that look random (`SplitMix64`).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// In `0..1`.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// In `0..end`, all alike.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        (self.share() * f64::from(end)) as u32
    }

    /// In `0..end`, number n with a weight near 1 / (n + 1).
    pub(crate) fn skewed(&mut self, end: u32) -> u32 {
        ((f64::from(end) + 1.0).powf(self.share()) - 1.0) as u32
    }

    /// A place in `weights`, in per cent.
    fn weighted(&mut self, weights: &[u32]) -> u32 {
        let mut left = self.below(weights.iter().sum());
        for (place, &weight) in (0..).zip(weights) {
            if left < weight {
                return place;
            }
            left -= weight;
        }
        0
    }
}

/// The facets, in the order of the columns.
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

/// A list of rows, column by column.
pub(crate) struct List {
    rows: u32,
    values: [u32; 9],
    codes: [Vec<u32>; 9],
    /// Where each row's codes of [`HAS`] begin.
    starts: Vec<u32>,
    head: Vec<String>,
    body: Vec<String>,
    /// The words, the most frequent first.
    words: Vec<String>,
}

impl List {
    pub(crate) fn generate(rows: u32) -> List {
        let stakeholders = (rows / 50).max(20);
        let issues = (rows / 200).max(15);
        let docs = (rows / 50).max(1);
        let words = vocabulary(rows);
        let random = &mut Random::new(u64::from(rows));
        let camp_of: Vec<u32> = (0..stakeholders).map(|_| random.weighted(&[18, 20, 16, 20, 8, 10, 8])).collect();
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
            let form = match random.weighted(&[25, 15, 60]) {
                2 => u32::MAX,
                form => form,
            };
            let codes = [
                (STAKEHOLDER, stakeholder),
                (CAMP, camp_of[stakeholder as usize]),
                (ISSUE, random.skewed(issues)),
                (STANCE, random.weighted(&[42, 30, 12, 8, 8])),
                (BASIS, random.weighted(&[30, 28, 10, 14, 8, 10])),
                (FORM, form),
                (DATE, (published as u32).saturating_sub(random.skewed(30))),
                (DOC, doc),
            ];
            for (facet, code) in codes {
                list.codes[facet].push(code);
            }
            for (code, weight) in [(0, 15), (1, 6), (2, 40)] {
                if random.below(100) < weight {
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

/// The most frequent words, function words first as in any text.
const FREQUENT: &str = "the of to and in a that for is on with as it by be at from not will would are was an has or he they this its which have \
but said their his were more over who been about war peace must any than after also before territory president all government if security new \
no talks people other guarantees only ceasefire could country there may forces when some out leader against minister first such allies deal \
should one army two between foreign agreement without year support under military its summit region state during what because sanctions until \
into meeting border troops most plan while both guarantee days leaders end officials conflict power now terms since fighting week capital \
position condition negotiations party long election report energy prisoners exchange law promise refused statement demand concession";

const SYLLABLES: &str = "re con in de pro un dis ex per com ad be en pre sub trans in ac al mis over out \
ver ter tion ment ing er ate al ive ant ent ous ity ist ism able ness ship less ful ward son ton ford ham berg stein ov ev sky ko enko ova ic \
mar car par tar bar lan ran san dan man bel del mel rel tel cor dor for mor nor port stri cla gra pla bru tru cri dri thi sho che que zu ki ya lo mu";

/// Some 30,000 words in a list of 100,000 rows, and, as Heaps found, the square root of ten times as many in ten times as long a list.
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
        let length = 2 + random.weighted(&[35, 45, 20]);
        let word: String = (0..length).map(|_| syllables[random.below(syllables.len() as u32) as usize]).collect();
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

/// What readers choose: one choice a facet.
pub(crate) fn choices(list: &List) -> Vec<Vec<Choice>> {
    let random = &mut Random::new(11);
    let few = [CAMP, STANCE, BASIS, FORM, HAS];
    let mut mix = Vec::new();
    for question in 0..200 {
        let mut choices = vec![Choice::default(); list.values.len()];
        // A value is chosen about as often as rows carry it: readers look for what there is.
        let choose = |facet: usize, random: &mut Random| {
            let code = list.codes[facet][random.below(list.codes[facet].len() as u32) as usize];
            if code < list.values[facet] { code } else { 0 }
        };
        let any = |random: &mut Random| {
            let all = [STAKEHOLDER, CAMP, ISSUE, STANCE, BASIS, FORM, HAS, DOC];
            all[random.below(all.len() as u32) as usize]
        };
        let facets: Vec<usize> = match question % 10 {
            0 => Vec::new(),
            1..=3 => vec![any(random)],
            4 | 5 => vec![any(random), few[random.below(5) as usize]],
            6 => vec![any(random), few[random.below(5) as usize], STANCE],
            7 => {
                let facet = few[random.below(5) as usize];
                let code = choose(facet, random);
                choices[facet].exclude.push(code);
                Vec::new()
            }
            8 => {
                let days = [30, 90, 365][random.below(3) as usize];
                let from = random.below(DAYS - days);
                choices[DATE].include = (from..from + days).collect();
                Vec::new()
            }
            _ => {
                let from = random.below(DAYS - 365);
                choices[DATE].include = (from..from + 365).collect();
                vec![few[random.below(5) as usize]]
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

/// What readers type, key by key: common words, rare ones, two words, errors.
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

/// A selection in short.
pub(crate) fn describe(choices: &[Choice]) -> String {
    let chosen = choices.iter().enumerate().filter(|(_, choice)| !choice.is_empty());
    let chosen = chosen.map(|(facet, choice)| format!("{facet}: +{} -{}", choice.include.len(), choice.exclude.len()));
    chosen.collect::<Vec<_>>().join(", ")
}
