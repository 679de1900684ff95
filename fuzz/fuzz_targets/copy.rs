//! A reader's copy of an article, in whatever form it comes.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| standpoint_fuzz::copy(data));
