//! Synthetic dossiers of any size, about the disputes of a fictitious island.
//!
//! They are for measuring and testing the page with more data than any real dossier has (`cargo xtask invent`,
//! `docs/scaling.md`). They follow every rule of the data model, are the same at every run, and are shaped like real
//! ones: few stakeholders and issues have most of the positions, a document covers the days before it appeared, some
//! positions replace others, some quotes express them. The digests of passages are those of generated texts: there are
//! no articles.

mod random;
mod words;

use dossier::text::{self, digest, length, plain};
use dossier::{
    Attribution, Basis, Camp, CodedDocument, Confidence, Cover, Date, Document, Dossier, Event, EventKind, Evidence,
    Issue, IssueKind, Position, PositionId, Precision, Question, Quote, QuoteForm, SCHEMA, Segment, Stakeholder,
    StakeholderId, StakeholderKind, Stance, When,
};
pub use random::Random;

/// Number of positions per document and per paragraph.
const PER_DOCUMENT: u32 = 500;
const PER_PARAGRAPH: u32 = 20;
/// Period in which the documents appear, in days: ten years.
const DAYS: u32 = 3_650;
/// Maximum age of the subjects of a document when it appears, in days.
const BEFORE: u32 = 60;
/// Number of events and of open questions per document.
const EVENTS: u32 = 8;
const QUESTIONS: u32 = 2;
/// Percentage of positions that a quote expresses, and of those that replace an earlier one if there is one.
const QUOTED: u32 = 5;
const REPLACING: u32 = 20;

const CAMPS: [(Camp, u32); 6] = [
    (Camp::Russia, 16),
    (Camp::Ukraine, 16),
    (Camp::UnitedStates, 16),
    (Camp::Europe, 22),
    (Camp::OutsideExpert, 12),
    (Camp::Other, 18),
];
const STANCES: [(Stance, u32); 5] =
    [(Stance::Supports, 42), (Stance::Opposes, 30), (Stance::Uncommitted, 12), (Stance::Asks, 8), (Stance::Unclear, 8)];
const BASES: [(Basis, u32); 5] = [
    (Basis::Direct, 30),
    (Basis::Indirect, 30),
    (Basis::Conduct, 12),
    (Basis::ThirdParty, 18),
    (Basis::Allegation, 10),
];
const EVENT_KINDS: [EventKind; 4] =
    [EventKind::Meeting, EventKind::Statement, EventKind::Military, EventKind::Milestone];

/// Generates a dossier with this number of positions. 100,000 positions come with 2,000 stakeholders, 300 issues and
/// 200 documents.
#[must_use]
pub fn dossier(positions: u32) -> Dossier {
    let random = &mut Random::new(u64::from(positions));
    let stakeholders = stakeholders(random, (positions / 50).max(12));
    let issues = issues((positions / 333).max(6) as usize);
    let count = positions.div_ceil(PER_DOCUMENT).max(1);
    let mut maker = Maker { random, stakeholders: &stakeholders, issues: &issues, latest: Vec::new() };
    maker.latest.resize(stakeholders.len() * issues.len(), None);
    let mut documents = Vec::new();
    for number in 0..count {
        let left = positions - number * PER_DOCUMENT;
        documents.push(maker.document(number, count, left.min(PER_DOCUMENT)));
    }
    Dossier {
        cover: Cover {
            schema: SCHEMA.to_owned(),
            id: "island".to_owned(),
            title: format!("An invented island: {positions} positions"),
            description: "Nobody lives there and nobody said any of this. It is made to measure with.".to_owned(),
            language: "en".to_owned(),
            license: "CC0-1.0".to_owned(),
            documents: documents.iter().map(|coded| coded.document.id.clone()).collect(),
        },
        version: "000000000000".to_owned(),
        stakeholders,
        issues,
        documents,
        former: Vec::new(),
    }
}

fn stakeholders(random: &mut Random, count: u32) -> Vec<Stakeholder> {
    let one = |number: u32| {
        let (kind, name, camp) = match number {
            0 => (StakeholderKind::Narrator, "The chronicle".to_owned(), Camp::Press),
            _ if random.in_a_hundred(65) => (StakeholderKind::Person, words::person(random), random.weighted(&CAMPS)),
            _ => (StakeholderKind::Organization, words::body(random), random.weighted(&CAMPS)),
        };
        Stakeholder {
            id: StakeholderId::from(format!("s-{number}").as_str()),
            name,
            kind,
            role: (kind == StakeholderKind::Person).then(|| "islander".to_owned()),
            affiliation: None,
            camp,
            anonymous: false,
            aliases: Vec::new(),
            mentions: Vec::new(),
        }
    };
    (0..count).map(one).collect()
}

fn issues(count: usize) -> Vec<Issue> {
    let one = |place: usize| {
        let (topic, name, proposition) = words::issue(place);
        let definition = format!("Whatever is said on this: {proposition}");
        Issue {
            id: format!("i-{place}").as_str().into(),
            name,
            kind: IssueKind::Proposal,
            proposition,
            definition,
            topic,
        }
    };
    (0..count).map(one).collect()
}

/// Generates documents one after another.
struct Maker<'r> {
    random: &'r mut Random,
    stakeholders: &'r [Stakeholder],
    issues: &'r [Issue],
    /// Date and id of the latest position of each stakeholder on each issue.
    latest: Vec<Option<(Date, PositionId)>>,
}

impl Maker<'_> {
    fn document(&mut self, number: u32, of: u32, positions: u32) -> CodedDocument {
        let appeared = number * DAYS / of;
        let paragraphs = positions.div_ceil(PER_PARAGRAPH).max(1);
        let id = format!("d-{number}");
        let mut coded = CodedDocument {
            document: Document {
                id: id.as_str().into(),
                published: day(appeared + BEFORE),
                dateline: "the island".to_owned(),
                title: Some(format!("Chronicle of the island, part {}", number + 1)),
                publisher: None,
                url: None,
                language: "en".to_owned(),
                paragraphs,
                text_sha256: digest(&id),
                normalization: text::NORMALIZATION.to_owned(),
                offset_unit: text::OFFSET_UNIT.to_owned(),
            },
            positions: Vec::new(),
            quotes: Vec::new(),
            events: Vec::new(),
            questions: Vec::new(),
            uncoded: Vec::new(),
        };
        for nth in 0..positions {
            let when = day(appeared + BEFORE - self.random.skewed(BEFORE));
            self.position(&mut coded, number * PER_DOCUMENT + nth, nth / PER_PARAGRAPH + 1, when);
        }
        if positions == 0 {
            coded.uncoded.push(dossier::Uncoded { paragraph: 1, reason: "Nothing happened.".to_owned() });
            return coded;
        }
        for nth in 0..EVENTS {
            let event = self.event(number * EVENTS + nth, nth % paragraphs + 1, appeared);
            coded.events.push(event);
        }
        for nth in 0..QUESTIONS {
            let issue = self.random.skewed(self.issues.len() as u32) as usize;
            let question = format!("Who decides? {}", self.issues[issue].proposition);
            coded.questions.push(Question {
                id: format!("o-{}", number * QUESTIONS + nth).as_str().into(),
                issue: self.issues[issue].id.clone(),
                evidence: vec![passage(nth % paragraphs + 1, &question)],
                question,
            });
        }
        coded
    }

    fn position(&mut self, coded: &mut CodedDocument, number: u32, paragraph: u32, when: Date) {
        let random = &mut *self.random;
        let holder = random.skewed(self.stakeholders.len() as u32) as usize;
        let issue = random.skewed(self.issues.len() as u32) as usize;
        let stance = random.weighted(&STANCES);
        let verb = match stance {
            Stance::Supports => "want",
            Stance::Opposes => "reject",
            Stance::Uncommitted => "weigh",
            Stance::Asks => "ask about",
            Stance::Unclear => "leave open",
        };
        let summary = words::opinion(random, verb);
        let id = PositionId::from(format!("p-{number}").as_str());
        let kind = if holder == 0 { Basis::Narration } else { random.weighted(&BASES) };
        let by = if kind == Basis::ThirdParty {
            // Any stakeholder but the holder.
            let other =
                (holder + 1 + random.below(self.stakeholders.len() as u32 - 1) as usize) % self.stakeholders.len();
            vec![self.stakeholders[other].id.clone()]
        } else {
            Vec::new()
        };
        let latest = &mut self.latest[holder * self.issues.len() + issue];
        let replaces = random.in_a_hundred(REPLACING);
        let earlier = latest.take().filter(|(before, _)| replaces && *before <= when).map(|(_, id)| id);
        *latest = Some((when, id.clone()));
        let mut quotes = Vec::new();
        if kind == Basis::Direct && random.in_a_hundred(QUOTED * 100 / 30) {
            let words = words::saying(random);
            let quote = Quote {
                id: format!("q-{number}").as_str().into(),
                speaker: self.stakeholders[holder].id.clone(),
                segments: vec![Segment { evidence: vec![passage(paragraph, &words)], text: words }],
                form: QuoteForm::Full,
                cue: "said".to_owned(),
                addressee: None,
                occasion: None,
                date: on(when),
                issues: vec![self.issues[issue].id.clone()],
                positions: vec![id.clone()],
                context: "At the fair.".to_owned(),
            };
            quotes.push(quote.id.clone());
            coded.quotes.push(quote);
        }
        let conditions = if random.in_a_hundred(8) { vec!["the elders agree".to_owned()] } else { Vec::new() };
        coded.positions.push(Position {
            id,
            stakeholder: self.stakeholders[holder].id.clone(),
            issue: self.issues[issue].id.clone(),
            stance,
            conditions,
            evidence: vec![passage(paragraph, &summary)],
            summary,
            attribution: Attribution { kind, by, cue: Some("said".to_owned()) },
            date: if random.in_a_hundred(4) {
                When { value: None, precision: Precision::None, inferred: false }
            } else {
                on(when)
            },
            quotes,
            supersedes: earlier,
            confidence: if random.in_a_hundred(80) { Confidence::High } else { Confidence::Medium },
            note: None,
        });
    }

    fn event(&mut self, number: u32, paragraph: u32, appeared: u32) -> Event {
        let random = &mut *self.random;
        let title = words::happening(random);
        let mut participants = Vec::new();
        for _ in 0..3 {
            let who = &self.stakeholders[random.skewed(self.stakeholders.len() as u32) as usize].id;
            if !participants.contains(who) {
                participants.push(who.clone());
            }
        }
        Event {
            id: format!("e-{number}").as_str().into(),
            evidence: vec![passage(paragraph, &title)],
            title: title + ".",
            date: on(day(appeared + BEFORE - random.skewed(BEFORE))),
            place: None,
            participants,
            kind: random.pick(&EVENT_KINDS),
        }
    }
}

/// A passage with the text `words`.
fn passage(paragraph: u32, words: &str) -> Evidence {
    let length = length(words);
    Evidence { paragraph, start: 0, end: length, sha256: digest(words), sha256_plain: digest(&plain(words)), length }
}

const fn on(date: Date) -> When {
    When { value: Some(date), precision: Precision::Day, inferred: false }
}

/// A day of the island's calendar: all its months have 28 days, so every day exists in the Gregorian calendar too.
fn day(number: u32) -> Date {
    let (year, month, day) = (2101 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
    format!("{year}-{month:02}-{day:02}").parse().expect("every such text is a date")
}
