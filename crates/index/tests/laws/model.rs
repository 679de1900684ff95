//! Lists of invented rows, and the plainest program that answers what the index answers.

use index::{Choice, Codes, Column, Columns, Hits, Index, SearchQuery};
use proptest::prelude::*;

/// A facet: how many values, and the codes of every row.
#[derive(Debug, Clone)]
pub(crate) struct Facet {
    pub(crate) values: u32,
    pub(crate) many: bool,
    pub(crate) rows: Vec<Vec<u32>>,
}

/// A list of rows.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub(crate) facets: Vec<Facet>,
    pub(crate) head: Vec<String>,
    pub(crate) body: Vec<String>,
}

impl List {
    pub(crate) fn rows(&self) -> u32 {
        self.head.len() as u32
    }

    pub(crate) fn index(&self) -> Index {
        let flat: Vec<(Vec<u32>, Vec<u32>)> = self.facets.iter().map(Facet::flat).collect();
        let facets: Vec<Column<'_>> = self
            .facets
            .iter()
            .zip(&flat)
            .map(|(facet, (starts, codes))| Column {
                values: facet.values,
                codes: if facet.many { Codes::Many { starts, codes } } else { Codes::One(codes) },
            })
            .collect();
        let head: Vec<&str> = self.head.iter().map(String::as_str).collect();
        let body: Vec<&str> = self.body.iter().map(String::as_str).collect();
        Index::build(&Columns { rows: self.rows(), facets: &facets, head: &head, body: &body })
    }

    fn passes(&self, row: u32, choices: &[Choice], but: Option<usize>) -> bool {
        self.facets.iter().zip(choices).enumerate().all(|(index, (facet, choice))| {
            let carries = |code: &u32| *code < facet.values && facet.rows[row as usize].contains(code);
            Some(index) == but
                || ((choice.include.is_empty() || choice.include.iter().any(carries))
                    && !choice.exclude.iter().any(carries))
        })
    }

    /// The rows that pass, leaving out one facet's choice.
    pub(crate) fn select(&self, choices: &[Choice], found: Option<&Hits>, but: Option<usize>) -> Vec<u32> {
        let found = |row| found.is_none_or(|found| found.contains(row));
        (0..self.rows()).filter(|&row| found(row) && self.passes(row, choices, but)).collect()
    }

    pub(crate) fn counts(&self, choices: &[Choice], found: Option<&Hits>, facet: usize) -> Vec<u32> {
        let rows = self.select(choices, found, Some(facet));
        let facet = &self.facets[facet];
        let carry = |value| rows.iter().filter(|&&row| facet.rows[row as usize].contains(&value)).count() as u32;
        (0..facet.values).map(carry).collect()
    }

    pub(crate) fn tier(&self, row: u32, search_query: &SearchQuery) -> Option<u8> {
        search_query.matches(&self.head[row as usize], &self.body[row as usize])
    }
}

impl Facet {
    fn flat(&self) -> (Vec<u32>, Vec<u32>) {
        let mut starts = vec![0];
        let mut codes = Vec::new();
        for row in &self.rows {
            if self.many {
                codes.extend(row);
            } else {
                codes.push(row.first().copied().unwrap_or(u32::MAX));
            }
            starts.push(codes.len() as u32);
        }
        (starts, codes)
    }
}

/// Shapes that reach every path: one value, few, more than a cell can hold; one a row and many.
const SHAPES: [(u32, bool); 7] = [(3, false), (1, false), (5, true), (70, false), (90, true), (200, false), (0, false)];

pub(crate) fn facets(rows: usize) -> impl Strategy<Value = Vec<Facet>> {
    let facet = (0..SHAPES.len(), 0_u32..4).prop_flat_map(move |(shape, none)| {
        let (values, many) = SHAPES[shape];
        // Squaring skews the values, as stakeholders and issues are skewed; codes past the end stand for none.
        let code = (0..=values + none).prop_map(move |code| code * code / (values + 1));
        let row = proptest::collection::vec(code, if many { 0..4 } else { 0..2 });
        proptest::collection::vec(row, rows).prop_map(move |rows| Facet { values, many, rows })
    });
    proptest::collection::vec(facet, 0..6)
}

const WORDS: &[&str] = &[
    "peace",
    "peaces",
    "peach",
    "place",
    "pace",
    "guarantee",
    "guarantees",
    "guaranteed",
    "cease",
    "fire",
    "cease-fire",
    "ceasefire",
    "Russia’s",
    "Zürich",
    "zurich",
    "Київ",
    "киев",
    "a",
    "an",
    "and",
    "ands",
    "état",
    "2014",
    "20145",
    "the",
    "then",
    "theory",
    "Ostrava",
    "incomprehensibility",
    "incomprehensibilities",
    "Mückler",
    "Mueckler",
    "Søren-Åse",
    "防波堤を",
    "堤防",
    "波。堤",
    "2031年",
    "สนับสนุน",
    "서울에서",
    "صُلْح",
];

/// A text of words that are near each other.
pub(crate) fn text(words: usize) -> impl Strategy<Value = String> {
    let separator = prop_oneof![8 => Just(" "), 1 => Just(", "), 1 => Just("-"), 1 => Just(" – ")];
    proptest::collection::vec((0..WORDS.len(), separator), 0..=words)
        .prop_map(|words| words.into_iter().map(|(word, separator)| WORDS[word].to_owned() + separator).collect())
}

pub(crate) fn list(rows: impl Strategy<Value = usize>) -> impl Strategy<Value = List> {
    rows.prop_flat_map(|rows| {
        let texts = |words| proptest::collection::vec(text(words), rows);
        (facets(rows), texts(2), texts(5)).prop_map(|(facets, head, body)| List { facets, head, body })
    })
}

pub(crate) fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let codes = || prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(0_u32..12, 0..4), 1 => (0_u32..150, 0_u32..80).prop_map(|(from, len)| (from..from + len).collect())];
    proptest::collection::vec((codes(), codes()).prop_map(|(include, exclude)| Choice { include, exclude }), 6)
}

/// Something typed: words with errors, cut short, quoted, excluded.
pub(crate) fn typed() -> impl Strategy<Value = String> {
    let term = (0..WORDS.len(), 0_usize..8, 0_usize..14, prop_oneof![Just('a'), Just('e'), Just('é'), Just('и')])
        .prop_map(|(word, change, at, letter)| {
            let mut letters: Vec<char> = WORDS[word].chars().collect();
            let at = at % letters.len();
            match change {
                0 => letters.truncate(at + 1),
                1 => letters.insert(at, letter),
                2 => letters[at] = letter,
                3 => drop(letters.remove(at)),
                4 if at > 0 => letters.swap(at, at - 1),
                _ => {}
            }
            letters.into_iter().collect::<String>()
        });
    let joint = prop_oneof![6 => Just(" "), 1 => Just(" -"), 1 => Just(" \""), 1 => Just("\" "), 1 => Just("-")];
    (proptest::collection::vec((joint, term), 1..4), prop_oneof![Just(""), Just(" ")]).prop_map(|(terms, end)| {
        let typed: String = terms.into_iter().map(|(joint, term)| joint.to_owned() + &term).collect();
        typed.trim_start_matches(' ').to_owned() + end
    })
}

/// Pieces of names and words of many scripts, with the marks that one has and another lacks, and what parts and joins
/// them.
const PIECES: &[&str] = &[
    "Nguyễn",
    "Hạnh",
    "Đặng",
    "Phương",
    "Əsmər",
    "Փառանձեմ",
    "Mückler",
    "Mueckler",
    "Søren",
    "Ægir",
    "Åse",
    "Aase",
    "weiß",
    "كَاظِم",
    "قَدُّوم",
    "كاظم",
    "أحمد",
    "ـــ",
    "שָׁלוֹם",
    "שלום",
    "צה״ל",
    "Ǧelil",
    "ΆΘΕΩΣ",
    "ᾳ",
    "Київ",
    "ґанок",
    "ё",
    "İzmir",
    "ı",
    "ǆ",
    "ﬁn",
    "हिन्दी",
    "क़",
    "ไทย",
    "สนับสนุน",
    "น้ำ",
    "ភាសា",
    "မြန်မာ",
    "防波堤",
    "港",
    "ガ",
    "か\u{3099}",
    "ｶﾞ",
    "ー",
    "ゟ",
    "서울",
    "에서",
    "Ｑｕａｙ",
    "２０３１",
    "٢٠٣١",
    "2031",
    "年",
    "Å",
    "≠",
    "½",
    "²",
    "\u{301}",
    "\u{308}",
    "\u{30A}",
    "\u{323}",
    "\u{5B8}",
    "\u{64E}",
    "\u{AD}",
    "\u{200D}",
    "a",
    "o",
    "u",
    "ss",
    "ſ",
    "-",
    "’",
    "·",
    "・",
    "\"",
    "。",
    "، ",
    ". ",
    " ",
    " ",
    " ",
    "\u{FDD0}",
];

/// A text of words of the world, or any text.
pub(crate) fn world() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..8).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => any::<String>()]
}
