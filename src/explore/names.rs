//! The names of stakeholders and issues wherever a reader sees them: two of one name are told apart, by the rule of
//! [`dossier::distinct`]; a name that is alone stays as it is.

use std::borrow::Cow;

use dossier::distinct::alike_in_ascii;
use dossier::{Dossier, Stakeholder, StakeholderKind};

use super::engine::Engine;
use crate::query::Facet;

/// The names of stakeholders and issues where they stand alone, each by its place in the dossier: no two alike.
pub(super) struct Names<'d> {
    pub(super) stakeholders: Vec<&'d str>,
    pub(super) issues: Vec<&'d str>,
}

impl<'d> Names<'d> {
    /// The names as they are, in a dossier whose names are distinct.
    pub(super) fn plain(dossier: &'d Dossier) -> Self {
        Self {
            stakeholders: dossier.stakeholders.iter().map(|stakeholder| stakeholder.name.as_str()).collect(),
            issues: dossier.issues.iter().map(|issue| issue.name.as_str()).collect(),
        }
    }

    /// The names with what tells those apart that are alike ([`dossier::distinct`]). These few live as long as the program, as the
    /// dossier of a page does.
    pub(super) fn distinct(dossier: &'d Dossier) -> Self {
        let kept = |names: Vec<Cow<'d, str>>| {
            let keep = |name: Cow<'d, str>| match name {
                Cow::Borrowed(name) => name,
                Cow::Owned(name) => &*name.leak(),
            };
            names.into_iter().map(keep).collect()
        };
        Self {
            stakeholders: kept(dossier.distinct_names(alike_in_ascii)),
            issues: kept(dossier.distinct_issue_names(alike_in_ascii)),
        }
    }
}

impl<'d> Engine<'d> {
    /// The name of the stakeholder at `place`, with its role or id if others have the same. Everything that a reader
    /// sees takes the name from here.
    pub(super) fn name(&self, place: usize) -> &'d str {
        self.names.stakeholders[place]
    }

    /// The same within a sentence: `the article` for the narrator.
    pub(super) fn name_in_sentence(&self, place: usize) -> &'d str {
        // In another language the dossier alone knows how the narrator is called.
        let is_narrator = self.stakeholder(place).kind == StakeholderKind::Narrator;
        if is_narrator && self.dossier.cover.language.starts_with("en") { "the article" } else { self.name(place) }
    }

    /// The role of the stakeholder at `place`, to stand beside its name; `None` if the name has it already.
    pub(super) fn role(&self, place: usize) -> Option<&'d str> {
        let Stakeholder { name, role, .. } = self.stakeholder(place);
        let rest = self.name(place).strip_prefix(name.as_str())?;
        role.as_deref().filter(|role| rest.strip_prefix(", ") != Some(*role))
    }

    /// The name of the issue at `place`, with its id if others have the same.
    pub(super) fn issue_name(&self, place: usize) -> &'d str {
        self.names.issues[place]
    }

    /// The place of the stakeholder with this id.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id)
    }

    /// The name of the stakeholder with this id; the id itself if the dossier lacks it.
    #[must_use]
    pub fn called<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.label(Facet::Who, id).unwrap_or(id)
    }

    /// The same within a sentence: `the article` for the narrator.
    #[must_use]
    pub fn called_in_sentence<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.place_of(id).map_or(id, |place| self.name_in_sentence(place))
    }

    /// The name of the issue with this id; the id itself if the dossier lacks it.
    #[must_use]
    pub fn issue_called<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.label(Facet::Issue, id).unwrap_or(id)
    }
}
