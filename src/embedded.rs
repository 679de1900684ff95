//! The dossier that the page carries: `seeds/`, checked and packed by the build.

use dossier::Dossier;

/// Unpacks the embedded dossier.
///
/// # Errors
/// If the binary was not written by this version of the crate, which the build rules out.
pub fn dossier() -> Result<Dossier, String> {
    dossier::compact::decode(include_bytes!(concat!(env!("OUT_DIR"), "/dossier.bin")))
        .map_err(|error| error.to_string())
}
