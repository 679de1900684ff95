//! What is too long to be shown whole: windows of lists, and the number of what is left out.

use explore::query::codec::decode;
use explore::{Content, Engine, Entries, Window, explore, explore_around};
use proptest::prelude::*;

use crate::ask::entry_ids;
use crate::fixture::harbour;
use crate::making::position;

/// The invented dossier with so many positions of Keel's on the lamp, `p0` and on.
fn engine(positions: usize) -> Engine<'static> {
    let mut large = harbour().clone();
    let model =
        position("p0", ("keel", "lighthouse", dossier::Stance::Asks), dossier::Basis::Indirect, "", "Keel asks.");
    large.documents[0].positions = (0..positions)
        .map(|number| dossier::Position { id: format!("p{number}").as_str().into(), ..model.clone() })
        .collect();
    large.documents[1].positions.clear();
    large.documents[0].positions.extend(harbour().documents[0].positions.iter().take(3).cloned());
    Engine::new(Box::leak(Box::new(large)))
}

/// The window of the list that `link` leads to, read at `at`: how many entries stand before it, its ids, and how many its sections
/// say they have.
fn seen(engine: &Engine<'static>, link: &str, at: Option<usize>) -> (Window, Vec<&'static str>, Vec<usize>) {
    let page = explore_around(engine, &decode(link), &|_| at);
    let Content::List(list) = page.content else { panic!("{link} is no list") };
    let ids: Vec<&'static str> = list.sections.iter().flat_map(|section| entry_ids(&section.entries)).collect();
    let counts = list.sections.iter().map(|section| section.count).collect();
    assert_eq!(ids.len(), list.window.shown);
    (list.window, ids, counts)
}

#[test]
fn a_list_of_three_hundred_is_shown_whole_and_a_longer_one_in_a_window() {
    let (window, ids, _) = seen(&engine(297), "view=positions", None);
    assert_eq!((window, ids.len()), (Window { first: 0, shown: 300, total: 300 }, 300));
    let (window, ids, counts) = seen(&engine(298), "view=positions", None);
    assert_eq!((window, ids.len()), (Window { first: 0, shown: 40, total: 301 }, 40));
    // The issues in their order: the three of Lund on the bridge come first, then Keel's.
    assert_eq!((ids[2], ids[3], ids[39]), ("lund-bridge-may", "p0", "p36"));
    assert_eq!(counts, [3, 298], "a heading counts what stands outside of the window too");
}

#[test]
fn what_a_link_opens_is_in_the_window_however_deep_it_lies() {
    let engine = engine(1_000);
    let (window, ids, _) = seen(&engine, "view=positions&item=p700", None);
    assert!(ids.contains(&"p700"), "{window:?}");
    let page = explore(&engine, &decode("view=positions&item=p700"));
    let Content::List(list) = page.content.clone() else { panic!("a list") };
    assert_eq!(list.aside.as_ref().map(Entries::len), None, "the filters do not hide it");
    // Whoever has moved on since sees that, not what is opened.
    let (_, ids, _) = seen(&engine, "view=positions&item=p700", Some(10));
    assert!(ids.contains(&"p7") && !ids.contains(&"p700"));
}

#[test]
fn the_windows_around_all_entries_put_together_are_the_list() {
    let engine = engine(1_000);
    for link in ["view=positions", "view=positions&group=none&sort=name", "view=positions&q=keel"] {
        let (window, mut list, _) = seen(&engine, link, Some(0));
        while list.len() < window.total {
            let (next, ids, _) = seen(&engine, link, Some(list.len()));
            let known = list.len() - next.first;
            assert_eq!(list[next.first..], ids[..known], "{link}: windows that overlap agree");
            list.extend(&ids[known..]);
        }
        let mut once = list.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((list.len(), once.len()), (window.total, window.total), "{link}: each entry once");
    }
}

proptest! {
    #[test]
    fn a_window_holds_what_it_is_around_and_stays_while_the_reader_does(total in 1_usize..200_000, chance in 0_usize..200_000) {
        let at = chance % total;
        let window = Window::around(total, at);
        prop_assert!(window.first <= at && at < window.first + window.shown, "{at} in {window:?}");
        prop_assert_eq!(window.first + window.shown + window.behind(), total);
        prop_assert!(window.shown <= 300);
        // It moves only when the reader has left its middle, and then not back again.
        prop_assert!(!window.is_left(at) || window == Window::around(total, at));
        let middle = window.first + window.shown / 2;
        prop_assert_eq!(Window::around(total, middle), window);
    }
}
