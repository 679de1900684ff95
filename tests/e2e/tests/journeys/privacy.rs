//! What the page asks of others: nothing.

use anyhow::ensure;
use standpoint_e2e::journey;

use crate::verify::POLICY;

/// The names of what the browser keeps for the page.
const KEPT: &str = "
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean);
";

#[test]
fn no_foreign_request_and_no_policy_violation_in_any_view() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(POLICY).await?;
        reader.open("?view=quotes&item=zelensky-strong-signal").await?;
        reader.toggle("camp", "ukraine").await?;
        reader.find("#search").await?.send_keys("security").await?;
        reader.see("the search is in the link", |shown| shown.search.contains("q=security")).await?;
        reader.click(".acts [data-act=theme]").await?;
        reader.click(".acts [data-act=open]").await?;
        reader.click("#help [data-act=close]").await?;
        for view in ["stakeholders", "questions", "positions"] {
            reader.click(&format!(".tabs .tab[href*='view={view}']")).await?;
            reader.see("the view is shown", |shown| shown.search.contains(view)).await?;
        }
        reader.click("#results .item__toggle").await?;
        reader.see("an item is opened", |shown| shown.opened.is_some()).await?;

        let requests = reader.requests().await?;
        ensure!(requests.len() >= 4, "the log lacks the page's own files: {requests:#?}");
        let strangers: Vec<&String> = requests
            .iter()
            .filter(|address| !address.starts_with(reader.address()) && !address.starts_with("data:"))
            .collect();
        ensure!(strangers.is_empty(), "{strangers:#?}");
        let violations: Vec<String> = reader.run("return violations;", &[]).await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        let errors = reader.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        let kept: Vec<String> = reader.run(KEPT, &[]).await?;
        ensure!(kept == ["standpoint.theme"], "only what was switched is kept: {kept:?}");
        Ok(())
    });
}
