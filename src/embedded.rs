//! The dossier that the page carries: `seeds/`, checked and packed by the build.

use dossier::Dossier;

/// Unpacks the embedded dossier.
///
/// # Panics
/// If the binary was not written by this version of the crate, which the build rules out.
#[must_use]
pub fn dossier() -> Dossier {
    dossier::compact::decode(include_bytes!(concat!(env!("OUT_DIR"), "/dossier.bin")))
}
