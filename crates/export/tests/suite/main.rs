//! The exchange with other programs, on an invented story: what is written, what is read, and the laws of going out and
//! coming back.

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
