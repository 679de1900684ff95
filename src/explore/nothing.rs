//! What to do where nothing is found: which single filter to drop, and how many would then show.

use index::Needle;

use super::chips::{Chip, sentence};
use super::edition::Edition;
use super::order::ordered;
use super::shown::Shown;
use super::{Tab, built, tabs, words};
use crate::query::{Facet, Query};

/// Dropping one filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relief {
    /// The filter: `Issue: Guarantees`.
    pub label: String,
    /// How many would then show: `4 positions`.
    pub shows: String,
    /// Where that leads.
    pub query: Query,
}

/// What is said in place of an empty list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    /// What was asked: `No quotes where stance is Opposes.`
    pub asked: String,
    /// The filters whose absence alone would show something, the one that shows most first.
    pub reliefs: Vec<Relief>,
    /// The views in which the same question finds something.
    pub elsewhere: Vec<Tab>,
    /// Without any filter.
    pub clear: Query,
}

pub(super) fn advice(edition: &Edition, query: &Query, shown: &Shown, chips: &[Chip]) -> Option<Nothing> {
    let view = built(query.view);
    if shown.count(view) > 0 {
        return None;
    }
    let mut reliefs: Vec<(usize, Relief)> = Vec::new();
    let mut relieve = |label: &str, value: &str, without: Query| {
        let count = Shown::of(edition, &without, &Needle::parse(&without.text)).count(view);
        if count > 0 {
            let label = format!("{label}: {value}");
            reliefs.push((count, Relief { label, shows: words::count(count, words::noun(view)), query: without }));
        }
    };
    for chip in chips {
        relieve(chip.label, &named(chip), chip.removal.clone());
    }
    // The values of a facet widen each other. Where several are picked, no single one of them stands in the way.
    for &facet in Facet::ALL {
        let label = words::facet(facet);
        let values: Vec<String> = chips.iter().filter(|chip| chip.label == label).map(named).collect();
        if values.len() > 1 {
            relieve(label, &words::or(&words::borrowed(&values)), query.without_facet(facet));
        }
    }
    let most = ordered(reliefs.len(), &|one, other| reliefs[other].0.cmp(&reliefs[one].0));
    let asks = sentence(chips);
    let space = if asks.is_empty() { "" } else { " " };
    Some(Nothing {
        asked: format!("No {}s{space}{asks}.", words::noun(view)),
        reliefs: most.into_iter().map(|place| reliefs[place].1.clone()).collect(),
        elsewhere: tabs(edition, query, shown).into_iter().filter(|tab| tab.count > 0).collect(),
        clear: query.clear(),
    })
}

/// What a chip asks for, by itself.
fn named(chip: &Chip) -> String {
    if chip.excluded { format!("not {}", chip.value) } else { chip.value.clone() }
}
