//! The tests of the pictures: what no picture breaks, whatever it says, and what those of real dossiers say.

mod made;
mod rules;

mod laws;
mod stories;
