//! Round trip of the JSON export.

use std::collections::BTreeSet;

use dossier::export::{Format, Selection, Ties};
use dossier::load::{Files, bundle, load_files};
use dossier::{Dossier, Former, ItemKind, Successor};
use export::ExportSet;
use proptest::prelude::*;

use crate::fixture::{fiction, metadata};

fn round_trip(dossier: &Dossier, selection: &Selection) -> Dossier {
    let mut file = Vec::new();
    let ties = Ties::default();
    let export_set = ExportSet::new(dossier, selection, &ties, metadata());
    export_set.write(Format::Json, &mut file, &mut |_, _| {}).expect("memory takes it");
    load_files(&Files::from_bundle("dossier.json", file), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The invented story with a former id for each of its items, and one without a successor.
fn with_former_ids() -> Dossier {
    let mut dossier = fiction();
    let mut ids: Vec<(ItemKind, String)> = Vec::new();
    ids.extend(dossier.positions().map(|(_, item)| (ItemKind::Position, item.id.to_string())));
    ids.extend(dossier.quotes().map(|(_, item)| (ItemKind::Quote, item.id.to_string())));
    ids.extend(dossier.events().map(|(_, item)| (ItemKind::Event, item.id.to_string())));
    ids.extend(dossier.questions().map(|(_, item)| (ItemKind::Question, item.id.to_string())));
    ids.extend(dossier.issues.iter().map(|issue| (ItemKind::Issue, issue.id.to_string())));
    ids.extend(dossier.stakeholders.iter().map(|holder| (ItemKind::Stakeholder, holder.id.to_string())));
    let former = |id: String, now| Former { kind: ItemKind::Position, id, now, reason: "It was joined.".to_owned() };
    dossier.former = vec![former("never-said".to_owned(), None)];
    for (kind, id) in ids {
        dossier.former.push(former(format!("once-{}-{id}", kind.word()), Some(Successor { kind, id })));
    }
    load_files(&Files::from_bundle("b.json", bundle(&dossier, &[]).into_bytes()), &mut |_| {}).expect("no faults")
}

#[test]
fn whole_dossier_is_unchanged_by_round_trip() {
    let dossier = fiction();
    assert_eq!(round_trip(&dossier, &Selection::all(&dossier)), dossier);
    let dossier = with_former_ids();
    assert_eq!(round_trip(&dossier, &Selection::all(&dossier)), dossier, "former ids as well");
}

proptest! {
    // Each case checks a whole dossier.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_selection_is_valid_dossier_with_exactly_selected_items(choices in proptest::collection::vec(any::<bool>(), 200)) {
        let dossier = with_former_ids();
        let mut choices = choices.into_iter().cycle();
        let mut choose = |list: &mut Vec<bool>| list.iter_mut().for_each(|chosen| *chosen = choices.next() == Some(true));
        let mut selection = Selection::all(&dossier);
        let Selection { stakeholders, issues, positions, quotes, events, questions } = &mut selection;
        [stakeholders, issues, positions, quotes, events, questions].into_iter().for_each(&mut choose);
        let part = round_trip(&dossier, &selection);
        let ids = |dossier: &Dossier| {
            let positions = dossier.positions().map(|(_, item)| item.id.to_string());
            let quotes = dossier.quotes().map(|(_, item)| item.id.to_string());
            let events = dossier.events().map(|(_, item)| item.id.to_string());
            let questions = dossier.questions().map(|(_, item)| item.id.to_string());
            positions.chain(quotes).chain(events).chain(questions).collect::<Vec<_>>()
        };
        let flags = [&selection.positions, &selection.quotes, &selection.events, &selection.questions];
        let chosen = ids(&dossier).into_iter().zip(flags.into_iter().flatten()).filter(|(_, chosen)| **chosen);
        prop_assert_eq!(ids(&part), chosen.map(|(id, _)| id).collect::<Vec<_>>());
        // Former ids are kept if their successor is in the part, or if they have none.
        let included = ids(&part).into_iter();
        let included = included.chain(part.stakeholders.iter().map(|holder| holder.id.to_string()));
        let included: BTreeSet<String> = included.chain(part.issues.iter().map(|issue| issue.id.to_string())).collect();
        let known = |former: &Former| former.now.as_ref().is_none_or(|now| included.contains(&now.id));
        let known: Vec<Former> = dossier.former.iter().filter(|former| known(former)).cloned().collect();
        prop_assert_eq!(part.former, known);
    }
}
