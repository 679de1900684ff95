//! The accessibility checker.

use std::fmt;
use std::path::PathBuf;

use anyhow::Context as _;
use serde::Deserialize;

use crate::Reader;

/// A rule that the page breaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    id: String,
    help: String,
    nodes: Vec<Place>,
}

/// Where it breaks it.
#[derive(Clone, Debug, Deserialize)]
struct Place {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

/// How many places are told.
const TOLD: usize = 3;

impl Violation {
    /// The rule's name.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.id
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({} places)", self.id, self.help, self.nodes.len())?;
        for place in self.nodes.iter().take(TOLD) {
            let summary = place.summary.as_deref().unwrap_or_default().replace('\n', " ");
            write!(f, "\n    {}\n      {summary}", place.html)?;
        }
        Ok(())
    }
}

impl Reader {
    /// Brings the checker along to every page that is opened from now on.
    ///
    /// # Errors
    /// If `cargo xtask test` did not say where its script is, or it cannot be read.
    pub async fn bring_axe(&self) -> anyhow::Result<()> {
        let path = std::env::var_os("STANDPOINT_AXE").context("STANDPOINT_AXE is not set: run `cargo xtask test`")?;
        let script = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", PathBuf::from(&path).display()))?;
        self.bring_script(&script).await
    }

    /// The rules that the page breaks, once it is whole.
    ///
    /// # Errors
    /// If the checker is not there, or breaks off.
    pub async fn violations(&self) -> anyhow::Result<Vec<Violation>> {
        self.holds("!document.querySelector('.coming, [aria-busy=true]')").await?;
        let script = r#"
            const done = arguments[arguments.length - 1];
            // The size of what one hits (WCAG 2.2) is left out unless it is asked for.
            // A frame is a page that is checked by itself: seen with the one around it, its landmarks would stand there twice.
            const rules = { "target-size": { enabled: true } };
            const options = { resultTypes: ["violations"], iframes: false, rules };
            axe.run(document, options).then((found) => done(found.violations), (error) => done(String(error)));
        "#;
        let found = self.driver().execute_async(script, Vec::new()).await?;
        serde_json::from_value(found.json().clone()).with_context(|| format!("axe says {}", found.json()))
    }
}
