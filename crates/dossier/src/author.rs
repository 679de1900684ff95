//! Authoring tools, from an article's text to a dossier: candidate quotations and names ([`quotations`], [`names`]),
//! file skeletons ([`skeleton`]), evidence pointers ([`locate`](mod@locate)), coverage ([`coverage`](mod@coverage)) and
//! inter-coder agreement ([`agreement`]).
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
