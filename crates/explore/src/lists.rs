//! Lists of a view: entries, order and headings.

use super::content::positions::PositionEntry;
use super::content::questions::QuestionEntry;
use super::content::quotes::QuoteEntry;
use super::content::stakeholders::StakeholderEntry;
use super::engine::Engine;
use super::window::Window;
use super::words;
use crate::query::{Facet, Group, Query, Sort};

/// An option for order or grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Label.
    pub label: &'static str,
    /// Whether it is the current one.
    pub current: bool,
    /// The link.
    pub query: Query,
}

/// Heading of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'d> {
    /// Text.
    pub label: &'d str,
    /// Whether the text is the dossier's, not the page's own.
    pub is_named: bool,
    /// Explanation: an issue's proposition.
    pub hint: Option<&'d str>,
    /// Link that filters by this section; `None` if it is filtered already.
    pub query: Option<Query>,
}

/// Entries of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entries<'d> {
    /// Positions.
    Positions(Vec<PositionEntry<'d>>),
    /// Quotes.
    Quotes(Vec<QuoteEntry<'d>>),
    /// Stakeholders.
    Stakeholders(Vec<StakeholderEntry<'d>>),
    /// Open questions.
    Questions(Vec<QuestionEntry<'d>>),
}

impl Entries<'_> {
    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Positions(entries) => entries.len(),
            Self::Quotes(entries) => entries.len(),
            Self::Stakeholders(entries) => entries.len(),
            Self::Questions(entries) => entries.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A heading with its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'d> {
    /// The heading; `None` in a list without headings.
    pub heading: Option<Heading<'d>>,
    /// Number of entries, including those outside of the window.
    pub count: usize,
    /// Entries within the window.
    pub entries: Entries<'d>,
}

/// A whole list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<'d> {
    /// The open item if the filters hide it; shown above the list.
    pub aside: Option<Entries<'d>>,
    /// The sections that have entries in the window, in order.
    pub sections: Vec<Section<'d>>,
    /// Part of the list that is shown.
    pub window: Window,
    /// Options for the order; empty if there is only one.
    pub sorts: Vec<Switch>,
    /// Options for the grouping.
    pub groups: Vec<Switch>,
}

/// The requested order among those of a view. The default is the first one; in a search, best match.
pub(super) fn sort(query: &Query, offered: &[Sort]) -> Sort {
    let searching = !query.text.trim().is_empty();
    let own = if searching { Sort::Match } else { offered[0] };
    query.sort.filter(|&sort| offered.contains(&sort) && (searching || sort != Sort::Match)).unwrap_or(own)
}

/// The requested grouping among those of a view. The default is the first one; with best match first, none.
pub(super) fn group(query: &Query, sort: Sort, offered: &[Group]) -> Group {
    let own = if sort == Sort::Match { Group::None } else { offered[0] };
    query.group.filter(|group| offered.contains(group)).unwrap_or(own)
}

pub(super) fn sorts(query: &Query, offered: &[Sort]) -> Vec<Switch> {
    let own = sort(&query.with_sort(None), offered);
    let searching = !query.text.trim().is_empty();
    offered
        .iter()
        .filter(|&&option| searching || option != Sort::Match)
        .map(|&option| Switch {
            label: words::sort(option),
            current: sort(query, offered) == option,
            query: query.with_sort((option != own).then_some(option)),
        })
        .collect()
}

pub(super) fn groups(query: &Query, sort: Sort, offered: &[Group]) -> Vec<Switch> {
    let own = group(&query.with_group(None), sort, offered);
    offered
        .iter()
        .map(|&option| Switch {
            label: words::group(option),
            current: group(query, sort, offered) == option,
            query: query.with_group((option != own).then_some(option)),
        })
        .collect()
}

/// Position in a list to render around.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Entry that the user has scrolled to (index from 0 in the list's order); `None` at first.
    pub(super) at: Option<usize>,
    /// Index of the open item, shown at first.
    pub(super) opened: Option<usize>,
}

/// Groups indices under headings. `key` maps an index to its heading; headings ascend by key, and indices keep their
/// order. `None` is one section without a heading. A long list is cut to a window.
pub(super) fn sections<'d>(
    places: &[usize],
    around: Around,
    key: &dyn Fn(usize) -> Option<u32>,
    heading: &dyn Fn(u32) -> Heading<'d>,
    entries: &dyn Fn(&[usize]) -> Entries<'d>,
) -> (Vec<Section<'d>>, Window) {
    let mut gathered: Vec<(Option<u32>, Vec<usize>)> = Vec::new();
    for &place in places {
        let key = key(place);
        match gathered.binary_search_by(|(other, _)| other.cmp(&key)) {
            Ok(found) => gathered[found].1.push(place),
            Err(gap) => gathered.insert(gap, (key, vec![place])),
        }
    }
    let opened = || gathered.iter().flat_map(|(_, places)| places).position(|&place| Some(place) == around.opened);
    let window = Window::around(places.len(), around.at.or_else(opened).unwrap_or_default());
    let (mut sections, mut before) = (Vec::new(), 0);
    for (key, places) in &gathered {
        let inside = window.part(before, places.len());
        if !inside.is_empty() {
            let heading = key.map(heading);
            sections.push(Section { heading, count: places.len(), entries: entries(&places[inside]) });
        }
        before += places.len();
    }
    (sections, window)
}

/// Heading of the section of a facet's value.
pub(super) fn heading<'d>(engine: &Engine<'d>, query: &Query, facet: Facet, code: u32) -> Heading<'d> {
    let value = &engine.values[facet as usize][code as usize];
    let issue = engine.dossier.issues.iter().find(|issue| facet == Facet::Issue && issue.id.as_str() == value.word);
    Heading {
        label: value.label,
        is_named: facet.spec().is_named,
        hint: issue.map(|issue| issue.proposition.as_str()),
        query: query.pick(facet, value.word).is_none().then(|| query.toggle(facet, value.word)),
    }
}
