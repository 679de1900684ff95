//! The laws of folding, searching and selecting.

mod find;
mod model;
mod search;
mod select;
mod words;
