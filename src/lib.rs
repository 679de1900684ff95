//! The page in the browser. `explore` answers the URL's query, `views` renders the answer, and `ui` shows it.

pub mod embedded;
#[cfg(target_arch = "wasm32")]
pub mod ui;
