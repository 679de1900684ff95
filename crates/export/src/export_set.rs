//! The selected items of a dossier with lookups of the items they refer to.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use dossier::distinct::alike;
use dossier::export::{Counts, FileMetadata, Format, Selection, Ties};
use dossier::{CodedDocument, Dossier, Event, Issue, Position, PositionId, Question, Quote, Stakeholder, Statement};

use crate::meter::{Listen, Meter};
use crate::table::Table;
use crate::{Omission, annotations, dna, graph, json, package, table};

/// The chosen items of a dossier, ready to be written.
pub struct ExportSet<'d> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) selection: &'d Selection,
    pub(crate) ties: &'d Ties,
    /// What each file states; its losses are those of the file.
    pub(crate) metadata: FileMetadata,
    pub(crate) stakeholders: BTreeMap<&'d str, &'d Stakeholder>,
    pub(crate) issues: BTreeMap<&'d str, &'d Issue>,
    /// Names that tell all stakeholders apart, by id.
    distinct_names: BTreeMap<&'d str, Cow<'d, str>>,
    /// Names that tell all issues apart, by id.
    distinct_issue_names: BTreeMap<&'d str, Cow<'d, str>>,
    /// The ids of the chosen positions, quotes and events.
    pub(crate) chosen_positions: BTreeSet<&'d str>,
    pub(crate) chosen_quotes: BTreeSet<&'d str>,
    pub(crate) chosen_events: BTreeSet<&'d str>,
    /// The ids of the positions that others of the dossier replace, chosen or not.
    superseded: BTreeSet<&'d str>,
}

impl<'d> ExportSet<'d> {
    /// What `selection` chooses of `dossier`.
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
            chosen_positions: BTreeSet::new(),
            chosen_quotes: BTreeSet::new(),
            chosen_events: BTreeSet::new(),
            superseded: dossier
                .positions()
                .filter_map(|(_, position)| position.supersedes.as_ref().map(PositionId::as_str))
                .collect(),
        };
        export_set.chosen_positions = export_set.positions().map(|(_, position)| position.id.as_str()).collect();
        export_set.chosen_quotes = export_set.quotes().map(|(_, quote)| quote.id.as_str()).collect();
        export_set.chosen_events = export_set.events().map(|(_, event)| event.id.as_str()).collect();
        export_set
    }

    /// How many items are chosen.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.selection.counts()
    }

    /// Writes one file to `to`, bit by bit, and returns what is lost in it.
    ///
    /// # Errors
    /// If `to` does not take it.
    pub fn write(&self, format: Format, to: &mut dyn Write, listen: Listen) -> io::Result<Vec<Omission>> {
        self.part(format, to, &mut Meter::new(listen, self.size(format)))
    }

    /// The same as a part of something larger.
    pub(crate) fn part(&self, format: Format, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Omission>> {
        if let Some(table) = Table::of(format) {
            return table::write(self, table, to, meter);
        }
        match format {
            Format::Json => json::write(self, to, meter),
            Format::Annotations => annotations::write(self, to, meter),
            Format::Dna => Ok(dna::part(self, &[], to, meter)?.losses),
            Format::TwoMode => graph::two_mode(self, to, meter),
            Format::OneMode => graph::one_mode(self, to, meter),
            Format::Package
            | Format::Positions
            | Format::Quotes
            | Format::Stakeholders
            | Format::Issues
            | Format::Events
            | Format::Questions
            | Format::Documents => package::write(self, to, meter),
        }
    }

    /// How many items a file holds, as its meter counts.
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

    pub(crate) fn chosen_stakeholders(&self) -> impl Iterator<Item = &'d Stakeholder> {
        chosen(&self.selection.stakeholders, &self.dossier.stakeholders)
    }

    pub(crate) fn chosen_issues(&self) -> impl Iterator<Item = &'d Issue> {
        chosen(&self.selection.issues, &self.dossier.issues)
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

    /// The documents that a chosen item stands in; where everything is chosen, all of them.
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

    /// The name of a stakeholder; its id where the registry lacks it.
    pub(crate) fn name<'n>(&'n self, id: &'n str) -> &'n str {
        self.stakeholders.get(id).map_or(id, |stakeholder| &stakeholder.name)
    }

    /// The sentence that says who stands where; empty where the registries lack the holder or the issue.
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

    /// The kind of an issue, as a word; empty where the registry lacks it.
    pub(crate) fn issue_kind(&self, id: &str) -> &'static str {
        self.issues.get(id).map_or("", |issue| issue.kind.word())
    }

    /// The name of an issue; its id where the registry lacks it.
    pub(crate) fn issue_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.issues.get(id).map_or(id, |issue| &issue.name)
    }

    /// The name of a stakeholder for a place where it stands alone, unlike every other's; its id where the registry lacks it.
    pub(crate) fn distinct_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.distinct_names.get(id).map_or(id, |name| &**name)
    }

    /// The name of an issue for a place where it stands alone, unlike every other's; its id where the registry lacks it.
    pub(crate) fn distinct_issue_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.distinct_issue_names.get(id).map_or(id, |name| &**name)
    }

    /// The same as [`Self::statements`], less what is not known: the link, where nobody said where the page stands.
    pub(crate) fn stated(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.statements().into_iter().filter(|(_, statement)| !statement.is_empty())
    }

    /// What the file metadata says, in the words under which each file states it, in order; losses apart.
    pub(crate) fn statements(&self) -> [(&'static str, &str); 6] {
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

fn chosen<'d, T>(flags: &'d [bool], items: &'d [T]) -> impl Iterator<Item = &'d T> {
    items.iter().zip(flags).filter(|(_, chosen)| **chosen).map(|(item, _)| item)
}

fn items<'d, T: 'd>(
    dossier: &'d Dossier,
    flags: &'d [bool],
    list: fn(&'d CodedDocument) -> &'d [T],
) -> impl Iterator<Item = (&'d CodedDocument, &'d T)> {
    let all = dossier.documents.iter().flat_map(move |coded| list(coded).iter().map(move |item| (coded, item)));
    all.zip(flags).filter(|(_, chosen)| **chosen).map(|(item, _)| item)
}
