//! Distinct names of stakeholders and issues.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use dossier::distinct::{alike, alike_in_ascii};
use dossier::{Dossier, Stakeholder};
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixture::Fixture;

static DOSSIER: LazyLock<Dossier> = LazyLock::new(|| Fixture::new().load().expect("the fixture is valid"));

/// Name and role.
type Named = (&'static str, Option<&'static str>);

/// Dossier with these stakeholders; the ids are `a`, `b` and so on.
fn dossier_with(named: &[Named]) -> Dossier {
    let mut dossier = DOSSIER.clone();
    let pattern = dossier.stakeholders.swap_remove(0);
    let stakeholder = |(id, (name, role)): (char, &(&str, Option<&str>))| Stakeholder {
        id: id.to_string().as_str().into(),
        name: (*name).to_owned(),
        role: role.map(str::to_owned),
        ..pattern.clone()
    };
    dossier.stakeholders = ('a'..='z').zip(named).map(stakeholder).collect();
    dossier
}

#[test]
fn shared_name_gets_role_or_id_appended() {
    let table: &[(&[Named], &[&str])] = &[
        (&[("Hale", Some("mayor")), ("Lund", Some("mayor"))], &["Hale", "Lund"]),
        (&[("Hale", Some("mayor")), ("Hale", Some("pilot"))], &["Hale, mayor", "Hale, pilot"]),
        (&[("Hale", Some("mayor")), ("Hale", None)], &["Hale, mayor", "Hale (b)"]),
        (
            &[("Hale", Some("mayor")), ("Hale", Some("Mayor")), ("Hale", Some(" "))],
            &["Hale (a)", "Hale (b)", "Hale (c)"],
        ),
        // Names that differ only in case and white space are not distinct.
        (&[("Ida  Hale", None), ("ida hale", None)], &["Ida  Hale (a)", "ida hale (b)"]),
        // A name that equals another's longer form gets a longer form itself.
        (&[("Hale", None), ("Hale", None), ("Hale (a)", None)], &["Hale (a)", "Hale (b)", "Hale (a) (c)"]),
    ];
    for (named, expected) in table {
        let dossier = dossier_with(named);
        assert_eq!(dossier.distinct_names(alike_in_ascii), *expected, "{named:?}");
        for (stakeholder, name) in dossier.stakeholders.iter().zip(*expected) {
            assert_eq!(dossier.distinct_name(&stakeholder.id), *name, "{named:?}");
        }
    }
}

#[test]
fn non_ascii_case_is_ignored_only_by_alike() {
    let dossier = dossier_with(&[("Öz", None), ("öz", None)]);
    assert_eq!(dossier.distinct_names(alike_in_ascii), ["Öz", "öz"]);
    assert_eq!(dossier.distinct_names(alike), ["Öz (a)", "öz (b)"]);
}

#[test]
fn unknown_id_is_its_own_name() {
    assert_eq!(dossier_with(&[]).distinct_name(&"nobody".into()), "nobody");
}

#[test]
fn shared_issue_name_gets_id_appended() {
    let mut dossier = DOSSIER.clone();
    for issue in &mut dossier.issues {
        issue.name = "Bridge".to_owned();
    }
    let expected: Vec<String> = dossier.issues.iter().map(|issue| format!("Bridge ({})", issue.id)).collect();
    assert!(expected.len() > 1);
    assert_eq!(dossier.distinct_issue_names(alike), expected);
}

/// Few names and roles, so that many coincide; some equal the longer forms of others.
fn named() -> impl Strategy<Value = Vec<Named>> {
    let name = select(vec!["Ann", "ANN", " ann", "Ann, m", "Ann (a)", "ann (B)", "Ann, m (c)", "Öz", "öz", ""]);
    let role = proptest::option::of(select(vec!["m", "M", "m (c)", ""]));
    proptest::collection::vec((name, role), 0..12)
}

proptest! {
    #[test]
    fn distinct_names_differ_pairwise_and_are_minimal(named in named()) {
        let dossier = dossier_with(&named);
        for (stakeholder, name) in dossier.stakeholders.iter().zip(dossier.distinct_names(alike_in_ascii)) {
            prop_assert_eq!(dossier.distinct_name(&stakeholder.id), name);
        }
        for fold in [alike, alike_in_ascii] {
            let names = dossier.distinct_names(fold);
            let folded: BTreeSet<String> = names.iter().map(|name| fold(name)).collect();
            prop_assert_eq!(folded.len(), named.len(), "{:?}", names);
            for (place, name) in names.iter().enumerate() {
                let (own, _) = named[place];
                prop_assert!(name.starts_with(own), "{} of {}", name, own);
                // A name stays short unless it coincides with another or is a prefix of a longer form.
                let others = || {
                    let others = named.iter().enumerate().filter(|(other, _)| *other != place);
                    others.map(|(_, (name, _))| fold(name))
                };
                if !own.is_empty() && others().all(|other| !fold(own).starts_with(&other) && other != fold(own)) {
                    prop_assert_eq!(name, own);
                }
            }
        }
    }
}
