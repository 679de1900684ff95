//! Query matching: the rows of each list that a query selects.
//!
//! Positions and quotes are each selected by their own index. A stakeholder matches if one of its positions or quotes
//! does; a stakeholder without any matches unless the query filters by something that only positions or quotes have.

use index::{Choice, Selection};

use super::engine::{COLUMNS, DATE, Engine};
use super::search::{Search, TableHits};
use super::table::Table;
use crate::query::{Counted, Facet, Pick, Query, View, is_backwards};

/// The rows that a query selects.
pub(super) struct Matches {
    pub(super) search: Search,
    pub(super) positions: RowSet,
    pub(super) quotes: RowSet,
    pub(super) events: RowSet,
    pub(super) questions: RowSet,
    /// Events, then questions, that have every filtered facet. Filled only if the view counts [`Counted::Items`].
    strict: Vec<RowSet>,
    /// One flag per stakeholder, by index in the dossier.
    pub(super) stakeholders: Vec<bool>,
}

/// The selected rows of one table and the search result on it (`None` without a search).
pub(super) struct RowSet {
    pub(super) rows: Selection,
    found: TableHits,
}

impl RowSet {
    fn of(table: &Table, choices: &[Choice], hits: &TableHits) -> Self {
        Self { rows: table.facets.select(choices, hits.as_deref()), found: hits.clone() }
    }

    /// Indices of the selected rows, in dossier order.
    pub(super) fn places(&self) -> Vec<usize> {
        self.rows.rows().map(|row| row as usize).collect()
    }

    /// At most `limit` selected rows, best match first; in dossier order without a search.
    pub(super) fn ranked(&self, limit: usize) -> Vec<usize> {
        let rows = match &self.found {
            Some(found) => self.rows.ranked(found, limit),
            None => self.rows.first(limit, None),
        };
        rows.into_iter().map(|row| row as usize).collect()
    }
}

impl Matches {
    pub(super) fn of(engine: &Engine, query: &Query, search: Search) -> Self {
        let choices = choices(engine, query);
        let positions = RowSet::of(&engine.position_table, &choices, &search.positions);
        let quotes = RowSet::of(&engine.quote_table, &choices, &search.quotes);
        let events =
            RowSet::of(&engine.event_table, &asked_of(&choices, &|facet| facet.spec().has_events), &search.events);
        let mut asked_of_questions = asked_of(&choices, &|facet| facet.spec().has_questions);
        asked_of_questions[DATE] = Choice::default();
        let questions = RowSet::of(&engine.question_table, &asked_of_questions, &search.questions);
        let mut strict = Vec::new();
        if query.view.spec().counted == Counted::Items {
            for (table, hits) in [(&engine.event_table, &search.events), (&engine.question_table, &search.questions)] {
                strict.push(RowSet::of(table, &choices, hits));
            }
        }
        let mut stakeholders = vec![false; engine.dossier.stakeholders.len()];
        for place in positions.places() {
            stakeholders[engine.positions[place].holder] = true;
        }
        for place in quotes.places() {
            stakeholders[engine.quotes[place].speaker] = true;
        }
        if !asks_of_speech(query) {
            for row in RowSet::of(&engine.silent_table, &choices, &search.silent).places() {
                stakeholders[engine.silent[row]] = true;
            }
        }
        Self { search, positions, quotes, events, questions, strict, stakeholders }
    }

    /// Positions, quotes, events and questions for a view that counts [`Counted::Items`]. A filter by a facet that
    /// events or questions lack excludes all of them.
    pub(super) fn items(&self) -> Vec<&RowSet> {
        let mut items = vec![&self.positions, &self.quotes];
        items.extend(&self.strict);
        items
    }

    pub(super) fn count(&self, view: View) -> usize {
        match view.spec().counted {
            Counted::Positions => self.positions.rows.len() as usize,
            Counted::PositionsAndEvents => (self.positions.rows.len() + self.events.rows.len()) as usize,
            Counted::Quotes => self.quotes.rows.len() as usize,
            Counted::Stakeholders => self.stakeholders.iter().filter(|&&matches| matches).count(),
            Counted::Questions => self.questions.rows.len() as usize,
            Counted::Items => {
                let mut count = 0;
                for list in self.items() {
                    count += list.rows.len() as usize;
                }
                count
            }
        }
    }
}

/// Whether `query` filters by something that only a position or a quote can have.
fn asks_of_speech(query: &Query) -> bool {
    query.from.is_some() || query.to.is_some() || query.picked().any(|(facet, _, _)| !facet.spec().has_silent)
}

/// Copies `choices` without those for facets that the list's rows lack.
fn asked_of(choices: &[Choice], have: &dyn Fn(Facet) -> bool) -> Vec<Choice> {
    let mut choices = choices.to_vec();
    for &facet in Facet::ALL {
        if !have(facet) {
            choices[facet as usize] = Choice::default();
        }
    }
    choices
}

/// Converts the query's filters to index choices, one per column.
pub(super) fn choices(engine: &Engine, query: &Query) -> Vec<Choice> {
    let mut choices = vec![Choice::default(); COLUMNS];
    for (facet, word, pick) in query.picked() {
        let Some(code) = engine.code(facet, word) else { continue };
        let choice = &mut choices[facet as usize];
        match pick {
            Pick::Include => choice.include.push(code),
            Pick::Exclude => choice.exclude.push(code),
        }
    }
    if query.from.is_some() || query.to.is_some() {
        choices[DATE].include = date_codes(engine, query);
        if choices[DATE].include.is_empty() {
            // No date matches. An empty list would mean no date filter.
            choices[DATE].include.push(u32::MAX);
        }
    }
    choices
}

/// Codes of the dates that may fall within the query's range: a month matches if one of its days does.
pub(super) fn date_codes(engine: &Engine, query: &Query) -> Vec<u32> {
    let within = |date| {
        query.from.is_none_or(|from| !is_backwards(from, date)) && query.to.is_none_or(|to| !is_backwards(date, to))
    };
    (0..).zip(&engine.dates).filter(|&(_, &date)| within(date)).map(|(code, _)| code).collect()
}

/// For each value of a column, the stakeholders that match with all other filters applied.
pub(super) struct StakeholderCounts {
    stakeholders: usize,
    /// Flags by value, then by stakeholder.
    seen: Vec<bool>,
}

impl StakeholderCounts {
    pub(super) fn of(engine: &Engine, query: &Query, search: &Search, column: usize) -> Self {
        let mut choices = choices(engine, query);
        choices[column] = Choice::default();
        let values = engine.values.get(column).map_or(engine.dates.len(), Vec::len);
        let stakeholders = engine.dossier.stakeholders.len();
        let mut seen = vec![false; values * stakeholders];
        let mut see = |codes: &[u32], holder: usize| {
            for &code in codes {
                seen[code as usize * stakeholders + holder] = true;
            }
        };
        for place in RowSet::of(&engine.position_table, &choices, &search.positions).places() {
            see(engine.position_table.codes(column, place), engine.positions[place].holder);
        }
        for place in RowSet::of(&engine.quote_table, &choices, &search.quotes).places() {
            see(engine.quote_table.codes(column, place), engine.quotes[place].speaker);
        }
        let others = match Facet::ALL.get(column) {
            Some(&facet) => query.without_facet(facet),
            None => query.with_dates(None, None),
        };
        if !asks_of_speech(&others) {
            for row in RowSet::of(&engine.silent_table, &choices, &search.silent).places() {
                see(engine.silent_table.codes(column, row), engine.silent[row]);
            }
        }
        Self { stakeholders, seen }
    }

    /// Number of stakeholders with at least one of these values.
    pub(super) fn count(&self, codes: &[u32]) -> u32 {
        let mut count = 0;
        for holder in 0..self.stakeholders {
            count += u32::from(codes.iter().any(|&code| self.seen[code as usize * self.stakeholders + holder]));
        }
        count
    }

    /// Number of stakeholders per value.
    pub(super) fn counts(&self) -> Vec<u32> {
        let values = self.seen.len().checked_div(self.stakeholders).unwrap_or_default();
        (0..values as u32).map(|code| self.count(&[code])).collect()
    }
}
