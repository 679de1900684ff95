//! What an author needs between an article's text and a dossier that can be published: passages in quotation marks and
//! names to go through ([`quotations`], [`names`]), files to complete ([`skeleton`]), pointers ([`locate`](mod@locate)), how much of an
//! article is covered ([`coverage`](mod@coverage)) and how far two coders agree ([`agreement`]).
//!
//! Nothing here reads a stance, or anything else that takes judgment, out of a text. What a person must decide comes out
//! empty, and [`load`](fn@crate::load) names it until it is filled in.

pub mod agreement;
pub mod coverage;
pub mod locate;
pub mod names;
pub mod quotations;
pub mod skeleton;
mod units;
pub mod write;

pub use locate::locate;
