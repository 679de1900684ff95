//! Finding with the index is matching row by row.

use index::Needle;
use proptest::prelude::*;

use crate::model::{List, list, text, typed};

fn same_tiers(list: &List, typed: &str) -> Result<(), TestCaseError> {
    let needle = Needle::parse(typed);
    let found = list.index().find(&needle);
    let expected: Vec<Option<u8>> = (0..list.rows()).map(|row| list.tier(row, &needle)).collect();
    let tiers: Vec<Option<u8>> = (0..list.rows()).map(|row| found.tier(row)).collect();
    prop_assert_eq!(tiers, expected.clone(), "{}", typed);
    prop_assert_eq!(found.len() as usize, expected.iter().flatten().count());
    let mut ranked: Vec<u32> = (0..list.rows()).filter(|&row| expected[row as usize].is_some()).collect();
    ranked.sort_by_key(|&row| expected[row as usize]);
    prop_assert_eq!(found.ranked(usize::MAX), ranked);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn found_rows_are_the_matching_rows_in_the_same_tier(list in list(0_usize..60), typed in typed()) {
        same_tiers(&list, &typed)?;
    }

    #[test]
    fn any_text_can_be_typed(list in list(0_usize..10), typed in any::<String>(), plain in "[ -~éи’“]{0,30}") {
        same_tiers(&list, &typed)?;
        same_tiers(&list, &plain)?;
    }

    #[test]
    fn marks_ascend_apart_on_character_boundaries_where_a_text_matches(text in text(8), typed in typed(), other in any::<String>()) {
        let needle = Needle::parse(&typed);
        for text in [text.as_str(), other.as_str()] {
            let marks = needle.marks(text);
            for mark in &marks {
                prop_assert!(text.get(mark.clone()).is_some_and(|marked| !marked.is_empty()));
            }
            prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        let positive = !typed.contains('-');
        if positive && !needle.is_empty() && needle.matches(&text, "").is_some() {
            prop_assert!(!needle.marks(&text).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn long_lists_are_searched_by_the_same_law(list in list(5_000_usize..6_000), typed in proptest::collection::vec(typed(), 12)) {
        let index = list.index();
        for typed in typed.iter().map(String::as_str).chain(["p", "pe", "a", "the", "gu g", "\"the peace\"", "-a", "cease-fire", "ceasefrie"]) {
            let needle = Needle::parse(typed);
            let found = index.find(&needle);
            for row in 0..list.rows() {
                prop_assert_eq!(found.tier(row), list.tier(row, &needle), "{} in row {}", typed, row);
            }
        }
    }
}
