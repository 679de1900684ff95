//! Export of event lists.

use std::collections::BTreeMap;
use std::io;

use dossier::{Basis, CodedDocument, Evidence, Position, Precision, Quote, Stakeholder, StakeholderKind, Stance};

use super::{Column, SEPARATOR};
use crate::export_set::ExportSet;
use crate::progress::{ProgressFn, ProgressMeter};
use crate::{Omission, cell};

/// Information that no event list of a dossier holds.
pub const NEVER_WRITTEN: &[&str] = &[
    "a position's summary, confidence and note",
    "quotes, events, open questions and paragraphs without items, as items of their own",
    "a stakeholder's kind, role, camp and other names, and those who hold no position",
    "an issue's proposition, definition and topic",
    "a document's dateline, address, language and digests; its id where its source states a title",
    "who coded it: a dossier does not know, the column is empty",
];

const NO_SIDE: &str = "positions that neither support nor oppose, left out because DNA knows only 1 and 0";
const CONDITIONS: &str = "positions on a condition, written as if without it";
const SHIFTS: &str = "positions that replace an earlier one, written beside it as if both stood";
const BASIS: &str = "positions known otherwise than in the holder's own words, written without how we know";
const DAY: &str = "positions without a known day, written at their document's as DNA does";
const PASSAGES: &str = "positions that rest on several passages, written with the first";
const NO_COPY: &str = "positions without a copy of their article, written without places and with quoted words alone";
const NAMES: &str =
    "positions whose holder or issue has a name that others have, written with the role or else the id behind it";

/// A copy of a document's article.
#[derive(Clone, Copy, Debug)]
pub struct Copy<'c> {
    /// Id of the document.
    pub document: &'c str,
    /// Paragraphs of the normalized text.
    pub paragraphs: &'c [String],
}

/// Result of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Number of statements in the list.
    pub statements: usize,
    /// Losses by position, besides [`NEVER_WRITTEN`].
    pub losses: Vec<Omission>,
}

/// Writes the selected positions that take a side, in document order, below a row with the names of the
/// [columns](Column).
///
/// Words of an article are written if `copies` has its text, else only those of quotes.
///
/// # Errors
/// If writing to `to` fails.
pub fn write(
    export_set: &ExportSet,
    copies: &[Copy],
    to: &mut dyn io::Write,
    on_progress: ProgressFn,
) -> io::Result<Written> {
    let total = export_set.counts().positions;
    write_part(export_set, copies, to, &mut ProgressMeter::new(on_progress, total))
}

/// [`write()`] with a progress meter shared by several files.
pub(crate) fn write_part(
    export_set: &ExportSet,
    copies: &[Copy],
    to: &mut dyn io::Write,
    progress: &mut ProgressMeter,
) -> io::Result<Written> {
    let quotes = export_set.dossier.quotes().map(|(_, quote)| (quote.id.as_str(), quote)).collect();
    let places: BTreeMap<&str, usize> =
        (1..).zip(&export_set.dossier.documents).map(|(place, coded)| (coded.document.id.as_str(), place)).collect();
    let mut losses = Vec::new();
    let mut statements = 0;
    let mut writer = csv::WriterBuilder::new().delimiter(SEPARATOR).from_writer(to);
    writer.write_record(Column::ALL.iter().map(|column| column.word()))?;
    for (coded, position) in export_set.positions() {
        progress.add();
        let document = coded.document.id.as_str();
        let copy = copies.iter().find(|copy| copy.document == document);
        let agreement = match position.stance {
            Stance::Supports => "1",
            Stance::Opposes => "0",
            Stance::Uncommitted | Stance::Asks | Stance::Unclear => {
                Omission::note(&mut losses, NO_SIDE, position.id.as_str());
                continue;
            }
        };
        statements += 1;
        let document = places.get(document).copied().unwrap_or_default();
        let row = Row { export_set, quotes: &quotes, coded, position, copy, number: statements, document, agreement };
        writer.write_record(row.cells(&mut losses))?;
    }
    writer.flush()?;
    Ok(Written { statements, losses })
}

/// A position with the context needed to write its row.
struct Row<'e> {
    export_set: &'e ExportSet<'e>,
    quotes: &'e BTreeMap<&'e str, &'e Quote>,
    coded: &'e CodedDocument,
    position: &'e Position,
    copy: Option<&'e Copy<'e>>,
    number: usize,
    document: usize,
    agreement: &'static str,
}

impl Row<'_> {
    fn cells(&self, losses: &mut Vec<Omission>) -> Vec<String> {
        let position = self.position;
        let id = position.id.as_str();
        for (what, lost) in [
            (CONDITIONS, !position.conditions.is_empty()),
            (SHIFTS, position.supersedes.is_some()),
            (BASIS, position.attribution.kind != Basis::Direct),
            (DAY, position.date.precision != Precision::Day),
            (PASSAGES, position.evidence.len() > 1),
            (NO_COPY, self.copy.is_none()),
            (NAMES, self.has_ambiguous_name()),
        ] {
            if lost {
                Omission::note(losses, what, id);
            }
        }
        let passage = self.passage();
        let mut cells = Vec::with_capacity(Column::ALL.len());
        for &column in Column::ALL {
            let text = self.text(column, passage.as_ref());
            if cell::needs_guard(&text) {
                Omission::note(losses, cell::GUARDED, format!("{} of {id}", column.word()));
            }
            cells.push(cell::guard(&text));
        }
        cells
    }

    /// Whether the name of its holder or its issue is not unique.
    fn has_ambiguous_name(&self) -> bool {
        let (export_set, holder, issue) =
            (self.export_set, self.position.stakeholder.as_str(), self.position.issue.as_str());
        export_set.distinct_name(holder) != export_set.name(holder)
            || export_set.distinct_issue_name(issue) != export_set.issue_name(issue)
    }

    fn text(&self, column: Column, passage: Option<&Passage>) -> String {
        let Self { position, coded, .. } = self;
        let document = &coded.document;
        match column {
            Column::Statement => self.number.to_string(),
            Column::Time => self.time(),
            Column::Person => self.holder(true),
            Column::Organization => self.holder(false),
            Column::Concept => self.export_set.distinct_issue_name(position.issue.as_str()).to_owned(),
            Column::Agreement => self.agreement.to_owned(),
            Column::Position => position.id.to_string(),
            Column::View
            | Column::Sentence
            | Column::Link
            | Column::DataVersion
            | Column::License
            | Column::Citation => {
                let fields = self.export_set.metadata_fields();
                let found = fields.iter().find(|(name, _)| *name == column.word());
                found.map(|(_, value)| (*value).to_owned()).unwrap_or_default()
            }
            Column::Start => passage.map(|passage| passage.start.to_string()).unwrap_or_default(),
            Column::Stop => passage.map(|passage| passage.stop.to_string()).unwrap_or_default(),
            Column::Text => passage.map_or_else(|| self.quoted(), |passage| passage.words.clone()),
            Column::Document => self.document.to_string(),
            Column::Title => document.title.as_deref().unwrap_or(document.id.as_str()).to_owned(),
            Column::Source => document.publisher.clone().unwrap_or_default(),
            Column::Coder | Column::Author | Column::Section | Column::Type => String::new(),
        }
    }

    /// The position's day, or the document's if that is unknown.
    fn time(&self) -> String {
        let day = self.position.date.value.filter(|date| date.precision() == Precision::Day);
        format!("{} 00:00:00", day.unwrap_or(self.coded.document.published))
    }

    /// Cell of the column `person` or `organization`.
    fn holder(&self, person: bool) -> String {
        let stakeholders = &self.export_set.stakeholders;
        let id = self.position.stakeholder.as_str();
        let Some(holder) = stakeholders.get(id) else {
            return if person { String::new() } else { id.to_owned() };
        };
        let named = |stakeholder: &Stakeholder| self.export_set.distinct_name(stakeholder.id.as_str()).to_owned();
        match (holder.kind == StakeholderKind::Person, person) {
            (true, true) | (false, false) => named(holder),
            (false, true) => String::new(),
            (true, false) => {
                let group = holder.affiliation.as_ref().and_then(|id| stakeholders.get(id.as_str()));
                group.map(|group| named(group)).unwrap_or_default()
            }
        }
    }

    /// Words of the quotes that express the position.
    fn quoted(&self) -> String {
        let mut words = String::new();
        for id in &self.position.quotes {
            for segment in self.quotes.get(id.as_str()).into_iter().flat_map(|quote| &quote.segments) {
                if !words.is_empty() {
                    words.push_str(" … ");
                }
                words.push_str(&segment.text);
            }
        }
        words
    }

    /// First passage of the position in the copy.
    fn passage(&self) -> Option<Passage> {
        let paragraphs = self.copy?.paragraphs;
        let &Evidence { paragraph, start, end, .. } = self.position.evidence.first()?;
        let index = (paragraph as usize).checked_sub(1)?;
        let text = paragraphs.get(index)?;
        let words: String = text.chars().skip(start as usize).take(end.saturating_sub(start) as usize).collect();
        // A blank line between paragraphs is two line feeds.
        let before: usize = paragraphs[..index].iter().map(|paragraph| units(paragraph) + 2).sum();
        let start = before + text.chars().take(start as usize).map(char::len_utf16).sum::<usize>();
        Some(Passage { start, stop: start + units(&words), words })
    }
}

/// A passage with its place in the whole text, in UTF-16 code units.
struct Passage {
    start: usize,
    stop: usize,
    words: String,
}

/// Length of `text` in UTF-16 code units.
fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
