//! A browser that lacks something, and a page that stops.

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Reader, journey};

/// What the reader is told when the page cannot go on.
struct Trouble {
    says: String,
    asked: String,
    link: String,
}

/// Reads a [`Trouble`] in the page.
const TOLD: &str = "
    const one = (id) => document.getElementById(id);
    return [one('trouble-what').textContent, one('trouble-query').value, one('trouble-link').href];
";

/// Waits until the trouble is told.
async fn trouble(reader: &Reader) -> anyhow::Result<Trouble> {
    reader.holds("document.querySelector('#trouble') && !document.querySelector('#trouble').hidden").await?;
    ensure!(reader.find("#trouble").await?.is_displayed().await?);
    let (says, asked, link) = reader.run(TOLD, &[]).await?;
    Ok(Trouble { says, asked, link })
}

#[test]
fn without_javascript_the_page_says_what_it_is_how_much_there_is_and_why_no_more() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        reader.goto(&format!("{}?view=quotes", reader.address())).await?;
        let page = reader.find("body").await?.text().await?;
        for (what, told) in [
            ("the title", "Ending the war in Ukraine"),
            ("the source", "August 2025"),
            ("what is missing", "JavaScript"),
        ] {
            ensure!(page.contains(told), "{what} is not told: {page}");
        }
        for counted in ["positions", "quotes", "stakeholders", "issues"] {
            let words: Vec<&str> = page.split_whitespace().collect();
            let numbered = words.windows(2).any(|pair| pair[0].parse::<u32>().is_ok() && pair[1].starts_with(counted));
            ensure!(numbered, "how many {counted} there are is not told: {page}");
        }
        ensure!(reader.driver().title().await?.contains("Ending the war in Ukraine"));
        Ok(())
    });
}

#[test]
fn without_webassembly_the_page_says_so_and_keeps_what_the_link_asked_for() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script("delete globalThis.WebAssembly;").await?;
        reader.goto(&format!("{}?camp=russia", reader.address())).await?;
        let told = trouble(&reader).await?;
        ensure!(told.says.contains("WebAssembly"), "{}", told.says);
        ensure!(told.asked == "?camp=russia" && told.link == reader.address(), "{} {}", told.asked, told.link);
        Ok(())
    });
}

#[test]
fn a_file_that_does_not_come_is_told_with_what_to_do() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Network.enable", json!({})).await?;
        reader.command("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        reader.goto(&format!("{}?camp=russia", reader.address())).await?;
        let told = trouble(&reader).await?;
        ensure!(told.says.contains("could not be loaded"), "{}", told.says);
        ensure!(told.asked == "?camp=russia" && told.link == reader.address(), "{} {}", told.asked, told.link);
        Ok(())
    });
}

#[test]
fn a_view_whose_code_does_not_come_is_told_and_comes_when_asked_for_again() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Network.enable", json!({})).await?;
        reader.command("Network.setBlockedURLs", json!({ "urls": ["*/more.*.wasm"] })).await?;
        reader.open("").await?;
        reader.click(".tabs .tab[href*='view=quotes']").await?;
        let told = reader.find("#results [role=alert]").await?.text().await?;
        ensure!(told.contains("could not be loaded"), "{told}");
        let shown = reader.shown().await?;
        ensure!(shown.search == "?view=quotes" && shown.items.is_empty(), "{shown:#?}");

        reader.command("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        reader.click("[data-act=again]").await?;
        reader.see("the quotes are shown", |shown| !shown.items.is_empty()).await?;
        reader.holds("!document.querySelector('#results [role=alert]')").await?;
        reader.holds("document.activeElement !== document.body").await?;
        Ok(())
    });
}

#[test]
fn a_page_that_stops_says_so_gives_the_query_to_copy_and_a_way_on() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?view=quotes").await?;
        // A browser that makes no elements any more: the program cannot go on, and traps.
        reader.run::<()>("document.createElement = () => { throw new Error('no more elements'); };", &[]).await?;
        reader.click(".tabs .tab[href*='view=stakeholders']").await?;
        let told = trouble(&reader).await?;
        ensure!(told.says.contains("stopped"), "{}", told.says);
        ensure!(told.asked == "?view=stakeholders", "{}", told.asked);
        reader.click("#trouble-link").await?;
        let shown = reader.see("the page goes on without filters", |shown| shown.search.is_empty()).await?;
        let shown =
            if shown.tabs.is_empty() { reader.see("it starts", |shown| !shown.tabs.is_empty()).await? } else { shown };
        ensure!(shown.cells > 0 && shown.notice.is_none(), "{shown:#?}");
        reader.holds("document.querySelector('#trouble').hidden").await?;
        Ok(())
    });
}
