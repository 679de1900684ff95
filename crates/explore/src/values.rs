//! Facet values with their words in links, labels and headings.

use dossier::{Basis, Camp, Dossier, Issue, IssueKind, QuoteForm, Stakeholder, StakeholderKind, Stance};

use super::names::Names;
use super::order::ordered;
use super::words;
use crate::query::{Facet, Trait};

/// One value of a facet: its word in links, its label, and the heading it is listed under.
pub(super) struct Value<'d> {
    pub(super) word: &'d str,
    pub(super) label: &'d str,
    pub(super) heading: Option<&'d str>,
}

/// Values of each facet, in display order.
pub(super) fn values<'d>(dossier: &'d Dossier, names: &Names<'d>) -> Vec<Vec<Value<'d>>> {
    let (all, topic) = (&dossier.stakeholders, |place: usize| {
        dossier.issues.iter().position(|other| other.topic == dossier.issues[place].topic)
    });
    // By camp, with the narrator last in its camp.
    let rank = |place: usize| (all[place].camp, all[place].kind == StakeholderKind::Narrator);
    let stakeholders = ordered(all.len(), &|one, other| rank(one).cmp(&rank(other)));
    let issues = ordered(dossier.issues.len(), &|one, other| topic(one).cmp(&topic(other)));
    let mut lists = Vec::new();
    for &facet in Facet::ALL {
        let mut list = Vec::new();
        let mut add = |word, label, heading| list.push(Value { word, label, heading });
        match facet {
            Facet::Who => {
                for &place in &stakeholders {
                    let Stakeholder { id, camp, .. } = &all[place];
                    add(id.as_str(), names.stakeholders[place], Some(words::camp(*camp)));
                }
            }
            Facet::Camp => {
                for &camp in Camp::ALL {
                    if all.iter().any(|stakeholder| stakeholder.camp == camp) {
                        add(camp.word(), words::camp(camp), None);
                    }
                }
            }
            Facet::Issue => {
                for &place in &issues {
                    let Issue { id, topic, .. } = &dossier.issues[place];
                    add(id.as_str(), names.issues[place], Some(topic));
                }
            }
            Facet::Stance => {
                let kind = only_kind(dossier);
                for &stance in Stance::ALL {
                    add(stance.word(), words::stance(stance, kind), None);
                }
            }
            Facet::Basis => Basis::ALL.iter().for_each(|&basis| add(basis.word(), words::basis(basis), None)),
            Facet::Form => QuoteForm::ALL.iter().for_each(|&form| add(form.word(), words::form(form), None)),
            Facet::Has => Trait::ALL.iter().for_each(|&has| add(has.word(), words::has(has), None)),
            Facet::Doc => {
                for coded in &dossier.documents {
                    add(coded.document.id.as_str(), words::document(&dossier.documents, &coded.document), None);
                }
            }
        }
        lists.push(list);
    }
    lists
}

/// The kind shared by all issues; `None` if they differ or there are none.
pub(super) fn only_kind(dossier: &Dossier) -> Option<IssueKind> {
    let first = dossier.issues.first()?.kind;
    dossier.issues.iter().all(|issue| issue.kind == first).then_some(first)
}
