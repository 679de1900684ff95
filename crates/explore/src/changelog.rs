//! Changes in a view since another data version, from the changelog (`seeds/versions.json`).
//!
//! The changelog is fetched when a link needs it. It has the items of each version and a digest of their content, but
//! not the content: a removed item can be named by its id and its successor only.

use std::collections::BTreeMap;

use dossier::ItemKind;
use dossier::direction::isolate;

use super::checked::Coded;
use super::engine::Engine;
use super::former;
use super::item_summary::line;
use super::matches::Matches;
use super::origin::Origin;
use super::truncated::{MOST, Truncated};
use super::{Outline, words as said};
use crate::query::{Counted, Facet, Query, View};

/// Kind and id of an item.
pub type Item = (ItemKind, String);

/// Items of each data version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changelog(Vec<VersionEntry>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct VersionEntry {
    version: String,
    date: String,
    marks: BTreeMap<Item, String>,
}

/// Changes of a view's items since a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// The changelog lacks one of the two versions.
    Unknown,
    /// The changelog has both.
    Known {
        /// Day on which the other version was recorded.
        date: String,
        /// What is shown and was not there.
        added: Vec<Item>,
        /// What is shown and was another.
        changed: Vec<Item>,
        /// What was there and is nowhere now, of the kinds that are shown.
        removed: Vec<Item>,
    },
}

impl Changelog {
    /// Parses the lines that the build writes; skips others.
    #[must_use]
    pub fn parse(lines: &str) -> Self {
        let mut log = Self::default();
        for line in lines.lines() {
            let mut parts = line.split(' ');
            let (Some(kind), Some(name), Some(value)) = (parts.next(), parts.next(), parts.next()) else { continue };
            if kind == "version" {
                log.0.push(VersionEntry { version: name.to_owned(), date: value.to_owned(), marks: BTreeMap::new() });
            } else if let (Some(entry), Some(kind)) = (log.0.last_mut(), ItemKind::from_word(kind)) {
                entry.marks.insert((kind, name.to_owned()), value.to_owned());
            }
        }
        log
    }

    fn get(&self, version: &str) -> Option<&VersionEntry> {
        self.0.iter().find(|entry| entry.version == version)
    }
}

/// Changes from version `at` to version `now` of the items `shown`, and removed items of these `kinds`.
#[must_use]
pub fn changes(log: &Changelog, at: &str, now: &str, shown: &[Item], kinds: &[ItemKind]) -> Changes {
    let (Some(before), Some(after)) = (log.get(at), log.get(now)) else { return Changes::Unknown };
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for item in shown {
        match before.marks.get(item) {
            None => added.push(item.clone()),
            Some(mark) if after.marks.get(item) != Some(mark) => changed.push(item.clone()),
            Some(_) => {}
        }
    }
    let gone = before.marks.keys().filter(|item| kinds.contains(&item.0) && !after.marks.contains_key(item));
    Changes::Known { date: before.date.clone(), added, changed, removed: gone.cloned().collect() }
}

/// Changes in a view, for display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Sentence: since when, and how many changes.
    pub says: String,
    /// What is shown and was not there, each with the way to it.
    pub added: Truncated<(String, Query)>,
    /// What is shown and was another.
    pub changed: Truncated<(String, Query)>,
    /// The items that are nowhere now.
    pub removed: Truncated<Removed>,
}

/// A removed item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Kind and id.
    pub id: String,
    /// Name of its successor, and the link to it.
    pub now: Option<(String, Query)>,
}

/// Changes in the view of `page` since the data version in its link; `None` if that is this version or the changelog
/// has not arrived. The user's own dossier is never compared with the changelog of the embedded one.
pub(super) fn changes_since(engine: &Engine, page: &Outline, matches: &Matches) -> Option<Since> {
    let at = page.at.as_deref()?;
    let version = &engine.dossier.version;
    let nothing = || Truncated { first: Vec::new(), more: 0 };
    let untold =
        |says| Since { says, added: nothing(), changed: nothing(), removed: Truncated { first: Vec::new(), more: 0 } };
    if engine.origin != Origin::Embedded {
        let says = format!("Your file has no log of versions: what has changed since data {at} cannot be told.");
        return Some(untold(says));
    }
    let lists = lists(engine, page.view, matches);
    let (mut items, mut places) = (Vec::new(), BTreeMap::new());
    for (kind, chosen) in &lists {
        for &place in chosen {
            let item = (*kind, id(engine, *kind, place));
            places.insert(item.clone(), place);
            items.push(item);
        }
    }
    let kinds: Vec<ItemKind> = lists.iter().map(|(kind, _)| *kind).collect();
    let changes = changes(engine.deferred_data().log.as_ref()?, at, version, &items, &kinds);
    let Changes::Known { date, added, changed, removed } = changes else {
        let says = format!("This page does not know data {at}: what has changed since cannot be told.");
        return Some(untold(says));
    };
    let day = date.parse().map_or(date, dossier::Date::in_words);
    let says = if added.is_empty() && changed.is_empty() && removed.is_empty() {
        format!("Nothing in this view has changed since data {at} of {day}.")
    } else {
        let counts = [(&added, "added"), (&changed, "changed"), (&removed, "removed from the data")];
        let told: Vec<String> = counts
            .iter()
            .filter(|(items, _)| !items.is_empty())
            .map(|(items, what)| format!("{} {what}", said::count(items.len(), "item")))
            .collect();
        format!("In this view since data {at} of {day}: {}.", said::and(&said::borrowed(&told)))
    };
    let named = |items: &[Item]| {
        let named = items.iter().take(MOST).map(|item| name(engine, &page.query, item.0, places[item]));
        Truncated { first: named.collect(), more: items.len().saturating_sub(MOST) }
    };
    let gone = removed.iter().take(MOST).map(|(kind, id)| Removed {
        id: format!("{} {id}", kind.word()),
        now: successor(engine, &page.query, *kind, id),
    });
    let gone = Truncated { first: gone.collect(), more: removed.len().saturating_sub(MOST) };
    Some(Since { says, added: named(&added), changed: named(&changed), removed: gone })
}

/// Items of a view by kind, as indices into the engine's lists.
fn lists(engine: &Engine, view: View, matches: &Matches) -> Vec<(ItemKind, Vec<usize>)> {
    let positions = (ItemKind::Position, matches.positions.places());
    let quotes = (ItemKind::Quote, matches.quotes.places());
    let events = (ItemKind::Event, matches.events.places());
    let questions = (ItemKind::Question, matches.questions.places());
    let present = |place: &usize| matches.stakeholders[*place];
    match view.spec().counted {
        Counted::Positions | Counted::Quotes => vec![positions, quotes],
        Counted::PositionsAndEvents => vec![positions, events],
        Counted::Stakeholders => {
            vec![(ItemKind::Stakeholder, (0..engine.dossier.stakeholders.len()).filter(present).collect())]
        }
        Counted::Questions => vec![questions],
        Counted::Items => vec![positions, quotes, events, questions],
    }
}

fn id(engine: &Engine, kind: ItemKind, place: usize) -> String {
    match coded(kind) {
        Some(coded) => coded.id(engine, place).to_owned(),
        None => engine.stakeholder(place).id.to_string(),
    }
}

/// Short name of an item, and the link to it.
fn name(engine: &Engine, query: &Query, kind: ItemKind, place: usize) -> (String, Query) {
    if let Some(coded) = coded(kind) {
        let line = line(engine, query, coded, place);
        return (format!("{}, {}", isolate(&line.who), isolate(line.what)), line.query);
    }
    let stakeholder = engine.stakeholder(place);
    (isolate(engine.name(place)).into_owned(), query.to_item(View::Stakeholders, stakeholder.id.as_str()))
}

/// Name of an item's successor, and the link to it.
fn successor(engine: &Engine, query: &Query, kind: ItemKind, id: &str) -> Option<(String, Query)> {
    let now = former::find(engine, kind, id)?.now.as_ref()?;
    let view = former::view(now.kind);
    let way = match now.kind {
        ItemKind::Issue => query.only(view, Facet::Issue, &now.id),
        ItemKind::Position | ItemKind::Quote | ItemKind::Event | ItemKind::Question | ItemKind::Stakeholder => {
            query.to_item(view, &now.id)
        }
    };
    Some((former::name(engine, now.kind, &now.id)?, way))
}

const fn coded(kind: ItemKind) -> Option<Coded> {
    match kind {
        ItemKind::Position => Some(Coded::Position),
        ItemKind::Quote => Some(Coded::Quote),
        ItemKind::Event => Some(Coded::Event),
        ItemKind::Question => Some(Coded::Question),
        ItemKind::Stakeholder | ItemKind::Issue => None,
    }
}
