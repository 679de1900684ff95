//! Suggestions where nothing matches: the single filters to drop, and the number of results each would give.

use super::chips::Chip;
use super::engine::Engine;
use super::matches::Matches;
use super::order::ordered;
use super::{Outline, words};
use crate::query::{Facet, Query, View};

/// Suggestion to remove one filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The filter: `Issue: Guarantees`.
    pub label: String,
    /// Number of results without it: `4 positions`.
    pub shows: String,
    /// Query without it.
    pub query: Query,
}

/// Content shown in place of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyState {
    /// The query in words: `No quotes where stance is Opposes.`
    pub summary: String,
    /// Filters whose removal alone gives results, most results first.
    pub suggestions: Vec<Suggestion>,
    /// Views in which the same query has results, with their number and a link.
    pub elsewhere: Vec<(String, Query)>,
    /// Query without any filter.
    pub clear: Query,
}

/// Views to suggest.
const FOUND: [View; 4] = [View::Positions, View::Quotes, View::Stakeholders, View::Questions];

pub(super) fn empty_state(engine: &Engine, page: &Outline, matches: &Matches) -> Option<EmptyState> {
    let Outline { query, view, chips, .. } = page;
    let view = *view;
    if matches.count(view) > 0 || !page.narrows {
        return None;
    }
    let mut suggestions: Vec<(usize, Suggestion)> = Vec::new();
    let mut suggest = |label: &str, value: &str, without: Query| {
        let count = Matches::of(engine, &without, engine.search(&without.text)).count(view);
        if count > 0 {
            let label = format!("{label}: {value}");
            suggestions.push((count, Suggestion { label, shows: words::count(count, view.noun()), query: without }));
        }
    };
    for chip in chips {
        suggest(chip.label, &named(chip), chip.removal.clone());
    }
    // Values of one facet are alternatives: if several are picked, removing one of them gives no more results.
    for &facet in Facet::ALL {
        let label = facet.spec().label;
        let values: Vec<String> = chips.iter().filter(|chip| chip.label == label).map(named).collect();
        if values.len() > 1 {
            suggest(label, &words::or(&words::borrowed(&values)), query.without_facet(facet));
        }
    }
    let most = ordered(suggestions.len(), &|one, other| suggestions[other].0.cmp(&suggestions[one].0));
    let space = if page.asks.is_empty() { "" } else { " " };
    Some(EmptyState {
        summary: format!("No {}s{space}{}.", view.noun(), page.asks),
        suggestions: most.into_iter().map(|place| suggestions[place].1.clone()).collect(),
        elsewhere: FOUND
            .iter()
            .map(|&view| (view, matches.count(view)))
            .filter(|&(_, count)| count > 0)
            .map(|(view, count)| (words::count(count, view.noun()), query.with_view(view)))
            .collect(),
        clear: query.clear(),
    })
}

/// A chip in words, on its own.
fn named(chip: &Chip) -> String {
    if chip.excluded { format!("not {}", chip.value) } else { chip.value.clone() }
}
