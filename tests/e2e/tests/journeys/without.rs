//! A browser that lacks something, and a page that stops.

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Reader, Shown, journey};

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
fn static_pages_can_be_read_and_followed_without_javascript() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        for (page, tells) in [
            ("", ["Ending the war in Ukraine", "August 2025", "JavaScript", "Zelensky"]),
            ("questions/", ["open questions", "front lines", "JavaScript", "guarantees"]),
            ("quotes/", ["“", "Zelensky", "Merz", "paragraph"]),
            ("timeline/", ["18 August 2025", "2014", "Washington", "planned"]),
            ("s/zelensky/", ["Zelensky", "Spoke to", "Did not speak to", "In their words"]),
            ("q/zelensky-strong-signal/", ["Zelensky", "Where it stands", "Context", "characters"]),
        ] {
            reader.goto(&format!("{}{page}", reader.address())).await?;
            let text = reader.find("body").await?.text().await?;
            for told in tells {
                ensure!(text.to_lowercase().contains(&told.to_lowercase()), "{page} does not tell {told}: {text}");
            }
        }
        // From the first page by a name in the matrix, from there by an issue: plain links.
        reader.goto(reader.address()).await?;
        for (link, path) in [("a[href='s/putin/']", "s/putin/"), (".links a[href^='p/']", "p/")] {
            reader.click(link).await?;
            let address = reader.driver().current_url().await?;
            ensure!(address.as_str().contains(path), "{address}");
        }
        Ok(())
    });
}

#[test]
fn missing_webassembly_shows_an_error_with_the_query() {
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
fn missing_file_shows_an_error_with_advice() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Network.enable", json!({})).await?;
        reader.command("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        reader.goto(&format!("{}?camp=russia", reader.address())).await?;
        let told = trouble(&reader).await?;
        ensure!(told.says.contains("could not be loaded"), "{}", told.says);
        ensure!(told.asked == "?camp=russia" && told.link == reader.address(), "{} {}", told.asked, told.link);
        // What was served stands below, and the next try is a click.
        reader.holds("document.querySelector('.grid__cell').checkVisibility()").await?;
        reader.command("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        reader.click("#trouble-again").await?;
        let shown = reader.see("it starts", |shown| shown.chips.len() == 1).await?;
        ensure!(shown.search == "?camp=russia", "{shown:#?}");
        reader.holds("document.querySelector('#trouble').hidden").await?;
        Ok(())
    });
}

/// Lets only half of the module come, the first time.
const HALF: &str = "
    const whole = fetch;
    let tries = 0;
    globalThis.fetch = async (...asked) => {
        const response = await whole(...asked);
        if (!String(asked[0]).endsWith('.wasm') || tries++) {
            return response;
        }
        const bytes = await response.arrayBuffer();
        return new Response(bytes.slice(0, bytes.byteLength / 2), { headers: response.headers });
    };
";

#[test]
fn partial_module_shows_an_error_and_loads_on_retry() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(HALF).await?;
        reader.goto(reader.address()).await?;
        let told = trouble(&reader).await?;
        ensure!(told.says.contains("came by half"), "{}", told.says);
        reader.click("#trouble-again").await?;
        reader.holds("document.querySelector('#app[data-begun=shown]')").await?;
        reader.holds("document.querySelector('#trouble').hidden").await?;
        Ok(())
    });
}

/// Holds the module back until it is let go.
const HELD: &str = "
    const whole = fetch;
    const held = new Promise((go) => { globalThis.letGo = go; });
    globalThis.fetch = async (...asked) => {
        if (String(asked[0]).endsWith('.wasm')) {
            await held;
        }
        return whole(...asked);
    };
";

#[test]
fn slow_load_shows_progress_and_hides_the_served_page() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(HELD).await?;
        reader.goto(&format!("{}?view=positions&issue=nato-peacekeepers&who=putin", reader.address())).await?;
        let says: String = reader.run("return document.getElementById('loading-what').textContent", &[]).await?;
        ensure!(says == "Loading…", "{says}");
        // Never first the wrong content.
        reader.holds("!document.querySelector('.grid').checkVisibility()").await?;
        reader.holds("document.querySelector('.loading--slow progress')").await?;
        reader.run::<()>("letGo()", &[]).await?;
        reader.see("what was asked is shown", |shown| shown.chips.len() == 2).await?;
        reader.holds("!document.getElementById('loading').checkVisibility()").await?;
        Ok(())
    });
}

#[test]
fn click_before_the_program_runs_is_applied_without_reload() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(HELD).await?;
        reader.goto(reader.address()).await?;
        reader.run::<()>("globalThis.same = true", &[]).await?;
        reader.click(".legend a[href='?stance=opposes']").await?;
        let says: String = reader.run("return document.getElementById('loading-what').textContent", &[]).await?;
        ensure!(says == "Loading…", "{says}");
        reader.holds("!document.querySelector('.grid').checkVisibility()").await?;
        // Back takes it back, and what was served is there again.
        reader.run::<()>("history.back()", &[]).await?;
        reader.holds("document.querySelector('.grid').checkVisibility()").await?;
        reader.click(".legend a[href='?stance=asks']").await?;
        reader.run::<()>("letGo()", &[]).await?;
        let shown = reader.see("what was clicked is shown", |shown| shown.chips.len() == 1).await?;
        ensure!(shown.search == "?stance=asks", "{shown:#?}");
        reader.holds("globalThis.same").await?;
        Ok(())
    });
}

#[test]
fn missing_lazy_module_shows_an_error_and_loads_on_retry() {
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
        reader.click("[data-act=retry]").await?;
        reader.see("the quotes are shown", |shown| !shown.items.is_empty()).await?;
        reader.holds("!document.querySelector('#results [role=alert]')").await?;
        reader.holds("document.activeElement !== document.body").await?;
        Ok(())
    });
}

#[test]
fn panic_shows_an_error_with_the_query_and_a_link() {
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
        let goes_on = |shown: &Shown| shown.search.is_empty() && shown.cells > 0;
        let shown = reader.see("the page goes on without filters", goes_on).await?;
        ensure!(shown.notice.is_none(), "{shown:#?}");
        reader.holds("document.querySelector('#trouble').hidden").await?;
        Ok(())
    });
}
