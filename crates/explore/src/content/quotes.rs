//! Quote list and quote details.

use dossier::direction::isolate;
use dossier::{ItemKind, Quote};
use index::SearchQuery;

use super::positions::{PositionLink, link};
use crate::checked::Coded;
use crate::engine::{Engine, QuoteRow};
use crate::evidence::{Pointer, paragraphs, place, pointer, source};
use crate::excerpts::{Excerpt, excerpts};
use crate::fragment;
use crate::lists::{self, Around, Entries, List};
use crate::matches::Matches;
use crate::order::{alphabet, order};
use crate::query::{Facet, Group, Panel, Query, Sort, View};
use crate::static_page;
use crate::text::Marked;
use crate::truncated::Truncated;
use crate::words;

/// One row of the quote list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteEntry<'d> {
    /// The quote shown.
    pub quote: &'d Quote,
    /// Language of the quote if it differs from the dossier's.
    pub language: Option<&'d str>,
    /// Segments of the quote, which the text separates by an attribution.
    pub segments: Vec<Marked<'d>>,
    /// The speaker's display name.
    pub speaker: Marked<'d>,
    /// The speaker's role, as stated in the article.
    pub role: Option<Marked<'d>>,
    /// Addressee, occasion and date, as text.
    pub occasion: String,
    /// Paragraphs that contain the quote, as text.
    pub paragraphs: String,
    /// Link to the speaker.
    pub speaker_link: Query,
    /// Issues of the quote, each with a link to its positions.
    pub issues: Vec<(&'d str, Query)>,
    /// Details, if the quote is open.
    pub detail: Option<QuoteDetail<'d>>,
    /// Opens or closes the quote.
    pub toggle: Query,
}

/// Details of an open quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteDetail<'d> {
    /// Evidence pointers of the segments.
    pub pointers: Vec<Pointer>,
    /// Positions that the quote expresses.
    pub positions: Truncated<PositionLink<'d>>,
    /// Number of the speaker's other quotes and the link to all of them; `None` if there are none.
    pub same_speaker: Option<(usize, Query)>,
    /// Segments in context, if a copy of the text is available.
    pub excerpts: Vec<Excerpt<'d>>,
    /// Link to the passage on the publisher's page (text fragment); `None` if the document has no URL.
    pub publisher: Option<String>,
    /// Citation, without the link.
    pub citation: String,
    /// Link for sharing, relative to the site's folder.
    pub link: String,
    /// Link for the citation, pinned to the data version.
    pub cited: String,
    /// Opens the cite panel.
    pub cite: Query,
}

/// Short reference to a quote, with its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteLink<'d> {
    /// Text of the quote in quotation marks.
    pub words: String,
    /// Language of the quote if it differs from the dossier's.
    pub language: Option<&'d str>,
    /// Opens the quote.
    pub query: Query,
}

impl<'d> QuoteLink<'d> {
    pub(crate) fn of(engine: &Engine<'d>, query: &Query, quote_row: &QuoteRow<'d>) -> Self {
        let query = query.to_item(View::Quotes, quote_row.quote.id.as_str());
        Self { words: quoted(quote_row.quote), language: engine.language_of(quote_row.document), query }
    }
}

const SORTS: [Sort; 4] = [Sort::Article, Sort::Match, Sort::Date, Sort::Name];
const GROUPS: [Group; 3] = [Group::None, Group::Who, Group::Camp];

pub(crate) fn list<'d>(engine: &Engine<'d>, query: &Query, matches: &Matches, at: Option<usize>) -> List<'d> {
    let sort = lists::sort(query, &SORTS);
    let group = lists::group(query, sort, &GROUPS);
    let row = |place: usize| &engine.quotes[place];
    let mut places: Vec<usize> = match sort {
        Sort::Match => matches.quotes.ranked(usize::MAX),
        Sort::Article | Sort::Date | Sort::Name | Sort::Count | Sort::Reverse => matches.quotes.places(),
    };
    match sort {
        Sort::Date => order(&mut places, &|one, other| row(other).quote.date.value.cmp(&row(one).quote.date.value)),
        Sort::Name => {
            let alphabet = alphabet(engine.dossier);
            let rank = |place: usize| alphabet[row(place).speaker];
            order(&mut places, &|one, other| rank(one).cmp(&rank(other)));
        }
        Sort::Article | Sort::Match | Sort::Count | Sort::Reverse => {}
    }
    let facet = match group {
        Group::Who => Some(Facet::Who),
        Group::Camp => Some(Facet::Camp),
        Group::Issue | Group::Stance | Group::Basis | Group::None => None,
    };
    let opened = query
        .item
        .as_deref()
        .and_then(|id| engine.quotes.iter().position(|quote_row| quote_row.quote.id.as_str() == id));
    let make = |places: &[usize]| {
        Entries::Quotes(places.iter().map(|&place| entry(engine, query, &matches.search.query, row(place))).collect())
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

fn entry<'d>(
    engine: &Engine<'d>,
    query: &Query,
    search_query: &SearchQuery,
    quote_row: &QuoteRow<'d>,
) -> QuoteEntry<'d> {
    let quote = quote_row.quote;
    let id = quote.id.as_str();
    let open = query.item.as_deref() == Some(id);
    let speaker = engine.stakeholder(quote_row.speaker);
    QuoteEntry {
        quote,
        language: engine.language_of(quote_row.document),
        segments: quote.segments.iter().map(|segment| Marked::new(&segment.text, search_query)).collect(),
        speaker: Marked::new(engine.name(quote_row.speaker), search_query),
        role: engine.role(quote_row.speaker).map(|role| Marked::new(role, search_query)),
        occasion: occasion(engine, quote),
        paragraphs: place(engine, quote_row.document, quote.segments.iter().flat_map(|segment| &segment.evidence)),
        speaker_link: query.to_item(View::Stakeholders, speaker.id.as_str()),
        issues: quote
            .issues
            .iter()
            .filter_map(|id| {
                Some((engine.label(Facet::Issue, id.as_str())?, query.only(View::Positions, Facet::Issue, id.as_str())))
            })
            .collect(),
        detail: open.then(|| detail(engine, query, quote_row)),
        toggle: query.with_item((!open).then_some(id)),
    }
}

/// Addressee, occasion and date: `to Trump · Summit at the White House · 18 August 2025`.
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

/// Text of the quote in quotation marks, segments joined by `[…]`.
#[must_use]
pub fn quoted(quote: &Quote) -> String {
    let pieces: Vec<&str> = quote.segments.iter().map(|segment| segment.text.as_str()).collect();
    format!("“{}”", words::joined(&pieces, " […] "))
}

fn detail<'d>(engine: &Engine<'d>, query: &Query, quote_row: &QuoteRow<'d>) -> QuoteDetail<'d> {
    let quote = quote_row.quote;
    let speaker = engine.stakeholder(quote_row.speaker);
    let others = engine.quotes.iter().filter(|other| other.speaker == quote_row.speaker).count() - 1;
    QuoteDetail {
        pointers: quote.segments.iter().flat_map(|segment| &segment.evidence).map(pointer).collect(),
        positions: Truncated::of(&quote_row.positions, &|place| link(engine, query, &engine.positions[place])),
        same_speaker: (others > 0).then(|| (others, query.only(View::Quotes, Facet::Who, speaker.id.as_str()))),
        excerpts: excerpts(engine, query, Coded::Quote, quote.id.as_str()),
        publisher: quote_row.document.url.as_deref().and_then(|url| {
            let texts: Vec<&str> = quote.segments.iter().map(|segment| segment.text.as_str()).collect();
            fragment::passages(url, &texts)
        }),
        citation: citation(engine, quote_row),
        link: static_page::link_to(engine, query, ItemKind::Quote, View::Quotes, quote.id.as_str()),
        cited: static_page::pinned_to(engine, query, ItemKind::Quote, View::Quotes, quote.id.as_str()),
        cite: query.with_panel(Some(Panel::Cite)),
    }
}

/// Citation of a quote, without its link.
pub(crate) fn citation(engine: &Engine, quote_row: &QuoteRow) -> String {
    let quote = quote_row.quote;
    let speaker = engine.name(quote_row.speaker);
    let passages = paragraphs(quote.segments.iter().flat_map(|segment| &segment.evidence));
    format!(
        "{}, {}, {passages}: {} {}.",
        isolate(speaker),
        isolate(&quote.cue),
        isolate(&quoted(quote)),
        source(engine, quote_row.document)
    )
}
