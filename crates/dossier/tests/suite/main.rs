//! What the crate promises, by rule.

mod author;
mod bundle;
mod copies;
mod damages;
mod faults;
mod fingerprint;
mod fixture;
mod flow;
mod laws;
mod lookup;
mod places;
mod schema;
mod search;
mod text;
mod verify;
