//! The list of quotes, and one quote in detail.

use dossier::direction::isolate;
use dossier::{ItemKind, Quote};
use index::SearchQuery;

use super::checked::Coded;
use super::engine::{Engine, QuoteRow};
use super::evidence::{Pointer, paragraphs, place, pointer, source};
use super::excerpts::{Excerpt, excerpts};
use super::fragment;
use super::lists::{self, Around, Entries, List};
use super::matches::Matches;
use super::order::{alphabet, order};
use super::positions::{PositionLink, link};
use super::static_page;
use super::text::Marked;
use super::truncated::Truncated;
use super::words;
use crate::query::{Facet, Group, Panel, Query, Sort, View};

/// One quote in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteEntry<'d> {
    /// The quote.
    pub quote: &'d Quote,
    /// The language of its words, where that is not the dossier's.
    pub language: Option<&'d str>,
    /// Its pieces; an attribution stood between them.
    pub segments: Vec<Marked<'d>>,
    /// Who said it.
    pub speaker: Marked<'d>,
    /// The speaker's role, as the article states it.
    pub role: Option<Marked<'d>>,
    /// To whom, at which occasion, when.
    pub occasion: String,
    /// In which paragraphs it stands.
    pub paragraphs: String,
    /// The speaker, to follow.
    pub speaker_link: Query,
    /// What it is about, each with the way to it.
    pub issues: Vec<(&'d str, Query)>,
    /// Everything else, where the quote is opened.
    pub detail: Option<QuoteDetail<'d>>,
    /// Opens it, or closes it.
    pub toggle: Query,
}

/// One quote in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteDetail<'d> {
    /// Where its pieces stand.
    pub pointers: Vec<Pointer>,
    /// The positions that it expresses.
    pub positions: Truncated<PositionLink<'d>>,
    /// How many other quotes the speaker has, and the way to all of the speaker's.
    pub same_speaker: Option<(usize, Query)>,
    /// Its pieces in their context, where there is a copy of the text.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Its words in the page of the publisher, where the document says which that is.
    pub publisher: Option<String>,
    /// How to cite it, less the link.
    pub citation: String,
    /// What to send to somebody who should see it, from the site's folder on.
    pub link: String,
    /// The same with the data version, to go with the citation.
    pub cited: String,
    /// Opens the other ways to cite it.
    pub cite: Query,
}

/// A quote in passing: its words in quotation marks, their language where that is not the dossier's, and the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteLink<'d> {
    /// The words.
    pub words: String,
    /// Their language, where that is not the dossier's.
    pub language: Option<&'d str>,
    /// The way to it.
    pub query: Query,
}

impl<'d> QuoteLink<'d> {
    pub(super) fn of(engine: &Engine<'d>, query: &Query, said: &QuoteRow<'d>) -> Self {
        let query = query.to_item(View::Quotes, said.quote.id.as_str());
        Self { words: quoted(said.quote), language: engine.language_of(said.document), query }
    }
}

const SORTS: [Sort; 4] = [Sort::Article, Sort::Match, Sort::Date, Sort::Name];
const GROUPS: [Group; 3] = [Group::None, Group::Who, Group::Camp];

pub(super) fn list<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    shown: &Matches,
    at: Option<usize>,
) -> List<'d> {
    let sort = lists::sort(query, &SORTS);
    let group = lists::group(query, sort, &GROUPS);
    let said = |place: usize| &engine.quotes[place];
    let mut places: Vec<usize> = match sort {
        Sort::Match => shown.quotes.ranked(usize::MAX),
        Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse => shown.quotes.places(),
    };
    match sort {
        Sort::Date => order(&mut places, &|one, other| said(other).quote.date.value.cmp(&said(one).quote.date.value)),
        Sort::Name => {
            let alphabet = alphabet(engine.dossier);
            let rank = |place: usize| alphabet[said(place).speaker];
            order(&mut places, &|one, other| rank(one).cmp(&rank(other)));
        }
        Sort::Article | Sort::Match | Sort::Count | Sort::Reverse => {}
    }
    let facet = match group {
        Group::Who => Some(Facet::Who),
        Group::Camp => Some(Facet::Camp),
        Group::Issue | Group::Stance | Group::Basis | Group::None => None,
    };
    let opened =
        query.item.as_deref().and_then(|id| engine.quotes.iter().position(|said| said.quote.id.as_str() == id));
    let make = |places: &[usize]| {
        Entries::Quotes(places.iter().map(|&place| entry(engine, query, search_query, said(place))).collect())
    };
    let (sections, window) = lists::sections(
        &places,
        Around { at, opened },
        &|place| engine.quote_table.codes(facet? as usize, place).first().copied(),
        &|code| lists::heading(engine, query, facet.unwrap_or(Facet::Who), code),
        &make,
    );
    List {
        aside: opened.filter(|place| !places.contains(place)).map(|place| make(&[place])),
        sections,
        window,
        sorts: lists::sorts(query, &SORTS),
        groups: lists::groups(query, sort, &GROUPS),
    }
}

fn entry<'d>(engine: &Engine<'d>, query: &Query, search_query: &SearchQuery, said: &QuoteRow<'d>) -> QuoteEntry<'d> {
    let quote = said.quote;
    let id = quote.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let speaker = engine.stakeholder(said.speaker);
    QuoteEntry {
        quote,
        language: engine.language_of(said.document),
        segments: quote.segments.iter().map(|segment| Marked::new(&segment.text, search_query)).collect(),
        speaker: Marked::new(engine.name(said.speaker), search_query),
        role: engine.role(said.speaker).map(|role| Marked::new(role, search_query)),
        occasion: occasion(engine, quote),
        paragraphs: place(engine, said.document, quote.segments.iter().flat_map(|segment| &segment.evidence)),
        speaker_link: query.to_item(View::Stakeholders, speaker.id.as_str()),
        issues: quote
            .issues
            .iter()
            .filter_map(|id| {
                Some((engine.label(Facet::Issue, id.as_str())?, query.only(View::Positions, Facet::Issue, id.as_str())))
            })
            .collect(),
        detail: open.then(|| detail(engine, query, said)),
        toggle: query.with_item((!open).then_some(id)),
    }
}

/// To whom, at which occasion, when: `to Trump · Summit at the White House · 18 August 2025`.
#[must_use]
pub fn occasion(engine: &Engine, quote: &Quote) -> String {
    let addressee = quote.addressee.as_ref().and_then(|id| engine.label(Facet::Who, id.as_str()));
    let event = quote.occasion.as_ref().and_then(|id| engine.dossier.event(id));
    let mut parts = Vec::new();
    parts.extend(addressee.map(|addressee| format!("to {}", isolate(addressee))));
    parts.extend(event.map(|(_, event)| isolate(event.title.trim_end_matches('.')).into_owned()));
    parts.push(words::when(&quote.date));
    words::joined(&words::borrowed(&parts), " · ")
}

/// The words in quotation marks, its pieces joined by an ellipsis in brackets.
#[must_use]
pub fn quoted(quote: &Quote) -> String {
    let pieces: Vec<&str> = quote.segments.iter().map(|segment| segment.text.as_str()).collect();
    format!("“{}”", words::joined(&pieces, " […] "))
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, said: &QuoteRow<'d>) -> QuoteDetail<'d> {
    let quote = said.quote;
    let speaker = engine.stakeholder(said.speaker);
    let others = engine.quotes.iter().filter(|other| other.speaker == said.speaker).count() - 1;
    QuoteDetail {
        pointers: quote.segments.iter().flat_map(|segment| &segment.evidence).map(pointer).collect(),
        positions: Truncated::of(&said.positions, &|place| link(engine, query, &engine.positions[place])),
        same_speaker: (others > 0).then(|| (others, query.only(View::Quotes, Facet::Who, speaker.id.as_str()))),
        excerpts: excerpts(engine, query, Coded::Quote, quote.id.as_str()),
        publisher: said.document.url.as_deref().and_then(|url| {
            let texts: Vec<&str> = quote.segments.iter().map(|segment| segment.text.as_str()).collect();
            fragment::passages(url, &texts)
        }),
        citation: citation(engine, said),
        link: static_page::link_to(engine, query, ItemKind::Quote, View::Quotes, quote.id.as_str()),
        cited: static_page::pinned_to(engine, query, ItemKind::Quote, View::Quotes, quote.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// How to cite a quote, less its link.
pub(super) fn citation(engine: &Engine, said: &QuoteRow) -> String {
    let quote = said.quote;
    let speaker = engine.name(said.speaker);
    let passages = paragraphs(quote.segments.iter().flat_map(|segment| &segment.evidence));
    format!(
        "{}, {}, {passages}: {} {}.",
        isolate(speaker),
        isolate(&quote.cue),
        isolate(&quoted(quote)),
        source(engine, said.document)
    )
}
