//! A headless Chromium and its driver.

use std::process::Command;

use thirtyfour::{ChromiumLikeCapabilities as _, DesiredCapabilities, WebDriver};

use crate::child::Running;

/// A browser with a profile of its own, as long as this lives.
#[derive(Debug)]
pub struct Browser {
    driver: WebDriver,
    _chromedriver: Running,
}

impl Browser {
    /// Starts a driver on a free port, and a browser with it.
    ///
    /// # Errors
    /// If chromedriver or Chromium is missing or does not start.
    pub async fn open() -> anyhow::Result<Self> {
        let (chromedriver, port) = Running::start(Command::new("chromedriver").arg("--port=0"), port)?;
        let mut wanted = DesiredCapabilities::chrome();
        // In a container the sandbox and /dev/shm are often missing.
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900"] {
            wanted.add_arg(argument)?;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
        Ok(Self { driver, _chromedriver: chromedriver })
    }

    /// Drives the browser.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Closes the browser, then its driver.
    pub async fn close(self) {
        // One that broke down has nothing left to close.
        let _ = self.driver.quit().await;
    }
}

/// The port in `ChromeDriver was started successfully on port 43210.`
fn port(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_prints() {
        for (line, found) in [
            ("ChromeDriver was started successfully on port 43210.", Some(43210)),
            ("Starting ChromeDriver 156.0 on port 0", None),
            ("", None),
        ] {
            assert_eq!(port(line), found, "{line}");
        }
    }
}
