//! Tests of the pictures: property tests on generated dossiers, and examples from real ones.

mod generated;
mod laws;
mod rules;
mod stories;
