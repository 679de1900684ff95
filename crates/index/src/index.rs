//! The index.

use crate::columns::{Choice, Columns};
use crate::needle::{Needle, TIERS};

/// The index of one list of rows.
pub struct Index {
    rows: u32,
    /// Per facet: its values, and the codes of every row.
    facets: Vec<(u32, Vec<Vec<u32>>)>,
    texts: Vec<(String, String)>,
}

/// The rows that match what was typed, in tiers.
pub struct Found {
    /// Per row: its tier, or `TIERS` for none.
    tiers: Vec<u8>,
}

/// The rows that pass, and how many each facet value would show.
pub struct Selection {
    rows: Vec<u32>,
    counts: Vec<Vec<u32>>,
}

impl Index {
    /// Reads the columns.
    #[must_use]
    pub fn build(columns: &Columns<'_>) -> Index {
        let facets = columns.facets.iter();
        let facets = facets.map(|facet| {
            let distinct = |row| {
                let mut codes: Vec<u32> = facet.of(row).collect();
                codes.sort_unstable();
                codes.dedup();
                codes
            };
            (facet.values, (0..columns.rows).map(distinct).collect())
        });
        let text = |texts: &[&str], row: u32| texts.get(row as usize).map_or(String::new(), |text| (*text).to_owned());
        let texts = (0..columns.rows).map(|row| (text(columns.head, row), text(columns.body, row)));
        Index { rows: columns.rows, facets: facets.collect(), texts: texts.collect() }
    }

    /// How many rows the list has.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The bytes held.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(|(head, body)| head.len() + body.len()).sum()
    }

    /// The rows that match.
    #[must_use]
    pub fn find(&self, needle: &Needle) -> Found {
        Found { tiers: self.texts.iter().map(|(head, body)| needle.matches(head, body).unwrap_or(TIERS)).collect() }
    }

    /// The rows that pass `choices` (one a facet) and are `found`.
    #[must_use]
    pub fn select(&self, choices: &[Choice], found: Option<&Found>) -> Selection {
        let mut rows = Vec::new();
        let mut counts: Vec<Vec<u32>> = self.facets.iter().map(|(values, _)| vec![0; *values as usize]).collect();
        for row in 0..self.rows {
            if found.is_some_and(|found| !found.contains(row)) {
                continue;
            }
            let fails = |facet: usize| {
                let codes = &self.facets[facet].1[row as usize];
                choices.get(facet).is_some_and(|choice| {
                    !(choice.include.is_empty() || choice.include.iter().any(|code| codes.contains(code)))
                        || choice.exclude.iter().any(|code| codes.contains(code))
                })
            };
            let failing: Vec<usize> = (0..self.facets.len()).filter(|&facet| fails(facet)).collect();
            if failing.is_empty() {
                rows.push(row);
            }
            for (facet, counts) in counts.iter_mut().enumerate() {
                if failing.iter().all(|&other| other == facet) {
                    for &code in &self.facets[facet].1[row as usize] {
                        counts[code as usize] += 1;
                    }
                }
            }
        }
        Selection { rows, counts }
    }
}

impl Found {
    /// How many rows match.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.tiers.iter().filter(|&&tier| tier < TIERS).count() as u32
    }

    /// Whether no row matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether `row` matches.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.tier(row).is_some()
    }

    /// The tier of `row`, `None` if it does not match.
    #[must_use]
    pub fn tier(&self, row: u32) -> Option<u8> {
        self.tiers.get(row as usize).copied().filter(|&tier| tier < TIERS)
    }
}

impl Selection {
    /// How many rows pass.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Whether no row passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether `row` passes.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.rows.binary_search(&row).is_ok()
    }

    /// The rows that pass, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().copied()
    }

    /// The first `limit` rows that pass, in `order` (a permutation of the rows), or ascending.
    #[must_use]
    pub fn first(&self, limit: usize, order: Option<&[u32]>) -> Vec<u32> {
        match order {
            Some(order) => order.iter().copied().filter(|&row| self.contains(row)).take(limit).collect(),
            None => self.rows().take(limit).collect(),
        }
    }

    /// The first `limit` rows that pass and are found, best tier first, ascending within a tier.
    #[must_use]
    pub fn ranked(&self, found: &Found, limit: usize) -> Vec<u32> {
        let of_tier = |tier| self.rows().filter(move |&row| found.tier(row) == Some(tier));
        (0..TIERS).flat_map(of_tier).take(limit).collect()
    }

    /// Per value of the facet: the rows that carry it and pass every choice of the other facets, and the text.
    #[must_use]
    pub fn counts(&self, facet: usize) -> &[u32] {
        self.counts.get(facet).map_or(&[], Vec::as_slice)
    }
}
