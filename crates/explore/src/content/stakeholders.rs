//! Stakeholder list and stakeholder details.

use dossier::{CodedDocument, ItemKind, Stakeholder, Stance};
use index::SearchQuery;

use super::positions::{PositionLink, link};
use super::quotes::QuoteLink;
use crate::engine::Engine;
use crate::evidence::numbered;
use crate::lists::{self, Around, Entries, List};
use crate::matches::Matches;
use crate::order::{alphabet, order};
use crate::query::codec::MAX_WITH;
use crate::query::{Facet, Group, Query, Sort, View};
use crate::static_page;
use crate::text::Marked;
use crate::truncated::{self, Truncated};
use crate::words;

/// One row of the stakeholder list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderEntry<'d> {
    /// The stakeholder shown.
    pub stakeholder: &'d Stakeholder,
    /// Display name, with search matches marked.
    pub name: Marked<'d>,
    /// Role, as stated in the article.
    pub role: Option<Marked<'d>>,
    /// Number of selected positions and quotes: `4 positions, 1 quote`.
    pub shows: String,
    /// Selected positions in document order, one tile each.
    pub positions: Truncated<PositionLink<'d>>,
    /// Number of selected positions per stance; filled only if there are more positions than tiles.
    pub stances: Vec<(Stance, usize)>,
    /// Details, if the stakeholder is open.
    pub detail: Option<StakeholderDetail<'d>>,
    /// Opens or closes the stakeholder.
    pub toggle: Query,
}

/// Details of an open stakeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderDetail<'d> {
    /// Kind of actor and camp, as text.
    pub kind: String,
    /// Other names used in the documents, comma-separated.
    pub aliases: Option<String>,
    /// Stakeholder that this one belongs to or speaks for, with its link.
    pub affiliation: Option<(&'d str, Query)>,
    /// Stakeholders affiliated with this one, each with its link.
    pub affiliates: Truncated<(&'d str, Query)>,
    /// Paragraphs that mention the stakeholder, one line per document.
    pub mentions: Truncated<String>,
    /// Quotes of the stakeholder, each with its link.
    pub quotes: Truncated<QuoteLink<'d>>,
    /// Number of its positions hidden by the filters.
    pub hidden: usize,
    /// Issues without a position of this stakeholder, grouped by topic, each with a link to the positions on it. Empty
    /// if the stakeholder holds no position, which is stated elsewhere.
    pub unspoken: Vec<(&'d str, Truncated<(&'d str, Query)>)>,
    /// Link to all its positions; `None` if it holds none.
    pub all_positions: Option<Query>,
    /// Adds the stakeholder to the comparison, which may be empty so far; `None` if it holds no position.
    pub compare: Option<Query>,
    /// Link for sharing, relative to the site's folder.
    pub link: String,
}

const SORTS: [Sort; 3] = [Sort::Count, Sort::Name, Sort::Article];
const GROUPS: [Group; 2] = [Group::Camp, Group::None];

pub(crate) fn list<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, at: Option<usize>) -> List<'d> {
    let sort = match lists::sort(query, &SORTS) {
        // Stakeholders match through their statements, so there is no relevance order of names.
        Sort::Match => Sort::Count,
        sort @ (Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse) => sort,
    };
    let group = lists::group(query, sort, &GROUPS);
    let mut places = truncated::places(matches.stakeholders.len(), &|place| matches.stakeholders[place]);
    let mut says =
        Says { positions: vec![Vec::new(); matches.stakeholders.len()], quotes: vec![0; matches.stakeholders.len()] };
    for place in matches.positions.places() {
        says.positions[engine.positions[place].holder].push(place);
    }
    for place in matches.quotes.places() {
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

    let make = |place: usize| entry(engine, query, &matches.search.query, &says, place);
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

/// Selected positions and quotes per stakeholder.
struct Says {
    /// Position indices per stakeholder, in document order.
    positions: Vec<Vec<usize>>,
    /// Number of quotes per stakeholder.
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

/// Number of positions per stance, without zeros.
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
    let held = engine.positions.iter().filter(|position_row| position_row.holder == place).count();
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

/// Issues on which the stakeholder at `place` holds no position, grouped by topic.
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
    // Issues of the same topic are adjacent.
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

/// Adds `id` to the comparison; starts a new one if it is full.
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
