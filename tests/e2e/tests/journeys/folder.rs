//! The page in a folder of a host that has others.

use anyhow::ensure;
use standpoint_e2e::journey_under;

#[test]
fn page_works_in_a_subfolder_and_links_stay_in_it() {
    journey_under("/some/where/", async |at| {
        let reader = at.reader().await?;
        ensure!(reader.address().ends_with("/some/where/"), "{}", reader.address());
        let all = reader.open("?view=positions").await?;
        let narrowed = reader.open("?view=positions&issue=nato-peacekeepers").await?;
        ensure!(narrowed.chips.len() == 1 && narrowed.items.len() < all.items.len(), "{narrowed:#?}");

        reader.click(".tabs .tab[href*='view=stakeholders']").await?;
        reader.see("the stakeholders are shown", |shown| shown.search.contains("view=stakeholders")).await?;
        reader.click(".chip").await?;
        reader.see("the filter is gone", |shown| shown.chips.is_empty()).await?;
        reader.click(".brand a").await?;
        let plain = reader.see("nothing is asked", |shown| shown.search.is_empty()).await?;
        ensure!(plain.cells > 0, "{plain:#?}");
        let address = reader.driver().current_url().await?;
        ensure!(address.as_str() == reader.address(), "{address}");

        reader.driver().refresh().await?;
        reader.see("it is all there after a reload", |shown| shown.cells == plain.cells).await?;
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}
