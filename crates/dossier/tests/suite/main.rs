//! Integration tests of the crate.

mod author;
mod bundle;
mod copies;
mod damages;
mod distinct;
mod faults;
mod fingerprint;
mod fixture;
mod flow;
mod former;
mod lookup;
mod places;
mod properties;
mod schema;
mod search;
mod statement;
mod text;
mod verify;
