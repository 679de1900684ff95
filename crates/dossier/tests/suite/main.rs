//! What the crate promises, by rule.

mod author;
mod bundle;
mod faults;
mod fixture;
mod flow;
mod laws;
mod lookup;
mod places;
mod schema;
mod text;
mod verify;
