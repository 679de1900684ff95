//! Lookup and iteration.

use dossier::compact;

use crate::fixture::Fixture;

#[test]
fn lookup_by_id_returns_item_and_document() {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    let place = dossier
        .position(&"guild-cost".into())
        .map(|(document, position)| (document.id.as_str(), position.issue.as_str()));
    assert_eq!(place, Some(("sequel", "cost")));
    assert_eq!(dossier.quote(&"lund-haste".into()).map(|(document, _)| document.id.as_str()), Some("harbour"));
    assert_eq!(dossier.event(&"tuesday-meeting".into()).map(|(_, event)| event.participants.len()), Some(1));
    assert_eq!(dossier.question(&"ferries".into()).map(|(_, question)| question.question.as_str()), Some("Who pays?"));
    assert_eq!(dossier.stakeholder(&"lund".into()).map(|stakeholder| stakeholder.name.as_str()), Some("LUND"));
    assert_eq!(dossier.issue(&"bridge".into()).map(|issue| issue.topic.as_str()), Some("Harbour"));
    assert_eq!(dossier.document(&"sequel".into()).map(|coded| coded.positions.len()), Some(1));
}

#[test]
fn lookup_of_unknown_id_returns_none() {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    assert!(dossier.position(&"bridge".into()).is_none());
    assert!(dossier.issue(&"guild-bridge".into()).is_none());
}

#[test]
fn items_are_iterated_in_file_order() {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    let quotes: Vec<&str> = dossier.quotes().map(|(_, quote)| quote.id.as_str()).collect();
    assert_eq!(quotes, ["berg-this-year", "lund-haste"]);
    assert_eq!(dossier.positions().last().map(|(_, position)| position.id.as_str()), Some("guild-cost"));
}

/// The compact form loses only the digests, and encoding it again is lossless.
#[test]
fn compact_form_loses_only_digests() {
    let dossier = Fixture::new().load().expect("the fixture is valid");
    let recoded = |dossier| compact::decode(&compact::encode(dossier).expect("it fits")).expect("it decodes");
    let small = recoded(&dossier);
    assert_eq!(recoded(&small), small);
    let mut without = serde_json::to_string(&dossier).expect("a dossier is JSON");
    for (_, digest) in digests(&dossier) {
        without = without.replace(&digest, &dossier::Digest::LEFT_OUT.to_string());
    }
    assert_eq!(serde_json::to_string(&small).expect("a dossier is JSON"), without);
}

fn digests(dossier: &dossier::Dossier) -> Vec<(&'static str, String)> {
    let evidence = |evidence: &dossier::Evidence| {
        [("sha256", evidence.sha256.to_string()), ("sha256_plain", evidence.sha256_plain.to_string())]
    };
    let mut digests = Vec::new();
    for coded in &dossier.documents {
        digests.push(("text_sha256", coded.document.text_sha256.to_string()));
        let positions = coded.positions.iter().flat_map(|position| &position.evidence);
        let segments = coded.quotes.iter().flat_map(|quote| &quote.segments).flat_map(|segment| &segment.evidence);
        let events = coded.events.iter().flat_map(|event| &event.evidence);
        let questions = coded.questions.iter().flat_map(|question| &question.evidence);
        digests.extend(positions.chain(segments).chain(events).chain(questions).flat_map(evidence));
    }
    digests
}
