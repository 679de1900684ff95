//! Views inside another page, and what a reader is told of other data.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};
use serde_json::json;
use standpoint_e2e::{Reader, dist, journey, journey_after};
use thirtyfour::By;

/// Three views in one page, with the code that the page gives for each.
const HOST: &str = r#"<!doctype html><html lang="en"><title>A host</title><link rel="icon" href="data:,"><h1>A host</h1>
<script src="embed.js"></script>
<iframe id="one" src="./?issue=us-guarantees&amp;embed=1" title="One" width="100%" height="150" style="border: 0"></iframe>
<script src="embed.js"></script>
<iframe id="two" src="./?view=quotes&amp;embed=1" title="Two" width="100%" height="150" style="border: 0"></iframe>
<iframe id="three" src="./?view=timeline&amp;camp=europe&amp;embed=1" title="Three" width="100%" height="150" style="border: 0"></iframe>
</html>"#;

/// The heights that the frames have, and those of what is in them.
const HEIGHTS: &str = "
    return [...document.querySelectorAll('iframe')].map((frame) => [
        frame.getBoundingClientRect().height,
        frame.contentDocument?.querySelector('.embed__foot') ? Math.ceil(frame.contentDocument.body.getBoundingClientRect().height) : -1,
    ]);
";

async fn fits(reader: &Reader) -> anyhow::Result<Vec<(f64, f64)>> {
    let look = async || reader.run::<Vec<(f64, f64)>>(HEIGHTS, &[]).await;
    let fit = |heights: &Vec<(f64, f64)>| {
        heights.len() == 3 && heights.iter().all(|(frame, inside)| (frame - inside).abs() < 0.5)
    };
    reader.until("every frame is as high as what is in it", look, fit).await
}

async fn enter(reader: &Reader, frame: &str) -> anyhow::Result<()> {
    reader.find(frame).await?.enter_frame().await.with_context(|| format!("cannot enter {frame}"))
}

#[test]
fn three_embeds_in_one_page_have_own_height_and_filters_and_no_shortcuts() {
    journey_after(
        |site| Ok(fs::write(site.join("host.html"), HOST)?),
        async |at| {
            let (reader, watch) = at.watched_reader().await?;
            reader.resize(1000, 900).await?;
            reader.goto(&format!("{}host.html", reader.address())).await?;
            let before = fits(&reader).await?;
            ensure!(before.iter().all(|&(height, _)| height > 150.0), "{before:?}");

            // A filter taken back in one frame: that frame shows more, and the page around it goes nowhere.
            enter(&reader, "#three").await?;
            reader.click(".chip").await?;
            reader.holds("!document.querySelector('.chip') && location.search.includes('embed=1')").await?;
            reader.driver().enter_default_frame().await?;
            let after = fits(&reader).await?;
            ensure!(after[2].0 > before[2].0, "{before:?}, then {after:?}");
            ensure!(reader.run::<String>("return location.pathname;", &[]).await?.ends_with("/host.html"), "it left");

            // Another view in a frame.
            enter(&reader, "#two").await?;
            reader.click(".tab[href*='view=positions']").await?;
            reader.holds("location.search === '?view=positions&embed=1'").await?;
            // No key leads to a search or opens a help.
            reader.find("#results").await?.click().await?;
            reader.press("?/").await?;
            reader.holds("!document.querySelector('dialog') && !document.querySelector('input[type=search]')").await?;
            let back = reader.find(".embed__foot a").await?;
            let attributes = (back.attr("href").await?, back.attr("target").await?, back.attr("rel").await?);
            let back_to = format!("{}positions/", reader.address());
            let expected = [back_to.as_str(), "_blank", "noopener"].map(|value| Some(value.to_owned()));
            ensure!([attributes.0, attributes.1, attributes.2] == expected, "the way back");
            reader.driver().enter_default_frame().await?;
            fits(&reader).await?;

            let own = |asked: &String| asked.starts_with(reader.address());
            let foreign: Vec<String> = watch.requests().into_iter().filter(|asked| !own(asked)).collect();
            ensure!(foreign.is_empty(), "{foreign:?}");
            let errors = reader.console_errors().await?;
            ensure!(errors.is_empty(), "{errors:#?}");
            Ok(())
        },
    );
}

#[test]
fn share_panel_previews_the_view_at_its_full_height() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?view=quotes&panel=share").await?;
        reader
            .holds("document.querySelector('.preview__frame')?.contentDocument?.querySelector('.embed__foot')")
            .await?;
        reader
            .holds(
                "(() => { const frame = document.querySelector('.preview__frame'); return frame.getBoundingClientRect().height === \
                 Math.ceil(frame.contentDocument.body.getBoundingClientRect().height); })()",
            )
            .await?;
        let code: String = reader.run("return document.querySelector('#share-code').value;", &[]).await?;
        ensure!(code.contains(&format!("{}embed.js", reader.address())), "{code}");
        ensure!(dist().join("embed.js").is_file(), "the site has the script that the code names");
        Ok(())
    });
}

#[test]
fn cite_panel_has_bibtex_and_csl_json() {
    journey(async |at| {
        let (reader, watch) = at.watched_reader().await?;
        reader.open("?view=quotes&item=zelensky-strong-signal&panel=cite").await?;
        reader.holds("document.querySelector('#cite-1-bibtex')").await?;
        let bibtex: String = reader.run("return document.querySelector('#cite-1-bibtex').value;", &[]).await?;
        ensure!(
            bibtex.starts_with("@misc{")
                && bibtex.contains(&format!("url = {{{}q/zelensky-strong-signal/?at=", reader.address())),
            "{bibtex}"
        );
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        reader.command("Browser.grantPermissions", permissions).await?;
        reader.click("[data-act=copy-field][data-link='cite-1-plain']").await?;
        reader.find(".toast__line").await?;
        let copied: String = reader.run("return navigator.clipboard.readText();", &[]).await?;
        ensure!(copied.contains("at=") && copied.contains("data "), "{copied}");
        ensure!(watch.requests().iter().all(|asked| asked.starts_with(reader.address())), "{:?}", watch.requests());
        Ok(())
    });
}

/// Puts an older version into the site's log: one quote was another, one position was not there yet.
fn age(site: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(site)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("versions.") {
            let log = fs::read_to_string(entry.path())?;
            let (_, newest) = log.rsplit_once("version ").context("a log has a version")?;
            let (_, items) = newest.split_once('\n').context("a version has items")?;
            let older = items.lines().filter(|line| !line.starts_with("position zelensky-cease-fire "));
            let older = older.map(|line| match line.strip_prefix("quote zelensky-strong-signal ") {
                Some(_) => "quote zelensky-strong-signal 000000000000",
                None => line,
            });
            let older: Vec<&str> = std::iter::once("version 000000000000 2025-08-19").chain(older).collect();
            return Ok(fs::write(entry.path(), format!("{}\n{log}", older.join("\n")))?);
        }
    }
    anyhow::bail!("the site has no log of versions")
}

#[test]
fn pinned_link_to_older_data_lists_changes_in_the_view() {
    journey_after(age, async |at| {
        let reader = at.reader().await?;
        reader.open("?view=positions&at=000000000000").await?;
        reader.holds("document.querySelector('.notice--since')").await?;
        let told: String = reader.run("return document.querySelector('.notice--since').textContent;", &[]).await?;
        ensure!(told.contains("1 item added and 1 item changed"), "{told}");
        let added = reader.driver().find(By::Css(".notice--since a[href*='item=zelensky-cease-fire']")).await?;
        added.click().await?;
        reader.see("the position is opened", |shown| shown.opened.is_some()).await?;

        reader.open("?at=ffffffffffff").await?;
        reader
            .holds("document.querySelector('.notice--since')?.textContent.includes('does not know data ffffffffffff')")
            .await?;
        // Nothing is fetched where the data is this.
        reader.requests().await?;
        reader.open("?view=positions").await?;
        let asked = reader.requests().await?;
        ensure!(!asked.iter().any(|address| address.contains("versions.")), "{asked:?}");
        Ok(())
    });
}
