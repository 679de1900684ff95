//! An invented dossier, small enough to know by heart and rich enough for every rule: the quarrel over a harbour bridge.
//! Five camps, every basis and stance, a chain of three positions, quotes whole, broken and in pieces, dates to the day,
//! the month, the year and not at all, events of every such date, two documents, two who say nothing, an issue on which nobody speaks.

use std::sync::LazyLock;

use dossier::{
    Basis, Camp, CodedDocument, Confidence, Cover, Dossier, Event, EventKind, Position, Quote, QuoteForm, SCHEMA,
    Stakeholder, StakeholderKind, Stance,
};
use explore::Engine;
use explore::query::codec::decode;
use views::{Markup, PageRequest, PageState, answer, frame};

use crate::making::{document, event, issue, mention, passage, position, question, quote, stakeholder};

/// The data version of the invented dossier.
pub(crate) const VERSION: &str = "0123456789ab";

/// The invented dossier.
pub(crate) fn harbour() -> &'static Dossier {
    static HARBOUR: LazyLock<Dossier> = LazyLock::new(build);
    &HARBOUR
}

/// The invented dossier, ready to be asked.
pub(crate) fn engine() -> &'static Engine<'static> {
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(harbour()));
    &EDITION
}

/// The embedded dossier, ready to be asked.
pub(crate) fn real() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<Dossier> = LazyLock::new(standpoint::embedded::dossier);
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

fn build() -> Dossier {
    Dossier {
        cover: Cover {
            schema: SCHEMA.to_owned(),
            id: "harbour".to_owned(),
            title: "The harbour bridge".to_owned(),
            description: "Who wants a bridge across an invented harbour.".to_owned(),
            language: "en".to_owned(),
            license: "CC0-1.0".to_owned(),
            documents: vec!["may".into(), "june".into()],
        },
        version: VERSION.to_owned(),
        stakeholders: stakeholders(),
        issues: vec![
            issue("bridge", "Bridge", "Crossing", "A bridge should cross the harbour."),
            issue("toll", "Toll", "Money", "Drivers should pay for crossing."),
            issue("ferry", "Ferry", "Crossing", "The ferry should keep sailing."),
            issue("guarantees", "Guarantees", "Money", "The crews should keep their work."),
            issue("motive", "Pike’s motive", "Trust", "Pike builds for his own land."),
            issue("lighthouse", "Lighthouse", "Crossing", "The lamp should stay lit."),
        ],
        documents: vec![may(), june()],
        former: Vec::new(),
    }
}

fn stakeholders() -> Vec<Stakeholder> {
    let person = |id, name, camp| stakeholder(id, name, StakeholderKind::Person, camp);
    vec![
        stakeholder("gazette", "The article", StakeholderKind::Narrator, Camp::Press),
        Stakeholder {
            role: Some("harbour mayor".to_owned()),
            affiliation: Some("harbour-town".into()),
            mentions: vec![mention("may", 1), mention("may", 2), mention("june", 2)],
            ..person("lund", "Zoë Lund", Camp::Europe)
        },
        Stakeholder {
            aliases: vec!["Town Hall".to_owned()],
            ..stakeholder("harbour-town", "Harbour Town", StakeholderKind::State, Camp::Europe)
        },
        Stakeholder {
            aliases: vec!["the crews".to_owned()],
            ..stakeholder("ferry-union", "Ferry Union", StakeholderKind::Organization, Camp::Other)
        },
        Stakeholder { role: Some("investor".to_owned()), ..person("pike", "Tomas Pike", Camp::UnitedStates) },
        stakeholder("lodz-bank", "Łódź Bank", StakeholderKind::Organization, Camp::Europe),
        Stakeholder { role: Some("retired engineer".to_owned()), ..person("marsh", "Ada Marsh", Camp::OutsideExpert) },
        Stakeholder {
            anonymous: true,
            mentions: vec![mention("may", 3)],
            ..stakeholder("some-fishers", "some fishers", StakeholderKind::Group, Camp::Other)
        },
        Stakeholder { mentions: vec![mention("june", 1)], ..person("keel", "Ib Keel", Camp::OutsideExpert) },
    ]
}

/// `position`, expressed by `quotes`.
fn quoted(quotes: &[&str], position: Position) -> Position {
    Position { quotes: quotes.iter().map(|&id| id.into()).collect(), ..position }
}

/// `position`, if `condition` holds.
fn provided(condition: &str, position: Position) -> Position {
    Position { conditions: vec![condition.to_owned()], ..position }
}

/// `position`, in place of an `earlier` one.
fn instead_of(earlier: &str, position: Position) -> Position {
    Position { supersedes: Some(earlier.into()), ..position }
}

/// One who was against it, then silent, then for it.
fn lund() -> Vec<Position> {
    use Basis::{Conduct, Direct, Indirect};
    use Stance::{Opposes, Supports, Uncommitted};
    vec![
        position(
            "lund-bridge-2029",
            ("lund", "bridge", Opposes),
            Indirect,
            "2029",
            "Lund wanted no span while the ferry ran.",
        ),
        instead_of(
            "lund-bridge-2029",
            position(
                "lund-bridge-march",
                ("lund", "bridge", Uncommitted),
                Conduct,
                "2031-03",
                "Lund left the papers in the hall before the vote.",
            ),
        ),
        instead_of(
            "lund-bridge-march",
            provided(
                "the ferry sails until the opening",
                quoted(
                    &["lund-open"],
                    position(
                        "lund-bridge-may",
                        ("lund", "bridge", Supports),
                        Direct,
                        "2031-05-10",
                        "Lund will open it.",
                    ),
                ),
            ),
        ),
    ]
}

fn may() -> CodedDocument {
    use Basis::{Allegation, Direct, Indirect, Narration, ThirdParty};
    use Stance::{Supports, Unclear};
    let mut bank = position(
        "bank-bridge",
        ("lodz-bank", "bridge", Supports),
        ThirdParty,
        "2031-05",
        "The bank is said to lend for the span.",
    );
    bank.attribution.by = vec!["pike".into()];
    bank.confidence = Confidence::Medium;
    let mut motive = quoted(
        &["marsh-land"],
        position(
            "marsh-motive",
            ("marsh", "motive", Supports),
            Allegation,
            "2031-05-11",
            "Marsh says that Pike builds for his own land.",
        ),
    );
    motive.date.inferred = true;
    let mut narrated = position(
        "gazette-toll",
        ("gazette", "toll", Unclear),
        Narration,
        "",
        "The article finds that nobody knows the price.",
    );
    narrated.confidence = Confidence::Low;
    narrated.note = Some("Read from a caption.".to_owned());

    let mut positions = lund();
    positions.extend([
        quoted(
            &["union-jobs"],
            position(
                "union-guarantees",
                ("ferry-union", "guarantees", Supports),
                Direct,
                "2031-05-10",
                "The crews want written promises for all jobs.",
            ),
        ),
        position(
            "union-ferry",
            ("ferry-union", "ferry", Supports),
            Indirect,
            "",
            "The crews want to sail on beside the span.",
        ),
        provided(
            "it ends after ten years",
            quoted(
                &["pike-fair"],
                position("pike-toll", ("pike", "toll", Supports), Direct, "2031-05-11", "Pike wants drivers to pay."),
            ),
        ),
        bank,
        motive,
        narrated,
    ]);
    CodedDocument {
        document: document("may", "2031-05-12", None, 5),
        positions,
        quotes: may_quotes(),
        events: vec![
            Event {
                place: Some("the old quay".to_owned()),
                participants: vec!["lund".into(), "ferry-union".into()],
                ..event("quay-meeting", "Meeting on the quay.", EventKind::Meeting, "2031-05-10")
            },
            event("keel-laid", "The last ferry is built.", EventKind::Milestone, "2029"),
            Event {
                participants: vec!["pike".into()],
                ..event("pike-visits", "Pike looks at the far bank.", EventKind::Statement, "")
            },
        ],
        questions: vec![question("when-open", "bridge", "When does the bridge open?")],
        uncoded: vec![dossier::Uncoded { paragraph: 5, reason: "A caption.".to_owned() }],
    }
}

fn may_quotes() -> Vec<Quote> {
    use QuoteForm::{Fragment, Full};
    vec![
        Quote {
            addressee: Some("ferry-union".into()),
            occasion: Some("quay-meeting".into()),
            ..quote(
                "lund-open",
                "lund",
                Full,
                "2031-05-10",
                &["We will open the bridge,", "and the ferry will sail until that day."],
                (&["bridge", "ferry"], &["lund-bridge-may"]),
            )
        },
        quote(
            "union-jobs",
            "ferry-union",
            Full,
            "2031-05-10",
            &["Every job needs a guarantee on paper."],
            (&["guarantees"], &["union-guarantees"]),
        ),
        quote("pike-fair", "pike", Fragment, "2031-05-11", &["fair and short"], (&["toll"], &["pike-toll"])),
        quote(
            "marsh-land",
            "marsh",
            Full,
            "2031-05-11",
            &["He owns the far bank, so he wants the bridge."],
            (&["motive", "bridge"], &["marsh-motive"]),
        ),
    ]
}

fn june() -> CodedDocument {
    use Basis::{Direct, Indirect, Narration};
    use Stance::{Asks, Opposes, Supports, Unclear};
    CodedDocument {
        document: document("june", "2031-06-20", Some("Bridge vote"), 4),
        positions: vec![
            position(
                "town-guarantees",
                ("harbour-town", "guarantees", Opposes),
                Indirect,
                "2031-06-18",
                "The town will not bind later councils.",
            ),
            quoted(
                &["union-who-pays"],
                position(
                    "union-toll",
                    ("ferry-union", "toll", Asks),
                    Direct,
                    "2031-06-18",
                    "The crews ask who pays in the end.",
                ),
            ),
            provided(
                "the piers taper towards the top",
                position(
                    "marsh-bridge",
                    ("marsh", "bridge", Supports),
                    Indirect,
                    "2031-06",
                    "Marsh trusts the drawings.",
                ),
            ),
            position(
                "gazette-ferry",
                ("gazette", "ferry", Unclear),
                Narration,
                "2031-06-20",
                "The article leaves it open.",
            ),
        ],
        quotes: vec![
            quote(
                "union-who-pays",
                "ferry-union",
                QuoteForm::Full,
                "2031-06-18",
                &["Who pays when the bank walks away?"],
                (&["toll", "guarantees"], &["union-toll"]),
            ),
            quote("lund-fog", "lund", QuoteForm::Full, "", &["The fog was thick."], (&[], &[])),
        ],
        events: vec![
            Event {
                participants: vec!["harbour-town".into()],
                ..event("vote", "The council votes.", EventKind::Planned, "2031-07")
            },
            Event {
                participants: vec!["pike".into(), "lund".into()],
                ..event("opening", "The span opens.", EventKind::Planned, "")
            },
        ],
        questions: vec![
            question("who-repairs", "toll", "Who repairs the bridge once the toll ends?"),
            question("keeper", "lighthouse", "Who keeps the lamp?"),
        ],
        uncoded: Vec::new(),
    }
}

/// The fixture must be a dossier that could be published, or the tests would prove something about nothing.
#[test]
fn the_invented_dossier_keeps_every_rule_of_the_data_model() {
    use dossier::schema::{Issues, SeedFile, Stakeholders};
    let dir = std::env::temp_dir().join(format!("standpoint-suite-{}", std::process::id()));
    let write = |name: &str, value: serde_json::Result<String>| {
        let file = dir.join(name);
        std::fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be made");
        std::fs::write(file, value.expect("the fixture is plain data")).expect("the file can be written");
    };
    let harbour = harbour();
    write("dossier.json", serde_json::to_string(&SeedFile::from(harbour.cover.clone())));
    write(
        "stakeholders.json",
        serde_json::to_string(&SeedFile::from(Stakeholders { stakeholders: harbour.stakeholders.clone() })),
    );
    write("issues.json", serde_json::to_string(&SeedFile::from(Issues { issues: harbour.issues.clone() })));
    for coded in &harbour.documents {
        let name = format!("documents/{}.json", coded.document.id);
        write(&name, serde_json::to_string(&SeedFile::from(coded.clone())));
    }
    let loaded = dossier::load(&dir);
    std::fs::remove_dir_all(&dir).expect("the folder can be removed");
    match loaded {
        Ok(loaded) => assert_eq!(Dossier { version: VERSION.to_owned(), ..loaded }, *harbour),
        Err(faults) => panic!("{faults}"),
    }
    assert_eq!(passage(1, "Łódź").length, 4, "lengths count code points");
}

/// The markup of the page that `link` leads to.
pub(crate) fn rendered(engine: &Engine<'static>, link: &str) -> Vec<Markup> {
    let request = PageRequest {
        asked: decode(link),
        address: "https://example.org/harbour/".to_owned(),
        ..PageRequest::default()
    };
    frame(answer(engine, &request), &PageState { shortcuts: true, ..PageState::default() })
}
