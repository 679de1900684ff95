//! A whole dossier as one file.

use serde::Serialize;

use crate::fingerprint::Fingerprints;
use crate::model::{CodedDocument, Cover, Dossier, Former, Issue, Stakeholder};
use crate::schema::{Bundle, Content};

/// `dossier` as one file, compact JSON, which [`Files::from_bundle`](super::Files::from_bundle) reads. `fingerprints` may be
/// empty: with them a text is searched faster, and no result is another.
///
/// Law: what is loaded from the bundle is the dossier, its version included.
///
/// # Panics
/// Never: the model is JSON.
#[must_use]
pub fn bundle(dossier: &Dossier, fingerprints: &[Fingerprints]) -> String {
    #[derive(Serialize)]
    struct Borrowed<'d> {
        #[serde(rename = "$schema")]
        schema: &'static str,
        dossier: &'d Cover,
        stakeholders: &'d [Stakeholder],
        issues: &'d [Issue],
        documents: &'d [CodedDocument],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        former: &'d [Former],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        fingerprints: &'d [Fingerprints],
    }
    let Dossier { cover, version: _, stakeholders, issues, documents, former } = dossier;
    let bundle =
        Borrowed { schema: Bundle::LINK, dossier: cover, stakeholders, issues, documents, former, fingerprints };
    serde_json::to_string(&bundle).expect("the model is JSON: its maps have text for keys")
}
