//! Names that tell everything of a kind apart, for places where a name stands alone: a graph's label, a table's cell.
//!
//! The rule: a name that nobody else has stays as it is. A name that several have gets the role behind it (`Ann Hale, mayor`), and
//! the id (`Ann Hale (ann-hale)`) where there is no role or where the role does not tell them apart either. The results are
//! pairwise different, also when letters' case and blanks are ignored.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::id::StakeholderId;
use crate::model::Dossier;

/// `name` as it is compared: in lower case, each run of blanks as one.
///
/// It brings Unicode's tables of letters; [`alike_in_ascii`] does without.
#[must_use]
pub fn alike(name: &str) -> String {
    alike_in_ascii(name).to_lowercase()
}

/// The same with the case of ASCII letters alone ignored, for the page, where Unicode's tables are too large.
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

/// Whether `name` begins with `start`, as [`alike_in_ascii`] compares them.
fn begins_alike(name: &str, start: &str) -> bool {
    let letters = |text| str::split_whitespace(text).flat_map(str::chars);
    let mut rest = letters(name);
    letters(start).all(|letter| rest.next().is_some_and(|other| other.eq_ignore_ascii_case(&letter)))
}

/// A way to compare names: [`alike`] or [`alike_in_ascii`].
pub type Fold = fn(&str) -> String;

impl Dossier {
    /// The stakeholder's name, with its role or else its id behind it if others have the same name; the id itself if the registry
    /// lacks it. Compares by [`alike_in_ascii`]. Linear in the number of stakeholders: for many, take [`Self::distinct_names`] once.
    #[must_use]
    pub fn distinct_name<'a>(&'a self, id: &'a StakeholderId) -> Cow<'a, str> {
        let Some(place) = self.stakeholders.iter().position(|stakeholder| stakeholder.id == *id) else {
            return Cow::Borrowed(id.as_str());
        };
        // Every form of a name begins with it: a name that begins with no other's is alone.
        let name = &self.stakeholders[place].name;
        let others = self.stakeholders.iter().enumerate().filter(|(other, _)| *other != place);
        if others.map(|(_, other)| &other.name).any(|other| begins_alike(name, other)) {
            return self.distinct_names(alike_in_ascii).swap_remove(place);
        }
        Cow::Borrowed(name)
    }

    /// A name for each stakeholder, in the order of the registry, that is unlike the name of every other.
    #[must_use]
    pub fn distinct_names(&self, fold: Fold) -> Vec<Cow<'_, str>> {
        let named = self.stakeholders.iter().map(|each| (each.name.as_str(), each.role.as_deref(), each.id.as_str()));
        distinct(&named.collect::<Vec<_>>(), fold)
    }

    /// A name for each issue, in the order of the registry, that is unlike the name of every other.
    #[must_use]
    pub fn distinct_issue_names(&self, fold: Fold) -> Vec<Cow<'_, str>> {
        let named = self.issues.iter().map(|issue| (issue.name.as_str(), None, issue.id.as_str()));
        distinct(&named.collect::<Vec<_>>(), fold)
    }
}

/// Takes the first form that nobody else has in any of their forms. The last, with the id, may be somebody's name by chance; that
/// one is then not alone, and gets a longer form itself.
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

/// The forms of a name, from the shortest to the one that is nobody else's.
fn forms<'a>((name, role, id): (&'a str, Option<&str>, &str)) -> Vec<Cow<'a, str>> {
    let role = role.filter(|role| !role.trim().is_empty()).map(|role| Cow::Owned(format!("{name}, {role}")));
    std::iter::once(Cow::Borrowed(name)).chain(role).chain([Cow::Owned(format!("{name} ({id})"))]).collect()
}
