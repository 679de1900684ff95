//! What a reader is told whose link was made from another version of the data.

use std::path::PathBuf;

use dossier::versions::Versions;
use dossier::{Dossier, ItemKind, load};
use explore::changelog::{Changelog, Changes, Removed, Since, changes};
use explore::query::codec::{decode, encode};
use explore::{Engine, explore};

const LOG: &str = "version aaaaaaaaaaaa 2031-05-01
position one 111111111111
position two 222222222222
quote said 333333333333
position gone 444444444444
version bbbbbbbbbbbb 2031-06-01
position one 111111111111
position two 999999999999
position three 555555555555
quote said 333333333333
";

fn item(kind: ItemKind, id: &str) -> (ItemKind, String) {
    (kind, id.to_owned())
}

#[test]
fn what_is_shown_was_added_or_changed_and_what_is_nowhere_was_removed() {
    let log = Changelog::parse(LOG);
    let position = |id| item(ItemKind::Position, id);
    let shown = [position("one"), position("two"), position("three"), item(ItemKind::Quote, "said")];
    let (known, at) = (
        |added, changed, removed| Changes::Known { date: "2031-05-01".to_owned(), added, changed, removed },
        "aaaaaaaaaaaa",
    );
    let all = [ItemKind::Position, ItemKind::Quote];
    for (shown, kinds, expected) in [
        (&shown[..], &all[..], known(vec![position("three")], vec![position("two")], vec![position("gone")])),
        // What the filters hide is not told of; what is gone is of no filter.
        (&shown[..1], &all, known(vec![], vec![], vec![position("gone")])),
        (&shown[3..], &[ItemKind::Quote], known(vec![], vec![], vec![])),
        (&[], &[], known(vec![], vec![], vec![])),
    ] {
        assert_eq!(changes(&log, at, "bbbbbbbbbbbb", shown, kinds), expected, "{shown:?}");
    }
    for (at, now) in [("cccccccccccc", "bbbbbbbbbbbb"), ("aaaaaaaaaaaa", "cccccccccccc")] {
        assert_eq!(changes(&log, at, now, &shown, &all), Changes::Unknown);
    }
}

#[test]
fn lines_that_are_none_of_a_log_are_passed_over() {
    let noise = format!("position early 000000000000\n\nbridge a b\n{LOG}position\nversion\n");
    assert_eq!(Changelog::parse(&noise), Changelog::parse(LOG));
}

/// The invented story: the first article alone, then both, one of its positions reworded and one gone.
fn story() -> (&'static Dossier, Changelog, String) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fiction/seeds");
    let both = load(&folder).unwrap_or_else(|faults| panic!("{faults}"));
    let mut first = Dossier { version: "0123456789ab".to_owned(), ..both.clone() };
    first.documents.truncate(1);
    let march = &mut first.documents[0];
    march.positions[0].summary.push_str(" So it was.");
    let mut gone = march.positions[1].clone();
    gone.id = "gone-since".into();
    march.positions.push(gone);
    let date = |text: &str| text.parse().expect("a date");
    let log = Versions::default().with(&first, date("2033-03-17")).with(&both, date("2033-06-23"));
    let changed = march_id(&both);
    (Box::leak(Box::new(both)), Changelog::parse(&log.lines()), changed)
}

fn march_id(dossier: &Dossier) -> String {
    dossier.documents[0].positions[0].id.to_string()
}

fn since(engine: &Engine<'static>, link: &str) -> Option<Since> {
    let page = explore(engine, &decode(link));
    page.changes
}

#[test]
fn a_reader_of_an_older_link_is_told_what_has_changed_in_this_view() {
    let (dossier, log, changed) = story();
    let engine = Engine::new(dossier);
    assert_eq!(since(&engine, "view=positions&at=0123456789ab"), None, "the log is not there yet");
    engine.deferred_data().log = Some(log);

    let told = since(&engine, "view=positions&at=0123456789ab").expect("the data is another");
    let says = "In this view since data 0123456789ab of 17 March 2033: 21 items added, 1 item changed and 1 item removed from the data.";
    assert_eq!(told.says, says);
    assert_eq!((told.added.count(), told.added.more), (21, 1));
    assert_eq!(told.removed.first, [Removed { id: "position gone-since".to_owned(), now: None }]);
    assert_eq!(encode(&told.changed[0].1), format!("view=positions&item={changed}"));

    // The second article alone: everything is new. The first alone: nothing was added.
    let june = since(&engine, "view=positions&doc=2033-06-22-varn-june&at=0123456789ab").expect("the data is another");
    assert!(june.says.contains(": 21 items added and 1 item removed"), "{}", june.says);
    let march = since(&engine, "view=quotes&doc=2033-03-16-varn-march&at=0123456789ab").expect("the data is another");
    assert!(march.says.contains(": 1 item changed and 1 item removed"), "{}", march.says);

    let unknown = since(&engine, "at=ffffffffffff").expect("the data is another");
    assert!(unknown.says.starts_with("This page does not know data ffffffffffff"), "{}", unknown.says);
    assert_eq!(since(&engine, &format!("view=quotes&at={}", dossier.version)), None);
}
