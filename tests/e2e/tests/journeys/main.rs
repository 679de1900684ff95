//! Readers' journeys through the built site.

mod accessibility;
mod bad_links;
mod embedded_text;
mod embedding;
mod export;
mod folder;
mod history;
mod hosting;
mod keyboard;
mod later;
mod leaves;
mod links;
mod looks;
mod matrix;
mod own_answers;
mod own_dossier;
mod phone;
mod privacy;
mod sending;
mod tasks;
mod timeline;
mod verify;
mod without;
