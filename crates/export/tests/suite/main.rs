//! Tests of export and import on invented dossiers, with property tests of the round trip.

mod cells;
mod damage;
mod export;
mod fiction;
mod fixture;
mod graphs;
mod import;
mod json;
mod laws;
mod lists;
mod package;
mod tables;
