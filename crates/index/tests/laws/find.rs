//! Tests that the index finds the same rows as matching row by row.

use index::SearchQuery;
use index::fold::{fold, words};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::model::{List, list, text, typed, world};

fn same_tiers(list: &List, typed: &str) -> Result<(), TestCaseError> {
    let search_query = SearchQuery::parse(typed);
    let found = list.index().find(&search_query);
    let expected: Vec<Option<u8>> = (0..list.rows()).map(|row| list.tier(row, &search_query)).collect();
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
    fn found_rows_have_tiers_of_row_by_row_matching(list in list(0_usize..60), typed in typed()) {
        same_tiers(&list, &typed)?;
    }

    #[test]
    fn arbitrary_query_matches_same_rows(list in list(0_usize..10), typed in any::<String>(), plain in "[ -~éи’“]{0,30}") {
        same_tiers(&list, &typed)?;
        same_tiers(&list, &plain)?;
    }

    #[test]
    fn all_scripts_match_same_rows(heads in proptest::collection::vec(world(), 1..8), at in any::<proptest::sample::Index>(), typed in world()) {
        let body = heads.iter().rev().cloned().collect();
        let list = List { facets: Vec::new(), body, head: heads };
        same_tiers(&list, &typed)?;
        let head = at.get(&list.head);
        for word in words(head) {
            same_tiers(&list, &head[word.range.clone()])?;
            same_tiers(&list, &format!("\"{}\"", &head[word.range.start..]))?;
        }
    }

    #[test]
    fn marks_ascend_without_overlap_on_char_boundaries(text in text(8), typed in typed(), other in any::<String>()) {
        let search_query = SearchQuery::parse(&typed);
        for text in [text.as_str(), other.as_str()] {
            let marks = search_query.marks(text);
            for mark in &marks {
                prop_assert!(text.get(mark.clone()).is_some_and(|marked| !marked.is_empty()));
            }
            prop_assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        let positive = !typed.contains('-');
        if positive && !search_query.is_empty() && search_query.matches(&text, "").is_some() {
            prop_assert!(!search_query.marks(&text).is_empty());
        }
    }
}

/// A text without quotes, which would end a phrase of it.
fn unquoted() -> impl Strategy<Value = String> {
    world().prop_map(|text| text.replace(['"', '“', '”', '„', '«', '»', '「', '」', '＂'], " "))
}

/// The ways in which somebody whose keyboard or habit is another types a text: composed, decomposed, in one case,
/// without marks.
fn ways(text: &str) -> [String; 6] {
    let (composed, decomposed) = (text.nfc().collect(), text.nfd().collect());
    [text.to_owned(), composed, decomposed, text.to_uppercase(), text.to_lowercase(), fold(text)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_word_in_any_form_matches_and_is_marked(text in unquoted()) {
        for word in words(&text).into_iter().filter(|word| word.folded != " ") {
            let spelled = &text[word.range.clone()];
            // A ligature of several words (ﷺ) is more than one of them.
            let is_one = word.compound || words(spelled).len() == 1;
            let ways = is_one.then(|| ways(spelled)).into_iter().flatten();
            for typed in ways.chain([word.folded.clone()]).chain(word.other.clone()) {
                let search_query = SearchQuery::parse(&(typed.clone() + " "));
                prop_assert_eq!(search_query.matches(&text, ""), Some(0), "{}", typed);
                let marks = search_query.marks(&text);
                let covered = |at: usize| marks.iter().any(|mark| mark.contains(&at));
                prop_assert!(covered(word.range.start) || word.compound, "{} in {:?}", typed, marks);
            }
        }
    }

    #[test]
    fn whole_text_as_phrase_in_any_form_matches_and_is_marked(text in unquoted()) {
        let words = words(&text);
        let steps: Vec<_> = words.iter().filter(|word| !word.compound).collect();
        prop_assume!(!steps.is_empty() && steps.len() < 16);
        let german: Vec<&str> = steps.iter().map(|word| word.other.as_deref().unwrap_or(&word.folded)).collect();
        let spaced_out = steps.iter().all(|word| word.folded.chars().all(|c| c < '\u{590}'));
        let german = spaced_out.then(|| german.join(" "));
        for typed in ways(&text).into_iter().chain(german) {
            let search_query = SearchQuery::parse(&format!("\"{typed}\""));
            prop_assert_eq!(search_query.matches("", &text), Some(1), "{}", typed);
            let marks = search_query.marks(&text);
            let (first, last) = (steps[0].range.start, steps[steps.len() - 1].range.end - 1);
            for at in [first, last] {
                prop_assert!(marks.iter().any(|mark| mark.contains(&at)), "{} in {:?}", typed, marks);
            }
        }
    }

    #[test]
    fn unspaced_characters_inside_text_match_with_exact_marks(before in "[一-十ぁ-お]{0,4}", typed in "[亜-院ア-オ]{1,4}", after in "[一-十ぁ-お。 ]{0,4}") {
        // Two places that overlap are one mark.
        prop_assume!(typed.char_indices().all(|(at, c)| !typed[..at].contains(c)));
        let text = format!("{before}{typed}{after}{typed}");
        for search_query in [typed.clone(), typed.clone() + " ", format!("\"{typed}\"")] {
            let marks = SearchQuery::parse(&search_query).marks(&text);
            prop_assert!(marks.len() >= 2);
            prop_assert!(marks.iter().all(|mark| text[mark.clone()] == typed), "{} in {}: {:?}", typed, text, marks);
            prop_assert!(SearchQuery::parse(&search_query).matches(&text, "").is_some());
        }
        let parted: String = typed.chars().flat_map(|c| [c, '。']).collect();
        if typed.chars().count() > 1 {
            prop_assert_eq!(SearchQuery::parse(&typed).matches(&parted, ""), None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn long_lists_match_same_rows(list in list(5_000_usize..6_000), typed in proptest::collection::vec(typed(), 12)) {
        let index = list.index();
        for typed in typed.iter().map(String::as_str).chain(["p", "pe", "a", "the", "gu g", "\"the peace\"", "-a", "cease-fire", "ceasefrie"]) {
            let search_query = SearchQuery::parse(typed);
            let found = index.find(&search_query);
            for row in 0..list.rows() {
                prop_assert_eq!(found.tier(row), list.tier(row, &search_query), "{} in row {}", typed, row);
            }
        }
    }
}
