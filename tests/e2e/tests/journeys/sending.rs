//! Sending somebody exactly what one sees.

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::journey;

#[test]
fn copied_link_shows_the_same_list_filters_and_open_quote() {
    journey(async |at| {
        let sender = at.reader().await?;
        let all = sender.open("?view=positions").await?;
        sender.toggle("camp", "ukraine").await?;
        sender.toggle("basis", "direct").await?;
        let narrowed = sender.see("two filters stand above the list", |shown| shown.chips.len() == 2).await?;
        ensure!(narrowed.items.len() < all.items.len(), "{narrowed:#?}");

        sender.click(".tabs .tab[href*='view=quotes']").await?;
        sender.see("the quotes are shown", |shown| shown.search.contains("view=quotes")).await?;
        sender.find("#search").await?.send_keys("garantee").await?;
        sender.see("the search is in the link", |shown| shown.search.contains("q=garantee")).await?;
        sender.click("#results .item__toggle").await?;
        let sent = sender.see("a quote is opened", |shown| shown.opened.is_some()).await?;
        ensure!(sent.chips.len() == 3, "{sent:#?}");

        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        sender.command("Browser.grantPermissions", permissions).await?;
        sender.click(".acts [data-act=copy]").await?;
        sender.find(".toast__line").await?;
        let link: String = sender.run("return navigator.clipboard.readText();", &[]).await?;
        ensure!(link.starts_with(sender.address()), "{link}");
        ensure!(!link.contains("at="), "a link names data only where it is pinned: {link}");

        let colleague = at.reader().await?;
        let received = colleague.visit(&link).await?;
        ensure!(received.notice.is_none(), "{received:#?}");
        ensure!(received.opened == sent.opened, "{received:#?}\nwas sent as {sent:#?}");
        ensure!(received.items == sent.items && received.chips == sent.chips, "{received:#?}\nwas sent as {sent:#?}");
        ensure!(received.tabs == sent.tabs && received.counts == sent.counts, "{received:#?}\nwas sent as {sent:#?}");
        ensure!(received.title == sent.title, "{received:#?}\nwas sent as {sent:#?}");
        Ok(())
    });
}
