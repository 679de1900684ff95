//! Tests of selection and counts.

use index::{Choice, SearchQuery};
use proptest::prelude::*;

use crate::model::{choices, list, typed};

fn including(value: u32) -> Choice {
    Choice { include: vec![value], exclude: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn selected_rows_and_counts_equal_model(list in list(0_usize..400), choices in choices(), typed in typed(), search in any::<bool>()) {
        let index = list.index();
        let choices = &choices[..list.facets.len()];
        let found = search.then(|| index.find(&SearchQuery::parse(&typed)));
        let selection = index.select(choices, found.as_ref());
        let expected = list.select(choices, found.as_ref(), None);
        prop_assert_eq!(selection.rows().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(selection.len() as usize, expected.len());
        prop_assert_eq!(selection.is_empty(), expected.is_empty());
        for row in 0..list.rows() {
            prop_assert_eq!(selection.contains(row), expected.contains(&row));
        }
        for facet in 0..list.facets.len() {
            prop_assert_eq!(selection.counts(facet), list.counts(choices, found.as_ref(), facet));
        }
        prop_assert_eq!(selection.counts(list.facets.len()), &[] as &[u32]);
    }

    #[test]
    fn count_equals_rows_when_value_included(list in list(0_usize..200), choices in choices()) {
        let index = list.index();
        let mut choices = choices[..list.facets.len()].to_vec();
        for facet in 0..list.facets.len() {
            let before = std::mem::take(&mut choices[facet]);
            let counts = index.select(&choices, None).counts(facet).to_vec();
            for (value, count) in (0..).zip(counts).take(20) {
                choices[facet] = including(value);
                prop_assert_eq!(index.select(&choices, None).len(), count);
            }
            choices[facet] = before;
        }
    }

    #[test]
    fn first_and_ranked_rows_are_prefixes_in_order(list in list(0_usize..200), choices in choices(), typed in typed(), limit in 0_usize..300) {
        let index = list.index();
        let choices = &choices[..list.facets.len()];
        let search_query = SearchQuery::parse(&typed);
        let found = index.find(&search_query);
        let selection = index.select(choices, Some(&found));
        let rows: Vec<u32> = selection.rows().collect();
        prop_assert_eq!(selection.first(limit, None), rows.iter().copied().take(limit).collect::<Vec<_>>());
        let backwards: Vec<u32> = (0..list.rows()).rev().collect();
        prop_assert_eq!(selection.first(limit, Some(&backwards)), rows.iter().rev().copied().take(limit).collect::<Vec<_>>());
        let mut by_tier = rows;
        by_tier.sort_by_key(|&row| list.tier(row, &search_query));
        by_tier.truncate(limit);
        prop_assert_eq!(selection.ranked(&found, limit), by_tier);
    }
}

#[test]
fn empty_choice_selects_every_row() {
    let list = crate::model::List {
        facets: vec![crate::model::Facet { values: 2, many: false, rows: vec![vec![0], vec![1], vec![]] }],
        head: vec![String::new(); 3],
        body: vec![String::new(); 3],
    };
    let index = list.index();
    for choices in [vec![], vec![Choice::default()]] {
        let selection = index.select(&choices, None);
        assert_eq!(selection.rows().collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(selection.counts(0), [1, 1]);
    }
    let table: [(&[u32], &[u32], &[u32]); 6] = [
        (&[0], &[], &[0]),
        (&[0, 1], &[], &[0, 1]),
        (&[], &[0], &[1, 2]),
        (&[0], &[0], &[]),
        (&[9], &[], &[]),
        (&[], &[9, u32::MAX], &[0, 1, 2]),
    ];
    for (include, exclude, rows) in table {
        let choice = Choice { include: include.to_vec(), exclude: exclude.to_vec() };
        let selection = index.select(&[choice], None);
        assert_eq!(selection.rows().collect::<Vec<_>>(), rows, "{include:?} but {exclude:?}");
        assert_eq!(selection.counts(0), [1, 1], "its own choice does not bear on a facet's counts");
    }
}
