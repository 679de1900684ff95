//! Rolling fingerprints of passages, a prefilter for the search by digest.
//!
//! A passage that is not at its place could be anywhere, and only its SHA-256 is known. Digesting every substring of
//! its length takes seconds for a newspaper page with two hundred pointers. A rolling fingerprint (Karp and Rabin,
//! *Efficient randomized pattern-matching algorithms*, IBM Journal of Research and Development 31(2), 1987) advances
//! from one substring to the next in two multiplications, and SHA-256 is computed only where it matches. Fingerprints
//! make the search fast and never change its result.
//!
//! Formula: let `c[0] ... c[n-1]` be the code points of the passage with its typography [folded](crate::text::plain),
//! and let `b` be [`BASE`]. Then `h = c[0] b^(n-1) + c[1] b^(n-2) + ... + c[n-1]` modulo 2^64, and the fingerprint is
//! the upper 32 bits of `h`.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::digest::Digest;
use crate::id::DocumentId;
use crate::model::CodedDocument;
use crate::text::{self, Text};

/// Base of the polynomial: odd, so that multiplication is invertible modulo 2^64, with its bits well distributed.
pub const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Fingerprint of a passage: 8 lower-case hex digits in `seeds/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u32);

/// Fingerprint of a passage, with the digest that identifies the passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// SHA-256 of the passage after folding its typography, as in its evidence.
    pub sha256_plain: Digest,
    /// Fingerprint of the passage.
    pub fingerprint: Fingerprint,
}

/// Fingerprints of a document's passages (`seeds/fingerprints/<document>.json`). Generated and optional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "load", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fingerprints {
    /// Id of the document.
    pub document: DocumentId,
    /// Digest of the text that the fingerprints were computed from.
    pub text_sha256: Digest,
    /// Passages, each once, sorted by digest.
    pub passages: Vec<Passage>,
}

impl Fingerprint {
    /// Computes the fingerprint of a passage, folding its typography first.
    #[must_use]
    pub fn of(passage: &str) -> Self {
        let mut hash = 0_u64;
        for character in text::plain(passage).chars() {
            hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(character)));
        }
        Self::of_hash(hash)
    }

    /// Fingerprint from the polynomial's value `hash`.
    pub(crate) const fn of_hash(hash: u64) -> Self {
        Self((hash >> 32) as u32)
    }

    /// Parses 8 lower-case hex digits; `None` if `hex` is anything else.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let lower = hex.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        if hex.len() == 8 && lower { u32::from_str_radix(hex, 16).ok().map(Self) } else { None }
    }
}

impl Fingerprints {
    /// Fingerprints of the passages that are in `text` at the places that `coded` states. Other passages are left out.
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

/// Regular expression for a [`Fingerprint`], for the JSON Schema.
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
