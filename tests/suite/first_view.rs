//! The first view: what the page answers without lazily loaded code is what the whole program answers.

use explore::query::codec::{decode, encode};
use explore::query::{Query, View};
use explore::{Engine, LAZY_KEYS, is_outline};
use proptest::prelude::*;
use views::{Answer, PageRequest, answer, first_view};

use crate::ask::a_known_query;
use crate::fixture::{engine, real};

fn request(query: Query) -> PageRequest {
    PageRequest {
        asked: query.into(),
        address: "https://example.org/".to_owned(),
        dark: true,
        has_texts: true,
        entry: None,
    }
}

fn first(engine: &Engine<'static>, link: &str) -> Option<Answer> {
    first_view(engine, &request(decode(link).query))
}

#[test]
fn first_view_answers_filters_and_order_of_the_matrix() {
    for link in ["", "issue=toll", "stance=opposes&who=-lund", "by=toll", "hide=rows", "from=2031-05&to=2031-06"] {
        let whole = answer(engine(), &request(decode(link).query));
        assert!(first(engine(), link) == Some(whole), "{link}");
    }
    assert!(first(real(), "camp=russia") == Some(answer(real(), &request(decode("camp=russia").query))));
}

#[test]
fn first_view_is_none_for_all_that_is_loaded_lazily() {
    for link in ["q=toll", "item=lund-bridge-may", "panel=share", "embed=1", "at=ffffffffffff", "view=quotes"] {
        assert!(first(engine(), link).is_none(), "{link}");
    }
    assert!(first(engine(), "stance=asks&form=full&who=keel").is_none(), "nothing matches: suggestions are needed");
}

proptest! {
    #[test]
    fn first_view_is_the_answer_or_none(query in a_known_query(&["", "toll"])) {
        let request = request(query);
        if let Some(first) = first_view(engine(), &request) {
            prop_assert!(first == answer(engine(), &request), "{:?}", request.asked);
        }
    }

    #[test]
    fn a_link_without_lazy_keys_is_an_outline(query in a_known_query(&["", "toll"])) {
        let link = encode(&query);
        let has_key = link.split('&').filter_map(|pair| pair.split_once('=')).any(|(key, _)| LAZY_KEYS.contains(&key));
        let decoded = decode(&link);
        prop_assert!(has_key || is_outline(engine(), &decoded), "{link}");
        prop_assert!(decoded.query.view == View::Matrix || has_key, "{link}");
    }
}
