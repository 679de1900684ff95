//! The browser that the tests drive, and its driver.

use anyhow::bail;

use crate::run;

/// What drives Chromium; it finds the browser itself.
pub(super) const DRIVER: &str = "chromedriver";

/// The names that Chromium goes by.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Installs Chromium and its driver where that can be done without asking, unless they are there.
///
/// # Errors
/// If they are missing and cannot be installed; the message says what to install.
pub(super) fn ensure() -> anyhow::Result<()> {
    if is_here() {
        return Ok(());
    }
    if run::is_installed("apt-get") && run::is_root() {
        run::say("installing chromium and chromium-driver with apt-get");
        run::apt_install(&["chromium", "chromium-driver"])?;
        if is_here() {
            return Ok(());
        }
    }
    bail!(
        "these tests need Chromium and a chromedriver of the same version on the PATH \
         (on Debian: sudo apt-get install chromium chromium-driver)"
    )
}

fn is_here() -> bool {
    run::is_installed(DRIVER) && BROWSERS.iter().any(run::is_installed)
}
