//! An [`Edition`]: a dossier made ready to be asked. Ids resolved to places in lists, facet values in their fixed order,
//! and one index a list. Built once; everything in it follows from the dossier.

use dossier::{
    Basis, Camp, Date, Document, Dossier, Issue, Position, Question, Quote, QuoteForm, Stakeholder, StakeholderKind,
    Stance, When,
};
use index::fold::fold;
use index::{Codes, Column, Columns, Index};

use super::order::ordered;
use super::words;
use crate::query::{Facet, Trait};

/// How many columns an index has: the facets in the order of [`Facet::ALL`], then the date.
pub(super) const COLUMNS: usize = Facet::ALL.len() + 1;
/// The column of the dates.
pub(super) const DATE: usize = Facet::ALL.len();

/// A position with its place in the dossier.
pub(super) struct Held<'d> {
    pub(super) position: &'d Position,
    pub(super) document: &'d Document,
    /// Its holder, as a place in [`Dossier::stakeholders`].
    pub(super) holder: usize,
    /// Its issue, as a place in [`Dossier::issues`].
    pub(super) issue: usize,
    /// The quotes that express it, as places in [`Edition::quotes`].
    pub(super) quotes: Vec<usize>,
    /// The position that it replaces, as a place in [`Edition::positions`].
    pub(super) earlier: Option<usize>,
    /// The position that replaces it.
    pub(super) later: Option<usize>,
}

/// A quote with its place in the dossier.
pub(super) struct Said<'d> {
    pub(super) quote: &'d Quote,
    pub(super) document: &'d Document,
    pub(super) speaker: usize,
    /// The positions that it expresses, as places in [`Edition::positions`].
    pub(super) positions: Vec<usize>,
}

/// An open question with its place in the dossier.
pub(super) struct Open<'d> {
    pub(super) question: &'d Question,
    pub(super) document: &'d Document,
    pub(super) issue: usize,
}

/// One value of a facet: its word in links, what a reader calls it, and the heading that it stands under.
pub(super) struct Value<'d> {
    pub(super) word: &'d str,
    pub(super) label: &'d str,
    pub(super) heading: Option<&'d str>,
}

/// A list with its index. The codes stay at hand for counting what the index does not.
pub(super) struct Shelf {
    pub(super) index: Index,
    pub(super) columns: Vec<Vec<Vec<u32>>>,
}

/// A dossier made ready to be asked.
pub struct Edition<'d> {
    /// The dossier.
    pub dossier: &'d Dossier,
    pub(super) positions: Vec<Held<'d>>,
    pub(super) quotes: Vec<Said<'d>>,
    pub(super) questions: Vec<Open<'d>>,
    /// Stakeholders who hold no position and speak no quote.
    pub(super) silent: Vec<usize>,
    /// Where each stakeholder stands when their names are put in order, without regard to case and accents.
    pub(super) alphabet: Vec<usize>,
    /// The values of each facet, in the order of [`Facet::ALL`]; a value's code is its place here.
    pub(super) values: Vec<Vec<Value<'d>>>,
    /// The dates of positions and quotes, ascending; a date's code is its place here.
    pub(super) dates: Vec<Date>,
    pub(super) position_shelf: Shelf,
    pub(super) quote_shelf: Shelf,
    pub(super) question_shelf: Shelf,
    pub(super) silent_shelf: Shelf,
}

/// Where an id stands in a list.
struct Places<'d> {
    ids: Vec<&'d str>,
    /// Places in `ids`, by alphabet.
    sorted: Vec<usize>,
}

impl<'d> Places<'d> {
    fn of(ids: Vec<&'d str>) -> Self {
        let sorted = ordered(ids.len(), &|one, other| ids[one].cmp(ids[other]));
        Self { ids, sorted }
    }

    fn get(&self, id: &str) -> Option<usize> {
        let found = self.sorted.binary_search_by(|&place| self.ids[place].cmp(id)).ok()?;
        Some(self.sorted[found])
    }
}

impl<'d> Edition<'d> {
    /// Makes `dossier` ready. It must have passed validation: an id that leads nowhere is left out.
    #[must_use]
    pub fn new(dossier: &'d Dossier) -> Self {
        let stakeholders = Places::of(dossier.stakeholders.iter().map(|stakeholder| stakeholder.id.as_str()).collect());
        let issues = Places::of(dossier.issues.iter().map(|issue| issue.id.as_str()).collect());
        let position_places = Places::of(dossier.positions().map(|(_, position)| position.id.as_str()).collect());
        let quote_places = Places::of(dossier.quotes().map(|(_, quote)| quote.id.as_str()).collect());

        let mut positions: Vec<Held> = dossier
            .positions()
            .filter_map(|(document, position)| {
                Some(Held {
                    position,
                    document,
                    holder: stakeholders.get(position.stakeholder.as_str())?,
                    issue: issues.get(position.issue.as_str())?,
                    quotes: position.quotes.iter().filter_map(|id| quote_places.get(id.as_str())).collect(),
                    earlier: position.supersedes.as_ref().and_then(|id| position_places.get(id.as_str())),
                    later: None,
                })
            })
            .collect();
        for place in 0..positions.len() {
            if let Some(earlier) = positions[place].earlier {
                positions[earlier].later = Some(place);
            }
        }
        let quotes: Vec<Said> = dossier
            .quotes()
            .filter_map(|(document, quote)| {
                Some(Said {
                    quote,
                    document,
                    speaker: stakeholders.get(quote.speaker.as_str())?,
                    positions: quote.positions.iter().filter_map(|id| position_places.get(id.as_str())).collect(),
                })
            })
            .collect();
        let questions: Vec<Open> = dossier
            .questions()
            .filter_map(|(document, question)| {
                Some(Open { question, document, issue: issues.get(question.issue.as_str())? })
            })
            .collect();
        let silent = (0..dossier.stakeholders.len())
            .filter(|&place| {
                positions.iter().all(|held| held.holder != place) && quotes.iter().all(|said| said.speaker != place)
            })
            .collect();
        let mut dates = Vec::new();
        let spoken = positions.iter().map(|held| &held.position.date).chain(quotes.iter().map(|said| &said.quote.date));
        for date in spoken.filter_map(|when| when.value) {
            if let Err(place) = dates.binary_search(&date) {
                dates.insert(place, date);
            }
        }

        let mut edition = Self {
            dossier,
            positions,
            quotes,
            questions,
            silent,
            alphabet: alphabet(dossier),
            values: values(dossier),
            dates,
            position_shelf: Shelf::empty(),
            quote_shelf: Shelf::empty(),
            question_shelf: Shelf::empty(),
            silent_shelf: Shelf::empty(),
        };
        edition.position_shelf = edition.shelve_positions();
        edition.quote_shelf = edition.shelve_quotes();
        edition.question_shelf = edition.shelve_questions();
        edition.silent_shelf = edition.shelve_silent();
        edition
    }

    /// The code of a facet's value, if this edition has it.
    pub(super) fn code(&self, facet: Facet, word: &str) -> Option<u32> {
        let place = self.values[facet as usize].iter().position(|value| value.word == word)?;
        Some(place as u32)
    }

    /// What a reader calls a facet's value.
    pub(super) fn label(&self, facet: Facet, word: &str) -> Option<&'d str> {
        self.values[facet as usize].iter().find(|value| value.word == word).map(|value| value.label)
    }

    pub(super) fn stakeholder(&self, place: usize) -> &'d Stakeholder {
        &self.dossier.stakeholders[place]
    }

    pub(super) fn issue(&self, place: usize) -> &'d Issue {
        &self.dossier.issues[place]
    }

    fn codes(&self, facet: Facet, words: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<u32> {
        let mut codes = Vec::new();
        for code in words.into_iter().filter_map(|word| self.code(facet, word.as_ref())) {
            if let Err(place) = codes.binary_search(&code) {
                codes.insert(place, code);
            }
        }
        codes
    }

    fn date_codes(&self, date: &When) -> Vec<u32> {
        date.value.and_then(|date| self.dates.binary_search(&date).ok()).map(|code| code as u32).into_iter().collect()
    }

    fn traits(held: &Held) -> impl Iterator<Item = &'static str> {
        let position = held.position;
        [
            (!position.conditions.is_empty(), Trait::Conditions),
            (held.earlier.is_some() || held.later.is_some(), Trait::Shift),
            (!held.quotes.is_empty(), Trait::Quote),
        ]
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, value)| value.word())
    }

    fn shelve_positions(&self) -> Shelf {
        let mut drafts = Draft::new();
        for held in &self.positions {
            let position = held.position;
            let holder = self.stakeholder(held.holder);
            let issue = self.issue(held.issue);
            let spoken = || held.quotes.iter().map(|&place| self.quotes[place].quote);
            drafts.add(
                [
                    self.codes(Facet::Who, [holder.id.as_str()]),
                    self.codes(Facet::Camp, [holder.camp.word()]),
                    self.codes(Facet::Issue, [issue.id.as_str()]),
                    self.codes(Facet::Stance, [position.stance.word()]),
                    self.codes(Facet::Basis, [position.attribution.kind.word()]),
                    self.codes(Facet::Form, spoken().map(|quote| quote.form.word())),
                    self.codes(Facet::Has, Self::traits(held)),
                    self.codes(Facet::Doc, [held.document.id.as_str()]),
                    self.date_codes(&position.date),
                ],
                names(holder).chain([issue.name.as_str()]).chain(spoken().flat_map(words_of)),
                [position.summary.as_str(), &issue.proposition]
                    .into_iter()
                    .chain(position.conditions.iter().map(String::as_str))
                    .chain(holder.role.as_deref()),
            );
        }
        drafts.shelve(&self.values, self.dates.len())
    }

    /// A quote is found by what it says and by what it stands for: the stances, the bases and the traits of the positions
    /// that it expresses are its own. Being in quotation marks, it is direct in any case.
    fn shelve_quotes(&self) -> Shelf {
        let mut drafts = Draft::new();
        for said in &self.quotes {
            let quote = said.quote;
            let speaker = self.stakeholder(said.speaker);
            let expressed = || said.positions.iter().map(|&place| &self.positions[place]);
            let issues = || quote.issues.iter().filter_map(|id| self.dossier.issue(id));
            drafts.add(
                [
                    self.codes(Facet::Who, [speaker.id.as_str()]),
                    self.codes(Facet::Camp, [speaker.camp.word()]),
                    self.codes(Facet::Issue, quote.issues.iter().map(dossier::IssueId::as_str)),
                    self.codes(Facet::Stance, expressed().map(|held| held.position.stance.word())),
                    self.codes(
                        Facet::Basis,
                        expressed().map(|held| held.position.attribution.kind.word()).chain([Basis::Direct.word()]),
                    ),
                    self.codes(Facet::Form, [quote.form.word()]),
                    self.codes(Facet::Has, expressed().flat_map(Self::traits).chain([Trait::Quote.word()])),
                    self.codes(Facet::Doc, [said.document.id.as_str()]),
                    self.date_codes(&quote.date),
                ],
                names(speaker).chain(words_of(quote)).chain(issues().map(|issue| issue.name.as_str())),
                [quote.context.as_str()]
                    .into_iter()
                    .chain(issues().map(|issue| issue.proposition.as_str()))
                    .chain(speaker.role.as_deref()),
            );
        }
        drafts.shelve(&self.values, self.dates.len())
    }

    /// A question is asked of an issue; it belongs to whoever holds a position on that issue.
    fn shelve_questions(&self) -> Shelf {
        let mut drafts = Draft::new();
        for open in &self.questions {
            let issue = self.issue(open.issue);
            let holders = || {
                self.positions.iter().filter(|held| held.issue == open.issue).map(|held| self.stakeholder(held.holder))
            };
            drafts.add(
                [
                    self.codes(Facet::Who, holders().map(|holder| holder.id.as_str())),
                    self.codes(Facet::Camp, holders().map(|holder| holder.camp.word())),
                    self.codes(Facet::Issue, [issue.id.as_str()]),
                    Vec::new(),
                    Vec::new(),
                    Vec::new(),
                    Vec::new(),
                    self.codes(Facet::Doc, [open.document.id.as_str()]),
                    Vec::new(),
                ],
                [issue.name.as_str()].into_iter(),
                [open.question.question.as_str(), &issue.proposition].into_iter(),
            );
        }
        drafts.shelve(&self.values, self.dates.len())
    }

    fn shelve_silent(&self) -> Shelf {
        let mut drafts = Draft::new();
        for &place in &self.silent {
            let stakeholder = self.stakeholder(place);
            let mut codes: [Vec<u32>; COLUMNS] = Default::default();
            codes[Facet::Who as usize] = self.codes(Facet::Who, [stakeholder.id.as_str()]);
            codes[Facet::Camp as usize] = self.codes(Facet::Camp, [stakeholder.camp.word()]);
            codes[Facet::Doc as usize] =
                self.codes(Facet::Doc, stakeholder.mentions.iter().map(|mention| mention.document.as_str()));
            drafts.add(codes, names(stakeholder), stakeholder.role.as_deref().into_iter());
        }
        drafts.shelve(&self.values, self.dates.len())
    }
}

/// The name of a stakeholder and every other name that the documents use.
fn names(stakeholder: &Stakeholder) -> impl Iterator<Item = &str> {
    [stakeholder.name.as_str()].into_iter().chain(stakeholder.aliases.iter().map(String::as_str))
}

fn words_of(quote: &Quote) -> impl Iterator<Item = &str> {
    quote.segments.iter().map(|segment| segment.text.as_str())
}

fn alphabet(dossier: &Dossier) -> Vec<usize> {
    let names: Vec<String> = dossier.stakeholders.iter().map(|stakeholder| fold(&stakeholder.name)).collect();
    let mut ranks = vec![0; names.len()];
    for (rank, place) in ordered(names.len(), &|one, other| names[one].cmp(&names[other])).into_iter().enumerate() {
        ranks[place] = rank;
    }
    ranks
}

/// The values of each facet in the order in which readers see them.
fn values(dossier: &Dossier) -> Vec<Vec<Value<'_>>> {
    let value = |word, label| Value { word, label, heading: None };
    let (all, topic) = (&dossier.stakeholders, |place: usize| {
        dossier.issues.iter().position(|other| other.topic == dossier.issues[place].topic)
    });
    // The camps in their order, the narrator after everybody else of the press.
    let rank = |place: usize| (all[place].camp, all[place].kind == StakeholderKind::Narrator);
    let stakeholders = ordered(all.len(), &|one, other| rank(one).cmp(&rank(other)));
    let issues = ordered(dossier.issues.len(), &|one, other| topic(one).cmp(&topic(other)));
    Facet::ALL
        .iter()
        .map(|facet| match facet {
            Facet::Who => stakeholders
                .iter()
                .map(|&place| &all[place])
                .map(|stakeholder| Value {
                    word: stakeholder.id.as_str(),
                    label: &stakeholder.name,
                    heading: Some(words::camp(stakeholder.camp)),
                })
                .collect(),
            Facet::Camp => Camp::ALL
                .iter()
                .filter(|&&camp| all.iter().any(|stakeholder| stakeholder.camp == camp))
                .map(|&camp| value(camp.word(), words::camp(camp)))
                .collect(),
            Facet::Issue => issues
                .iter()
                .map(|&place| &dossier.issues[place])
                .map(|issue| Value { word: issue.id.as_str(), label: &issue.name, heading: Some(&issue.topic) })
                .collect(),
            Facet::Stance => Stance::ALL.iter().map(|&stance| value(stance.word(), words::stance(stance))).collect(),
            Facet::Basis => Basis::ALL.iter().map(|&basis| value(basis.word(), words::basis(basis))).collect(),
            Facet::Form => QuoteForm::ALL.iter().map(|&form| value(form.word(), words::form(form))).collect(),
            Facet::Has => Trait::ALL.iter().map(|&has| value(has.word(), words::has(has))).collect(),
            Facet::Doc => dossier
                .documents
                .iter()
                .map(|coded| value(coded.document.id.as_str(), words::document(&coded.document)))
                .collect(),
        })
        .collect()
}

/// The rows of a shelf while they are gathered.
struct Draft {
    columns: Vec<Vec<Vec<u32>>>,
    head: Vec<String>,
    body: Vec<String>,
}

/// Stands between two texts of one row: a phrase never runs across it. Punctuation would not do, phrases run across that;
/// this is a word of its own, a noncharacter of Unicode that no text has.
const SEAM: &str = " \u{fdd0} ";

impl Draft {
    fn new() -> Self {
        Self { columns: vec![Vec::new(); COLUMNS], head: Vec::new(), body: Vec::new() }
    }

    fn add<'t>(
        &mut self,
        codes: [Vec<u32>; COLUMNS],
        head: impl Iterator<Item = &'t str>,
        body: impl Iterator<Item = &'t str>,
    ) {
        for (column, codes) in self.columns.iter_mut().zip(codes) {
            column.push(codes);
        }
        self.head.push(head.collect::<Vec<_>>().join(SEAM));
        self.body.push(body.collect::<Vec<_>>().join(SEAM));
    }

    fn shelve(self, values: &[Vec<Value<'_>>], dates: usize) -> Shelf {
        let flat: Vec<(Vec<u32>, Vec<u32>)> = self
            .columns
            .iter()
            .map(|rows| {
                let mut starts = vec![0];
                let mut codes = Vec::new();
                for row in rows {
                    codes.extend_from_slice(row);
                    starts.push(codes.len() as u32);
                }
                (starts, codes)
            })
            .collect();
        let facets: Vec<Column<'_>> = flat
            .iter()
            .enumerate()
            .map(|(column, (starts, codes))| Column {
                values: values.get(column).map_or(dates, Vec::len) as u32,
                codes: Codes::Many { starts, codes },
            })
            .collect();
        let head: Vec<&str> = self.head.iter().map(String::as_str).collect();
        let body: Vec<&str> = self.body.iter().map(String::as_str).collect();
        let index = Index::build(&Columns { rows: head.len() as u32, facets: &facets, head: &head, body: &body });
        Shelf { index, columns: self.columns }
    }
}

impl Shelf {
    fn empty() -> Self {
        Draft::new().shelve(&[], 0)
    }
}
