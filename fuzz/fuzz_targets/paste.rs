//! The text of a page that somebody pastes.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| standpoint_fuzz::paste(data));
