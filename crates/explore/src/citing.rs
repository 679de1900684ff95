//! Citations of a page: the opened item, the view, the dossier.

use dossier::direction::isolate;
use dossier::{Date, Document, Dossier, Evidence, ItemKind};

use super::engine::Engine;
use super::evidence::paragraphs;
use super::{Outline, events, links, positions, quotes, sources, static_page, subject};
use crate::query::{Counted, Query, View};

/// A citable item. The worker formats it for reference managers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Label: `This quote`.
    pub label: &'static str,
    /// Unique key for a list of references.
    pub key: String,
    /// Citation as plain text, with its URL.
    pub plain: String,
    /// Title: the words of a quote, the summary of a position, the subject of a view.
    pub title: String,
    /// Speaker; `None` if nobody said it.
    pub author: Option<String>,
    /// Title of the dossier; `None` for the dossier itself.
    pub container: Option<String>,
    /// Date of the quote, position or event, if known.
    pub date: Option<Date>,
    /// Source document and place in it.
    pub source: String,
    /// The data version.
    pub version: String,
    /// Absolute URL, pinned to the data version.
    pub address: String,
}

/// Citable items of `page`, narrowest first: the open item, the view, the dossier.
#[must_use]
pub fn cited(engine: &Engine, page: &Outline) -> Vec<Cited> {
    let Dossier { cover, version, .. } = engine.dossier;
    let of = |label, key: &str, title, plain: &str, link: &str| {
        let address = links::address(engine, link);
        Cited {
            label,
            key: if key.is_empty() { cover.id.clone() } else { format!("{}-{key}", cover.id) },
            plain: format!("{plain} {address}"),
            title,
            author: None,
            container: Some(cover.title.clone()),
            date: None,
            source: format!("Coded from: {}", sources(engine)),
            version: version.clone(),
            address,
        }
    };
    let mut all = Vec::new();
    if let Some(item) = opened(engine, &page.query) {
        let link = static_page::pinned_to(engine, &page.query, item.kind, item.view, item.id);
        let cited = of(item.label, item.id, item.title, &item.plain, &link);
        all.push(Cited { author: item.author, date: item.date, source: item.source, ..cited });
    }
    let subject = subject(engine, &page.query);
    let comma = if page.asks.is_empty() { "" } else { ", " };
    let title = format!("{subject}{comma}{}", page.asks);
    let pinned = |query: &Query| static_page::link(engine, &query.to_send().pinned(Some(version)));
    let view = pinned(&page.query.with_item(None));
    all.push(of("This view", page.view.word(), title, &page.citation, &view));
    let plain = format!("{}. Standpoint, data {version}. Coded from: {}.", isolate(&cover.title), sources(engine));
    let whole = Query { own: page.query.own.clone(), ..Query::default() };
    all.push(Cited { container: None, ..of("The whole dossier", "", cover.title.clone(), &plain, &pinned(&whole)) });
    all
}

/// The open item of a page.
struct Item<'d> {
    label: &'static str,
    kind: ItemKind,
    /// View that lists it.
    view: View,
    id: &'d str,
    plain: String,
    title: String,
    author: Option<String>,
    date: Option<Date>,
    source: String,
}

fn opened<'d>(engine: &Engine<'d>, query: &Query) -> Option<Item<'d>> {
    let open = query.item.as_deref()?;
    let source = |document: &Document, evidence: &[Evidence]| {
        format!("{}, {}", document.source_line(), paragraphs(evidence.iter()))
    };
    let position = || {
        let position_row = engine.positions.iter().find(|position_row| position_row.position.id.as_str() == open)?;
        let position = position_row.position;
        Some(Item {
            label: "This position",
            kind: ItemKind::Position,
            view: View::Positions,
            id: position.id.as_str(),
            plain: positions::citation(engine, position_row),
            title: format!(
                "{}: {}",
                isolate(engine.name(position_row.holder)),
                isolate(position.summary.trim_end_matches('.'))
            ),
            author: None,
            date: position.date.value,
            source: source(position_row.document, &position.evidence),
        })
    };
    let quote = || {
        let quote_row = engine.quotes.iter().find(|quote_row| quote_row.quote.id.as_str() == open)?;
        let quote = quote_row.quote;
        let evidence: Vec<Evidence> = quote.segments.iter().flat_map(|segment| segment.evidence.clone()).collect();
        Some(Item {
            label: "This quote",
            kind: ItemKind::Quote,
            view: View::Quotes,
            id: quote.id.as_str(),
            plain: quotes::citation(engine, quote_row),
            title: quotes::quoted(quote),
            author: Some(engine.name(quote_row.speaker).to_owned()),
            date: quote.date.value,
            source: source(quote_row.document, &evidence),
        })
    };
    let event = || {
        let event_row = engine.events.iter().find(|event_row| event_row.event.id.as_str() == open)?;
        let event = event_row.event;
        Some(Item {
            label: "This event",
            kind: ItemKind::Event,
            view: View::Timeline,
            id: event.id.as_str(),
            plain: events::citation(engine, event_row),
            title: event.title.trim_end_matches('.').to_owned(),
            author: None,
            date: event.date.value,
            source: source(event_row.document, &event.evidence),
        })
    };
    match query.view.spec().counted {
        Counted::Positions => position(),
        Counted::PositionsAndEvents => position().or_else(event),
        Counted::Quotes => quote(),
        // Stakeholders and questions are cited as a view.
        Counted::Stakeholders | Counted::Questions => None,
        Counted::Items => position().or_else(quote).or_else(event),
    }
}
