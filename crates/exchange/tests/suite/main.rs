//! The exchange with other programs, on an invented story: what is written, what is read, and the laws of going out and
//! coming back.

mod cells;
mod export;
mod fiction;
mod fixture;
mod import;
mod json;
mod laws;
mod package;
mod tables;
