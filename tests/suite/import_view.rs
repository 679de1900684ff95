//! Opening a dossier of one's own: what is said of one that was refused, and of one that is open.

use std::sync::LazyLock;

use explore::query::codec::decode;
use explore::{Content, Engine, ImportView, MOST_FAULTS, Origin, Refused, RefusedFault, explore};

use crate::copies::part;
use crate::fixture::harbour;

fn opening(engine: &Engine<'static>) -> ImportView {
    let Content::ImportView(opening) = part(engine, "view=open") else { panic!("the view is the one for opening") };
    opening
}

fn fault(file: &str, line: u32) -> RefusedFault {
    RefusedFault {
        file: file.to_owned(),
        item: "position lund-bridge-may".to_owned(),
        field: "stance".to_owned(),
        rule: "is one of five words".to_owned(),
        line,
        column: 9,
    }
}

/// The reader's own dossier, and a file that should have taken its place and was refused.
pub(crate) fn refused() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| {
        let mut engine =
            refusing(vec![fault("issues.json", 3), RefusedFault { field: String::new(), ..fault("a.json", 0) }], 2);
        engine.origin = Origin::File { name: "harbour.json".to_owned() };
        engine
    });
    &EDITION
}

fn refusing(faults: Vec<RefusedFault>, more: usize) -> Engine<'static> {
    let mut engine = Engine::new(harbour());
    engine.refused = Some(Refused { name: "bundle.json".to_owned(), faults, more });
    engine
}

#[test]
fn a_refused_dossier_shows_every_fault_under_its_file() {
    let faults = vec![fault("issues.json", 3), fault("documents/may.json", 12), fault("issues.json", 40)];
    let refusal = opening(&refusing(faults, 0)).refusal.expect("one was refused");
    let files: Vec<(&str, Vec<u32>)> = refusal
        .files
        .iter()
        .map(|file| (file.file.as_str(), file.faults.iter().map(|fault| fault.line).collect()))
        .collect();
    assert_eq!(files, [("issues.json", vec![3, 40]), ("documents/may.json", vec![12])]);
    assert_eq!((refusal.name.as_str(), refusal.count.as_str(), refusal.withheld), ("bundle.json", "3 faults", 0));
}

#[test]
fn of_very_many_faults_the_first_are_shown_and_the_others_counted() {
    let faults = (1..=MOST_FAULTS as u32 + 2).map(|line| fault("issues.json", line)).collect();
    let refusal = opening(&refusing(faults, 7)).refusal.expect("one was refused");
    assert_eq!(refusal.files.iter().map(|file| file.faults.len()).sum::<usize>(), 300);
    assert_eq!((refusal.count.as_str(), refusal.withheld), ("309 faults", 9));
}

#[test]
fn the_embedded_dossier_is_nobodys_file_and_a_readers_own_is_named_on_every_page() {
    let page = |engine: &Engine<'static>, link: &str| explore(engine, &decode(link)).outline.origin;
    let embedded = Engine::new(harbour());
    let mut own = Engine::new(harbour());
    own.origin = Origin::File { name: "harbour.json".to_owned() };
    for link in ["", "view=quotes", "view=verify", "view=open"] {
        assert_eq!(page(&embedded, link), Origin::Embedded);
        assert_eq!(page(&own, link), Origin::File { name: "harbour.json".to_owned() });
    }
    assert_eq!(opening(&own).origin, Origin::File { name: "harbour.json".to_owned() });
}
