//! One layout a file: what a picture shows of its subject, and what it says in words.

pub(crate) mod dossier;
pub(crate) mod event;
pub(crate) mod issue;
pub(crate) mod position;
pub(crate) mod quote;
pub(crate) mod stakeholder;
