//! Somebody who looks at the page: opens links, clicks, types, and sees what is shown.

use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{TypingData, WebDriver};

use crate::focus::{self, Focus};
use crate::shown::{self, Shown};

/// How long a condition may take to become true: only a failure takes that long.
const LIMIT: Duration = Duration::from_secs(20);
/// How often it is looked at.
const PACE: Duration = Duration::from_millis(20);

/// Somebody with a browser of their own.
#[derive(Clone, Debug)]
pub struct Reader {
    driver: WebDriver,
    address: String,
}

impl Reader {
    pub(crate) fn new(driver: WebDriver, address: &str) -> Self {
        Self { driver, address: address.to_owned() }
    }

    /// Drives the browser, for what is not here.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Where the site is, with the slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Opens the page with a query string (empty, or from its `?` on) and waits until it is there.
    ///
    /// # Errors
    /// If the page does not start.
    pub async fn open(&self, query: &str) -> anyhow::Result<Shown> {
        self.visit(&format!("{}{query}", self.address)).await
    }

    /// Opens a whole address and waits until the page is there.
    ///
    /// # Errors
    /// If the page does not start.
    pub async fn visit(&self, address: &str) -> anyhow::Result<Shown> {
        self.goto(address).await?;
        self.holds(
            "document.querySelector('#app[data-begun=shown]') && !document.querySelector('.coming, [aria-busy=true]')",
        )
        .await?;
        self.shown().await
    }

    /// Opens a whole address; what comes is for the caller to see.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn goto(&self, address: &str) -> anyhow::Result<()> {
        let told: String = address.chars().take(200).collect();
        self.driver.goto(address).await.with_context(|| format!("cannot open {told}"))
    }

    /// What is shown now.
    ///
    /// # Errors
    /// If the page cannot be asked.
    pub async fn shown(&self) -> anyhow::Result<Shown> {
        self.run(shown::SCRIPT, &[]).await
    }

    /// Waits until what is shown is as it should be, and returns it.
    ///
    /// # Errors
    /// If that does not come to pass; the message says what is shown instead.
    pub async fn see(&self, what: &str, is: impl Fn(&Shown) -> bool) -> anyhow::Result<Shown> {
        self.until(what, async || self.shown().await, is).await
    }

    /// What has the focus.
    ///
    /// # Errors
    /// If the page cannot be asked.
    pub async fn focus(&self) -> anyhow::Result<Focus> {
        self.run(focus::SCRIPT, &[]).await
    }

    /// Waits until the focus is where it should be, and returns it.
    ///
    /// # Errors
    /// If it does not get there; the message says where it is instead.
    pub async fn focus_is(&self, what: &str, is: impl Fn(&Focus) -> bool) -> anyhow::Result<Focus> {
        self.until(what, async || self.focus().await, is).await
    }

    /// Waits until `expression`, in the page, is true.
    ///
    /// # Errors
    /// If it stays false.
    pub async fn holds(&self, expression: &str) -> anyhow::Result<()> {
        let script = format!("return Boolean({expression});");
        self.until(expression, async || self.run::<bool>(&script, &[]).await, |&holds| holds).await.map(drop)
    }

    /// Looks until what it sees `is` right, and returns it.
    ///
    /// # Errors
    /// If that does not come to pass; the message says what it sees instead.
    pub async fn until<T: std::fmt::Debug>(
        &self,
        what: &str,
        look: impl AsyncFn() -> anyhow::Result<T>,
        is: impl Fn(&T) -> bool,
    ) -> anyhow::Result<T> {
        let start = Instant::now();
        loop {
            let seen = look().await?;
            if is(&seen) {
                return Ok(seen);
            }
            if start.elapsed() > LIMIT {
                bail!("this does not come to pass: {what}; instead: {seen:#?}");
            }
            tokio::time::sleep(PACE).await;
        }
    }

    /// Runs a script in the page and reads what it returns.
    ///
    /// # Errors
    /// If the script throws, or returns something else.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> anyhow::Result<T> {
        let returned = self.driver.execute(script, arguments.to_vec()).await?;
        serde_json::from_value(returned.json().clone())
            .with_context(|| format!("a script returned {}", returned.json()))
    }

    /// The first element that the selector finds, once it is there.
    ///
    /// # Errors
    /// If none comes.
    pub async fn find(&self, selector: &str) -> anyhow::Result<WebElement> {
        let query = self.driver.query(By::Css(selector)).wait(LIMIT, PACE);
        query.first().await.with_context(|| format!("there is no {selector}"))
    }

    /// Clicks the first element that the selector finds, as a mouse does.
    ///
    /// # Errors
    /// If there is none, or something stands before it.
    pub async fn click(&self, selector: &str) -> anyhow::Result<()> {
        self.find(selector).await?.click().await.with_context(|| format!("cannot click {selector}"))
    }

    /// Clicks the facet's value that `key=id` in a link stands for, and waits until the link says so.
    ///
    /// # Errors
    /// If there is no such value.
    pub async fn toggle(&self, key: &str, id: &str) -> anyhow::Result<()> {
        let before = self.shown().await?.search;
        let value = self.facet_value(key, id).await?;
        value.click().await.with_context(|| format!("cannot click {key}={id}"))?;
        self.see("the link changes", |shown| shown.search != before).await.map(drop)
    }

    /// The link that picks, or takes back, one value of a facet. Its facet is opened if it is closed.
    ///
    /// # Errors
    /// If there is none.
    pub async fn facet_value(&self, key: &str, id: &str) -> anyhow::Result<WebElement> {
        const SCRIPT: &str = r#"
            const [key, id] = arguments;
            const has = (search) => (new URLSearchParams(search).get(key) ?? "").split(",").includes(id);
            const search = (link) => link.getAttribute("href").replace(/^\.\//, "");
            const links = [...document.querySelectorAll(".value__pick")];
            const link = links.find((link) => has(search(link)) !== has(location.search));
            if (link) link.closest("details").open = true;
            return link;
        "#;
        let found = self.driver.execute(SCRIPT, vec![json!(key), json!(id)]).await?;
        found.element().with_context(|| format!("there is no filter for {key}={id}"))
    }

    /// Presses keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> anyhow::Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Gives the page a width and a height, in CSS pixels.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size).await
    }

    /// Says that the system is dark or light.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn darken(&self, dark: bool) -> anyhow::Result<()> {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", features).await
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn bring_script(&self, script: &str) -> anyhow::Result<()> {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn command(&self, method: &str, parameters: Value) -> anyhow::Result<()> {
        self.driver.cdp().send_raw(method, parameters).await.map(drop).with_context(|| format!("{method} is refused"))
    }

    /// The errors that the browser wrote into its console since this was last asked.
    ///
    /// # Errors
    /// If the browser cannot be asked.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        let lines = self.driver.browser_log().await?;
        Ok(lines.into_iter().filter(|line| line.level == "SEVERE").map(|line| line.message).collect())
    }

    /// The addresses that were requested since this was last asked, in their order.
    ///
    /// # Errors
    /// If the browser cannot be asked.
    pub async fn requests(&self) -> anyhow::Result<Vec<String>> {
        let mut addresses = Vec::new();
        for line in self.driver.get_log("performance").await? {
            let line: Value = serde_json::from_str(&line.message)?;
            let message = &line["message"];
            if message["method"] == "Network.requestWillBeSent" {
                addresses.extend(message["params"]["request"]["url"].as_str().map(str::to_owned));
            }
        }
        Ok(addresses)
    }
}
