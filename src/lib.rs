//! Standpoint: who stands where on a contested story, in whose words, and how we know.
//!
//! ```text
//!  URL ──decode──▶ Query ──explore(engine, query)──▶ Page ──ui──▶ what the reader sees
//!   ▲                                                                  │ a link, a typed word
//!   └──────────────────────────── encode ◀── the next Query ───────────┘
//! ```
//!
//! Data flows one way, and the URL is the only state. [`query`] knows what can be asked and how a link says it,
//! [`explore`] decides everything that is shown, [`views`] makes elements of the answer, [`more`] those that the first view
//! does without, and `ui` (on wasm32 only) puts them on the screen. [`worker_protocol`] has the messages between
//! the page and the worker that reads imported files.

pub mod embedded;
pub mod explore;
pub mod more;
pub mod query;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod views;
pub mod worker_protocol;
