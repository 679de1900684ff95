//! Items that a query selects for an export, and the edges between their stakeholders.

use dossier::export::{Selection, Ties};

use super::content::network;
use super::engine::Engine;
use super::matches::{Matches, RowSet};
use crate::query::Query;

/// The items of every kind that `query` selects, regardless of its view. An issue is included if a selected position,
/// quote or question is on it; without filters everything is included.
///
/// Law: the number of items of each kind equals the count shown by the view that lists it.
#[must_use]
pub fn selection(engine: &Engine, query: &Query) -> Selection {
    if !query.is_narrowed() {
        return Selection::all(engine.dossier);
    }
    let matches = Matches::of(engine, query, engine.search(&query.text));
    let (events, questions) = match matches.items()[..] {
        [_, _, events, questions] => (events, questions),
        _ => (&matches.events, &matches.questions),
    };
    let mut issues = vec![false; engine.dossier.issues.len()];
    for place in matches.positions.places() {
        issues[engine.positions[place].issue] = true;
    }
    for place in matches.quotes.places() {
        for id in &engine.quotes[place].quote.issues {
            if let Some(issue) = engine.dossier.issues.iter().position(|issue| issue.id == *id) {
                issues[issue] = true;
            }
        }
    }
    for place in questions.places() {
        issues[engine.questions[place].issue] = true;
    }
    Selection {
        issues,
        positions: flags(&matches.positions, engine.positions.len()),
        quotes: flags(&matches.quotes, engine.quotes.len()),
        events: flags(events, engine.events.len()),
        questions: flags(questions, engine.questions.len()),
        stakeholders: matches.stakeholders,
    }
}

/// Every pair of stakeholders connected by the positions that `query` selects, with the network view's measure but
/// without the limits of its diagram and table.
#[must_use]
pub fn ties(engine: &Engine, query: &Query) -> Ties {
    network::ties(engine, &Matches::of(engine, query, engine.search(&query.text)))
}

fn flags(chosen: &RowSet, count: usize) -> Vec<bool> {
    let mut flags = vec![false; count];
    for place in chosen.places() {
        flags[place] = true;
    }
    flags
}
