//! The link decoder, and what its links lead to.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| standpoint_fuzz::link(data));
