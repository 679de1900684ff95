//! An [`Engine`]: an indexed dossier, with ids resolved to list indices, facet values in fixed order, and one table per list.

use std::sync::Mutex;

use dossier::{Date, Document, Dossier, Event, Issue, Position, Question, Quote, Stakeholder, Stance, When};

use super::articles::{Article, Unreadable};
use super::deferred_data::DeferredData;
use super::names::Names;
use super::order::ordered;
use super::origin::{Origin, Refused};
use super::table::{Draft, Table};
use super::tables::People;
use super::values::{Value, only_kind, values};
use super::{tables, words};
use crate::query::Facet;

/// Number of columns of a table: the facets in the order of [`Facet::ALL`], then the date.
pub(super) const COLUMNS: usize = Facet::ALL.len() + 1;
/// Column of the dates.
pub(super) const DATE: usize = Facet::ALL.len();

/// A position with resolved references.
pub(super) struct PositionRow<'d> {
    pub(super) position: &'d Position,
    pub(super) document: &'d Document,
    /// Its holder, as an index into [`Dossier::stakeholders`].
    pub(super) holder: usize,
    /// Its issue, as an index into [`Dossier::issues`].
    pub(super) issue: usize,
    /// Quotes that express it, as indices into [`Engine::quotes`].
    pub(super) quotes: Vec<usize>,
    /// The position that it supersedes, as an index into [`Engine::positions`].
    pub(super) earlier: Option<usize>,
    /// The position that supersedes it.
    pub(super) later: Option<usize>,
}

impl PositionRow<'_> {
    /// Label of its stance, which depends on the issue's kind and on whether a later position supersedes it.
    pub(super) fn label(&self, engine: &Engine) -> &'static str {
        let (stance, kind) = (self.position.stance, engine.issue(self.issue).kind);
        if self.later.is_some() { stance.former_label(kind) } else { stance.label(kind) }
    }

    /// Whether it supersedes a position or is superseded.
    pub(super) const fn is_shifted(&self) -> bool {
        self.earlier.is_some() || self.later.is_some()
    }

    /// Whether one of the `chosen` positions (indices, ascending) supersedes it, directly or through others. Positions that
    /// the filters hide do not count.
    pub(super) fn is_replaced(&self, engine: &Engine, chosen: &[usize]) -> bool {
        let mut later = self.later;
        // Bounded, in case the data has a cycle.
        for _ in 0..engine.positions.len() {
            let Some(place) = later else { return false };
            if chosen.binary_search(&place).is_ok() {
                return true;
            }
            later = engine.positions[place].later;
        }
        false
    }
}

/// A quote with resolved references.
pub(super) struct QuoteRow<'d> {
    pub(super) quote: &'d Quote,
    pub(super) document: &'d Document,
    pub(super) speaker: usize,
    /// Positions that it expresses, as indices into [`Engine::positions`].
    pub(super) positions: Vec<usize>,
}

/// An event with resolved references.
pub(super) struct EventRow<'d> {
    pub(super) event: &'d Event,
    pub(super) document: &'d Document,
    /// Participants, as indices into [`Dossier::stakeholders`].
    pub(super) participants: Vec<usize>,
}

/// An open question with resolved references.
pub(super) struct QuestionRow<'d> {
    pub(super) question: &'d Question,
    pub(super) document: &'d Document,
    pub(super) issue: usize,
}

/// An indexed dossier.
pub struct Engine<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    /// Its origin.
    pub origin: Origin,
    /// Absolute URL of the site's folder, with a slash at its end; if empty, addresses are relative.
    pub address: String,
    pub(super) names: Names<'d>,
    pub(super) deferred_data: Mutex<DeferredData>,
    /// The last imported dossier that was refused.
    pub refused: Option<Refused>,
    /// The last imported copy of an article, if it could not be read.
    pub unreadable: Option<Unreadable>,
    /// Copies of articles, at most one per document.
    pub articles: Vec<Article>,
    pub(super) positions: Vec<PositionRow<'d>>,
    pub(super) quotes: Vec<QuoteRow<'d>>,
    pub(super) events: Vec<EventRow<'d>>,
    pub(super) questions: Vec<QuestionRow<'d>>,
    /// Indices of the stakeholders without a position or a quote, ascending.
    pub(super) silent: Vec<usize>,
    /// Values of each facet, in the order of [`Facet::ALL`]; a value's code is its index.
    pub(super) values: Vec<Vec<Value<'d>>>,
    /// Codes of the values of each facet, by word.
    codes: Vec<Places<'d>>,
    /// Dates of positions, quotes and events, ascending; a date's code is its index.
    pub(super) dates: Vec<Date>,
    pub(super) position_table: Table,
    pub(super) quote_table: Table,
    pub(super) event_table: Table,
    pub(super) question_table: Table,
    pub(super) silent_table: Table,
}

/// Indices of ids in a list.
pub(super) struct Places<'d> {
    ids: Vec<&'d str>,
    /// Indices into `ids`, in alphabetical order.
    sorted: Vec<usize>,
}

impl<'d> Places<'d> {
    fn of(ids: Vec<&'d str>) -> Self {
        let sorted = ordered(ids.len(), &|one, other| ids[one].cmp(ids[other]));
        Self { ids, sorted }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|&place| self.ids[place].cmp(id)).ok()?;
        Some(self.sorted[found])
    }

    fn all(&self, ids: &[impl AsRef<str>]) -> Vec<usize> {
        let mut places = Vec::new();
        for id in ids {
            places.extend(self.get(id.as_ref()));
        }
        places
    }
}

impl<'d> Engine<'d> {
    /// Indexes `dossier`, taken for the embedded one until `origin` says otherwise. It must have passed validation: an
    /// item with an unknown id is left out.
    #[must_use]
    pub fn new(dossier: &'d Dossier) -> Self {
        let names = Names::distinct(dossier);
        let stakeholders = Places::of(dossier.stakeholders.iter().map(|stakeholder| stakeholder.id.as_str()).collect());
        let issues = Places::of(dossier.issues.iter().map(|issue| issue.id.as_str()).collect());
        let (mut position_ids, mut quote_ids) = (Vec::new(), Vec::new());
        for coded in &dossier.documents {
            position_ids.extend(coded.positions.iter().map(|position| position.id.as_str()));
            quote_ids.extend(coded.quotes.iter().map(|quote| quote.id.as_str()));
        }
        let (position_places, quote_places) = (Places::of(position_ids), Places::of(quote_ids));

        let (mut positions, mut quotes) = (Vec::new(), Vec::new());
        let (mut events, mut questions) = (Vec::new(), Vec::new());
        let mut dates = Vec::new();
        let mut speaks = vec![false; dossier.stakeholders.len()];
        for coded in &dossier.documents {
            let document = &coded.document;
            for position in &coded.positions {
                let holder = stakeholders.get(position.stakeholder.as_str());
                let (Some(holder), Some(issue)) = (holder, issues.get(position.issue.as_str())) else { continue };
                speaks[holder] = true;
                insert(&mut dates, &position.date);
                let quotes = quote_places.all(&position.quotes);
                let earlier = position.supersedes.as_ref().and_then(|id| position_places.get(id.as_str()));
                positions.push(PositionRow { position, document, holder, issue, quotes, earlier, later: None });
            }
            for quote in &coded.quotes {
                let Some(speaker) = stakeholders.get(quote.speaker.as_str()) else { continue };
                speaks[speaker] = true;
                insert(&mut dates, &quote.date);
                quotes.push(QuoteRow { quote, document, speaker, positions: position_places.all(&quote.positions) });
            }
            for event in &coded.events {
                insert(&mut dates, &event.date);
                events.push(EventRow { event, document, participants: stakeholders.all(&event.participants) });
            }
            for question in &coded.questions {
                let Some(issue) = issues.get(question.issue.as_str()) else { continue };
                questions.push(QuestionRow { question, document, issue });
            }
        }
        for place in 0..positions.len() {
            if let Some(earlier) = positions[place].earlier {
                positions[earlier].later = Some(place);
            }
        }
        let silent: Vec<usize> = (0..speaks.len()).filter(|&place| !speaks[place]).collect();

        let values = values(dossier, &names);
        let codes: Vec<Places> =
            values.iter().map(|list| Places::of(list.iter().map(|value| value.word).collect())).collect();
        let people = People::of(dossier, &stakeholders);
        let draft = || Draft::new(&codes, &dates);
        Self {
            position_table: tables::positions(&people, &positions, &quotes, draft()),
            quote_table: tables::quotes(&people, &quotes, &positions, draft()),
            event_table: tables::events(dossier, &events, draft()),
            question_table: tables::questions(dossier, &questions, &positions, draft()),
            silent_table: tables::silent(&people, &silent, draft()),
            dossier,
            origin: Origin::Embedded,
            address: String::new(),
            names,
            deferred_data: Mutex::default(),
            refused: None,
            unreadable: None,
            articles: Vec::new(),
            positions,
            quotes,
            events,
            questions,
            silent,
            values,
            codes,
            dates,
        }
    }

    pub(super) const fn tables(&self) -> [&Table; 5] {
        [&self.position_table, &self.quote_table, &self.event_table, &self.question_table, &self.silent_table]
    }

    /// Code of a facet's value; `None` if the dossier lacks it.
    pub(super) fn code(&self, facet: Facet, word: &str) -> Option<u32> {
        Some(self.codes[facet as usize].get(word)? as u32)
    }

    /// Language of a document; `None` if it is the dossier's.
    pub(super) fn language_of(&self, document: &'d Document) -> Option<&'d str> {
        (document.language != self.dossier.cover.language).then_some(document.language.as_str())
    }

    /// Whether a stakeholder holds no position and speaks no quote.
    pub(super) fn is_silent(&self, stakeholder: usize) -> bool {
        self.silent.binary_search(&stakeholder).is_ok()
    }

    /// Label of a stance for all issues of the dossier.
    #[must_use]
    pub fn stance_label(&self, stance: Stance) -> &'static str {
        words::stance(stance, only_kind(self.dossier))
    }

    /// Label of a facet's value; `None` if the dossier lacks it.
    pub(super) fn label(&self, facet: Facet, word: &str) -> Option<&'d str> {
        Some(self.values[facet as usize][self.code(facet, word)? as usize].label)
    }

    pub(super) fn stakeholder(&self, place: usize) -> &'d Stakeholder {
        &self.dossier.stakeholders[place]
    }

    pub(super) fn issue(&self, place: usize) -> &'d Issue {
        &self.dossier.issues[place]
    }
}

/// Inserts a date into ascending dates, unless it is present.
fn insert(dates: &mut Vec<Date>, when: &When) {
    if let Some(date) = when.value
        && let Err(place) = dates.binary_search(&date)
    {
        dates.insert(place, date);
    }
}
