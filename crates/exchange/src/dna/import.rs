//! An event list as the files of a dossier to complete.
//!
//! What the list says is put where it belongs. What it does not say (camps, propositions, how a position is known, ...)
//! is left empty in a way that `dossier::load` refuses and names: nothing is guessed, and nothing half-said can be published.

mod draft;
mod list;
mod passage;
mod registry;

pub use list::{EventList, Flaw, Flaws, Statement, read};
pub use passage::Article;

use std::collections::BTreeMap;

use dossier::id::is_kebab_case;
use dossier::{Date, Precision, When, text};

use crate::Loss;
use draft::{Coded, Document, Position, Stakeholder, document_file};
use passage::Place;
use registry::{Ids, Registry};

const NO_HOLDER: &str = "statements without person and organization, left out because a position has a holder";
const NO_CONCEPT: &str = "statements without a concept, left out because a position is on an issue";
const CLOCK: &str = "statements with a time of day, of which the day is kept";
const GROUPS: &str =
    "persons with several organizations, left without an affiliation because it holds for all documents";
const NO_ARTICLE: &str = "statements without a copy of their document, left without a pointer to the passage";
const NO_PASSAGE: &str = "statements whose passage the copy does not hold, left without a pointer";
const SEVERAL: &str = "statements whose passage the copy holds in several places, left without a pointer";
const COLUMN: &str = "columns that a dossier has no place for, not read";

/// The files of a dossier, and what of the list they do not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The files: the name below the dossier's folder, with `/` between its parts, and the JSON.
    pub files: Vec<(String, String)>,
    /// How many statements became positions.
    pub positions: usize,
    /// What is lost of which statements, and which pointers are missing.
    pub losses: Vec<Loss>,
}

/// Makes the files of a dossier of `list`. `articles` are copies of the documents' texts, by `document_id`; without one a
/// document's positions come without pointers to their passages.
#[must_use]
pub fn import(list: &EventList, articles: &BTreeMap<String, Article>) -> Import {
    let mut importer = Importer {
        stakeholders: Registry::default(),
        issues: Registry::default(),
        groups: Vec::new(),
        position_ids: Ids::default(),
        losses: Vec::new(),
    };
    for column in &list.unread {
        Loss::note(&mut importer.losses, COLUMN, column);
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
    Import { files, positions, losses: importer.losses }
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

struct Importer {
    /// By whether it is a person, and name.
    stakeholders: Registry<(bool, String)>,
    issues: Registry<String>,
    /// To whom each stakeholder belongs, by their places: nobody, one, or several.
    groups: Vec<Group>,
    position_ids: Ids,
    losses: Vec<Loss>,
}

/// Whom a stakeholder belongs to, as far as the statements agree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    None,
    One(usize),
    Several,
}

impl Importer {
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
        let group = (!organization.is_empty()).then(|| self.stakeholder(false, organization));
        let holder = if person.is_empty() { group } else { Some(self.stakeholder(true, person)) };
        let Some(holder) = holder else {
            Loss::note(&mut self.losses, NO_HOLDER, line);
            return None;
        };
        if statement.concept.is_empty() {
            Loss::note(&mut self.losses, NO_CONCEPT, line);
            return None;
        }
        if let Some(group) = group.filter(|&group| group != holder) {
            let before = self.groups[holder];
            self.groups[holder] = match before {
                Group::None => Group::One(group),
                Group::One(known) if known == group => before,
                Group::One(_) => {
                    Loss::note(&mut self.losses, GROUPS, person);
                    Group::Several
                }
                Group::Several => before,
            };
        }
        if !statement.is_midnight {
            Loss::note(&mut self.losses, CLOCK, &line);
        }
        let evidence = match article.map(|article| article.place(statement)) {
            Some(Place::At(evidence)) => evidence,
            None => self.without_pointer(NO_ARTICLE, line),
            Some(Place::Nowhere) => self.without_pointer(NO_PASSAGE, line),
            Some(Place::Several) => self.without_pointer(SEVERAL, line),
        };
        let issue = self.issues.place(&statement.concept, &statement.concept, "issue");
        let (holder, issue) = (self.stakeholders.id(holder), self.issues.id(issue));
        let id = self.position_ids.take(&statement.position, &format!("{holder}-on-{issue}"));
        let date = When { value: Some(statement.day), precision: Precision::Day, inferred: true };
        Some(Position::of(id, holder.to_owned(), issue.to_owned(), statement.agrees, date, evidence))
    }

    fn without_pointer(&mut self, why: &'static str, line: String) -> Vec<dossier::Evidence> {
        Loss::note(&mut self.losses, why, line);
        Vec::new()
    }

    fn stakeholder(&mut self, is_person: bool, name: &str) -> usize {
        let place = self.stakeholders.place(&(is_person, name.to_owned()), name, "stakeholder");
        self.groups.resize(self.groups.len().max(place + 1), Group::None);
        place
    }

    fn stakeholders(&self) -> String {
        let stakeholder = |((id, (is_person, name)), group): ((&str, &(bool, String)), &Group)| {
            let affiliation = match group {
                Group::One(place) => Some(self.stakeholders.id(*place).to_owned()),
                Group::None | Group::Several => None,
            };
            Stakeholder::of(id.to_owned(), name.clone(), *is_person, affiliation)
        };
        draft::stakeholders(self.stakeholders.entries().zip(&self.groups).map(stakeholder).collect())
    }

    fn issues(&self) -> String {
        draft::issues(self.issues.entries().map(|(id, name)| draft::issue(id, name)).collect())
    }
}
