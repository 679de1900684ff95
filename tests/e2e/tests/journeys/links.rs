//! The links that were sent, in the real page.

use anyhow::{Context as _, ensure};
use standpoint_e2e::journey;

/// The links and what they must show; the native tests say more about it.
const SENT: &str = include_str!("../../../links.tsv");

#[test]
fn every_recorded_link_shows_its_counts() {
    journey(async |at| {
        let reader = at.reader().await?;
        for line in SENT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [link, _, positions, quotes, stakeholders, _, _] = columns[..] else {
                anyhow::bail!("not a link: {line}")
            };
            // The counts are of the first article alone, whichever others there are by now.
            let link = format!("?{}&doc=2025-08-19-washington", link.trim_start_matches('?'));
            let shown = reader.open(&link).await.with_context(|| line.to_owned())?;
            for (view, count) in [("Positions", positions), ("Quotes", quotes), ("Stakeholders", stakeholders)] {
                ensure!(shown.count_of(view) == Some(count.parse()?), "{line}\n{view}: {shown:#?}");
            }
        }
        let errors = reader.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    });
}
