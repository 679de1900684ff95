//! What is written as a dossier is one.

use dossier::Dossier;
use dossier::export::{Format, Selection, Ties};
use dossier::load::{Files, load_files};
use exchange::Extract;
use proptest::prelude::*;

use crate::fixture::{colophon, fiction};

fn read_again(dossier: &Dossier, selection: &Selection) -> Dossier {
    let mut file = Vec::new();
    let ties = Ties::default();
    let extract = Extract::new(dossier, selection, &ties, colophon());
    extract.write(Format::Json, &mut file, &mut |_, _| {}).expect("memory takes it");
    load_files(&Files::from_bundle("dossier.json", file), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn everything_comes_back_with_its_version() {
    let dossier = fiction();
    assert_eq!(read_again(&dossier, &Selection::all(&dossier)), dossier);
}

proptest! {
    // Each case checks a whole dossier.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_part_is_a_dossier_without_faults_and_with_just_the_chosen_items(choices in proptest::collection::vec(any::<bool>(), 200)) {
        let dossier = fiction();
        let mut choices = choices.into_iter().cycle();
        let mut choose = |list: &mut Vec<bool>| list.iter_mut().for_each(|chosen| *chosen = choices.next() == Some(true));
        let mut selection = Selection::all(&dossier);
        let Selection { stakeholders, issues, positions, quotes, events, questions } = &mut selection;
        [stakeholders, issues, positions, quotes, events, questions].into_iter().for_each(&mut choose);
        let part = read_again(&dossier, &selection);
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
    }
}
