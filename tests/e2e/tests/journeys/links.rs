//! The links that were sent, in the real page.

use anyhow::{Context as _, ensure};
use standpoint_e2e::journey;

/// The links and what they must show; the native tests say more about it.
const SENT: &str = include_str!("../../../links.tsv");

#[test]
fn every_link_that_ever_worked_shows_its_counts_in_the_tabs() {
    journey(async |at| {
        let reader = at.reader().await?;
        for line in SENT.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [link, _, positions, quotes, stakeholders, _] = columns[..] else {
                anyhow::bail!("not a link: {line}")
            };
            // The counts are of the first article alone, whichever others there are by now.
            let link = format!("?{}&doc=2025-08-19-washington", link.trim_start_matches('?'));
            let shown = reader.open(&link).await.with_context(|| line.to_owned())?;
            let counts: Vec<String> = shown.tab_counts().iter().map(ToString::to_string).collect();
            ensure!(counts[..3] == [positions, quotes, stakeholders], "{line}\nshows {counts:?}");
        }
        let errors = reader.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
    });
}
