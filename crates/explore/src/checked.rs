//! Verification results by item: joins the checks of a report with the items they belong to.

use dossier::item::{Item, RecordKind};
use dossier::verify::{Check, Difference, Finding};

use super::articles::Article;
use super::engine::Engine;
use super::words;
use crate::query::{Hide, View};

/// Kind of item with evidence passages, in the order of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coded {
    /// A position.
    Position,
    /// A quote.
    Quote,
    /// An event.
    Event,
    /// An open question.
    Question,
}

impl Coded {
    const fn of(kind: RecordKind) -> Option<Self> {
        match kind {
            RecordKind::Position => Some(Self::Position),
            RecordKind::Quote => Some(Self::Quote),
            RecordKind::Event => Some(Self::Event),
            RecordKind::Question => Some(Self::Question),
            RecordKind::Document
            | RecordKind::Stakeholder
            | RecordKind::Issue
            | RecordKind::Uncoded
            | RecordKind::Former => None,
        }
    }

    /// Noun in the singular.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Quote => "quote",
            Self::Event => "event",
            Self::Question => "open question",
        }
    }

    /// View that lists them.
    #[must_use]
    pub const fn view(self) -> View {
        match self {
            Self::Position => View::Positions,
            Self::Quote => View::Quotes,
            Self::Event => View::Timeline,
            Self::Question => View::Questions,
        }
    }

    /// Number of items of the kind in an engine.
    fn count(self, engine: &Engine) -> usize {
        match self {
            Self::Position => engine.positions.len(),
            Self::Quote => engine.quotes.len(),
            Self::Event => engine.events.len(),
            Self::Question => engine.questions.len(),
        }
    }

    /// Id of the item at an index.
    pub(super) fn id<'d>(self, engine: &Engine<'d>, place: usize) -> &'d str {
        match self {
            Self::Position => engine.positions[place].position.id.as_str(),
            Self::Quote => engine.quotes[place].quote.id.as_str(),
            Self::Event => engine.events[place].event.id.as_str(),
            Self::Question => engine.questions[place].question.id.as_str(),
        }
    }
}

/// Outcome of a pointer's check, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The copy lacks the passage.
    Missing,
    /// The passage is at another place than the data say.
    Elsewhere,
    /// The passage is at its place with other typography.
    Typography,
    /// The passage is at its place, letter for letter.
    Matches,
}

impl Outcome {
    /// All outcomes, worst first.
    pub const ALL: [Self; 4] = [Self::Missing, Self::Elsewhere, Self::Typography, Self::Matches];

    pub(super) const fn of(check: &Check) -> Self {
        match check.finding {
            Finding::Matched => Self::Matches,
            Finding::MatchedPlain => Self::Typography,
            Finding::Moved { .. } | Finding::Parted { lines: true, .. } => Self::Elsewhere,
            Finding::Failed | Finding::Parted { lines: false, .. } => Self::Missing,
        }
    }

    /// Option that hides it in the report.
    #[must_use]
    pub const fn hide(self) -> Hide {
        match self {
            Self::Missing => Hide::Missing,
            Self::Elsewhere => Hide::Elsewhere,
            Self::Typography => Hide::Typography,
            Self::Matches => Hide::Matches,
        }
    }
}

/// Place of a pointer's passage in a copy: paragraph, first code point, one past the last.
pub(super) const fn found_at(check: &Check) -> Option<(u32, u32, u32)> {
    match check.finding {
        Finding::Matched | Finding::MatchedPlain => Some((check.paragraph, check.start, check.end)),
        Finding::Moved { paragraph, start, end, .. } | Finding::Parted { paragraph, start, end, .. } => {
            Some((paragraph, start, end))
        }
        Finding::Failed => None,
    }
}

/// Place in words: `paragraph 5, characters 12 to 96`.
pub(super) fn place((paragraph, start, end): (u32, u32, u32)) -> String {
    format!("paragraph {paragraph}, characters {} to {end}", start + 1)
}

/// Place of a pointer's passage according to the data.
pub(super) const fn stated_at(check: &Check) -> (u32, u32, u32) {
    (check.paragraph, check.start, check.end)
}

/// Remark on a pointer that does not simply match, for display at the place that the data name; empty if it matches.
pub(super) fn remark(check: &Check) -> String {
    match check.finding {
        Finding::Matched => String::new(),
        Finding::MatchedPlain => differs(&check.differences),
        Finding::Moved { paragraph, start, end, plain } => {
            moved("Stands in", (paragraph, start, end), plain.then_some(check))
        }
        Finding::Parted { paragraph, start, end, lines } => {
            let at = place((paragraph, start, end));
            format!(
                "{} {at}, {}.",
                if lines { "Stands in" } else { "Not found as it was coded: its words stand in" },
                between(check)
            )
        }
        Finding::Failed => "Not found in this copy.".to_owned(),
    }
}

/// Remark on a passage that the data place elsewhere, for display at its actual place; empty if it matches.
pub(super) fn remark_there(check: &Check) -> String {
    match check.finding {
        Finding::Matched | Finding::Failed => String::new(),
        Finding::MatchedPlain => differs(&check.differences),
        Finding::Moved { plain, .. } => moved("The data say", stated_at(check), plain.then_some(check)),
        Finding::Parted { lines, .. } => {
            let says = if lines { "Stands here" } else { "Not as it was coded: its words stand here" };
            format!("{says}, {}.", between(check))
        }
    }
}

/// Phrase for the text between the parts of a split passage.
fn between(check: &Check) -> String {
    match check.between.as_deref() {
        None | Some("") => "a paragraph ending between".to_owned(),
        Some(words) => format!("“{words}” between them"),
    }
}

fn moved(says: &str, at: (u32, u32, u32), typography: Option<&Check>) -> String {
    let place = place(at);
    match typography {
        Some(check) => format!("{says} {place}. {}", differs(&check.differences)),
        None => format!("{says} {place}."),
    }
}

/// Differences in typography.
fn differs(differences: &[Difference]) -> String {
    let mut sorts = Vec::new();
    for difference in differences {
        sorts.push(difference.word());
    }
    if sorts.is_empty() {
        "Differs in typography alone.".to_owned()
    } else {
        format!("Differs in {} alone.", words::and(&sorts))
    }
}

/// An item with the checks of its passages.
pub(super) struct Checked<'a> {
    pub(super) kind: Coded,
    /// Index among the items of its kind in the engine.
    pub(super) place: usize,
    pub(super) checks: &'a [Check],
}

/// Items of the article's document, in the order of the report.
pub(super) fn checked<'a>(engine: &Engine, article: &'a Article) -> Vec<Checked<'a>> {
    let checks = &article.report.checks;
    let (mut items, mut from) = (Vec::new(), 0);
    // Report and engine have the items of a kind in the same order, so each search starts behind the previous item.
    let mut behind = [0; 4];
    while let Some(first) = checks.get(from) {
        let mut end = from + 1;
        while checks.get(end).is_some_and(|check| check.item == first.item) {
            end += 1;
        }
        if let Some((kind, id)) = named(&first.item) {
            let mut places = behind[kind as usize]..kind.count(engine);
            if let Some(place) = places.find(|&place| kind.id(engine, place) == id) {
                items.push(Checked { kind, place, checks: &checks[from..end] });
                behind[kind as usize] = place + 1;
            }
        }
        from = end;
    }
    items
}

/// Checks of one item's passages in an article.
pub(super) fn checks_of<'a>(article: &'a Article, kind: Coded, id: &str) -> Vec<&'a Check> {
    let mut checks = Vec::new();
    for check in &article.report.checks {
        if named(&check.item) == Some((kind, id)) {
            checks.push(check);
        }
    }
    checks
}

fn named(item: &Item) -> Option<(Coded, &str)> {
    match item {
        Item::Named { kind, id } => Coded::of(*kind).map(|kind| (kind, id.as_str())),
        Item::File | Item::Unnamed { .. } => None,
    }
}
