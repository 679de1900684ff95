//! Index of a list, built once from columns and queried on every click and keystroke.

use crate::bits::Bits;
use crate::columns::{Choice, Columns};
use crate::facets::Facets;
use crate::hits::Hits;
use crate::search_query::SearchQuery;
use crate::text::Text;

/// Index of the facets of a list.
pub struct FacetIndex {
    rows: u32,
    facets: Facets,
}

/// Rows that pass, and the number of rows of each facet value.
pub struct Selection {
    rows: Bits,
    counts: Vec<Vec<u32>>,
}

impl FacetIndex {
    /// Builds the index; the columns are not kept.
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

    /// Selects the rows of `hits` (all rows if `None`) that pass all `choices`, and counts the values of all facets.
    /// `choices[i]` belongs to facet `i`; nothing is chosen in facets without an entry.
    #[must_use]
    pub fn select(&self, choices: &[Choice], hits: Option<&Hits>) -> Selection {
        let rows = hits.map(Hits::all);
        if choices.len() == self.facets.len() {
            return self.facets.choose(choices, rows);
        }
        let mut padded = choices.to_vec();
        padded.resize(self.facets.len(), Choice::default());
        self.facets.choose(&padded, rows)
    }
}

/// Index of the facets and the words of a list.
pub struct Index {
    facets: FacetIndex,
    text: Text,
}

impl Index {
    /// Builds the index; the columns are not kept.
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

    /// Finds the rows for which [`SearchQuery::matches`] returns a tier, by that tier.
    #[must_use]
    pub fn find(&self, search_query: &SearchQuery) -> Hits {
        self.text.find(search_query)
    }

    /// See [`FacetIndex::select`].
    #[must_use]
    pub fn select(&self, choices: &[Choice], hits: Option<&Hits>) -> Selection {
        self.facets.select(choices, hits)
    }
}

impl Selection {
    pub(crate) fn new(rows: Bits, counts: Vec<Vec<u32>>) -> Selection {
        Selection { rows, counts }
    }

    /// Number of rows that pass.
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

    /// Rows that pass, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter()
    }

    /// First `limit` rows that pass, in `order` (a permutation of the rows), or ascending.
    #[must_use]
    pub fn first(&self, limit: usize, order: Option<&[u32]>) -> Vec<u32> {
        match order {
            Some(order) => order.iter().copied().filter(|&row| self.contains(row)).take(limit).collect(),
            None => self.rows().take(limit).collect(),
        }
    }

    /// First `limit` rows that pass and are in `hits`, best tier first, ascending within a tier.
    #[must_use]
    pub fn ranked(&self, hits: &Hits, limit: usize) -> Vec<u32> {
        hits.ranked_among(Some(&self.rows), limit)
    }

    /// Number of rows per value of the facet, under the search and the choices in all other facets; the choice in the
    /// facet itself is ignored. Empty for an unknown facet.
    #[must_use]
    pub fn counts(&self, facet: usize) -> &[u32] {
        self.counts.get(facet).map_or(&[], Vec::as_slice)
    }
}
