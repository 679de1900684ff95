//! Pictures of the real dossier and of invented ones.

use dossier::Dossier;
use dossier::distinct::alike;
use dossier::load::{Files, load_files};
use explore::{Engine, words};
use preview::{HEIGHT, LIMIT, Picture, Previews, Subject, WIDTH, draw_all};
use resvg::tiny_skia::Pixmap;

use crate::generated::dossier;
use crate::rules::violations;

/// Every picture of a dossier, with its subject.
fn pictures<'d>(engine: &Engine<'d>) -> Vec<(Subject<'d>, Picture)> {
    let previews = Previews::new(engine);
    let subjects = previews.subjects().into_iter();
    subjects.map(|subject| (subject, previews.picture(subject).expect("the dossier has it"))).collect()
}

fn both() -> [Dossier; 2] {
    ["seeds", "tests/fiction/seeds"].map(dossier)
}

#[test]
fn every_item_has_picture_that_keeps_layout_rules() {
    for dossier in both() {
        let engine = Engine::new(&dossier);
        let pictures = pictures(&engine);
        let items = dossier.positions().count() + dossier.quotes().count() + dossier.events().count();
        assert_eq!(pictures.len(), 1 + dossier.stakeholders.len() + dossier.issues.len() + items);
        for (subject, picture) in pictures {
            assert_eq!(violations(&picture), Vec::<String>::new(), "{}", subject.name());
        }
    }
}

#[test]
fn fonts_have_every_letter_of_dossiers() {
    for dossier in both() {
        for (subject, picture) in pictures(&Engine::new(&dossier)) {
            assert!(
                !picture.svg.contains('\u{FFFD}'),
                "{} has a letter that no font has: {}",
                subject.name(),
                picture.svg
            );
        }
    }
}

#[test]
fn pngs_have_size_and_content_and_are_deterministic() {
    for dossier in both() {
        let engine = Engine::new(&dossier);
        let (subjects, pictures): (Vec<Subject>, Vec<Picture>) = pictures(&engine).into_iter().unzip();
        let drawn = draw_all(&pictures).expect("they can be drawn");
        assert_eq!(drawn.len(), pictures.len());
        for (subject, png) in subjects.iter().zip(&drawn) {
            let name = subject.name();
            assert!(png.len() < LIMIT, "{name}: {} bytes", png.len());
            let pixels = Pixmap::decode_png(png).expect("it is PNG");
            assert_eq!((pixels.width(), pixels.height()), (WIDTH, HEIGHT), "{name}");
            let paper = pixels.pixels()[0];
            let ink = pixels.pixels().iter().filter(|&&pixel| pixel != paper).count();
            assert!(ink > 8_000, "{name}: {ink} pixels are not paper");
        }
        for place in [0, 1, drawn.len() / 2, drawn.len() - 1] {
            let again = Previews::new(&engine).picture(subjects[place]).and_then(|picture| picture.png().ok());
            assert_eq!(again.as_deref(), Some(&drawn[place][..]), "{}", subjects[place].name());
        }
    }
}

#[test]
fn alt_text_names_holder_content_and_source() {
    for dossier in both() {
        for (subject, Picture { alt, .. }) in pictures(&Engine::new(&dossier)) {
            let names = |name: &str| assert!(alt.contains(name), "{}: {name} is not in “{alt}”", subject.name());
            names(
                &dossier
                    .documents
                    .iter()
                    .map(|coded| coded.document.source_line())
                    .find(|line| alt.contains(line))
                    .expect("a source"),
            );
            match subject {
                Subject::Dossier => names(&dossier.cover.title),
                Subject::Stakeholder(id) => {
                    names(&dossier.stakeholder(id).expect("it is there").name);
                    dossier.positions().filter(|(_, position)| position.stakeholder == *id).for_each(
                        |(_, position)| {
                            let issue = dossier.issue(&position.issue).expect("it is there");
                            names(issue.proposition.trim_end_matches('.'));
                        },
                    );
                }
                Subject::Issue(id) => {
                    names(&dossier.issue(id).expect("it is there").name);
                    dossier.positions().filter(|(_, position)| position.issue == *id).for_each(|(_, position)| {
                        names(&dossier.stakeholder(&position.stakeholder).expect("it is there").name);
                    });
                }
                Subject::Position(id) => {
                    let (document, position) = dossier.position(id).expect("it is there");
                    names(dossier.statement(position).expect("it is there").to_string().trim_end_matches('.'));
                    names(position.summary.trim_end_matches('.'));
                    names(&dossier.stakeholder(&position.stakeholder).expect("it is there").name);
                    names(&document.source_line());
                }
                Subject::Quote(id) => {
                    let (document, quote) = dossier.quote(id).expect("it is there");
                    quote.segments.iter().for_each(|segment| names(&segment.text));
                    names(&dossier.stakeholder(&quote.speaker).expect("it is there").name);
                    names(&document.source_line());
                }
                Subject::Event(id) => {
                    let (document, event) = dossier.event(id).expect("it is there");
                    names(event.title.trim_end_matches('.'));
                    names(&words::when(&event.date));
                    names(&document.source_line());
                }
            }
        }
    }
}

#[test]
fn alt_text_examples() {
    let dossier = dossier("tests/fiction/seeds");
    let engine = Engine::new(&dossier);
    let previews = Previews::new(&engine);
    let alt = |picture: Option<Picture>| picture.expect("the dossier has it").alt;
    assert_eq!(
        alt(previews.quote(&"aske-piers".into())),
        "“If the piers stand outside the deep channel, […] then our boats can pass, and the guild says yes.” Tove Aske, \
         chair of the Fishers’ Guild, to Town council of Varn · Aske speaks before the town council · 20 June 2033 \
         (inferred). News article, Varn, 22 June 2033, paragraph 2."
    );
    assert_eq!(
        alt(previews.position(&"guild-bridge-june".into())),
        "Fishers’ Guild of Varn supports, if the piers stand outside the deep channel: A bridge should be built across the \
         Narrows. Will back a bridge. Reported speech · 20 June 2033 (inferred) · conditional · changed position. News article, Varn, 22 June 2033, paragraphs 1 and 2."
    );
    assert_eq!(
        alt(previews.stakeholder(&"fishers-guild".into())),
        "Fishers’ Guild of Varn. Organization · Others. Supports, if the piers stand outside the deep channel: A bridge \
         should be built across the Narrows. Formerly opposed, according to the article: A bridge should be built across \
         the Narrows. News article, Varn, 16 March 2033; News article, Varn, 22 June 2033."
    );
}

/// Loads a one-file dossier of `tests/fiction`.
fn bundle(name: &str) -> Dossier {
    let path = [env!("CARGO_MANIFEST_DIR"), "/../../tests/fiction/", name].concat();
    let bytes = std::fs::read(path).expect("the invented dossier is there");
    load_files(&Files::from_bundle(name, bytes), &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn alt_text_distinguishes_stakeholders_with_same_name() {
    let dossier = bundle("twins.json");
    let mut found = 0;
    for (subject, picture) in pictures(&Engine::new(&dossier)) {
        let mut alt = picture.alt.clone();
        for called in dossier.distinct_names(alike) {
            found += alt.matches(&*called).count();
            alt = alt.replace(&*called, "");
        }
        for shared in ["John Hale", "Ellmoor Society"] {
            assert!(!alt.contains(shared), "{} names {shared} alone: {}", subject.name(), picture.alt);
        }
    }
    assert!(found > 10, "{found} names");
}

#[test]
fn right_to_left_dossier_keeps_layout_rules() {
    let dossier = bundle("mezach-he.json");
    for (subject, picture) in pictures(&Engine::new(&dossier)) {
        assert_eq!(violations(&picture), Vec::<String>::new(), "{}", subject.name());
    }
}
