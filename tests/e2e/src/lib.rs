//! What a journey needs: the built site on a port of its own, and readers who look at it, each in a browser of their own.
//!
//! `cargo xtask test` builds the site and says in the environment where it is:
//!
//! | variable | holds |
//! |---|---|
//! | `STANDPOINT_DIST` | the folder of the built site; `dist` at the repository's root without it |
//! | `STANDPOINT_XTASK` | the program that serves it; `cargo xtask` without it |
//! | `STANDPOINT_AXE` | the script of the accessibility checker, a file; see [`Reader::bring_axe`] |
//! | `STANDPOINT_HOSTS` | the folder with nginx and Caddy; `/` without it; see [`Host`] |
//! | `STANDPOINT_ARTICLE` | a copy of the article; the one beside a development checkout without it; see [`article`] |
//!
//! Journeys run side by side and share one driver and one server. Nothing waits for a time to pass: every wait is for a
//! condition, with a limit that only a failure reaches.

mod axe;
mod bring;
mod browser;
mod child;
mod focus;
mod hand;
mod host;
mod picture;
mod reader;
mod shared;
mod shown;
mod site;
mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

pub use axe::Violation;
pub use bring::{Folder, Story, article};
use browser::Browser;
pub use focus::Focus;
pub use hand::{Hand, With};
pub use host::{Answer, Host, Hosted};
pub use picture::{Difference, Picture};
pub use reader::Reader;
use shared::Shared;
pub use shown::{Shown, Tab};
use site::Site;
pub use site::dist;
pub use watch::Watch;

static AT_THE_ROOT: Shared<Site> = Shared::new();

/// The site that a journey goes through, and everybody who looks at it.
#[derive(Clone, Debug)]
pub struct Journey {
    address: String,
    browsers: Arc<Mutex<Vec<Browser>>>,
}

impl Journey {
    /// Somebody who was never here.
    ///
    /// # Errors
    /// If no browser can be started.
    pub async fn reader(&self) -> anyhow::Result<Reader> {
        self.open(None).await
    }

    /// Somebody who was never here, with everything that their browser requests.
    ///
    /// # Errors
    /// If no browser can be started.
    pub async fn watched_reader(&self) -> anyhow::Result<(Reader, Watch)> {
        let watch = Watch::start(&self.address)?;
        Ok((self.open(Some(watch.port())).await?, watch))
    }

    async fn open(&self, proxy: Option<u16>) -> anyhow::Result<Reader> {
        let browser = Browser::open(proxy).await?;
        self.browsers.lock().unwrap_or_else(PoisonError::into_inner).push(browser.clone());
        Ok(Reader::new(browser.driver().clone(), &self.address))
    }
}

/// Goes through the site at the root of its host.
///
/// # Panics
/// If the site or the browser cannot be started, or the journey fails: that is how a test fails.
pub fn journey(walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>) {
    let site = AT_THE_ROOT.get(|| Site::serve(&dist(), "/")).expect("the site can be served");
    run(&site, walk);
}

/// Goes through the site in the folder `base` of its host: `/some/where/`.
///
/// # Panics
/// As [`journey`].
pub fn journey_under(base: &str, walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>) {
    run(&Site::serve(&dist(), base).expect("the site can be served"), walk);
}

/// Goes through the site as that host serves it.
///
/// # Panics
/// As [`journey`].
pub fn journey_on(hosted: &Hosted, walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>) {
    run_at(hosted.address(), walk);
}

/// Goes through a copy of the site, after `change` was made to the folder that it is in.
///
/// # Panics
/// As [`journey`], and if the copy cannot be made.
pub fn journey_after(
    change: impl FnOnce(&Path) -> anyhow::Result<()>,
    walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>,
) {
    let copy = Folder::new().expect("there is room for a copy");
    copy_into(&dist(), copy.path()).expect("the site is built, and can be copied");
    change(copy.path()).expect("the change can be made");
    run(&Site::serve(copy.path(), "/").expect("the site can be served"), walk);
}

/// Copies the files of a site and the folders of its pages.
fn copy_into(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            std::fs::create_dir(&to)?;
            copy_into(&path, &to)?;
        } else if path.extension().is_none_or(|extension| extension != "br" && extension != "gz") {
            // Compressed copies would not have the change.
            std::fs::copy(path, to)?;
        }
    }
    Ok(())
}

fn run(site: &Site, walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>) {
    run_at(site.address(), walk);
}

/// Walks, and closes every browser however that ends: one that is left open would outlive the tests.
fn run_at(address: &str, walk: impl AsyncFnOnce(Journey) -> anyhow::Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an event loop");
    let journey = Journey { address: address.to_owned(), browsers: Arc::default() };
    let browsers = Arc::clone(&journey.browsers);
    let walked = catch_unwind(AssertUnwindSafe(|| runtime.block_on(walk(journey))));
    let browsers = std::mem::take(&mut *browsers.lock().unwrap_or_else(PoisonError::into_inner));
    runtime.block_on(async {
        for browser in browsers {
            browser.close().await;
        }
    });
    match walked {
        Ok(Ok(())) => {}
        Ok(Err(fault)) => panic!("{fault:#}"),
        Err(panic) => resume_unwind(panic),
    }
}
