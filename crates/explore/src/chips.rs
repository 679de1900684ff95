//! Active filters, as removable chips and as a sentence.

use super::engine::Engine;
use super::words;
use crate::query::{Facet, Pick, Query};

/// An active filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Label of the filter: `Issue`, `Search`.
    pub label: &'static str,
    /// Value.
    pub value: String,
    /// Whether the value is text of the dossier or of the user, not the page's own.
    pub is_named: bool,
    /// Whether the value is excluded.
    pub excluded: bool,
    /// Link that removes it.
    pub removal: Query,
}

pub(super) fn chips(engine: &Engine, query: &Query) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !query.text.trim().is_empty() {
        let value = format!("“{}”", query.text.trim());
        chips.push(Chip { label: "Search", value, is_named: true, excluded: false, removal: query.with_text("") });
    }
    for &facet in Facet::ALL {
        // Included values come first, so that the sentence names each group once.
        for how in [Pick::Include, Pick::Exclude] {
            for (word, _) in query.picks_of(facet).iter().filter(|&(_, pick)| pick == how) {
                let Some(label) = engine.label(facet, word) else { continue };
                chips.push(Chip {
                    label: facet.spec().label,
                    value: label.to_owned(),
                    is_named: facet.spec().is_named,
                    excluded: how == Pick::Exclude,
                    removal: query.without(facet, word),
                });
            }
        }
    }
    if let Some(value) = days(query) {
        chips.push(Chip {
            label: "Date",
            value,
            is_named: false,
            excluded: false,
            removal: query.with_dates(None, None),
        });
    }
    chips
}

fn days(query: &Query) -> Option<String> {
    match (query.from, query.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(from.in_words()),
        (Some(from), Some(to)) => Some(format!("{} to {}", from.in_words(), to.in_words())),
        (Some(from), None) => Some(format!("from {}", from.in_words())),
        (None, Some(to)) => Some(format!("until {}", to.in_words())),
    }
}

/// Sentence: `where stakeholder is Putin or Trump, and stance is not Asks`; empty without chips.
pub(super) fn sentence(chips: &[Chip]) -> String {
    let mut clauses: Vec<String> = Vec::new();
    let mut rest = chips;
    while let Some(first) = rest.first() {
        let alike = rest.iter().take_while(|chip| (chip.label, chip.excluded) == (first.label, first.excluded)).count();
        let (group, after) = rest.split_at(alike);
        let values: Vec<&str> = group.iter().map(|chip| chip.value.as_str()).collect();
        let is = if first.excluded { "is not" } else { "is" };
        clauses.push(format!("{} {is} {}", first.label.to_ascii_lowercase(), words::or(&values)));
        rest = after;
    }
    if clauses.is_empty() { String::new() } else { format!("where {}", words::and(&words::borrowed(&clauses))) }
}
