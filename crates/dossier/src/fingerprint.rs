//! Fingerprints of passages: what tells at once that a passage does not stand somewhere.
//!
//! A passage that is not in its place could stand anywhere, and all that is known of it is its SHA-256. To digest every run of
//! a text that has its length takes seconds for a newspaper page and its two hundred pointers. A rolling fingerprint (Karp and
//! Rabin, *Efficient randomized pattern-matching algorithms*, IBM Journal of Research and Development 31(2), 1987) goes from
//! one run to the next in two multiplications; where it is the passage's, SHA-256 decides. So fingerprints make the search
//! fast and change no result: without them the same places are found, only later.
//!
//! The formula. Let `c[0] ... c[n-1]` be the code points of the passage, its typography [folded](crate::text::plain), and `b` be
//! [`BASE`]. Then `h = c[0] b^(n-1) + c[1] b^(n-2) + ... + c[n-1]` modulo 2^64, and the fingerprint is the upper 32 bits of `h`.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::digest::Digest;
use crate::id::DocumentId;
use crate::model::CodedDocument;
use crate::text::{self, Text};

/// The base of the polynomial: odd, so that no step loses bits, and with bits all over.
pub const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// The fingerprint of a passage: 8 lower-case hex digits in `seeds/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u32);

/// A passage, by the digest of its folded text, and its fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// SHA-256 of the passage after folding its typography, as in its evidence.
    pub sha256_plain: Digest,
    /// The fingerprint.
    pub fingerprint: Fingerprint,
}

/// `seeds/fingerprints/<document>.json`: the fingerprints of a document's passages. Generated; a dossier is whole without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fingerprints {
    /// The document.
    pub document: DocumentId,
    /// Digest of the text that they were made from.
    pub text_sha256: Digest,
    /// Each passage once, in the order of the digests.
    pub passages: Vec<Passage>,
}

impl Fingerprint {
    /// The fingerprint of a passage. Its typography is folded here.
    #[must_use]
    pub fn of(passage: &str) -> Self {
        let mut hash = 0_u64;
        for character in text::plain(passage).chars() {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(character)));
        }
        Self::of_hash(hash)
    }

    /// The fingerprint that the polynomial's value `hash` gives.
    pub(crate) const fn of_hash(hash: u64) -> Self {
        Self((hash >> 32) as u32)
    }

    /// The fingerprint that 8 lower-case hex digits stand for; `None` if `hex` is anything else.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let lower = hex.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        if hex.len() == 8 && lower { u32::from_str_radix(hex, 16).ok().map(Self) } else { None }
    }
}

impl Fingerprints {
    /// The fingerprints of the passages that stand in `text` where `coded` says. What does not stand there has none.
    #[must_use]
    pub fn of(coded: &CodedDocument, text: &Text) -> Self {
        let mut passages = BTreeSet::new();
        for evidence in coded.evidence() {
            let passage = text.passage(evidence.paragraph, evidence.start, evidence.end);
            if let Some(passage) =
                passage.filter(|passage| text::digest(&text::plain(passage)) == evidence.sha256_plain)
            {
                passages.insert(Passage { sha256_plain: evidence.sha256_plain, fingerprint: Fingerprint::of(passage) });
            }
        }
        let document = &coded.document;
        let passages = passages.into_iter().collect();
        Self { document: document.id.clone(), text_sha256: document.text_sha256, passages }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(deserializer)?;
        Self::from_hex(&hex).ok_or_else(|| serde::de::Error::custom("a fingerprint is 8 lower-case hex digits"))
    }
}

/// The spelling of a [`Fingerprint`] as a regular expression, for the JSON Schema.
#[cfg(feature = "load")]
pub(crate) const PATTERN: &str = "^[0-9a-f]{8}$";

#[cfg(feature = "load")]
impl schemars::JsonSchema for Fingerprint {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fingerprint".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": PATTERN,
            "description": "The upper 32 bits of a polynomial over a passage's code points, in lower-case hex digits."
        })
    }
}
