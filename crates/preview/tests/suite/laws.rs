//! Property tests: layout rules and size limit hold for any dossier.

use explore::Engine;
use preview::{LIMIT, Picture, Previews, Subject};
use proptest::prelude::*;

use crate::generated::{Story, story};
use crate::rules::violations;

/// The picture of the first item of each kind.
fn pictures(story: &Story) -> Vec<(String, Picture)> {
    let dossier = story.dossier();
    let engine = Engine::new(&dossier);
    let previews = Previews::new(&engine);
    let mut kinds = Vec::new();
    let mut found = Vec::new();
    for subject in previews.subjects() {
        let kind = std::mem::discriminant(&subject);
        if !kinds.contains(&kind) {
            kinds.push(kind);
            found.push((subject.name(), previews.picture(subject).expect("the dossier has it")));
        }
    }
    assert_eq!(found.len(), 5 + usize::from(!story.positions.is_empty()), "one of each kind");
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_story_keeps_layout_rules(story in story()) {
        for (name, picture) in pictures(&story) {
            prop_assert_eq!(violations(&picture), Vec::<String>::new(), "{}: {}", name, picture.svg);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn any_story_keeps_png_size_limit(story in story()) {
        for (name, picture) in pictures(&story) {
            let png = picture.png().expect("it can be drawn");
            prop_assert!(png.len() < LIMIT, "{}: {} bytes", name, png.len());
        }
    }
}

/// A story whose texts repeat `word`.
fn long(word: &str, words: usize) -> Story {
    let text = |words| vec![word; words].join(" ");
    let name = |place: usize| format!("{} {place}", text(3));
    Story {
        title: text(words),
        names: (0..60).map(name).collect(),
        role: Some(text(words)),
        issues: (0..60).map(|place| (name(place), text(words))).collect(),
        positions: (0..120).map(|place| (place % 90, (place * 7) % 90, place % 5, place % 6)).collect(),
        words: vec![text(words); 2],
        participants: 60,
    }
}

#[test]
fn long_texts_keep_layout_rules_and_png_size_limit() {
    for story in [long("Bürgerschaftsäußerungen", 300), long("aegis", 400), long(&"W".repeat(500), 3)] {
        for (name, picture) in pictures(&story) {
            assert_eq!(violations(&picture), Vec::<String>::new(), "{name}");
            let png = picture.png().expect("it can be drawn");
            assert!(png.len() < LIMIT, "{name}: {} bytes", png.len());
        }
    }
}

#[test]
fn long_texts_end_in_ellipsis_and_alt_text_is_complete() {
    let story = long("aegis", 400);
    let dossier = story.dossier();
    let engine = Engine::new(&dossier);
    let previews = Previews::new(&engine);
    let quote = previews.quote(&"solen-decade".into());
    assert_eq!(quote, None, "the story has one quote");
    let (_, quote) = dossier.quotes().next().expect("the story has a quote");
    let picture = previews.quote(&quote.id).expect("the dossier has it");
    assert!(picture.svg.contains("aegis…”</text>"), "{}", picture.svg);
    assert_eq!(picture.alt.matches("aegis").count(), 2 * 400 + 3 + 400 + 3 + 400 + 400, "{}", picture.alt);
    let event = previews.picture(Subject::Event(&dossier.documents[0].events[0].id)).expect("the dossier has it");
    assert!(event.svg.contains("others</text>"), "{}", event.svg);
    let whole = story.names.iter().filter(|name| event.alt.contains(name.as_str())).count();
    assert_eq!(whole, 60, "{}", event.alt);
}
