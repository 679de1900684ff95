//! Suggestions where nothing matches: the single filters to drop, and the number of results each would give.

use super::chips::Chip;
use super::engine::Engine;
use super::matches::Matches;
use super::order::ordered;
use super::{Outline, words};
use crate::query::{Facet, Query, View};

/// Dropping one filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The filter: `Issue: Guarantees`.
    pub label: String,
    /// How many would then show: `4 positions`.
    pub shows: String,
    /// Where that leads.
    pub query: Query,
}

/// What is said in place of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyState {
    /// What was asked: `No quotes where stance is Opposes.`
    pub summary: String,
    /// The filters whose absence alone would show something, the one that shows most first.
    pub suggestions: Vec<Suggestion>,
    /// The views in which the same question finds something: what it finds, and the way there.
    pub elsewhere: Vec<(String, Query)>,
    /// Without any filter.
    pub clear: Query,
}

/// The views that stand for what can be found.
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
    // The values of a facet widen each other. Where several are picked, no single one of them stands in the way.
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

/// What a chip asks for, by itself.
fn named(chip: &Chip) -> String {
    if chip.excluded { format!("not {}", chip.value) } else { chip.value.clone() }
}
