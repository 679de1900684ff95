//! The selected items of a dossier, with lookups of the items they refer to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use dossier::distinct::alike;
use dossier::export::{Counts, FileMetadata, Format, Selection, Ties};
use dossier::{CodedDocument, Dossier, Event, Issue, Position, PositionId, Question, Quote, Stakeholder, Statement};

use crate::progress::{ProgressFn, ProgressMeter};
use crate::table::Table;
use crate::{Omission, annotations, dna, graph, json, package, table};

/// The selected items of a dossier, ready to be written.
pub struct ExportSet<'d> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) selection: &'d Selection,
    pub(crate) ties: &'d Ties,
    /// Metadata stated in each file. Its losses are filled in per file.
    pub(crate) metadata: FileMetadata,
    pub(crate) stakeholders: BTreeMap<&'d str, &'d Stakeholder>,
    pub(crate) issues: BTreeMap<&'d str, &'d Issue>,
    /// Unambiguous names of stakeholders, by id.
    distinct_names: BTreeMap<&'d str, Cow<'d, str>>,
    /// Unambiguous names of issues, by id.
    distinct_issue_names: BTreeMap<&'d str, Cow<'d, str>>,
    /// Ids of the selected positions.
    pub(crate) selected_positions: BTreeSet<&'d str>,
    /// Ids of the selected quotes.
    pub(crate) selected_quotes: BTreeSet<&'d str>,
    /// Ids of the selected events.
    pub(crate) selected_events: BTreeSet<&'d str>,
    /// Ids of the selected questions.
    pub(crate) selected_questions: BTreeSet<&'d str>,
    /// Ids of the positions that other positions supersede, selected or not.
    superseded: BTreeSet<&'d str>,
}

impl<'d> ExportSet<'d> {
    /// Creates the export of what `selection` selects in `dossier`.
    #[must_use]
    pub fn new(dossier: &'d Dossier, selection: &'d Selection, ties: &'d Ties, metadata: FileMetadata) -> Self {
        let mut export_set = Self {
            dossier,
            selection,
            ties,
            metadata,
            stakeholders: dossier
                .stakeholders
                .iter()
                .map(|stakeholder| (stakeholder.id.as_str(), stakeholder))
                .collect(),
            issues: dossier.issues.iter().map(|issue| (issue.id.as_str(), issue)).collect(),
            distinct_names: dossier
                .stakeholders
                .iter()
                .map(|stakeholder| stakeholder.id.as_str())
                .zip(dossier.distinct_names(alike))
                .collect(),
            distinct_issue_names: dossier
                .issues
                .iter()
                .map(|issue| issue.id.as_str())
                .zip(dossier.distinct_issue_names(alike))
                .collect(),
            selected_positions: BTreeSet::new(),
            selected_quotes: BTreeSet::new(),
            selected_events: BTreeSet::new(),
            selected_questions: BTreeSet::new(),
            superseded: dossier
                .positions()
                .filter_map(|(_, position)| position.supersedes.as_ref().map(PositionId::as_str))
                .collect(),
        };
        export_set.selected_positions = export_set.positions().map(|(_, position)| position.id.as_str()).collect();
        export_set.selected_quotes = export_set.quotes().map(|(_, quote)| quote.id.as_str()).collect();
        export_set.selected_events = export_set.events().map(|(_, event)| event.id.as_str()).collect();
        export_set.selected_questions = export_set.questions().map(|(_, question)| question.id.as_str()).collect();
        export_set
    }

    /// Number of selected items of each kind.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.selection.counts()
    }

    /// Streams one file to `to` and returns what is lost in it.
    ///
    /// # Errors
    /// If writing to `to` fails.
    pub fn write(&self, format: Format, to: &mut dyn Write, on_progress: ProgressFn) -> io::Result<Vec<Omission>> {
        self.write_part(format, to, &mut ProgressMeter::new(on_progress, self.size(format)))
    }

    /// Writes one file with a progress meter shared by several files.
    pub(crate) fn write_part(
        &self,
        format: Format,
        to: &mut dyn Write,
        progress: &mut ProgressMeter,
    ) -> io::Result<Vec<Omission>> {
        if let Some(table) = Table::of(format) {
            return table::write(self, table, to, progress);
        }
        match format {
            Format::Json => json::write(self, to, progress),
            Format::Annotations => annotations::write(self, to, progress),
            Format::Dna => Ok(dna::write_part(self, &[], to, progress)?.losses),
            Format::TwoMode => graph::two_mode(self, to, progress),
            Format::OneMode => graph::one_mode(self, to, progress),
            Format::Package
            | Format::Positions
            | Format::Quotes
            | Format::Stakeholders
            | Format::Issues
            | Format::Events
            | Format::Questions
            | Format::Documents => package::write(self, to, progress),
        }
    }

    /// Number of items that writing `format` reports as progress.
    fn size(&self, format: Format) -> usize {
        let Counts { stakeholders, issues, positions, quotes, events, questions } = self.counts();
        match format {
            Format::Package => {
                Format::ALL.iter().filter(|&&part| part != Format::Package).map(|&part| self.size(part)).sum()
            }
            Format::Positions | Format::Dna | Format::TwoMode => positions,
            Format::Quotes => quotes,
            Format::Stakeholders => stakeholders,
            Format::Issues => issues,
            Format::Events => events,
            Format::Questions => questions,
            Format::Documents => self.dossier.documents.len(),
            Format::Json | Format::Annotations => positions + quotes + events + questions,
            Format::OneMode => self.ties.pairs.len(),
        }
    }

    pub(crate) fn selected_stakeholders(&self) -> impl Iterator<Item = &'d Stakeholder> {
        selected(&self.selection.stakeholders, &self.dossier.stakeholders)
    }

    pub(crate) fn selected_issues(&self) -> impl Iterator<Item = &'d Issue> {
        selected(&self.selection.issues, &self.dossier.issues)
    }

    pub(crate) fn positions(&self) -> impl Iterator<Item = (&'d CodedDocument, &'d Position)> {
        items(self.dossier, &self.selection.positions, |coded| &coded.positions)
    }

    pub(crate) fn quotes(&self) -> impl Iterator<Item = (&'d CodedDocument, &'d Quote)> {
        items(self.dossier, &self.selection.quotes, |coded| &coded.quotes)
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = (&'d CodedDocument, &'d Event)> {
        items(self.dossier, &self.selection.events, |coded| &coded.events)
    }

    pub(crate) fn questions(&self) -> impl Iterator<Item = (&'d CodedDocument, &'d Question)> {
        items(self.dossier, &self.selection.questions, |coded| &coded.questions)
    }

    /// Documents with selected items; all documents if everything is selected.
    pub(crate) fn documents(&self) -> Vec<&'d CodedDocument> {
        if *self.selection == Selection::all(self.dossier) {
            return self.dossier.documents.iter().collect();
        }
        let mut found: BTreeSet<&str> = BTreeSet::new();
        found.extend(self.positions().map(|(coded, _)| coded.document.id.as_str()));
        found.extend(self.quotes().map(|(coded, _)| coded.document.id.as_str()));
        found.extend(self.events().map(|(coded, _)| coded.document.id.as_str()));
        found.extend(self.questions().map(|(coded, _)| coded.document.id.as_str()));
        self.dossier.documents.iter().filter(|coded| found.contains(coded.document.id.as_str())).collect()
    }

    /// Name of a stakeholder; its id if the registry lacks it.
    pub(crate) fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.stakeholders.get(id).map_or(id, |stakeholder| &stakeholder.name)
    }

    /// Sentence that states a position; empty if the registries lack its holder or issue.
    pub(crate) fn statement(&self, position: &Position) -> String {
        let (holder, issue) = (position.stakeholder.as_str(), position.issue.as_str());
        let (Some(&holder), Some(&issue)) = (self.stakeholders.get(holder), self.issues.get(issue)) else {
            return String::new();
        };
        let by = position.attribution.by.iter().map(dossier::StakeholderId::as_str);
        let by = by.filter_map(|id| Some(self.stakeholders.get(id)?.called(self.distinct_name(id).into()))).collect();
        let name = self.distinct_name(position.stakeholder.as_str()).into();
        let superseded = self.superseded.contains(position.id.as_str());
        Statement { position, holder, name, issue, by, superseded }.to_string()
    }

    /// Kind of an issue as a word; empty if the registry lacks it.
    pub(crate) fn issue_kind(&self, id: &str) -> &'static str {
        self.issues.get(id).map_or("", |issue| issue.kind.word())
    }

    /// Name of an issue; its id if the registry lacks it.
    pub(crate) fn issue_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.issues.get(id).map_or(id, |issue| &issue.name)
    }

    /// Unambiguous name of a stakeholder, for use without its id; the id if the registry lacks it.
    pub(crate) fn distinct_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.distinct_names.get(id).map_or(id, |name| &**name)
    }

    /// Unambiguous name of an issue, for use without its id; the id if the registry lacks it.
    pub(crate) fn distinct_issue_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.distinct_issue_names.get(id).map_or(id, |name| &**name)
    }

    /// [`Self::metadata_fields`] without empty values: the link is empty if the page's address is unknown.
    pub(crate) fn known_metadata(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.metadata_fields().into_iter().filter(|(_, value)| !value.is_empty())
    }

    /// Names and values of the file metadata except losses, in the order in which files state them.
    pub(crate) fn metadata_fields(&self) -> [(&'static str, &str); 6] {
        let FileMetadata { view, sentence, link, data_version, license, citation, losses: _ } = &self.metadata;
        [
            ("view", view),
            ("sentence", sentence),
            ("link", link),
            ("data_version", data_version),
            ("license", license),
            ("citation", citation),
        ]
    }
}

fn selected<'d, T>(flags: &'d [bool], items: &'d [T]) -> impl Iterator<Item = &'d T> {
    items.iter().zip(flags).filter(|(_, selected)| **selected).map(|(item, _)| item)
}

fn items<'d, T: 'd>(
    dossier: &'d Dossier,
    flags: &'d [bool],
    list: fn(&'d CodedDocument) -> &'d [T],
) -> impl Iterator<Item = (&'d CodedDocument, &'d T)> {
    let all = dossier.documents.iter().flat_map(move |coded| list(coded).iter().map(move |item| (coded, item)));
    all.zip(flags).filter(|(_, selected)| **selected).map(|(item, _)| item)
}
