//! Headless Chromiums, and the driver that they share.

use std::process::Command;
use std::sync::Arc;

use thirtyfour::{ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::child::Running;
use crate::shared::Shared;

static CHROMEDRIVER: Shared<Chromedriver> = Shared::new();

/// Without a screen a browser believes that there is no mouse, and pages would look as on a phone.
const MOUSE: &str =
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4";

/// The program that starts browsers and passes on what they are told.
#[derive(Debug)]
struct Chromedriver {
    _program: Running,
    port: u16,
}

impl Chromedriver {
    fn start() -> anyhow::Result<Self> {
        let (program, port) = Running::start(Command::new("chromedriver").arg("--port=0"), port)?;
        Ok(Self { _program: program, port })
    }
}

/// A browser with a profile of its own: nothing is kept from one to the next.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    driver: WebDriver,
    _chromedriver: Arc<Chromedriver>,
}

impl Browser {
    /// Starts a browser, and the driver unless another journey has it running. Everything it requests goes through the proxy
    /// on that port, if there is one.
    ///
    /// # Errors
    /// If chromedriver or Chromium is missing or does not start.
    pub(crate) async fn open(proxy: Option<u16>) -> anyhow::Result<Self> {
        let chromedriver = CHROMEDRIVER.get(Chromedriver::start)?;
        let mut wanted = DesiredCapabilities::chrome();
        // In a container the sandbox and /dev/shm are often missing.
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900", MOUSE] {
            wanted.add_arg(argument)?;
        }
        if let Some(port) = proxy {
            wanted.add_arg(&format!("--proxy-server=http://127.0.0.1:{port}"))?;
            // Without this it would go straight to the site, which is on this very machine.
            wanted.add_arg("--proxy-bypass-list=<-loopback>")?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        // What is requested from where is in this log.
        wanted.set_logging_prefs("performance".to_owned(), LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), wanted).await?;
        Ok(Self { driver, _chromedriver: chromedriver })
    }

    /// Drives the browser.
    pub(crate) fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
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
