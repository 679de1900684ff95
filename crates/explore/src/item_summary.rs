//! Summaries of items in one line.

use dossier::{Basis, EventKind, Stance};

use super::checked::Coded;
use super::content::quotes::quoted;
use super::engine::Engine;
use super::words;
use crate::query::Query;

/// Summary of an item with evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSummary<'d> {
    /// Kind of the item.
    pub badge: Badge,
    /// Holder or speaker; for an open question, its issue.
    pub who: String,
    /// Short subject.
    pub what: &'d str,
    /// Text: a position's summary, a quote's words, an event's date, a question.
    pub says: String,
    /// Link to it.
    pub query: Query,
}

/// Kind of an item, as far as its sign shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// A position: stance, label and basis.
    Position(Stance, &'static str, Basis),
    /// A quote.
    Quote,
    /// An event: its kind, and whether its date is inferred.
    Event(EventKind, bool),
    /// An open question.
    Question,
}

pub(super) fn line<'d>(engine: &Engine<'d>, query: &Query, kind: Coded, place: usize) -> ItemSummary<'d> {
    let there = query.to_item(kind.view(), kind.id(engine, place));
    match kind {
        Coded::Position => {
            let position_row = &engine.positions[place];
            ItemSummary {
                badge: Badge::Position(
                    position_row.position.stance,
                    position_row.label(engine),
                    position_row.position.attribution.kind,
                ),
                who: engine.name(position_row.holder).to_owned(),
                what: engine.issue_name(position_row.issue),
                says: position_row.position.summary.clone(),
                query: there,
            }
        }
        Coded::Quote => {
            let quote_row = &engine.quotes[place];
            ItemSummary {
                badge: Badge::Quote,
                who: engine.name(quote_row.speaker).to_owned(),
                what: "in their words",
                says: quoted(quote_row.quote),
                query: there,
            }
        }
        Coded::Event => {
            let event = engine.events[place].event;
            ItemSummary {
                badge: Badge::Event(event.kind, event.date.inferred),
                who: "Event".to_owned(),
                what: &event.title,
                says: words::when(&event.date),
                query: there,
            }
        }
        Coded::Question => {
            let open = &engine.questions[place];
            ItemSummary {
                badge: Badge::Question,
                who: engine.issue_name(open.issue).to_owned(),
                what: "left open",
                says: open.question.question.clone(),
                query: there,
            }
        }
    }
}
