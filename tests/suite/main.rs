//! The native tests of the core: what a link says, what a query shows, what the data holds, who may know whom.
//!
//! One binary, because each would link the whole core again. The laws run on an invented dossier ([`fixture`]); what
//! readers hold in their hands, old links and the data itself, runs on the embedded one.

mod ask;
mod copies;
mod fixture;
mod making;

mod changelog;
mod codec_tables;
mod compare;
mod cross_filter;
mod crowds;
mod damage;
mod data;
mod direction;
mod embed;
mod facet_laws;
mod fiction;
mod first_view;
mod former;
mod fuzzed;
mod import_view;
mod lists;
mod matrix;
mod model;
mod names;
mod namesakes;
mod neighbours;
mod network;
mod old_links;
mod panels;
mod provenance;
mod query_laws;
mod reading;
mod search;
mod sentences;
mod shifts;
mod static_pages;
mod taken;
mod timeline;
mod verify;
mod views;
mod windows;
mod worker_protocol;
