//! Names that few keyboards have (`tests/fiction/names.json`): each is found as its bearer writes it, and as others type it.

use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::Dossier;
use dossier::load::{Files, load_files};
use explore::Engine;
use explore::query::codec::Decoded;
use explore::query::{Query, View};

use crate::ask::{follow, ids};

fn engine() -> &'static Engine<'static> {
    static DOSSIER: LazyLock<Dossier> = LazyLock::new(|| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fiction/names.json");
        let bytes = std::fs::read(path).expect("the invented dossier is there");
        load_files(&Files::from_bundle("names.json", bytes), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
    });
    static EDITION: LazyLock<Engine<'static>> = LazyLock::new(|| Engine::new(&DOSSIER));
    &EDITION
}

/// The stakeholders that `typed` finds.
fn found(typed: &str) -> String {
    let query = Query::default().with_view(View::Stakeholders).with_text(typed);
    ids(&follow(engine(), &Decoded { query, rejected: Vec::new() })).join(" ")
}

#[test]
fn every_name_is_found_as_it_is_written_alone_and_as_a_phrase() {
    for stakeholder in &engine().dossier.stakeholders {
        let (name, id) = (&stakeholder.name, stakeholder.id.as_str());
        let ways = [name.clone(), name.to_lowercase(), name.to_uppercase(), index::fold::fold(name)];
        for typed in ways {
            assert_eq!(found(&typed), id, "{typed}");
            assert_eq!(found(&format!("\"{typed}\"")), id, "\"{typed}\"");
        }
    }
}

#[test]
fn a_name_is_found_as_another_keyboard_has_it() {
    let table = [
        ("nguyen thi hanh", "nguyen"),
        ("hanh", "nguyen"),
        ("\"thi hanh\"", "nguyen"),
        ("dang vu phuong", "dang"),
        ("phuong", "dang"),
        ("\"dang vu phuong\"", "dang"),
        ("əsmər əlizadə", "aliyeva"),
        ("\"əsmər əlizadə\"", "aliyeva"),
        ("\"փառանձեմ վարդանյան\"", "sargis"),
        ("mueckler", "mueckler"),
        ("muckler", "mueckler"),
        ("\"mueckler\"", "mueckler"),
        ("\"muckler\"", "mueckler"),
        ("\"juergen mueckler\"", "mueckler"),
        ("soren", "aegir"),
        ("soeren", "aegir"),
        ("\"soeren ägirsen\"", "aegir"),
        ("\"aegirsen\"", "aegir"),
        ("كاظم قدوم", "qaddum"),
        ("\"كاظم قدوم\"", "qaddum"),
        ("\"andrei gelil\"", "ludovic"),
        // A phrase forgives nothing.
        ("\"andrei geli\"", ""),
        ("\"mucckler\"", ""),
    ];
    for (typed, id) in table {
        assert_eq!(found(typed), id, "{typed}");
    }
}
