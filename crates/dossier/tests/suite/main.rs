//! What the crate promises, by rule.

mod faults;
mod fixture;
mod laws;
mod lookup;
mod schema;
mod text;
mod verify;
