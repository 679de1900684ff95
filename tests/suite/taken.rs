//! What is taken away is what is shown.

use dossier::export::Selection;
use explore::query::codec::Decoded;
use explore::query::{Query, View};
use explore::{Content, explore, selection, ties};
use proptest::prelude::*;

use crate::ask::a_known_query;
use crate::fixture::{engine, harbour, real};

fn counted(query: &Query, view: View) -> usize {
    let query = Query { item: query.item.clone(), ..query.with_view(view) };
    explore(engine(), &Decoded { query, rejected: Vec::new() }).count
}

proptest! {
    #[test]
    fn as_many_of_each_kind_are_chosen_as_the_view_that_lists_it_counts(query in a_known_query(TEXTS)) {
        let query = query.with_view(View::Matrix);
        let counts = selection(engine(), &query).counts();
        prop_assert_eq!(counts.positions, counted(&query, View::Positions));
        prop_assert_eq!(counts.quotes, counted(&query, View::Quotes));
        prop_assert_eq!(counts.stakeholders, counted(&query, View::Stakeholders));
        prop_assert_eq!(counts.questions, counted(&query, View::Questions));
        prop_assert_eq!(counts.positions + counts.events, counted(&query, View::Timeline));
        let items = selection(engine(), &query.with_view(View::Verify)).counts();
        prop_assert_eq!(items.positions + items.quotes + items.events + items.questions, counted(&query, View::Verify));
    }
}

/// What the searches of these tests look for.
const TEXTS: &[&str] = &["", "bridge", "toll ferry", "-bridge", "nowhere"];

#[test]
fn where_nothing_is_asked_everything_is_chosen() {
    assert_eq!(selection(engine(), &Query::default()), Selection::all(harbour()));
    assert_eq!(selection(real(), &Query::default().with_view(View::Timeline)), Selection::all(real().dossier));
}

#[test]
fn ties_are_those_of_the_network() {
    let query = Query::default().with_view(View::Network);
    let page = explore(real(), &Decoded { query: query.clone(), rejected: Vec::new() });
    let Content::Network(network) = page.content.clone() else {
        panic!("the network is shown");
    };
    let mut drawn: Vec<_> = network
        .ties
        .iter()
        .map(|tie| (tie.ends.map(|end| end.id.to_string()), tie.agreed.count(), tie.disputed.count(), tie.activity))
        .collect();
    let id = |place: usize| real().dossier.stakeholders[place].id.to_string();
    let ties = ties(real(), &query);
    let mut taken: Vec<_> =
        ties.pairs.iter().map(|tie| (tie.ends.map(id), tie.agreed, tie.disputed, tie.activity)).collect();
    drawn.sort();
    taken.sort();
    assert!(!taken.is_empty());
    assert_eq!((taken, ties.left_out), (drawn, network.left_out));
}
