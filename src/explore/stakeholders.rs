//! The list of stakeholders, and one stakeholder in detail.

use dossier::{CodedDocument, Stakeholder};
use index::Needle;

use super::edition::{Edition, Held};
use super::evidence::numbered;
use super::lists::{self, Entries, List};
use super::order::order;
use super::positions::{PositionLink, link};
use super::quotes::quoted;
use super::shown::Shown;
use super::text::Marked;
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
    /// Its stances under the query, in the order of the document: one tile each.
    pub positions: Vec<PositionLink<'d>>,
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
    pub affiliates: Vec<(&'d str, Query)>,
    /// Where it is named, document by document.
    pub mentions: Vec<String>,
    /// Its quotes, each with the way to it.
    pub quotes: Vec<(String, Query)>,
    /// How many of its positions the filters hide.
    pub hidden: usize,
    /// The issues to which it did not speak at all, topic by topic, each with the way to who did. Empty where it spoke to
    /// none: that is said already.
    pub unspoken: Vec<(&'d str, Vec<(&'d str, Query)>)>,
    /// All its positions as a list to filter further; `None` where it holds none.
    pub all_positions: Option<Query>,
    /// Compares it with those who are picked for that already, or with whom the reader will; `None` where it holds no
    /// position.
    pub compare: Option<Query>,
    /// What to send to somebody who should see it.
    pub share: Query,
}

const SORTS: [Sort; 3] = [Sort::Count, Sort::Name, Sort::Article];
const GROUPS: [Group; 2] = [Group::Camp, Group::None];

pub(super) fn list<'d>(edition: &Edition<'d>, query: &Query, needle: &Needle, shown: &Shown) -> List<'d> {
    let sort = match lists::sort(query, &SORTS) {
        // A stakeholder is shown for what it said; there is no best match among names that were not searched for.
        Sort::Match => Sort::Count,
        sort @ (Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse) => sort,
    };
    let group = lists::group(query, sort, &GROUPS);
    let mut places: Vec<usize> = (0..shown.stakeholders.len()).filter(|&place| shown.stakeholders[place]).collect();
    let spoken = shown.positions.places();
    let positions = |place: usize| {
        let mut positions = spoken.clone();
        positions.retain(|&position| edition.positions[position].holder == place);
        positions
    };
    match sort {
        Sort::Count => {
            let counts: Vec<usize> = (0..shown.stakeholders.len()).map(|place| positions(place).len()).collect();
            order(&mut places, &|one, other| counts[other].cmp(&counts[one]));
        }
        Sort::Name => order(&mut places, &|one, other| edition.alphabet[one].cmp(&edition.alphabet[other])),
        Sort::Article | Sort::Match | Sort::Date | Sort::Reverse => {}
    }
    let withheld = places.len().saturating_sub(lists::LIMIT);
    places.truncate(lists::LIMIT);

    let make = |place: usize| entry(edition, query, needle, shown, place, &positions(place));
    let sections = lists::sections(
        &places,
        &|place| {
            (group == Group::Camp).then(|| edition.code(Facet::Camp, edition.stakeholder(place).camp.word())).flatten()
        },
        &|code| lists::heading(edition, query, Facet::Camp, code),
        &|places: &[usize]| Entries::Stakeholders(places.iter().map(|&place| make(place)).collect()),
    );
    let hidden = query.item.as_deref().and_then(|id| {
        let place = edition.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id)?;
        (!places.contains(&place)).then(|| Entries::Stakeholders(vec![make(place)]))
    });
    List {
        aside: hidden,
        sections,
        withheld,
        sorts: lists::sorts(&query.with_text(""), &SORTS)
            .into_iter()
            .map(|switch| lists::Switch { query: switch.query.with_text(&query.text), ..switch })
            .collect(),
        groups: lists::groups(query, sort, &GROUPS),
    }
}

fn entry<'d>(
    edition: &Edition<'d>,
    query: &Query,
    needle: &Needle,
    shown: &Shown,
    place: usize,
    positions: &[usize],
) -> StakeholderEntry<'d> {
    let stakeholder = edition.stakeholder(place);
    let id = stakeholder.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let quotes = shown.quotes.places().iter().filter(|&&quote| edition.quotes[quote].speaker == place).count();
    let mut parts = Vec::new();
    for (number, noun) in [(positions.len(), "position"), (quotes, "quote")] {
        if number > 0 {
            parts.push(words::count(number, noun));
        }
    }
    StakeholderEntry {
        stakeholder,
        name: Marked::new(&stakeholder.name, needle),
        role: stakeholder.role.as_deref().map(|role| Marked::new(role, needle)),
        shows: if parts.is_empty() {
            "said nothing here".to_owned()
        } else {
            words::joined(&words::borrowed(&parts), ", ")
        },
        positions: positions.iter().map(|&position| link(edition, query, &edition.positions[position])).collect(),
        detail: open.then(|| detail(edition, query, place, positions.len())),
        toggle: query.with_item((!open).then_some(id)),
    }
}

fn detail<'d>(edition: &Edition<'d>, query: &Query, place: usize, shown: usize) -> StakeholderDetail<'d> {
    let stakeholder = edition.stakeholder(place);
    let held = edition.positions.iter().filter(|held| held.holder == place).count();
    let to = |other: &'d Stakeholder| (other.name.as_str(), query.to_item(View::Stakeholders, other.id.as_str()));
    let mut mentions = Vec::new();
    for CodedDocument { document, .. } in &edition.dossier.documents {
        let named = stakeholder.mentions.iter().filter(|mention| mention.document == document.id);
        let numbers: Vec<u32> = named.map(|mention| mention.paragraph).collect();
        if !numbers.is_empty() {
            mentions.push(format!("{}: {}", document.source_line(), numbered(&numbers)));
        }
    }
    StakeholderDetail {
        kind: format!("{}, {}", words::kind(stakeholder.kind), words::camp(stakeholder.camp)),
        aliases: (!stakeholder.aliases.is_empty()).then(|| words::joined(&words::borrowed(&stakeholder.aliases), ", ")),
        affiliation: stakeholder.affiliation.as_ref().and_then(|id| edition.dossier.stakeholder(id)).map(to),
        affiliates: edition
            .dossier
            .stakeholders
            .iter()
            .filter(|other| other.affiliation.as_ref() == Some(&stakeholder.id))
            .map(to)
            .collect(),
        mentions,
        quotes: edition
            .quotes
            .iter()
            .filter(|said| said.speaker == place)
            .map(|said| (quoted(said.quote), query.to_item(View::Quotes, said.quote.id.as_str())))
            .collect(),
        hidden: held - shown,
        unspoken: if held > 0 { unspoken(edition, query, place) } else { Vec::new() },
        all_positions: (held > 0).then(|| query.only(View::Positions, Facet::Who, stakeholder.id.as_str())),
        compare: (held > 0).then(|| to_compare(query, stakeholder.id.as_str())),
        share: query.clear().with_view(View::Stakeholders).with_item(Some(stakeholder.id.as_str())),
    }
}

/// The issues on which the stakeholder at `place` holds no position, topic by topic.
fn unspoken<'d>(edition: &Edition<'d>, query: &Query, place: usize) -> Vec<(&'d str, Vec<(&'d str, Query)>)> {
    let mut topics: Vec<(&'d str, Vec<(&'d str, Query)>)> = Vec::new();
    for value in &edition.values[Facet::Issue as usize] {
        let spoke = |held: &Held| held.holder == place && held.position.issue.as_str() == value.word;
        if edition.positions.iter().any(spoke) {
            continue;
        }
        let topic = value.heading.unwrap_or_default();
        if topics.last().is_none_or(|(last, _)| *last != topic) {
            topics.push((topic, Vec::new()));
        }
        if let Some((_, issues)) = topics.last_mut() {
            issues.push((value.label, query.only(View::Positions, Facet::Issue, value.word)));
        }
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
