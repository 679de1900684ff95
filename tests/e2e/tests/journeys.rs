//! Readers' journeys through the built site.

use anyhow::ensure;
use standpoint_e2e::journey;
use thirtyfour::prelude::*;

#[test]
fn the_page_starts_at_the_root_and_in_a_folder() {
    for base in ["/", "/some/where/"] {
        journey(base, async |at| {
            at.open("?view=quotes").await?;
            let app = at.driver.query(By::Id("app")).first().await?;
            app.wait_until().displayed().await?;
            let trouble = at.driver.query(By::Id("trouble")).first().await?;
            ensure!(!trouble.is_displayed().await?, "{}", trouble.text().await?);
            Ok(())
        });
    }
}
