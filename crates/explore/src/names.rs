//! Display names of stakeholders and issues. Equal names are disambiguated by the rule of [`dossier::distinct`]; unique
//! names are unchanged.

use std::borrow::Cow;

use dossier::distinct::alike_in_ascii;
use dossier::{Dossier, Stakeholder, StakeholderKind};

use super::engine::Engine;
use crate::query::Facet;

/// Unique display names of stakeholders and issues, by index in the dossier.
pub(super) struct Names<'d> {
    pub(super) stakeholders: Vec<&'d str>,
    pub(super) issues: Vec<&'d str>,
}

impl<'d> Names<'d> {
    /// Names with duplicates disambiguated ([`dossier::distinct`]). The changed names, usually few, are leaked: they
    /// live as long as the program, as the page's dossier does.
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
    /// Display name of the stakeholder at index `place`, with its role or id if others share the name. Every displayed
    /// name comes from here.
    pub(super) fn name(&self, place: usize) -> &'d str {
        self.names.stakeholders[place]
    }

    /// Display name for use within a sentence: `the article` for the narrator of an English dossier.
    pub(super) fn name_in_sentence(&self, place: usize) -> &'d str {
        // In other languages only the dossier knows the narrator's name.
        let is_narrator = self.stakeholder(place).kind == StakeholderKind::Narrator;
        if is_narrator && self.dossier.cover.language.starts_with("en") { "the article" } else { self.name(place) }
    }

    /// Role of the stakeholder at `place`, for display beside its name; `None` without one or if the name already
    /// contains it.
    pub(super) fn role(&self, place: usize) -> Option<&'d str> {
        let Stakeholder { name, role, .. } = self.stakeholder(place);
        let rest = self.name(place).strip_prefix(name.as_str())?;
        role.as_deref().filter(|role| rest.strip_prefix(", ") != Some(*role))
    }

    /// Display name of the issue at index `place`, with its id if others share the name.
    pub(super) fn issue_name(&self, place: usize) -> &'d str {
        self.names.issues[place]
    }

    /// Index of the stakeholder with this id.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.dossier.stakeholders.iter().position(|stakeholder| stakeholder.id.as_str() == id)
    }

    /// Display name of the stakeholder with this id; the id itself if the dossier lacks it.
    #[must_use]
    pub fn called<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.label(Facet::Who, id).unwrap_or(id)
    }

    /// Display name of the stakeholder with this id for use within a sentence: `the article` for the narrator.
    #[must_use]
    pub fn called_in_sentence<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.place_of(id).map_or(id, |place| self.name_in_sentence(place))
    }

    /// Display name of the issue with this id; the id itself if the dossier lacks it.
    #[must_use]
    pub fn issue_called<'n>(&self, id: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.label(Facet::Issue, id).unwrap_or(id)
    }
}
