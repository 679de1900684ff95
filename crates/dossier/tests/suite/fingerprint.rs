//! Fingerprints of passages.

use dossier::Fingerprints;
use dossier::fingerprint::{BASE, Fingerprint};
use dossier::text::{digest, plain};

use crate::fixture::{Fixture, article};

/// The formula from the module documentation, spelled out.
#[test]
fn fingerprint_is_upper_half_of_polynomial() {
    let hash = (u64::from(b'a').wrapping_mul(BASE).wrapping_add(u64::from(b'-'))).wrapping_mul(BASE).wrapping_add(0xe9);
    assert_eq!(Fingerprint::of("a—é"), Fingerprint((hash >> 32) as u32));
    assert_eq!(Fingerprint::of(""), Fingerprint(0));
}

/// Computed once by another program: stored fingerprints must remain valid in every version.
#[test]
fn fingerprint_of_known_passage_never_changes() {
    assert_eq!(Fingerprint::of("reckless haste").to_string(), "0922fc8b");
}

#[test]
fn fingerprint_hex_round_trips() {
    for (hex, value) in [("00000000", 0), ("00ab10ff", 0x00ab_10ff), ("ffffffff", u32::MAX)] {
        assert_eq!(Fingerprint(value).to_string(), hex);
        assert_eq!(Fingerprint::from_hex(hex), Some(Fingerprint(value)));
    }
    for hex in ["", "0", "0000000", "000000000", "0000000A", "+0000000", "0000000é"] {
        assert_eq!(Fingerprint::from_hex(hex), None, "{hex:?}");
    }
}

#[test]
fn fingerprints_cover_each_passage_in_the_text_once() {
    let coded = Fixture::new().load().expect("the fixture is valid").documents.swap_remove(0);
    let fingerprints = Fingerprints::of(&coded, &article());
    // Two items share the same words here and count once.
    assert_eq!(fingerprints.passages.len(), 11);
    assert!(fingerprints.passages.is_sorted());
    let haste = fingerprints.passages.iter().find(|passage| passage.sha256_plain == digest(&plain("reckless haste")));
    assert_eq!(haste.expect("it is there").fingerprint, Fingerprint::of("reckless haste"));
    let shorter = dossier::text::normalize("Another text.");
    assert!(Fingerprints::of(&coded, &shorter).passages.is_empty());
}
