//! The list of stakeholders, and one stakeholder in detail.

use dossier::{CodedDocument, ItemKind, Stakeholder, Stance};
use index::SearchQuery;

use super::engine::Engine;
use super::evidence::numbered;
use super::lists::{self, Around, Entries, List};
use super::matches::Matches;
use super::order::{alphabet, order};
use super::positions::{PositionLink, link};
use super::quotes::QuoteLink;
use super::static_page;
use super::text::Marked;
use super::truncated::{self, Truncated};
use super::words;
use crate::query::codec::MAX_WITH;
use crate::query::{Facet, Group, Query, Sort, View};

/// One stakeholder in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderEntry<'d> {
    /// The stakeholder.
    pub stakeholder: &'d Stakeholder,
    /// Its name.
    pub name: Marked<'d>,
    /// Its role, as the article states it.
    pub role: Option<Marked<'d>>,
    /// What the query shows of it: `4 positions, 1 quote`.
    pub shows: String,
    /// Its positions under the query, in the order of the document: one tile each.
    pub positions: Truncated<PositionLink<'d>>,
    /// How often it takes each stance under the query, where that is more than there are tiles.
    pub stances: Vec<(Stance, usize)>,
    /// Everything else, where the stakeholder is opened.
    pub detail: Option<StakeholderDetail<'d>>,
    /// Opens it, or closes it.
    pub toggle: Query,
}

/// One stakeholder in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderDetail<'d> {
    /// What sort of actor it is, and on which side it speaks.
    pub kind: String,
    /// Every other name that the documents use.
    pub aliases: Option<String>,
    /// Whom it belongs to or speaks for, with the way there.
    pub affiliation: Option<(&'d str, Query)>,
    /// Who belongs to it or speaks for it.
    pub affiliates: Truncated<(&'d str, Query)>,
    /// Where it is named, document by document.
    pub mentions: Truncated<String>,
    /// Its quotes, each with the way to it.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// How many of its positions the filters hide.
    pub hidden: usize,
    /// The issues to which it did not speak at all, topic by topic, each with the way to who did. Empty where it spoke to
    /// none: that is said already.
    pub unspoken: Vec<(&'d str, Truncated<(&'d str, Query)>)>,
    /// All its positions as a list to filter further; `None` where it holds none.
    pub all_positions: Option<Query>,
    /// Compares it with those who are picked for that already, or with whom the reader will; `None` where it holds no
    /// position.
    pub compare: Option<Query>,
    /// What to send to somebody who should see it, from the site's folder on.
    pub link: String,
}

const SORTS: [Sort; 3] = [Sort::Count, Sort::Name, Sort::Article];
const GROUPS: [Group; 2] = [Group::Camp, Group::None];

pub(super) fn list<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
    at: Option<usize>,
) -> List<'d> {
    let sort = match lists::sort(query, &SORTS) {
        // A stakeholder is shown for what it said; there is no best match among names that were not searched for.
        Sort::Match => Sort::Count,
        sort @ (Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse) => sort,
    };
    let group = lists::group(query, sort, &GROUPS);
    let mut places = truncated::places(shown.stakeholders.len(), &|place| shown.stakeholders[place]);
    let mut says =
        Says { positions: vec![Vec::new(); shown.stakeholders.len()], quotes: vec![0; shown.stakeholders.len()] };
    for place in shown.positions.places() {
        says.positions[engine.positions[place].holder].push(place);
    }
    for place in shown.quotes.places() {
        says.quotes[engine.quotes[place].speaker] += 1;
    }
    match sort {
        Sort::Count => {
            order(&mut places, &|one, other| says.positions[other].len().cmp(&says.positions[one].len()));
        }
        Sort::Name => {
            let alphabet = alphabet(engine.dossier);
            order(&mut places, &|one, other| alphabet[one].cmp(&alphabet[other]));
        }
        Sort::Article | Sort::Match | Sort::Date | Sort::Reverse => {}
    }

    let make = |place: usize| entry(engine, query, search_query, &says, place);
    let opened = query
        .item
        .as_deref()
        .and_then(|id| engine.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id));
    let (sections, window) = lists::sections(
        &places,
        Around { at, opened },
        &|place| {
            (group == Group::Camp).then(|| engine.code(Facet::Camp, engine.stakeholder(place).camp.word())).flatten()
        },
        &|code| lists::heading(engine, query, Facet::Camp, code),
        &|places: &[usize]| Entries::Stakeholders(places.iter().map(|&place| make(place)).collect()),
    );
    List {
        aside: opened.filter(|place| !places.contains(place)).map(|place| Entries::Stakeholders(vec![make(place)])),
        sections,
        window,
        sorts: lists::sorts(&query.with_text(""), &SORTS)
            .into_iter()
            .map(|switch| lists::Switch { query: switch.query.with_text(&query.text), ..switch })
            .collect(),
        groups: lists::groups(query, sort, &GROUPS),
    }
}

/// What the query shows of each stakeholder.
struct Says {
    /// Its positions, in the order of the document.
    positions: Vec<Vec<usize>>,
    /// How many quotes.
    quotes: Vec<usize>,
}

fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    says: &Says,
    place: usize,
) -> StakeholderEntry<'d> {
    let stakeholder = engine.stakeholder(place);
    let id = stakeholder.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let positions = &says.positions[place];
    let mut parts = Vec::new();
    for (number, noun) in [(positions.len(), "position"), (says.quotes[place], "quote")] {
        if number > 0 {
            parts.push(words::count(number, noun));
        }
    }
    StakeholderEntry {
        stakeholder,
        name: Marked::new(engine.name(place), search_query),
        role: engine.role(place).map(|role| Marked::new(role, search_query)),
        shows: if parts.is_empty() { words::SILENT.to_owned() } else { words::joined(&words::borrowed(&parts), ", ") },
        positions: Truncated::of(positions, &|position| link(engine, query, &engine.positions[position])),
        stances: if positions.len() > truncated::MOST { stances(engine, positions) } else { Vec::new() },
        detail: open.then(|| detail(engine, query, place, positions.len())),
        toggle: query.with_item((!open).then_some(id)),
    }
}

/// How often each stance is taken.
fn stances(engine: &Engine, positions: &[usize]) -> Vec<(Stance, usize)> {
    let takes = |stance| positions.iter().filter(|&&place| engine.positions[place].position.stance == stance).count();
    let mut stances = Vec::new();
    for &stance in Stance::ALL {
        let count = takes(stance);
        if count > 0 {
            stances.push((stance, count));
        }
    }
    stances
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, place: usize, shown: usize) -> StakeholderDetail<'d> {
    let stakeholder = engine.stakeholder(place);
    let held = engine.positions.iter().filter(|held| held.holder == place).count();
    let to =
        |other: usize| (engine.name(other), query.to_item(View::Stakeholders, engine.stakeholder(other).id.as_str()));
    let (all, documents) = (&engine.dossier.stakeholders, &engine.dossier.documents);
    let named = |place: usize| {
        let CodedDocument { document, .. } = &documents[place];
        stakeholder.mentions.iter().filter(|mention| mention.document == document.id)
    };
    StakeholderDetail {
        kind: format!("{}, {}", words::kind(stakeholder.kind), words::camp(stakeholder.camp)),
        aliases: (!stakeholder.aliases.is_empty()).then(|| words::joined(&words::borrowed(&stakeholder.aliases), ", ")),
        affiliation: stakeholder.affiliation.as_ref().and_then(|id| engine.place_of(id.as_str())).map(to),
        affiliates: Truncated::of(
            &truncated::places(all.len(), &|other| all[other].affiliation.as_ref() == Some(&stakeholder.id)),
            &|other| to(other),
        ),
        mentions: Truncated::of(
            &truncated::places(documents.len(), &|place| named(place).next().is_some()),
            &|place| {
                let numbers: Vec<u32> = named(place).map(|mention| mention.paragraph).collect();
                format!("{}: {}", documents[place].document.source_line(), numbered(&numbers))
            },
        ),
        quotes: Truncated::of(
            &truncated::places(engine.quotes.len(), &|quote| engine.quotes[quote].speaker == place),
            &|quote| QuoteLink::of(engine, query, &engine.quotes[quote]),
        ),
        hidden: held - shown,
        unspoken: if held > 0 { unspoken(engine, query, place) } else { Vec::new() },
        all_positions: (held > 0).then(|| query.only(View::Positions, Facet::Who, stakeholder.id.as_str())),
        compare: (held > 0).then(|| to_compare(query, stakeholder.id.as_str())),
        link: static_page::link_to(engine, query, ItemKind::Stakeholder, View::Stakeholders, stakeholder.id.as_str()),
    }
}

/// The issues on which the stakeholder at `place` holds no position, topic by topic.
fn unspoken<'d>(engine: &Engine<'d>, query: &Query, place: usize) -> Vec<(&'d str, Truncated<(&'d str, Query)>)> {
    let values = &engine.values[Facet::Issue as usize];
    let mut spoke = vec![false; values.len()];
    for row in 0..engine.positions.len() {
        if engine.positions[row].holder == place {
            for &code in engine.position_table.codes(Facet::Issue as usize, row) {
                spoke[code as usize] = true;
            }
        }
    }
    // The issues of a topic stand together.
    let mut topics = Vec::new();
    let mut rest = truncated::places(values.len(), &|code| !spoke[code]);
    while let Some(&first) = rest.first() {
        let topic = values[first].heading;
        let alike = rest.iter().take_while(|&&code| values[code].heading == topic).count();
        let after = rest.split_off(alike);
        let issues = Truncated::of(&rest, &|code| {
            (values[code].label, query.only(View::Positions, Facet::Issue, values[code].word))
        });
        topics.push((topic.unwrap_or_default(), issues));
        rest = after;
    }
    topics
}

/// Takes `id` into the comparison; where there is no more room, begins another.
fn to_compare(query: &Query, id: &str) -> Query {
    let mut next = query.clear().with_view(View::Compare);
    if next.with.iter().any(|with| with == id) {
        return next;
    }
    if next.with.len() == MAX_WITH {
        next.with.clear();
    }
    next.toggle_with(id)
}
