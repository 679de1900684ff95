//! The index: built once from plain columns, asked at every click and every key.

use crate::bits::Bits;
use crate::columns::{Choice, Columns};
use crate::facets::Facets;
use crate::hits::Hits;
use crate::search_query::SearchQuery;
use crate::text::Text;

/// An index of the facets of a list.
pub struct FacetIndex {
    rows: u32,
    facets: Facets,
}

/// The rows that pass, and how many rows each facet value would show.
pub struct Selection {
    rows: Bits,
    counts: Vec<Vec<u32>>,
}

impl FacetIndex {
    /// Reads the facet columns, which are not kept.
    #[must_use]
    pub fn build(columns: &Columns<'_>) -> FacetIndex {
        FacetIndex { rows: columns.rows, facets: Facets::build(columns) }
    }

    /// Number of rows of the list.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Bytes on the heap.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.facets.bytes()
    }

    /// The rows that are `found` (every row if `None`) and pass all `choices`, where `choices[i]` belongs to facet `i`; a facet without one
    /// has nothing chosen. Counts all facets at once.
    #[must_use]
    pub fn select(&self, choices: &[Choice], found: Option<&Hits>) -> Selection {
        let found = found.map(Hits::all);
        if choices.len() == self.facets.len() {
            return self.facets.choose(choices, found);
        }
        let mut padded = choices.to_vec();
        padded.resize(self.facets.len(), Choice::default());
        self.facets.choose(&padded, found)
    }
}

/// An index of a list: its facets and the words of its texts.
pub struct Index {
    facets: FacetIndex,
    text: Text,
}

impl Index {
    /// Reads the columns, which are not kept.
    #[must_use]
    pub fn build(columns: &Columns<'_>) -> Index {
        Index { facets: FacetIndex::build(columns), text: Text::build(columns) }
    }

    /// Number of rows of the list.
    #[must_use]
    pub fn rows(&self) -> u32 {
        self.facets.rows()
    }

    /// Bytes on the heap.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.facets.bytes() + self.text.bytes()
    }

    /// The rows that match what was typed: those for which [`SearchQuery::matches`] gives a tier, in that tier.
    #[must_use]
    pub fn find(&self, search_query: &SearchQuery) -> Hits {
        self.text.find(search_query)
    }

    /// See [`FacetIndex::select`].
    #[must_use]
    pub fn select(&self, choices: &[Choice], found: Option<&Hits>) -> Selection {
        self.facets.select(choices, found)
    }
}

impl Selection {
    pub(crate) fn new(rows: Bits, counts: Vec<Vec<u32>>) -> Selection {
        Selection { rows, counts }
    }

    /// How many rows pass.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.rows.len()
    }

    /// Whether no row passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether `row` passes.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.rows.contains(row)
    }

    /// The rows that pass, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter()
    }

    /// The first `limit` rows that pass, in `order` (a permutation of the rows), or ascending.
    #[must_use]
    pub fn first(&self, limit: usize, order: Option<&[u32]>) -> Vec<u32> {
        match order {
            Some(order) => order.iter().copied().filter(|&row| self.contains(row)).take(limit).collect(),
            None => self.rows().take(limit).collect(),
        }
    }

    /// The first `limit` rows that pass and are `found`, best tier first, ascending within a tier.
    #[must_use]
    pub fn ranked(&self, found: &Hits, limit: usize) -> Vec<u32> {
        found.ranked_among(Some(&self.rows), limit)
    }

    /// Per value of the facet: the rows that carry it and pass every choice of the other facets, and the words; what is chosen
    /// in the facet itself does not bear on them. Empty for a facet that the list does not have.
    #[must_use]
    pub fn counts(&self, facet: usize) -> &[u32] {
        self.counts.get(facet).map_or(&[], Vec::as_slice)
    }
}
