//! What a journey needs: the built site on a port of its own, and a browser that looks at it.
//!
//! `cargo xtask test` builds the site and says in the environment where it is:
//!
//! | variable | holds |
//! |---|---|
//! | `STANDPOINT_DIST` | the folder of the built site; `dist` at the repository's root without it |
//! | `STANDPOINT_XTASK` | the program that serves it; `cargo xtask` without it |
//! | `STANDPOINT_AXE` | the script of the accessibility checker, a file; see [`axe`] |

mod browser;
mod child;
mod site;

use std::future::Future;
use std::path::PathBuf;

use anyhow::Context as _;
pub use browser::Browser;
pub use site::Site;
use thirtyfour::WebDriver;

/// Runs one journey: serves the site under `base` (`/`, or `/some/where/`), opens a browser of its own, and closes both
/// when the journey has ended, however it ends.
///
/// # Panics
/// If the site or the browser cannot be started, or the journey fails: that is how a test fails.
pub fn journey<F: Future<Output = anyhow::Result<()>>>(base: &str, walk: impl FnOnce(Journey) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an event loop");
    runtime.block_on(async {
        let site = Site::serve(base).expect("the site can be served");
        let browser = Browser::open().await.expect("a browser can be opened");
        let journey = Journey { driver: browser.driver().clone(), address: site.address().to_owned() };
        let walked = walk(journey).await;
        browser.close().await;
        walked.expect("the journey goes through");
    });
}

/// One browser before one served site.
#[derive(Clone, Debug)]
pub struct Journey {
    /// Drives the browser.
    pub driver: WebDriver,
    /// Where the site is, with the slash at its end.
    pub address: String,
}

impl Journey {
    /// Opens the page with a query string: empty, or from its `?` on.
    ///
    /// # Errors
    /// If the browser cannot be reached.
    pub async fn open(&self, query: &str) -> anyhow::Result<()> {
        self.driver.goto(format!("{}{query}", self.address)).await.with_context(|| format!("cannot open {query}"))
    }
}

/// The accessibility checker's script, to be run in the page.
///
/// # Errors
/// If `cargo xtask test` did not say where it is, or it cannot be read.
pub fn axe() -> anyhow::Result<String> {
    let path = std::env::var_os("STANDPOINT_AXE").context("STANDPOINT_AXE is not set: run `cargo xtask test`")?;
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", PathBuf::from(path).display()))
}
