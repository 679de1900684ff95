//! What each list is filtered and searched by: one [`Shelf`] a list.

use dossier::{Basis, Dossier, Issue, Quote, Stakeholder};

use super::edition::{Happened, Held, Open, Said};
use super::shelf::{Draft, Shelf};
use crate::query::{Facet, Trait};

pub(super) fn positions(dossier: &Dossier, positions: &[Held], quotes: &[Said], mut draft: Draft) -> Shelf {
    for held in positions {
        let position = held.position;
        let holder = &dossier.stakeholders[held.holder];
        let issue = &dossier.issues[held.issue];
        draft.begin();
        actor(&mut draft, holder);
        draft.mark(Facet::Issue, issue.id.as_str());
        stance(&mut draft, held);
        draft.mark(Facet::Doc, held.document.id.as_str());
        draft.date(&position.date);
        names(&mut draft, holder);
        draft.head(&issue.name);
        for &place in &held.quotes {
            let quote = quotes[place].quote;
            draft.mark(Facet::Form, quote.form.word());
            words(&mut draft, quote);
        }
        draft.body(&position.summary);
        draft.body(&issue.proposition);
        for condition in &position.conditions {
            draft.body(condition);
        }
        role(&mut draft, holder);
    }
    draft.shelve()
}

/// A quote is found by what it says and by what it stands for: the stances, the bases and the traits of the positions
/// that it expresses are its own. Being in quotation marks, it is direct in any case.
pub(super) fn quotes(dossier: &Dossier, quotes: &[Said], positions: &[Held], mut draft: Draft) -> Shelf {
    for said in quotes {
        let quote = said.quote;
        let speaker = &dossier.stakeholders[said.speaker];
        draft.begin();
        actor(&mut draft, speaker);
        for &place in &said.positions {
            stance(&mut draft, &positions[place]);
        }
        draft.mark(Facet::Basis, Basis::Direct.word());
        draft.mark(Facet::Form, quote.form.word());
        draft.mark(Facet::Has, Trait::Quote.word());
        draft.mark(Facet::Doc, said.document.id.as_str());
        draft.date(&quote.date);
        names(&mut draft, speaker);
        words(&mut draft, quote);
        draft.body(&quote.context);
        for id in &quote.issues {
            draft.mark(Facet::Issue, id.as_str());
            if let Some(Issue { name, proposition, .. }) = dossier.issue(id) {
                draft.head(name);
                draft.body(proposition);
            }
        }
        role(&mut draft, speaker);
    }
    draft.shelve()
}

/// An event belongs to those who took part in it.
pub(super) fn events(dossier: &Dossier, events: &[Happened], mut draft: Draft) -> Shelf {
    for happened in events {
        let event = happened.event;
        draft.begin();
        draft.mark(Facet::Doc, happened.document.id.as_str());
        draft.date(&event.date);
        draft.head(&event.title);
        if let Some(place) = &event.place {
            draft.head(place);
        }
        for &place in &happened.participants {
            let participant = &dossier.stakeholders[place];
            actor(&mut draft, participant);
            names(&mut draft, participant);
        }
    }
    draft.shelve()
}

/// A question is asked of an issue; it belongs to whoever holds a position on that issue.
pub(super) fn questions(dossier: &Dossier, questions: &[Open], positions: &[Held], mut draft: Draft) -> Shelf {
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); dossier.issues.len()];
    for held in positions {
        if let Err(place) = holders[held.issue].binary_search(&held.holder) {
            holders[held.issue].insert(place, held.holder);
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
        draft.body(&issue.proposition);
    }
    draft.shelve()
}

/// The stakeholders who hold no position and speak no quote.
pub(super) fn silent(dossier: &Dossier, silent: &[usize], mut draft: Draft) -> Shelf {
    for &place in silent {
        let stakeholder = &dossier.stakeholders[place];
        draft.begin();
        actor(&mut draft, stakeholder);
        for mention in &stakeholder.mentions {
            draft.mark(Facet::Doc, mention.document.as_str());
        }
        names(&mut draft, stakeholder);
        role(&mut draft, stakeholder);
    }
    draft.shelve()
}

fn actor(draft: &mut Draft, stakeholder: &Stakeholder) {
    draft.mark(Facet::Who, stakeholder.id.as_str());
    draft.mark(Facet::Camp, stakeholder.camp.word());
}

fn stance(draft: &mut Draft, held: &Held) {
    let position = held.position;
    draft.mark(Facet::Stance, position.stance.word());
    draft.mark(Facet::Basis, position.attribution.kind.word());
    let traits = [
        (Trait::Conditions, !position.conditions.is_empty()),
        (Trait::Shift, held.is_shifted()),
        (Trait::Quote, !held.quotes.is_empty()),
    ];
    for (value, has) in traits {
        if has {
            draft.mark(Facet::Has, value.word());
        }
    }
}

/// The name of a stakeholder and every other name that the documents use.
fn names(draft: &mut Draft, stakeholder: &Stakeholder) {
    draft.head(&stakeholder.name);
    for alias in &stakeholder.aliases {
        draft.head(alias);
    }
}

fn role(draft: &mut Draft, stakeholder: &Stakeholder) {
    if let Some(role) = &stakeholder.role {
        draft.body(role);
    }
}

fn words(draft: &mut Draft, quote: &Quote) {
    for segment in &quote.segments {
        draft.head(&segment.text);
    }
}
