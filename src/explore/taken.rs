//! What a query shows, as it is taken away: which items of every kind, and who meets whom among them.

use dossier::export::{Selection, Ties};

use super::edition::Edition;
use super::network;
use super::shown::{Chosen, Shown};
use crate::query::Query;

/// The items that `query` shows, of every kind, whatever its view lists. An issue is among them where a position, a quote or a
/// question on it is; where nothing is asked, everything is.
///
/// Law: of each kind there are as many as the view that lists it counts.
#[must_use]
pub fn selection(edition: &Edition, query: &Query) -> Selection {
    if !query.is_narrowed() {
        return Selection::all(edition.dossier);
    }
    let shown = Shown::of(edition, query, &edition.needle(query));
    let (events, questions) = match shown.items()[..] {
        [_, _, events, questions] => (events, questions),
        _ => (&shown.events, &shown.questions),
    };
    let mut issues = vec![false; edition.dossier.issues.len()];
    for place in shown.positions.places() {
        issues[edition.positions[place].issue] = true;
    }
    for place in shown.quotes.places() {
        for id in &edition.quotes[place].quote.issues {
            if let Some(issue) = edition.dossier.issues.iter().position(|issue| issue.id == *id) {
                issues[issue] = true;
            }
        }
    }
    for place in questions.places() {
        issues[edition.questions[place].issue] = true;
    }
    Selection {
        issues,
        positions: flags(&shown.positions, edition.positions.len()),
        quotes: flags(&shown.quotes, edition.quotes.len()),
        events: flags(events, edition.events.len()),
        questions: flags(questions, edition.questions.len()),
        stakeholders: shown.stakeholders,
    }
}

/// Every pair of stakeholders that meets on an issue among the positions that `query` shows: the network's measure, without the
/// limits of its picture and its table.
#[must_use]
pub fn ties(edition: &Edition, query: &Query) -> Ties {
    network::ties(edition, &Shown::of(edition, query, &edition.needle(query)))
}

fn flags(chosen: &Chosen, count: usize) -> Vec<bool> {
    let mut flags = vec![false; count];
    for place in chosen.places() {
        flags[place] = true;
    }
    flags
}
