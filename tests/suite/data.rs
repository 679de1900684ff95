//! The embedded dossier: that it is sound, complete and small, and that nothing is lost on its way into the page.

use std::collections::BTreeSet;
use std::path::PathBuf;

use dossier::text::{digest, length, plain};
use dossier::{Basis, Digest, Dossier, Evidence, IssueKind, Stance, compact, schema};
use explore::words;

use crate::fixture::real;

/// The most bytes that the embedded dossier may take. It is part of what every reader downloads; a tenth of it is left for
/// corrections, a further article needs a decision.
const COMPACT_BYTES: usize = 40_000;

fn seeds() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

fn loaded() -> Dossier {
    dossier::load(&seeds()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// `dossier` as it comes out of its compact form: every digest left out.
fn without_digests(mut dossier: Dossier) -> Dossier {
    let strip = |passages: &mut Vec<Evidence>| {
        for evidence in passages {
            evidence.sha256 = Digest::LEFT_OUT;
            evidence.sha256_plain = Digest::LEFT_OUT;
        }
    };
    for coded in &mut dossier.documents {
        coded.document.text_sha256 = Digest::LEFT_OUT;
        coded.positions.iter_mut().for_each(|position| strip(&mut position.evidence));
        let segments = coded.quotes.iter_mut().flat_map(|quote| &mut quote.segments);
        segments.for_each(|segment| strip(&mut segment.evidence));
        coded.events.iter_mut().for_each(|event| strip(&mut event.evidence));
        coded.questions.iter_mut().for_each(|question| strip(&mut question.evidence));
    }
    dossier
}

#[test]
fn the_seeds_load_without_faults_and_are_what_the_page_embeds() {
    let (loaded, embedded) = (without_digests(loaded()), real().dossier);
    assert_eq!(embedded.version, loaded.version, "the page embeds other data than lie in the seeds");
    assert!(*embedded == loaded, "the page embeds the data as they lie in the seeds");
}

#[test]
fn the_compact_form_keeps_everything_but_digests_and_is_small() {
    let bytes = compact::encode(&loaded()).expect("a dossier fits into memory");
    assert!(bytes.len() <= COMPACT_BYTES, "{} bytes, at most {COMPACT_BYTES}", bytes.len());
    assert!(bytes.len() * 2 > COMPACT_BYTES, "{} bytes: the bound says nothing any more, lower it", bytes.len());
    assert!(compact::decode(&bytes).expect("it decodes") == without_digests(loaded()), "nothing but digests is lost");
}

#[test]
fn every_item_rests_on_a_passage() {
    let dossier = loaded();
    assert!(dossier.positions().count() > 0 && dossier.quotes().count() > 0);
    for (_, position) in dossier.positions() {
        assert!(!position.evidence.is_empty(), "position {}", position.id);
    }
    for (_, quote) in dossier.quotes() {
        assert!(quote.segments.iter().all(|segment| segment.evidence.len() == 1), "quote {}", quote.id);
    }
    for (_, event) in dossier.events() {
        assert!(!event.evidence.is_empty(), "event {}", event.id);
    }
    for (_, question) in dossier.questions() {
        assert!(!question.evidence.is_empty(), "question {}", question.id);
    }
}

#[test]
fn every_quote_is_verbatim_to_the_letter() {
    for (_, quote) in loaded().quotes() {
        for segment in &quote.segments {
            let evidence = &segment.evidence[0];
            assert_eq!(evidence.sha256, digest(&segment.text), "quote {}", quote.id);
            assert_eq!(evidence.sha256_plain, digest(&plain(&segment.text)), "quote {}", quote.id);
            assert_eq!(evidence.length, length(&segment.text), "quote {}", quote.id);
            let bare = segment.text.trim_matches(|letter: char| "“”\"".contains(letter));
            assert_eq!(bare, segment.text, "quote {}: the marks are not part of the words", quote.id);
        }
    }
}

#[test]
fn nobody_holds_what_is_only_alleged_of_them() {
    for (_, position) in loaded().positions() {
        match position.attribution.kind {
            Basis::ThirdParty => {
                assert!(!position.attribution.by.is_empty(), "{}: who says so?", position.id);
                assert!(!position.attribution.by.contains(&position.stakeholder), "{}", position.id);
            }
            Basis::Allegation => assert_ne!(position.stakeholder.as_str(), "narrator", "{}", position.id),
            Basis::Direct => assert!(!position.quotes.is_empty(), "{} is direct and names no quote", position.id),
            Basis::Indirect | Basis::Conduct | Basis::Narration => {}
        }
    }
}

#[test]
fn every_word_of_the_model_has_a_word_of_its_own_for_readers() {
    fn distinct<'w>(labels: impl Iterator<Item = &'w str>) {
        let labels: Vec<&str> = labels.collect();
        let set: BTreeSet<&str> = labels.iter().copied().collect();
        assert_eq!(set.len(), labels.len(), "{labels:?}");
        assert!(labels.iter().all(|label| !label.trim().is_empty()), "{labels:?}");
    }
    for kind in [None, Some(IssueKind::Proposal), Some(IssueKind::Claim)] {
        distinct(Stance::ALL.iter().map(|&stance| words::stance(stance, kind)));
    }
    distinct(Stance::ALL.iter().map(|&stance| words::glyph(stance)));
    distinct(Basis::ALL.iter().map(|&basis| words::basis(basis)));
    distinct(dossier::Camp::ALL.iter().map(|&camp| words::camp(camp)));
    distinct(dossier::StakeholderKind::ALL.iter().map(|&kind| words::kind(kind)));
    distinct(dossier::QuoteForm::ALL.iter().map(|&form| words::form(form)));
    distinct(dossier::Confidence::ALL.iter().map(|&confidence| words::confidence(confidence)));
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, expected) in schema::files() {
        let file = seeds().join("schema").join(name);
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("seeds/schema/{name}: {error}"));
        let found: serde_json::Value = serde_json::from_str(&text).expect("a schema is JSON");
        assert!(found == expected, "seeds/schema/{name} is not what the types say: write it anew");
    }
}
