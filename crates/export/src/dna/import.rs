//! An event list as the files of a dossier to complete.
//!
//! What the list says is put where it belongs. What it does not say (camps, propositions, how a position is known, ...)
//! is left empty in a way that `dossier::load` refuses and names: nothing is guessed, and nothing half-said can be published.

mod days;
mod draft;
mod encoding;
mod flaw;
mod list;
mod names;
mod options;
mod passage;
mod registry;
mod sides;
mod table;

pub use flaw::{Flaw, Flaws};
pub use list::{EventList, Statement, read};
pub use options::{DayOrder, ReadOptions};
pub use passage::Article;

use std::collections::{BTreeMap, BTreeSet};

use dossier::id::is_kebab_case;
use dossier::{Date, Precision, Stance, When, text};

use crate::Omission;
use draft::{Coded, Document, Position, Stakeholder, document_file};
use names::alike;
use passage::Place;
use registry::{Entry, Ids, Registry};

const NO_HOLDER: &str = "statements without person and organization, left out because a position has a holder";
const NO_CONCEPT: &str = "statements without a concept, left out because a position is on an issue";
const CLOCK: &str = "statements with a time of day, of which the day is kept";
const NO_SIDE: &str = "statements of which the list does not say for or against, left with a stance to complete";
const NO_ARTICLE: &str = "statements without a copy of their document, left without a pointer to the passage";
const NO_PASSAGE: &str = "statements whose passage the copy does not hold, left without a pointer";
const SEVERAL: &str = "statements whose passage the copy holds in several places, left without a pointer";
const COLUMN: &str = "columns that a dossier has no place for, not read";

const GROUPS: &str = "persons with several organizations, taken for one and left without an affiliation. If they are several people, say \
                      --part NAME for one of each organization";
const BOTH_SIDES: &str =
    "persons who support and oppose the same, in one list: a change of mind, or two people of one name";
const SPELLINGS: &str = "names that differ by letters' case or blanks alone, taken for one. If they are two, give one of them another \
                         name in the list";

/// The files of a dossier, and what of the list they do not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The files: the name below the dossier's folder, with `/` between its parts, and the JSON.
    pub files: Vec<(String, String)>,
    /// How many statements became positions.
    pub positions: usize,
    /// What is lost of which statements, and which pointers are missing.
    pub losses: Vec<Omission>,
    /// Questions that only somebody who knows the people can decide, with the ways to do so.
    pub doubts: Vec<Omission>,
}

/// Makes the files of a dossier of `list`. `articles` are copies of the documents' texts, by `document_id`; without one a
/// document's positions come without pointers to their passages.
#[must_use]
pub fn import(list: &EventList, articles: &BTreeMap<String, Article>) -> Import {
    let mut importer = Importer {
        stakeholders: Registry::default(),
        issues: Registry::default(),
        groups: Vec::new(),
        sides: BTreeMap::new(),
        parted: &list.parted,
        position_ids: Ids::default(),
        losses: Vec::new(),
        doubts: Vec::new(),
    };
    for column in &list.unread {
        Omission::note(&mut importer.losses, COLUMN, column);
    }
    let mut positions = 0;
    let mut documents = Vec::new();
    let mut ids = Ids::default();
    for (place, (number, statements)) in by_document(list).into_iter().enumerate() {
        let number_or_place = if is_kebab_case(number) { number.to_owned() } else { (place + 1).to_string() };
        let id = ids.take(&statements[0].title, &format!("document-{number_or_place}"));
        let coded = importer.document(&id, &statements, articles.get(number), list.is_ours);
        positions += coded.positions.len();
        documents.push((id, coded));
    }
    let mut files = vec![
        ("dossier.json".to_owned(), draft::cover(documents.iter().map(|(id, _)| id.as_str().into()).collect())),
        ("stakeholders.json".to_owned(), importer.stakeholders()),
        ("issues.json".to_owned(), importer.issues()),
    ];
    files.extend(documents.iter().map(|(id, coded)| (document_file(id), coded.file())));
    importer.doubt();
    Import { files, positions, losses: importer.losses, doubts: importer.doubts }
}

/// The statements of each document, the documents in the order of their first statements.
fn by_document(list: &EventList) -> Vec<(&str, Vec<&Statement>)> {
    let mut places = BTreeMap::new();
    let mut documents: Vec<(&str, Vec<&Statement>)> = Vec::new();
    for statement in &list.statements {
        let place = *places.entry(statement.document.as_str()).or_insert(documents.len());
        if place == documents.len() {
            documents.push((&statement.document, Vec::new()));
        }
        documents[place].1.push(statement);
    }
    documents
}

struct Importer<'l> {
    stakeholders: Registry<Holder>,
    /// Issues by name, as [`alike`] has it.
    issues: Registry<String>,
    /// The organizations of each stakeholder, by their places.
    groups: Vec<Vec<usize>>,
    /// The sides that each stakeholder took on each issue, by their places.
    sides: BTreeMap<(usize, usize), Vec<Stance>>,
    /// Persons who are one for each of their organizations.
    parted: &'l BTreeSet<String>,
    position_ids: Ids,
    losses: Vec<Omission>,
    doubts: Vec<Omission>,
}

/// A stakeholder as far as a list tells it from others: names as [`alike`] has them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    is_person: bool,
    name: String,
    /// Of which organization, for one of several people of the name.
    of: Option<String>,
}

impl Importer<'_> {
    fn document(&mut self, id: &str, statements: &[&Statement], article: Option<&Article>, is_ours: bool) -> Coded {
        let positions =
            statements.iter().filter_map(|statement| self.position(statement, article)).collect::<Vec<Position>>();
        let first = statements[0];
        let days = || statements.iter().map(|statement| statement.day);
        // In DNA a statement's time is its document's. In a list that a dossier was written to it is the position's.
        let published = (!is_ours && days().all(|day| day == first.day)).then_some(first.day);
        let document = Document {
            id: id.to_owned(),
            published: published.map(|day: Date| day.to_string()).unwrap_or_default(),
            dateline: String::new(),
            title: Some(first.title.clone()).filter(|title| !title.is_empty() && title != id),
            publisher: Some(first.source.clone()).filter(|source| !source.is_empty()),
            url: None,
            language: String::new(),
            paragraphs: article.map_or(0, |article| article.text.paragraphs().len() as u32),
            text_sha256: article.map(|article| article.text.digest().to_string()).unwrap_or_default(),
            normalization: text::NORMALIZATION,
            offset_unit: text::OFFSET_UNIT,
        };
        Coded::of(document, positions)
    }

    fn position(&mut self, statement: &Statement, article: Option<&Article>) -> Option<Position> {
        let line = format!("line {}", statement.line);
        let (person, organization) = (statement.person.as_str(), statement.organization.as_str());
        let group = (!organization.is_empty()).then(|| self.stakeholder(statement, organization, false));
        let holder = if person.is_empty() { group } else { Some(self.stakeholder(statement, person, true)) };
        let Some(holder) = holder else {
            Omission::note(&mut self.losses, NO_HOLDER, line);
            return None;
        };
        if statement.concept.is_empty() {
            Omission::note(&mut self.losses, NO_CONCEPT, line);
            return None;
        }
        if let Some(group) = group.filter(|&group| group != holder && !self.groups[holder].contains(&group)) {
            self.groups[holder].push(group);
        }
        if statement.stance.is_none() {
            Omission::note(&mut self.losses, NO_SIDE, &line);
        }
        if !statement.is_midnight {
            Omission::note(&mut self.losses, CLOCK, &line);
        }
        let evidence = match article.map(|article| article.place(statement)) {
            Some(Place::At(evidence)) => evidence,
            None => self.without_pointer(NO_ARTICLE, line),
            Some(Place::Nowhere) => self.without_pointer(NO_PASSAGE, line),
            Some(Place::Several) => self.without_pointer(SEVERAL, line),
        };
        let (issue, before) = self.issues.place(&alike(&statement.concept), &statement.concept, "issue");
        note_spelling(&mut self.doubts, statement, &statement.concept, before);
        self.sides.entry((holder, issue)).or_default().extend(statement.stance);
        let (holder, issue) = (&self.stakeholders.at(holder).id, &self.issues.at(issue).id);
        let id = self.position_ids.take(&statement.position, &format!("{holder}-on-{issue}"));
        let date = When { value: Some(statement.day), precision: Precision::Day, inferred: true };
        Some(Position::of(id, holder.clone(), issue.clone(), statement.stance, date, evidence))
    }

    fn without_pointer(&mut self, why: &'static str, line: String) -> Vec<dossier::Evidence> {
        Omission::note(&mut self.losses, why, line);
        Vec::new()
    }

    fn stakeholder(&mut self, statement: &Statement, name: &str, is_person: bool) -> usize {
        let is_parted = is_person && self.parted.contains(&alike(name));
        let of = is_parted.then(|| alike(&statement.organization));
        let key = Holder { is_person, name: alike(name), of };
        let (place, before) = self.stakeholders.place(&key, name, "stakeholder");
        note_spelling(&mut self.doubts, statement, name, before);
        self.groups.resize(self.groups.len().max(place + 1), Vec::new());
        place
    }

    /// Notes what may be two people.
    fn doubt(&mut self) {
        let name = |place: &usize| self.stakeholders.at(*place).name.as_str();
        for (entry, groups) in
            self.stakeholders.entries().iter().zip(&self.groups).filter(|(_, groups)| groups.len() > 1)
        {
            let groups: Vec<&str> = groups.iter().map(name).collect();
            Omission::note(&mut self.doubts, GROUPS, format!("\"{}\" of {}", entry.name, groups.join("; ")));
        }
        for (&(holder, issue), sides) in &self.sides {
            let holder = self.stakeholders.at(holder);
            if holder.key.is_person && sides.contains(&Stance::Supports) && sides.contains(&Stance::Opposes) {
                Omission::note(
                    &mut self.doubts,
                    BOTH_SIDES,
                    format!("\"{}\" on \"{}\"", holder.name, self.issues.at(issue).name),
                );
            }
        }
    }

    fn stakeholders(&self) -> String {
        let stakeholder = |(entry, groups): (&Entry<Holder>, &Vec<usize>)| {
            let affiliation = match groups[..] {
                [group] => Some(self.stakeholders.at(group).id.clone()),
                _ => None,
            };
            Stakeholder::of(entry.id.clone(), entry.name.clone(), entry.key.is_person, affiliation)
        };
        draft::stakeholders(self.stakeholders.entries().iter().zip(&self.groups).map(stakeholder).collect())
    }

    fn issues(&self) -> String {
        draft::issues(self.issues.entries().iter().map(|entry| draft::issue(&entry.id, &entry.name)).collect())
    }
}

/// Notes that `name` is taken for the one that came `before`, if there is one.
fn note_spelling(doubts: &mut Vec<Omission>, statement: &Statement, name: &str, before: Option<&str>) {
    if let Some(before) = before {
        Omission::note(doubts, SPELLINGS, format!("\"{name}\" in line {} as \"{before}\"", statement.line));
    }
}
