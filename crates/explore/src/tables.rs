//! Index tables: one [`Table`] per list, with facet values and searchable text.

use dossier::{Basis, Dossier, Issue, Quote, Stakeholder};

use super::engine::{EventRow, Places, PositionRow, QuestionRow, QuoteRow};
use super::table::{Draft, Table};
use crate::query::{Facet, Trait};

/// Stakeholders of a dossier with the index of their affiliation.
pub(super) struct People<'d> {
    dossier: &'d Dossier,
    affiliations: Vec<Option<usize>>,
}

impl<'d> People<'d> {
    pub(super) fn of(dossier: &'d Dossier, places: &Places<'d>) -> Self {
        let mut affiliations = Vec::new();
        for stakeholder in &dossier.stakeholders {
            affiliations.push(stakeholder.affiliation.as_ref().and_then(|id| places.get(id.as_str())));
        }
        Self { dossier, affiliations }
    }

    /// Adds a stakeholder's role and the names of its affiliation to the searchable text.
    fn describe(&self, place: usize, draft: &mut Draft) {
        if let Some(role) = &self.dossier.stakeholders[place].role {
            draft.body(role);
        }
        if let Some(affiliation) = self.affiliations[place] {
            let Stakeholder { name, aliases, .. } = &self.dossier.stakeholders[affiliation];
            draft.body(name);
            for alias in aliases {
                draft.body(alias);
            }
        }
    }
}

pub(super) fn positions(people: &People, positions: &[PositionRow], quotes: &[QuoteRow], mut draft: Draft) -> Table {
    let dossier = people.dossier;
    for position_row in positions {
        let position = position_row.position;
        let holder = &dossier.stakeholders[position_row.holder];
        let issue = &dossier.issues[position_row.issue];
        draft.begin();
        actor(&mut draft, holder);
        draft.mark(Facet::Issue, issue.id.as_str());
        stance(&mut draft, position_row);
        draft.mark(Facet::Doc, position_row.document.id.as_str());
        draft.date(&position.date);
        names(&mut draft, holder);
        draft.head(&issue.name);
        for &place in &position_row.quotes {
            let quote = quotes[place].quote;
            draft.mark(Facet::Form, quote.form.word());
            words(&mut draft, quote);
        }
        draft.body(&position.summary);
        meaning(&mut draft, issue);
        for condition in &position.conditions {
            draft.body(condition);
        }
        people.describe(position_row.holder, &mut draft);
    }
    draft.build()
}

/// Indexes quotes by their words and by the stances, bases and traits of the positions they express. Every quote also
/// has the basis "direct", as it is in quotation marks.
pub(super) fn quotes(people: &People, quotes: &[QuoteRow], positions: &[PositionRow], mut draft: Draft) -> Table {
    let dossier = people.dossier;
    for quote_row in quotes {
        let quote = quote_row.quote;
        let speaker = &dossier.stakeholders[quote_row.speaker];
        draft.begin();
        actor(&mut draft, speaker);
        for &place in &quote_row.positions {
            stance(&mut draft, &positions[place]);
        }
        draft.mark(Facet::Basis, Basis::Direct.word());
        draft.mark(Facet::Form, quote.form.word());
        draft.mark(Facet::Has, Trait::Quote.word());
        draft.mark(Facet::Doc, quote_row.document.id.as_str());
        draft.date(&quote.date);
        names(&mut draft, speaker);
        words(&mut draft, quote);
        draft.body(&quote.context);
        for id in &quote.issues {
            draft.mark(Facet::Issue, id.as_str());
            if let Some(issue) = dossier.issue(id) {
                draft.head(&issue.name);
                meaning(&mut draft, issue);
            }
        }
        people.describe(quote_row.speaker, &mut draft);
    }
    draft.build()
}

/// Indexes events; an event has the facet values of its participants.
pub(super) fn events(dossier: &Dossier, events: &[EventRow], mut draft: Draft) -> Table {
    for event_row in events {
        let event = event_row.event;
        draft.begin();
        draft.mark(Facet::Doc, event_row.document.id.as_str());
        draft.date(&event.date);
        draft.head(&event.title);
        if let Some(place) = &event.place {
            draft.head(place);
        }
        for &place in &event_row.participants {
            let participant = &dossier.stakeholders[place];
            actor(&mut draft, participant);
            names(&mut draft, participant);
        }
    }
    draft.build()
}

/// Indexes questions by their issue and by the stakeholders with a position on that issue.
pub(super) fn questions(
    dossier: &Dossier,
    questions: &[QuestionRow],
    positions: &[PositionRow],
    mut draft: Draft,
) -> Table {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); dossier.issues.len()];
    for position_row in positions {
        if let Err(place) = holders[position_row.issue].binary_search(&position_row.holder) {
            holders[position_row.issue].insert(place, position_row.holder);
        }
    }
    for open in questions {
        let issue = &dossier.issues[open.issue];
        draft.begin();
        for &holder in &holders[open.issue] {
            actor(&mut draft, &dossier.stakeholders[holder]);
        }
        draft.mark(Facet::Issue, issue.id.as_str());
        draft.mark(Facet::Doc, open.document.id.as_str());
        draft.head(&issue.name);
        draft.body(&open.question.question);
        meaning(&mut draft, issue);
    }
    draft.build()
}

/// Indexes stakeholders without a position or a quote.
pub(super) fn silent(people: &People, silent: &[usize], mut draft: Draft) -> Table {
    for &place in silent {
        let stakeholder = &people.dossier.stakeholders[place];
        draft.begin();
        actor(&mut draft, stakeholder);
        for mention in &stakeholder.mentions {
            draft.mark(Facet::Doc, mention.document.as_str());
        }
        names(&mut draft, stakeholder);
        people.describe(place, &mut draft);
    }
    draft.build()
}

fn actor(draft: &mut Draft, stakeholder: &Stakeholder) {
    draft.mark(Facet::Who, stakeholder.id.as_str());
    draft.mark(Facet::Camp, stakeholder.camp.word());
}

fn stance(draft: &mut Draft, position_row: &PositionRow) {
    let position = position_row.position;
    draft.mark(Facet::Stance, position.stance.word());
    draft.mark(Facet::Basis, position.attribution.kind.word());
    let traits = [
        (Trait::Conditions, !position.conditions.is_empty()),
        (Trait::Shift, position_row.is_shifted()),
        (Trait::Quote, !position_row.quotes.is_empty()),
    ];
    for (value, has) in traits {
        if has {
            draft.mark(Facet::Has, value.word());
        }
    }
}

/// Adds a stakeholder's name and aliases.
fn names(draft: &mut Draft, stakeholder: &Stakeholder) {
    draft.head(&stakeholder.name);
    for alias in &stakeholder.aliases {
        draft.head(alias);
    }
}

/// Adds an issue's proposition and definition.
fn meaning(draft: &mut Draft, issue: &Issue) {
    draft.body(&issue.proposition);
    draft.body(&issue.definition);
}

fn words(draft: &mut Draft, quote: &Quote) {
    for segment in &quote.segments {
        draft.head(&segment.text);
    }
}
