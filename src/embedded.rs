//! The dossier that the page carries: `seeds/`, checked and packed by the build. Twice: a first view does with the lean one, and
//! all of it comes with what the first view does without.

use std::sync::{Arc, OnceLock};

use dossier::Dossier;
use dossier::compact::decode;

use crate::explore::Engine;

/// Unpacks the embedded dossier.
///
/// # Panics
/// If the binary was not written by this version of the crate, which the build rules out.
#[must_use]
pub fn dossier() -> Dossier {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/dossier.bin")))
}

/// Makes the first view's engine ready: of the dossier less what no count needs. It finds no words.
///
/// # Panics
/// As [`dossier()`].
#[must_use]
pub fn lean() -> Engine<'static> {
    let dossier = decode(include_bytes!(concat!(env!("OUT_DIR"), "/lean.bin")));
    Engine::lean(Box::leak(Box::new(dossier)))
}

/// The same engine with everything, made ready by the first who asks. At the address at which the lean one is.
#[must_use]
pub fn whole(lean: &Engine<'static>) -> &'static Engine<'static> {
    static WHOLE: OnceLock<Engine<'static>> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let mut engine = Engine::new(Box::leak(Box::new(dossier())));
        engine.address.clone_from(&lean.address);
        engine.deferred_data = Arc::clone(&lean.deferred_data);
        engine
    })
}
