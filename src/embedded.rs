//! The embedded dossier: `seeds/`, validated and encoded by the build script.

use dossier::Dossier;
use dossier::compact::decode;

/// Decodes the embedded dossier.
///
/// # Panics
/// If the binary was not written by this version of the crate, which the build rules out.
#[must_use]
pub fn dossier() -> Dossier {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/dossier.bin"))).expect("the build encoded the dossier")
}
