//! Position list and position details.

use dossier::direction::isolate;
use dossier::{Basis, ItemKind, Position, Stance};
use index::SearchQuery;

use super::quotes::QuoteLink;
use crate::checked::Coded;
use crate::engine::{Engine, PositionRow};
use crate::evidence::{Provenance, paragraphs, provenance, source};
use crate::excerpts::{Excerpt, excerpts};
use crate::lists::{self, Around, Entries, List};
use crate::matches::Matches;
use crate::order::{alphabet, order};
use crate::query::{Facet, Group, Panel, Query, Sort, View};
use crate::static_page;
use crate::text::Marked;
use crate::truncated::{self, Truncated};
use crate::words;

/// One row of the position list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionEntry<'d> {
    /// The position shown.
    pub position: &'d Position,
    /// Label of the stance.
    pub stance: &'static str,
    /// Language of the document if it differs from the dossier's.
    pub language: Option<&'d str>,
    /// The stakeholder's name; `None` if the section heading has it.
    pub holder: Option<Marked<'d>>,
    /// The issue's name; `None` if the section heading has it.
    pub issue: Option<Marked<'d>>,
    /// One-sentence summary.
    pub summary: Marked<'d>,
    /// Basis, date and source of the attribution.
    pub provenance: Provenance,
    /// Whether the position is part of a change of position.
    pub shifted: bool,
    /// Link to the stakeholder.
    pub holder_link: Query,
    /// Details, if the position is open.
    pub detail: Option<PositionDetail<'d>>,
    /// Opens or closes the position.
    pub toggle: Query,
}

/// Short reference to a position, with its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionLink<'d> {
    /// The stance taken.
    pub stance: Stance,
    /// Label of the stance.
    pub label: &'static str,
    /// Basis of the attribution.
    pub basis: Basis,
    /// The stakeholder's display name.
    pub holder: &'d str,
    /// The issue's display name.
    pub issue: &'d str,
    /// One-sentence summary.
    pub summary: &'d str,
    /// Date in words.
    pub when: String,
    /// Opens the position.
    pub query: Query,
}

/// Details of an open position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionDetail<'d> {
    /// Proposition that the stance refers to.
    pub proposition: &'d str,
    /// Positions that this one replaces, latest first.
    pub earlier: Truncated<PositionLink<'d>>,
    /// Positions that replaced this one, earliest first.
    pub later: Truncated<PositionLink<'d>>,
    /// Supporting quotes, each with its link.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// Other positions on the same issue, without those in `earlier` and `later`.
    pub same_issue: Truncated<PositionLink<'d>>,
    /// Link to all positions on the issue.
    pub all_on_issue: Query,
    /// Number of the stakeholder's other positions and the link to all of them; `None` if there are none.
    pub same_holder: Option<(usize, Query)>,
    /// Evidence passages in context, if a copy of the text is available.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Citation, without the link.
    pub citation: String,
    /// Link for sharing, relative to the site's folder.
    pub link: String,
    /// Link for the citation, pinned to the data version.
    pub cited: String,
    /// Opens the cite panel.
    pub cite: Query,
}

const SORTS: [Sort; 4] = [Sort::Article, Sort::Match, Sort::Date, Sort::Name];
const GROUPS: [Group; 6] = [Group::Issue, Group::Who, Group::Camp, Group::Stance, Group::Basis, Group::None];

pub(crate) fn list<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, at: Option<usize>) -> List<'d> {
    let sort = lists::sort(query, &SORTS);
    let group = lists::group(query, sort, &GROUPS);
    let row = |place: usize| &engine.positions[place];
    let mut places: Vec<usize> = match sort {
        Sort::Match => matches.positions.ranked(usize::MAX),
        Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse => matches.positions.places(),
    };
    match sort {
        Sort::Date => {
            order(&mut places, &|one, other| row(other).position.date.value.cmp(&row(one).position.date.value));
        }
        Sort::Name => {
            let alphabet = alphabet(engine.dossier);
            let rank = |place: usize| alphabet[row(place).holder];
            order(&mut places, &|one, other| rank(one).cmp(&rank(other)));
        }
        Sort::Article | Sort::Match | Sort::Count | Sort::Reverse => {}
    }
    let facet = facet_of(group);
    let opened = query.item.as_deref().and_then(|id| place_of(engine, id));
    let (sections, window) = lists::sections(
        &places,
        Around { at, opened },
        // A position has exactly one value of each of these facets.
        &|place| engine.position_table.codes(facet? as usize, place).first().copied(),
        &|code| lists::heading(engine, query, facet.unwrap_or(Facet::Issue), code),
        &|places: &[usize]| {
            Entries::Positions(
                places.iter().map(|&place| entry(engine, query, &matches.search.query, group, row(place))).collect(),
            )
        },
    );
    let hidden = opened
        .filter(|place| !places.contains(place))
        .map(|place| Entries::Positions(vec![entry(engine, query, &matches.search.query, Group::None, row(place))]));
    List {
        aside: hidden,
        sections,
        window,
        sorts: lists::sorts(query, &SORTS),
        groups: lists::groups(query, sort, &GROUPS),
    }
}

const fn facet_of(group: Group) -> Option<Facet> {
    match group {
        Group::Issue => Some(Facet::Issue),
        Group::Who => Some(Facet::Who),
        Group::Camp => Some(Facet::Camp),
        Group::Stance => Some(Facet::Stance),
        Group::Basis => Some(Facet::Basis),
        Group::None => None,
    }
}

/// Index of the position with this id in [`Engine::positions`].
pub(crate) fn place_of(engine: &Engine, id: &str) -> Option<usize> {
    engine.positions.iter().position(|position_row| position_row.position.id.as_str() == id)
}

pub(crate) fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    group: Group,
    position_row: &PositionRow<'d>,
) -> PositionEntry<'d> {
    let position = position_row.position;
    let id = position.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let holder = engine.stakeholder(position_row.holder);
    PositionEntry {
        position,
        stance: position_row.label(engine),
        language: engine.language_of(position_row.document),
        holder: (group != Group::Who).then(|| Marked::new(engine.name(position_row.holder), search_query)),
        issue: (group != Group::Issue).then(|| Marked::new(engine.issue_name(position_row.issue), search_query)),
        summary: Marked::new(&position.summary, search_query),
        provenance: provenance(engine, position_row.document, position),
        shifted: position_row.is_shifted(),
        holder_link: query.to_item(View::Stakeholders, holder.id.as_str()),
        detail: open.then(|| detail(engine, query, position_row)),
        toggle: query.with_item((!open).then_some(id)),
    }
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, position_row: &PositionRow<'d>) -> PositionDetail<'d> {
    let position = position_row.position;
    let holder = engine.stakeholder(position_row.holder);
    let issue = engine.issue(position_row.issue);
    let few = |places: &[usize]| Truncated::of(places, &|place| link(engine, query, &engine.positions[place]));
    let follow = |step: fn(&PositionRow) -> Option<usize>| {
        let mut places = Vec::new();
        let mut at = step(position_row);
        // Bounds the loop, in case the data contains a cycle.
        while let Some(place) = at.filter(|_| places.len() < engine.positions.len()) {
            places.push(place);
            at = step(&engine.positions[place]);
        }
        places
    };
    let (earlier, later) = (follow(|position_row| position_row.earlier), follow(|position_row| position_row.later));
    let same_issue = truncated::places(engine.positions.len(), &|place| {
        let other = &engine.positions[place];
        // Positions in the chain are listed separately.
        let named = earlier.contains(&place) || later.contains(&place);
        other.issue == position_row.issue && other.position.id != position.id && !named
    });
    let others = engine.positions.iter().filter(|other| other.holder == position_row.holder).count() - 1;
    PositionDetail {
        proposition: &issue.proposition,
        earlier: few(&earlier),
        later: few(&later),
        quotes: Truncated::of(&position_row.quotes, &|place| QuoteLink::of(engine, query, &engine.quotes[place])),
        same_issue: few(&same_issue),
        all_on_issue: query.only(View::Positions, Facet::Issue, issue.id.as_str()),
        same_holder: (others > 0).then(|| (others, query.only(query.view, Facet::Who, holder.id.as_str()))),
        excerpts: excerpts(engine, query, Coded::Position, position.id.as_str()),
        citation: citation(engine, position_row),
        link: static_page::link_to(engine, query, ItemKind::Position, View::Positions, position.id.as_str()),
        cited: static_page::pinned_to(engine, query, ItemKind::Position, View::Positions, position.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// Builds a short reference to a position. Its link opens the position in the list with all filters cleared, so none
/// can hide it.
pub(crate) fn link<'d>(engine: &Engine<'d>, query: &Query, position_row: &PositionRow<'d>) -> PositionLink<'d> {
    let id = position_row.position.id.as_str();
    PositionLink {
        stance: position_row.position.stance,
        label: position_row.label(engine),
        basis: position_row.position.attribution.kind,
        holder: engine.name(position_row.holder),
        issue: engine.issue_name(position_row.issue),
        summary: &position_row.position.summary,
        when: words::when(&position_row.position.date),
        query: query.clear().with_view(View::Positions).with_item(Some(id)),
    }
}

/// Citation of a position, without its link.
pub(crate) fn citation(engine: &Engine, position_row: &PositionRow) -> String {
    let position = position_row.position;
    let issue = engine.issue(position_row.issue);
    let provenance = provenance(engine, position_row.document, position);
    let passages = paragraphs(position.evidence.iter());
    format!(
        "{} on “{}”: {} {}, {}, {passages}. {}.",
        isolate(engine.name(position_row.holder)),
        isolate(&issue.proposition),
        isolate(&position.summary),
        provenance.basis,
        provenance.when,
        source(engine, position_row.document)
    )
}
