//! What a query shows, said as plainly as the data model and the product say it: rows with words, and a scan over them.
//! The laws of the facets hold the page against this.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{Date, Dossier, Issue, IssueId, Position, Quote, Stakeholder, StakeholderId};
use explore::query::{Facet, Pick, Query, View};

/// An item with everything that a query can ask of it.
pub(crate) struct Row {
    pub(crate) id: String,
    /// The stakeholder whose it is; empty for an open question, which is nobody's.
    holder: String,
    has: BTreeMap<Facet, BTreeSet<String>>,
    date: Option<Date>,
    text: String,
}

/// All items of a dossier.
pub(crate) struct Rows {
    pub(crate) positions: Vec<Row>,
    pub(crate) quotes: Vec<Row>,
    pub(crate) events: Vec<Row>,
    pub(crate) questions: Vec<Row>,
    /// The stakeholders without a position or a quote.
    silent: Vec<Row>,
    registry: Vec<String>,
}

fn has(pairs: &[(Facet, Vec<&str>)]) -> BTreeMap<Facet, BTreeSet<String>> {
    pairs.iter().map(|(facet, words)| (*facet, words.iter().map(|&word| word.to_owned()).collect())).collect()
}

fn names(stakeholder: &Stakeholder) -> String {
    format!("{} {} {}", stakeholder.name, stakeholder.aliases.join(" "), stakeholder.role.as_deref().unwrap_or(""))
}

fn said(quote: &Quote) -> String {
    quote.segments.iter().map(|segment| segment.text.clone()).collect::<Vec<_>>().join(" ")
}

/// What a position comes with.
fn traits(dossier: &Dossier, position: &Position) -> Vec<&'static str> {
    let replaced = dossier.positions().any(|(_, later)| later.supersedes.as_ref() == Some(&position.id));
    let mut traits = Vec::new();
    if !position.conditions.is_empty() {
        traits.push("conditions");
    }
    if position.supersedes.is_some() || replaced {
        traits.push("shift");
    }
    if !position.quotes.is_empty() {
        traits.push("quote");
    }
    traits
}

fn holder<'d>(dossier: &'d Dossier, id: &StakeholderId) -> &'d Stakeholder {
    dossier.stakeholder(id).expect("the holder is in the registry")
}

fn issue<'d>(dossier: &'d Dossier, id: &IssueId) -> &'d Issue {
    dossier.issue(id).expect("the issue is in the registry")
}

fn positions(dossier: &Dossier) -> Vec<Row> {
    dossier
        .positions()
        .map(|(document, position)| {
            let holder = holder(dossier, &position.stakeholder);
            let issue = issue(dossier, &position.issue);
            let quotes: Vec<&Quote> =
                position.quotes.iter().map(|id| dossier.quote(id).expect("the quote is there").1).collect();
            let words: Vec<String> = quotes.iter().map(|quote| said(quote)).collect();
            Row {
                id: position.id.to_string(),
                holder: holder.id.to_string(),
                has: has(&[
                    (Facet::Who, vec![holder.id.as_str()]),
                    (Facet::Camp, vec![holder.camp.word()]),
                    (Facet::Issue, vec![issue.id.as_str()]),
                    (Facet::Stance, vec![position.stance.word()]),
                    (Facet::Basis, vec![position.attribution.kind.word()]),
                    (Facet::Form, quotes.iter().map(|quote| quote.form.word()).collect()),
                    (Facet::Has, traits(dossier, position)),
                    (Facet::Doc, vec![document.id.as_str()]),
                ]),
                date: position.date.value,
                text: [names(holder), issue.name.clone(), issue.proposition.clone(), position.summary.clone()]
                    .into_iter()
                    .chain(position.conditions.clone())
                    .chain(words)
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        })
        .collect()
}

fn quotes(dossier: &Dossier) -> Vec<Row> {
    dossier
        .quotes()
        .map(|(document, quote)| {
            let speaker = holder(dossier, &quote.speaker);
            let stands_for: Vec<&Position> =
                quote.positions.iter().map(|id| dossier.position(id).expect("the position is there").1).collect();
            let bases = stands_for.iter().map(|position| position.attribution.kind.word());
            let all_traits = stands_for.iter().flat_map(|position| traits(dossier, position));
            let about = quote
                .issues
                .iter()
                .map(|id| issue(dossier, id))
                .map(|issue| format!("{} {}", issue.name, issue.proposition));
            Row {
                id: quote.id.to_string(),
                holder: speaker.id.to_string(),
                has: has(&[
                    (Facet::Who, vec![speaker.id.as_str()]),
                    (Facet::Camp, vec![speaker.camp.word()]),
                    (Facet::Issue, quote.issues.iter().map(AsRef::as_ref).collect()),
                    (Facet::Stance, stands_for.iter().map(|position| position.stance.word()).collect()),
                    (Facet::Basis, bases.chain(["direct"]).collect()),
                    (Facet::Form, vec![quote.form.word()]),
                    (Facet::Has, all_traits.chain(["quote"]).collect()),
                    (Facet::Doc, vec![document.id.as_str()]),
                ]),
                date: quote.date.value,
                text: [names(speaker), said(quote), quote.context.clone()]
                    .into_iter()
                    .chain(about)
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        })
        .collect()
}

fn questions(dossier: &Dossier) -> Vec<Row> {
    dossier
        .questions()
        .map(|(document, question)| {
            let about = issue(dossier, &question.issue);
            let holders = || {
                let positions = dossier.positions().filter(|(_, position)| position.issue == question.issue);
                positions.map(|(_, position)| holder(dossier, &position.stakeholder))
            };
            Row {
                id: question.id.to_string(),
                holder: String::new(),
                has: has(&[
                    (Facet::Who, holders().map(|holder| holder.id.as_str()).collect()),
                    (Facet::Camp, holders().map(|holder| holder.camp.word()).collect()),
                    (Facet::Issue, vec![about.id.as_str()]),
                    (Facet::Doc, vec![document.id.as_str()]),
                ]),
                date: None,
                text: format!("{} {} {}", about.name, about.proposition, question.question),
            }
        })
        .collect()
}

fn events(dossier: &Dossier) -> Vec<Row> {
    dossier
        .events()
        .map(|(document, event)| {
            let participants = || event.participants.iter().map(|id| holder(dossier, id));
            // An event is found by how its participants are called, not by what they are.
            let called = participants()
                .map(|participant| [std::slice::from_ref(&participant.name), &participant.aliases].concat());
            Row {
                id: event.id.to_string(),
                holder: String::new(),
                has: has(&[
                    (Facet::Who, participants().map(|participant| participant.id.as_str()).collect()),
                    (Facet::Camp, participants().map(|participant| participant.camp.word()).collect()),
                    (Facet::Doc, vec![document.id.as_str()]),
                ]),
                date: event.date.value,
                text: [event.title.clone(), event.place.clone().unwrap_or_default()]
                    .into_iter()
                    .chain(called.flatten())
                    .collect::<Vec<_>>()
                    .join(" "),
            }
        })
        .collect()
}

/// The stakeholders who are not among those who `spoke`.
fn silent(dossier: &Dossier, spoke: &BTreeSet<&str>) -> Vec<Row> {
    dossier
        .stakeholders
        .iter()
        .filter(|stakeholder| !spoke.contains(stakeholder.id.as_str()))
        .map(|stakeholder| Row {
            id: stakeholder.id.to_string(),
            holder: stakeholder.id.to_string(),
            has: has(&[
                (Facet::Who, vec![stakeholder.id.as_str()]),
                (Facet::Camp, vec![stakeholder.camp.word()]),
                (Facet::Doc, stakeholder.mentions.iter().map(|mention| mention.document.as_str()).collect()),
            ]),
            date: None,
            text: names(stakeholder),
        })
        .collect()
}

impl Rows {
    pub(crate) fn of(dossier: &Dossier) -> Self {
        let (positions, quotes) = (positions(dossier), quotes(dossier));
        let spoke: BTreeSet<&str> = positions.iter().chain(&quotes).map(|row| row.holder.as_str()).collect();
        let silent = silent(dossier, &spoke);
        let registry = dossier.stakeholders.iter().map(|stakeholder| stakeholder.id.to_string()).collect();
        Self { events: events(dossier), questions: questions(dossier), positions, quotes, silent, registry }
    }

    /// The ids that `query` shows in `view`, in the order of the dossier.
    pub(crate) fn shown(&self, query: &Query, view: View) -> Vec<&str> {
        let chosen = |rows: &'_ [Row], facets: &[Facet], dated| -> Vec<usize> {
            (0..rows.len()).filter(|&place| rows[place].passes(query, facets, dated)).collect()
        };
        let ids = |rows: &'_ [Row], places: Vec<usize>| -> BTreeSet<String> {
            places.into_iter().map(|place| rows[place].holder.clone()).collect()
        };
        match view {
            View::Matrix | View::Positions | View::Compare | View::Network | View::Shifts | View::Open => {
                chosen(&self.positions, Facet::ALL, true).into_iter().map(|at| self.positions[at].id.as_str()).collect()
            }
            View::Timeline => {
                let mut ids = self.shown(query, View::Positions);
                let facets = [Facet::Who, Facet::Camp, Facet::Doc];
                ids.extend(chosen(&self.events, &facets, true).into_iter().map(|at| self.events[at].id.as_str()));
                ids
            }
            View::Verify | View::Reading => {
                let mut ids = self.shown(query, View::Positions);
                ids.extend(self.shown(query, View::Quotes));
                for rows in [&self.events, &self.questions] {
                    ids.extend(chosen(rows, Facet::ALL, true).into_iter().map(|at| rows[at].id.as_str()));
                }
                ids
            }
            View::Quotes => {
                chosen(&self.quotes, Facet::ALL, true).into_iter().map(|at| self.quotes[at].id.as_str()).collect()
            }
            View::Questions => {
                let facets = [Facet::Who, Facet::Camp, Facet::Issue, Facet::Doc];
                chosen(&self.questions, &facets, false).into_iter().map(|at| self.questions[at].id.as_str()).collect()
            }
            View::Stakeholders => {
                let mut holders = ids(&self.positions, chosen(&self.positions, Facet::ALL, true));
                holders.extend(ids(&self.quotes, chosen(&self.quotes, Facet::ALL, true)));
                let of_speech = [Facet::Issue, Facet::Stance, Facet::Basis, Facet::Form, Facet::Has];
                let asks_of_speech = query.from.is_some()
                    || query.to.is_some()
                    || query.picked().any(|(facet, _, _)| of_speech.contains(&facet));
                if !asks_of_speech {
                    holders.extend(ids(&self.silent, chosen(&self.silent, Facet::ALL, true)));
                }
                self.registry.iter().filter(|id| holders.contains(*id)).map(String::as_str).collect()
            }
        }
    }
}

impl Row {
    /// OR within a facet, AND across facets, none of what is excluded, a day in common, every typed word.
    fn passes(&self, query: &Query, facets: &[Facet], dated: bool) -> bool {
        let nothing = BTreeSet::new();
        let facets_pass = facets.iter().all(|facet| {
            let mine = self.has.get(facet).unwrap_or(&nothing);
            let picked = |wanted: Pick| {
                query.picked().filter(move |&(of, _, pick)| of == *facet && pick == wanted).map(|(_, word, _)| word)
            };
            let included = picked(Pick::Include).count() == 0 || picked(Pick::Include).any(|word| mine.contains(word));
            included && !picked(Pick::Exclude).any(|word| mine.contains(word))
        });
        let date_passes = (query.from.is_none() && query.to.is_none())
            || self.date.is_some_and(|date| {
                query.from.is_none_or(|from| from.first_day() <= date.last_day())
                    && query.to.is_none_or(|to| date.first_day() <= to.last_day())
            });
        facets_pass && (date_passes || !dated) && self.says(&query.text)
    }

    /// Whole words, typed in plain lower case; a minus excludes.
    fn says(&self, typed: &str) -> bool {
        let folded = self.text.to_lowercase().replace('ë', "e").replace('ó', "o");
        let words: BTreeSet<&str> = folded.split(|letter: char| !letter.is_alphanumeric()).collect();
        typed.split_whitespace().all(|word| match word.strip_prefix('-') {
            Some(word) => !words.contains(word),
            None => words.contains(word),
        })
    }
}
