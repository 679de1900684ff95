//! Laws for every input that others make: an article, a page, a link, a dossier. One function a fuzz target; it panics
//! where the law does not hold.
//!
//! `cargo xtask fuzz` searches for such inputs; what it finds is kept in `fuzz/regressions/` and tried by every test run
//! (`tests/suite/fuzzed.rs` includes this file).

mod copy;
mod import;
mod link;
mod normalize;
mod paste;

pub use copy::copy;
pub use import::import;
pub use link::link;
pub use normalize::normalize;
pub use paste::paste;
