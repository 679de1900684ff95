//! The list of a view: which entries, in which order, under which headings.

use super::content::positions::PositionEntry;
use super::content::questions::QuestionEntry;
use super::content::quotes::QuoteEntry;
use super::content::stakeholders::StakeholderEntry;
use super::engine::Engine;
use super::window::Window;
use super::words;
use crate::query::{Facet, Group, Query, Sort};

/// One way to order or to group the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// What a reader calls it.
    pub label: &'static str,
    /// Whether the list is so now.
    pub current: bool,
    /// Where it leads.
    pub query: Query,
}

/// The heading of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading<'d> {
    /// What its entries share.
    pub label: &'d str,
    /// Whether that is text of the dossier, not the page's own word.
    pub is_named: bool,
    /// What that means, where a word is not enough: an issue's proposition.
    pub hint: Option<&'d str>,
    /// The filter that shows just this section; `None` where it is on already.
    pub query: Option<Query>,
}

/// Entries of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entries<'d> {
    /// Who stands where.
    Positions(Vec<PositionEntry<'d>>),
    /// In whose words.
    Quotes(Vec<QuoteEntry<'d>>),
    /// Who is in the story.
    Stakeholders(Vec<StakeholderEntry<'d>>),
    /// What is left open.
    Questions(Vec<QuestionEntry<'d>>),
}

impl Entries<'_> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Positions(entries) => entries.len(),
            Self::Quotes(entries) => entries.len(),
            Self::Stakeholders(entries) => entries.len(),
            Self::Questions(entries) => entries.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A heading with its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'d> {
    /// The heading; `None` for a list without.
    pub heading: Option<Heading<'d>>,
    /// How many entries it has, those outside of the window included.
    pub count: usize,
    /// Those of its entries that stand in the window.
    pub entries: Entries<'d>,
}

/// A whole list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<'d> {
    /// The opened item where the filters hide it: shown apart, above the list.
    pub aside: Option<Entries<'d>>,
    /// The sections that have entries in the window, in order.
    pub sections: Vec<Section<'d>>,
    /// Which part of the list is shown.
    pub window: Window,
    /// The orders to choose from; empty where there is but one.
    pub sorts: Vec<Switch>,
    /// The groupings to choose from.
    pub groups: Vec<Switch>,
}

/// The order that the query asks for among those that a view has. The first is the view's own; while something is
/// searched for, the best match comes first.
pub(super) fn sort(query: &Query, offered: &[Sort]) -> Sort {
    let searching = !query.text.trim().is_empty();
    let own = if searching { Sort::Match } else { offered[0] };
    query.sort.filter(|&sort| offered.contains(&sort) && (searching || sort != Sort::Match)).unwrap_or(own)
}

/// The grouping that the query asks for among those that a view has. The first is the view's own; best matches stand in
/// one list.
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

/// Where in a list the reader is.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// The entry that is read, counted from 0 in the order of the list; `None` for a reader who has just come.
    pub(super) at: Option<usize>,
    /// The place of what the link opens. Who has just come sees that.
    pub(super) opened: Option<usize>,
}

/// Puts places under headings: `key` says which heading a place belongs to. Headings ascend by key; places keep their
/// order. `None` is one section without a heading. Of a long list a window is shown, around where it is read.
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

/// The heading of the section of a facet's value.
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
