//! Import of event lists: creates the files of a draft dossier.
//!
//! Nothing is guessed. Fields that a list does not have (camps, propositions, bases, ...) are left empty, and
//! `dossier::load` rejects them, so that an incomplete draft cannot be published.

mod dates;
mod draft;
mod encoding;
mod list;
mod options;
mod passage;
mod problem;
mod registry;
mod stances;
mod table;

pub use list::{EventList, Statement, read};
pub use options::{DayOrder, ReadOptions};
pub use passage::Article;
pub use problem::{Problem, Problems};

use std::collections::{BTreeMap, BTreeSet};

use dossier::id::is_kebab_case;
use dossier::{Date, Precision, Stance, When, text};

use crate::Omission;
use draft::{Coded, Document, Position, Stakeholder, document_file};
use passage::Match;
use registry::{Entry, Ids, Registry, alike};

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

/// Result of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Files: the path below the dossier's folder, with `/`, and the JSON.
    pub files: Vec<(String, String)>,
    /// Number of positions created.
    pub positions: usize,
    /// Information lost and pointers missing, by line of the list.
    pub losses: Vec<Omission>,
    /// Ambiguities that the author has to resolve, with instructions.
    pub doubts: Vec<Omission>,
}

/// Creates the files of a dossier from `list`. `articles` are copies of the documents' texts, by `document_id`;
/// positions of documents without a copy have no pointers to passages.
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
    importer.note_doubts();
    Import { files, positions, losses: importer.losses, doubts: importer.doubts }
}

/// Statements grouped by document, in order of first appearance.
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
    /// Issues by [`alike`] name.
    issues: Registry<String>,
    /// Indices of the organizations of each stakeholder.
    groups: Vec<Vec<usize>>,
    /// Stances by index of stakeholder and issue.
    sides: BTreeMap<(usize, usize), Vec<Stance>>,
    /// Persons to split by organization.
    parted: &'l BTreeSet<String>,
    position_ids: Ids,
    losses: Vec<Omission>,
    doubts: Vec<Omission>,
}

/// Key of a stakeholder in a list. Names are compared by [`alike`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    is_person: bool,
    name: String,
    /// Organization, if several people have the name.
    of: Option<String>,
}

impl Importer<'_> {
    fn document(&mut self, id: &str, statements: &[&Statement], article: Option<&Article>, is_ours: bool) -> Coded {
        let positions =
            statements.iter().filter_map(|statement| self.position(statement, article)).collect::<Vec<Position>>();
        let first = statements[0];
        let days = || statements.iter().map(|statement| statement.day);
        // DNA writes the document's time, exports of a dossier the position's.
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
        let evidence = match article.map(|article| article.find(statement)) {
            Some(Match::Once(evidence)) => evidence,
            None => self.without_pointer(NO_ARTICLE, line),
            Some(Match::None) => self.without_pointer(NO_PASSAGE, line),
            Some(Match::Several) => self.without_pointer(SEVERAL, line),
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

    /// Reports persons who may be several people.
    fn note_doubts(&mut self) {
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

/// Reports that `name` is taken as a spelling of the name `before`, if any.
fn note_spelling(doubts: &mut Vec<Omission>, statement: &Statement, name: &str, before: Option<&str>) {
    if let Some(before) = before {
        Omission::note(doubts, SPELLINGS, format!("\"{name}\" in line {} as \"{before}\"", statement.line));
    }
}
