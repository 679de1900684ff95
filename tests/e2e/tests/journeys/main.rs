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
mod lazy;
mod links;
mod looks;
mod matrix;
mod own_answers;
mod own_dossier;
mod phone;
mod privacy;
mod sending;
mod static_pages;
mod tasks;
mod timeline;
mod verify;
mod without;
