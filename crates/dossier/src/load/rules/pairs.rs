//! Which quote names which position, and the other way round.

use std::collections::BTreeSet;

use crate::id::{PositionId, QuoteId};
use crate::load::draft::DocumentDraft;

/// Both directions, each as a set: a quote may express thousands of positions.
pub(super) struct Pairs<'a> {
    by_positions: BTreeSet<(&'a PositionId, &'a QuoteId)>,
    by_quotes: BTreeSet<(&'a PositionId, &'a QuoteId)>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(documents: &'a [DocumentDraft]) -> Self {
        let (mut by_positions, mut by_quotes) = (BTreeSet::new(), BTreeSet::new());
        for document in documents {
            for position in document.positions.entries.iter().filter_map(|entry| entry.value.as_ref()) {
                by_positions.extend(position.quotes.iter().map(|quote| (&position.id, quote)));
            }
            for quote in document.quotes.entries.iter().filter_map(|entry| entry.value.as_ref()) {
                by_quotes.extend(quote.positions.iter().map(|position| (position, &quote.id)));
            }
        }
        Self { by_positions, by_quotes }
    }

    /// Whether the position names the quote.
    pub(super) fn position_names(&self, position: &PositionId, quote: &QuoteId) -> bool {
        self.by_positions.contains(&(position, quote))
    }

    /// Whether the quote names the position.
    pub(super) fn quote_names(&self, quote: &QuoteId, position: &PositionId) -> bool {
        self.by_quotes.contains(&(position, quote))
    }
}
