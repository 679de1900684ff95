//! The laws of folding, searching and selecting.

mod search;
mod words;
