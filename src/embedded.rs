//! The dossier that the page carries: `seeds/`, checked and packed by the build. Twice: a first view does with the lean one, and
//! all of it comes with what the first view does without.

use std::sync::{Arc, OnceLock};

use dossier::Dossier;
use dossier::compact::decode;

use crate::explore::Edition;

/// Unpacks the embedded dossier.
///
/// # Panics
/// If the binary was not written by this version of the crate, which the build rules out.
#[must_use]
pub fn dossier() -> Dossier {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/dossier.bin")))
}

/// Makes the first view's edition ready: of the dossier less what no count needs. It finds no words.
///
/// # Panics
/// As [`dossier()`].
#[must_use]
pub fn lean() -> Edition<'static> {
    let dossier = decode(include_bytes!(concat!(env!("OUT_DIR"), "/lean.bin")));
    Edition::lean(Box::leak(Box::new(dossier)))
}

/// The same edition with everything, made ready by the first who asks. At the address at which the lean one is.
#[must_use]
pub fn whole(lean: &Edition<'static>) -> &'static Edition<'static> {
    static WHOLE: OnceLock<Edition<'static>> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let mut edition = Edition::new(Box::leak(Box::new(dossier())));
        edition.address.clone_from(&lean.address);
        edition.asides = Arc::clone(&lean.asides);
        edition
    })
}
