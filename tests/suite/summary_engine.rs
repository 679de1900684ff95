//! The dossier that a first view does with: it shows the same as the whole one, as long as no words are searched for.

use std::sync::LazyLock;

use dossier::compact::lean;
use proptest::prelude::*;
use standpoint::explore::{Engine, explore};
use standpoint::query::Query;
use standpoint::query::codec::Decoded;
use standpoint::views::{Node, page as draw};

use crate::ask::a_known_query;
use crate::fixture::{engine, environment};

/// The invented engine, less what a first view does without.
static LEAN: LazyLock<Engine<'static>> =
    LazyLock::new(|| Engine::lean(Box::leak(Box::new(lean(engine().dossier.clone())))));

/// The page that the engine shows for `query`, less its body.
fn shown(engine: &Engine<'static>, query: &Query, wide: bool) -> Vec<Node> {
    draw(&explore(engine, &Decoded { query: query.clone(), rejected: Vec::new() }), Vec::new(), &environment(wide))
}

fn count(engine: &Engine<'static>, query: &Query) -> usize {
    explore(engine, &Decoded { query: query.clone(), rejected: Vec::new() }).count
}

proptest! {
    #[test]
    fn what_a_first_view_does_without_changes_nothing_on_it(query in a_known_query(&[""]), wide in any::<bool>()) {
        prop_assert_eq!(shown(&LEAN, &query, wide), shown(engine(), &query, wide));
    }
}

#[test]
fn it_finds_no_words_and_answers_the_rest_of_the_query() {
    let searched = Query::default().with_text("harbour");
    let (lean, whole) = (count(&LEAN, &searched), count(engine(), &searched));
    assert_eq!(lean, count(&LEAN, &Query::default()));
    assert!(whole < lean, "{whole} of {lean}");
}

#[test]
fn it_holds_no_sentence_but_the_propositions() {
    for coded in &LEAN.dossier.documents {
        assert!(coded.positions.iter().all(|position| position.summary.is_empty() && position.note.is_none()));
        assert!(coded.positions.iter().all(|position| position.evidence.is_empty()));
        assert!(coded.quotes.iter().all(|quote| quote.segments.is_empty() && quote.context.is_empty()));
        assert!(coded.events.iter().all(|event| event.title.is_empty() && event.evidence.is_empty()));
        assert!(coded.questions.iter().all(|question| question.question.is_empty()));
    }
    assert!(LEAN.dossier.issues.iter().all(|issue| issue.definition.is_empty() && !issue.proposition.is_empty()));
}
