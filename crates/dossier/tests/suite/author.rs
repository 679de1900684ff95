//! What an author gets from a text and from two codings.

mod agreement;
mod alpha;
mod coverage;
mod locate;
mod names;
mod quotations;
mod skeleton;
