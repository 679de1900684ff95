//! The reader of dossiers that a reader brings.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| standpoint_fuzz::import(data));
