//! The list of positions, and one position in detail.

use dossier::direction::isolate;
use dossier::{Basis, ItemKind, Position, Stance};
use index::SearchQuery;

use super::checked::Coded;
use super::engine::{Engine, PositionRow};
use super::evidence::{Provenance, paragraphs, provenance, source};
use super::excerpts::{Excerpt, excerpts};
use super::lists::{self, Around, Entries, List};
use super::matches::Matches;
use super::order::{alphabet, order};
use super::quotes::QuoteLink;
use super::static_page;
use super::text::Marked;
use super::truncated::{self, Truncated};
use super::words;
use crate::query::{Facet, Group, Panel, Query, Sort, View};

/// One position in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionEntry<'d> {
    /// The position.
    pub position: &'d Position,
    /// Its stance in words.
    pub stance: &'static str,
    /// The language of the document's words, where that is not the dossier's.
    pub language: Option<&'d str>,
    /// Its holder's name; `None` where the section's heading says it.
    pub holder: Option<Marked<'d>>,
    /// Its issue's name; `None` where the section's heading says it.
    pub issue: Option<Marked<'d>>,
    /// What it is, in a sentence.
    pub summary: Marked<'d>,
    /// How we know.
    pub provenance: Provenance,
    /// Whether it is one end of a change.
    pub shifted: bool,
    /// The holder, to follow.
    pub holder_link: Query,
    /// Everything else, where the position is opened.
    pub detail: Option<PositionDetail<'d>>,
    /// Opens it, or closes it.
    pub toggle: Query,
}

/// A position named in passing, with the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionLink<'d> {
    /// Its stance.
    pub stance: Stance,
    /// The stance in words.
    pub label: &'static str,
    /// How we know of it.
    pub basis: Basis,
    /// Who holds it.
    pub holder: &'d str,
    /// On what.
    pub issue: &'d str,
    /// What it is.
    pub summary: &'d str,
    /// When it was taken.
    pub when: String,
    /// The way to it.
    pub query: Query,
}

/// One position in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionDetail<'d> {
    /// The sentence that the stance is relative to.
    pub proposition: &'d str,
    /// The positions that this one replaces, the latest first.
    pub earlier: Truncated<PositionLink<'d>>,
    /// The positions that replaced this one, the earliest first.
    pub later: Truncated<PositionLink<'d>>,
    /// The quotes behind it, each with the way to it.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// The other positions on the same issue, less those that are named above.
    pub same_issue: Truncated<PositionLink<'d>>,
    /// All positions on the issue, as a list.
    pub all_on_issue: Query,
    /// How many other positions the holder has, and the way to all of the holder's.
    pub same_holder: Option<(usize, Query)>,
    /// Its passages in their context, where there is a copy of the text.
    pub excerpts: Vec<Excerpt<'d>>,
    /// How to cite it, less the link.
    pub citation: String,
    /// What to send to somebody who should see it, from the site's folder on.
    pub link: String,
    /// The same with the data version, to go with the citation.
    pub cited: String,
    /// Opens the other ways to cite it.
    pub cite: Query,
}

const SORTS: [Sort; 4] = [Sort::Article, Sort::Match, Sort::Date, Sort::Name];
const GROUPS: [Group; 6] = [Group::Issue, Group::Who, Group::Camp, Group::Stance, Group::Basis, Group::None];

pub(super) fn list<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
    at: Option<usize>,
) -> List<'d> {
    let sort = lists::sort(query, &SORTS);
    let group = lists::group(query, sort, &GROUPS);
    let held = |place: usize| &engine.positions[place];
    let mut places: Vec<usize> = match sort {
        Sort::Match => shown.positions.ranked(usize::MAX),
        Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse => shown.positions.places(),
    };
    match sort {
        Sort::Date => {
            order(&mut places, &|one, other| held(other).position.date.value.cmp(&held(one).position.date.value));
        }
        Sort::Name => {
            let alphabet = alphabet(engine.dossier);
            let rank = |place: usize| alphabet[held(place).holder];
            order(&mut places, &|one, other| rank(one).cmp(&rank(other)));
        }
        Sort::Article | Sort::Match | Sort::Count | Sort::Reverse => {}
    }
    let facet = facet_of(group);
    let opened = query.item.as_deref().and_then(|id| place_of(engine, id));
    let (sections, window) = lists::sections(
        &places,
        Around { at, opened },
        // A position has one value of each of these facets.
        &|place| engine.position_table.codes(facet? as usize, place).first().copied(),
        &|code| lists::heading(engine, query, facet.unwrap_or(Facet::Issue), code),
        &|places: &[usize]| {
            Entries::Positions(
                places.iter().map(|&place| entry(engine, query, search_query, group, held(place))).collect(),
            )
        },
    );
    let hidden = opened
        .filter(|place| !places.contains(place))
        .map(|place| Entries::Positions(vec![entry(engine, query, search_query, Group::None, held(place))]));
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

/// Where the position with this id stands in [`Engine::positions`].
pub(super) fn place_of(engine: &Engine, id: &str) -> Option<usize> {
    engine.positions.iter().position(|held| held.position.id.as_str() == id)
}

pub(super) fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    group: Group,
    held: &PositionRow<'d>,
) -> PositionEntry<'d> {
    let position = held.position;
    let id = position.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let holder = engine.stakeholder(held.holder);
    PositionEntry {
        position,
        stance: held.label(engine),
        language: engine.language_of(held.document),
        holder: (group != Group::Who).then(|| Marked::new(engine.name(held.holder), search_query)),
        issue: (group != Group::Issue).then(|| Marked::new(engine.issue_name(held.issue), search_query)),
        summary: Marked::new(&position.summary, search_query),
        provenance: provenance(engine, held.document, position),
        shifted: held.is_shifted(),
        holder_link: query.to_item(View::Stakeholders, holder.id.as_str()),
        detail: open.then(|| detail(engine, query, held)),
        toggle: query.with_item((!open).then_some(id)),
    }
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, held: &PositionRow<'d>) -> PositionDetail<'d> {
    let position = held.position;
    let holder = engine.stakeholder(held.holder);
    let issue = engine.issue(held.issue);
    let few = |places: &[usize]| Truncated::of(places, &|place| link(engine, query, &engine.positions[place]));
    let follow = |step: fn(&PositionRow) -> Option<usize>| {
        let mut places = Vec::new();
        let mut at = step(held);
        // A chain is no longer than the list, whatever the data says.
        while let Some(place) = at.filter(|_| places.len() < engine.positions.len()) {
            places.push(place);
            at = step(&engine.positions[place]);
        }
        places
    };
    let (earlier, later) = (follow(|held| held.earlier), follow(|held| held.later));
    let same_issue = truncated::places(engine.positions.len(), &|place| {
        let other = &engine.positions[place];
        // What it replaces, and what replaces it, is named above.
        let named = earlier.contains(&place) || later.contains(&place);
        other.issue == held.issue && other.position.id != position.id && !named
    });
    let others = engine.positions.iter().filter(|other| other.holder == held.holder).count() - 1;
    PositionDetail {
        proposition: &issue.proposition,
        earlier: few(&earlier),
        later: few(&later),
        quotes: Truncated::of(&held.quotes, &|place| QuoteLink::of(engine, query, &engine.quotes[place])),
        same_issue: few(&same_issue),
        all_on_issue: query.only(View::Positions, Facet::Issue, issue.id.as_str()),
        same_holder: (others > 0).then(|| (others, query.only(query.view, Facet::Who, holder.id.as_str()))),
        excerpts: excerpts(engine, query, Coded::Position, position.id.as_str()),
        citation: citation(engine, held),
        link: static_page::link_to(engine, query, ItemKind::Position, View::Positions, position.id.as_str()),
        cited: static_page::pinned_to(engine, query, ItemKind::Position, View::Positions, position.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// A position in passing. The way to it opens it in the list of positions, with no filter that could hide it.
pub(super) fn link<'d>(engine: &Engine<'d>, query: &Query, held: &PositionRow<'d>) -> PositionLink<'d> {
    let id = held.position.id.as_str();
    PositionLink {
        stance: held.position.stance,
        label: held.label(engine),
        basis: held.position.attribution.kind,
        holder: engine.name(held.holder),
        issue: engine.issue_name(held.issue),
        summary: &held.position.summary,
        when: words::when(&held.position.date),
        query: query.clear().with_view(View::Positions).with_item(Some(id)),
    }
}

/// How to cite a position, less its link.
pub(super) fn citation(engine: &Engine, held: &PositionRow) -> String {
    let position = held.position;
    let issue = engine.issue(held.issue);
    let provenance = provenance(engine, held.document, position);
    let passages = paragraphs(position.evidence.iter());
    format!(
        "{} on “{}”: {} {}, {}, {passages}. {}.",
        isolate(engine.name(held.holder)),
        isolate(&issue.proposition),
        isolate(&position.summary),
        provenance.basis,
        provenance.when,
        source(engine, held.document)
    )
}
