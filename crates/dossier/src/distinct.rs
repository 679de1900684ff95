//! Distinct display names, for places that show only a name, such as graph labels and table cells.
//!
//! A unique name stays as it is. A name shared by several items gets the role appended (`Ann Hale, mayor`), or the id
//! (`Ann Hale (ann-hale)`) if there is no role or the role does not distinguish them. The results are pairwise
//! different, even ignoring case and white space.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::id::StakeholderId;
use crate::model::Dossier;

/// Folds a name for comparison: lower case, each run of white space as one space.
///
/// Links Unicode's case tables; [`alike_in_ascii`] does not.
#[must_use]
pub fn alike(name: &str) -> String {
    alike_in_ascii(name).to_lowercase()
}

/// Folds like [`alike`], but only ASCII case. For the page, where Unicode's tables are too large.
#[must_use]
pub fn alike_in_ascii(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
    folded
}

/// Whether `name` starts with `start`, compared as by [`alike_in_ascii`].
fn begins_alike(name: &str, start: &str) -> bool {
    let letters = |text| str::split_whitespace(text).flat_map(str::chars);
    let mut rest = letters(name);
    letters(start).all(|letter| rest.next().is_some_and(|other| other.eq_ignore_ascii_case(&letter)))
}

/// Folds names for comparison: [`alike`] or [`alike_in_ascii`].
pub type Fold = fn(&str) -> String;

impl Dossier {
    /// Distinct name of a stakeholder: its name, with its role or id appended if others have the same name; the id
    /// alone if the registry lacks it. Compares by [`alike_in_ascii`]. Linear in the number of stakeholders; for many,
    /// call [`Self::distinct_names`] once.
    #[must_use]
    pub fn distinct_name<'a>(&'a self, id: &'a StakeholderId) -> Cow<'a, str> {
        let Some(place) = self.stakeholders.iter().position(|stakeholder| stakeholder.id == *id) else {
            return Cow::Borrowed(id.as_str());
        };
        // All forms of a name start with the name, so a name that starts with no other name is unique.
        let name = &self.stakeholders[place].name;
        let others = self.stakeholders.iter().enumerate().filter(|(other, _)| *other != place);
        if others.map(|(_, other)| &other.name).any(|other| begins_alike(name, other)) {
            return self.distinct_names(alike_in_ascii).swap_remove(place);
        }
        Cow::Borrowed(name)
    }

    /// Distinct names of all stakeholders, in registry order.
    #[must_use]
    pub fn distinct_names(&self, fold: Fold) -> Vec<Cow<'_, str>> {
        let named = self.stakeholders.iter().map(|each| (each.name.as_str(), each.role.as_deref(), each.id.as_str()));
        distinct(&named.collect::<Vec<_>>(), fold)
    }

    /// Distinct names of all issues, in registry order.
    #[must_use]
    pub fn distinct_issue_names(&self, fold: Fold) -> Vec<Cow<'_, str>> {
        let named = self.issues.iter().map(|issue| (issue.name.as_str(), None, issue.id.as_str()));
        distinct(&named.collect::<Vec<_>>(), fold)
    }
}

/// Chooses for each item the first form that no other item has among its forms. The last form, with the id, may by
/// chance be another's name; that other item then gets a longer form.
fn distinct<'a>(named: &[(&'a str, Option<&str>, &str)], fold: Fold) -> Vec<Cow<'a, str>> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for each in named {
        for form in forms(*each) {
            *uses.entry(fold(&form)).or_default() += 1;
        }
    }
    let choose = |each| {
        let mut forms = forms(each);
        let free = forms.iter().position(|form| uses.get(&fold(form)) == Some(&1));
        forms.swap_remove(free.unwrap_or(forms.len() - 1))
    };
    named.iter().map(|each| choose(*each)).collect()
}

/// Forms of a name, shortest first. The last one contains the id.
fn forms<'a>((name, role, id): (&'a str, Option<&str>, &str)) -> Vec<Cow<'a, str>> {
    let role = role.filter(|role| !role.trim().is_empty()).map(|role| Cow::Owned(format!("{name}, {role}")));
    std::iter::once(Cow::Borrowed(name)).chain(role).chain([Cow::Owned(format!("{name} ({id})"))]).collect()
}
