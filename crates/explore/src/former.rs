//! Former ids: a link to one is read as a link to its successor, and the page says so.
//!
//! An unknown id is looked up among the former ids of the kinds that its parameter takes (for `item`, those that the view
//! lists), and replaced by its successor. A successor of another kind is opened in the view that lists it if the parameter is
//! `item`; otherwise the id is dropped.

use dossier::direction::isolate;
use dossier::{Former, ItemKind, Successor};

use super::content::quotes::quoted;
use super::engine::Engine;
use super::notices::{NAMED, has_item};
use super::side::Side;
use super::words;
use crate::query::{Facet, Pick, Query, View};

/// Words before the name of a successor that is shown.
const SHOWN: &str = "Shown instead:";
/// Words before the name of a successor that is excluded or orders the rows.
const USED: &str = "Used instead:";

/// A query with former ids replaced by their successors, and sentences that say so.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub(super) query: Query,
    pub(super) notes: Vec<String>,
}

impl From<Query> for Resolved {
    /// A query without former ids.
    fn from(query: Query) -> Self {
        Self { query, notes: Vec::new() }
    }
}

/// Whether `query` may name a former id.
pub(super) fn has_former(engine: &Engine, query: &Query) -> bool {
    let names = |id: &str| {
        let is = |named: &Option<String>| named.as_deref() == Some(id);
        is(&query.item)
            || is(&query.by)
            || query.with.iter().any(|with| with == id)
            || query.picks.iter().any(|picks| picks.get(id).is_some())
    };
    engine.dossier.former.iter().any(|former| names(&former.id))
}

/// Replaces former ids. Lazily loaded, as [`search`](super::search) is.
pub(super) fn resolve(engine: &Engine, asked: &Query) -> Resolved {
    let mut query = asked.clone();
    let mut told = Told { engine, told: Vec::new() };
    if let Some(id) = &asked.item
        && !has_item(engine, asked.view, id)
        && let Some(former) = asked.view.spec().counted.kinds().iter().find_map(|&kind| find(engine, kind, id))
    {
        told.tell(former, former.now.is_some(), SHOWN);
        query = match &former.now {
            Some(now) => opened(query, now),
            None => Query { item: None, ..query },
        };
    }
    for (facet, kind) in [(Facet::Who, ItemKind::Stakeholder), (Facet::Issue, ItemKind::Issue)] {
        for (id, pick) in asked.picks_of(facet).iter() {
            let Some(former) = find(engine, kind, id).filter(|_| engine.code(facet, id).is_none()) else { continue };
            let picks = &mut query.picks[facet as usize];
            picks.remove(id);
            let now = former.now_of(kind);
            // If the link also picks the successor, that pick counts.
            if let Some(now) = now.filter(|now| picks.get(now).is_none()) {
                picks.insert(now, pick);
            }
            told.tell(former, now.is_some(), if pick == Pick::Include { SHOWN } else { USED });
        }
    }
    if let Some(id) = &asked.by
        && engine.code(Facet::Issue, id).is_none()
        && let Some(former) = find(engine, ItemKind::Issue, id)
    {
        let now = former.now_of(ItemKind::Issue);
        query.by = now.map(str::to_owned);
        told.tell(former, now.is_some(), USED);
    }
    query.with.clear();
    for id in &asked.with {
        let former = find(engine, ItemKind::Stakeholder, id).filter(|_| Side::of(engine, id).is_none());
        let id = match former {
            Some(former) => {
                let now = former.now_of(ItemKind::Stakeholder);
                told.tell(former, now.is_some(), SHOWN);
                now.filter(|&now| !asked.with.iter().any(|with| with == now))
            }
            None => Some(id.as_str()),
        };
        if let Some(id) = id.filter(|&id| !query.with.iter().any(|with| with == id)) {
            query.with.push(id.to_owned());
        }
    }
    Resolved { query, notes: told.lines() }
}

/// The view that lists items of `kind`; for an issue, its positions.
pub(super) const fn view(kind: ItemKind) -> View {
    match kind {
        ItemKind::Position | ItemKind::Issue => View::Positions,
        ItemKind::Quote => View::Quotes,
        ItemKind::Event => View::Timeline,
        ItemKind::Question => View::Questions,
        ItemKind::Stakeholder => View::Stakeholders,
    }
}

/// The record of a former id; `None` if the dossier has none.
pub(super) fn find<'d>(engine: &Engine<'d>, kind: ItemKind, id: &str) -> Option<&'d Former> {
    engine.dossier.former.iter().find(|former| former.kind == kind && former.id == id)
}

/// `query` with `now` open instead of its item: in the same view if that lists its kind, else in the view that does.
fn opened(query: Query, now: &Successor) -> Query {
    let there =
        if query.view.spec().counted.kinds().contains(&now.kind) { query } else { in_view(&query, view(now.kind)) };
    let mut there = Query { item: None, ..there };
    if now.kind == ItemKind::Issue {
        there.picks[Facet::Issue as usize].insert(&now.id, Pick::Include);
    } else {
        there.item = Some(now.id.clone());
    }
    there
}

/// `query` in another view, with its panel and data version.
fn in_view(query: &Query, view: View) -> Query {
    let Query { panel, at, .. } = query.clone();
    Query { panel, at, ..query.with_view(view) }
}

/// Display name of an item; `None` if the dossier lacks it.
pub(super) fn name(engine: &Engine, kind: ItemKind, id: &str) -> Option<String> {
    let dossier = engine.dossier;
    let holder = |place: usize| engine.name(place);
    Some(match kind {
        ItemKind::Position => {
            let position_row = engine.positions.iter().find(|position_row| position_row.position.id.as_str() == id)?;
            format!("{}, {}", isolate(holder(position_row.holder)), isolate(engine.issue_name(position_row.issue)))
        }
        ItemKind::Quote => {
            let quote_row = engine.quotes.iter().find(|quote_row| quote_row.quote.id.as_str() == id)?;
            format!("{}, {}", isolate(holder(quote_row.speaker)), isolate(&quoted(quote_row.quote)))
        }
        ItemKind::Event => isolate(&dossier.event(&id.into())?.1.title).into_owned(),
        ItemKind::Question => isolate(&dossier.question(&id.into())?.1.question).into_owned(),
        ItemKind::Issue => isolate(engine.label(Facet::Issue, id)?).into_owned(),
        ItemKind::Stakeholder => isolate(engine.label(Facet::Who, id)?).into_owned(),
    })
}

const fn noun(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Question => "open question",
        ItemKind::Position | ItemKind::Quote | ItemKind::Event | ItemKind::Issue | ItemKind::Stakeholder => kind.word(),
    }
}

/// Sentences about the former ids of a link, each id once.
struct Told<'e, 'd> {
    engine: &'e Engine<'d>,
    told: Vec<(&'d Former, String)>,
}

impl<'d> Told<'_, 'd> {
    /// Adds a sentence about `former`; `stands` says whether its successor replaces it.
    fn tell(&mut self, former: &'d Former, stands: bool, instead: &str) {
        if self.told.iter().any(|(told, _)| *told == former) {
            return;
        }
        let Former { kind, id, now, reason } = former;
        let mut says = ended(&format!(
            "This link names the {} “{id}”, which is no longer in the data: {}",
            noun(*kind),
            isolate(reason.trim()),
        ));
        if let Some(Successor { kind, id }) = now
            && let Some(name) = name(self.engine, *kind, id)
        {
            says.push(' ');
            says += &ended(&if stands {
                format!("{instead} {name}")
            } else {
                format!("It is left out here; in its place there is now the {}: {name}", noun(*kind))
            });
        }
        self.told.push((former, says));
    }

    /// The sentences; further ids are counted.
    fn lines(self) -> Vec<String> {
        let more = self.told.len().saturating_sub(NAMED);
        let mut lines: Vec<String> = self.told.into_iter().take(NAMED).map(|(_, says)| says).collect();
        if more > 0 {
            let more = words::count(more, "more id");
            lines.push(format!("So it is with {more} in this link."));
        }
        lines
    }
}

/// `text` with a full stop, unless it ends with punctuation.
fn ended(text: &str) -> String {
    let is_ended = text.trim_end_matches(['”', '’', '"', ')']).ends_with(['.', '!', '?', '…']);
    format!("{text}{}", if is_ended { "" } else { "." })
}
