//! Links, citations and files made of a dossier of one's own: of that dossier, by the worker that holds it, in few
//! messages.

use anyhow::ensure;
use serde_json::{Value, json};
use standpoint_e2e::{Folder, Reader, Story, journey};

use crate::export::{save_into, saved};
use crate::own_dossier::{FILES, bundle, open};
use crate::tasks::{copied, reads};

/// Counts the messages between the page and its workers, both ways.
const COUNT: &str = "
    globalThis.messages = 0;
    const Native = Worker;
    globalThis.Worker = class extends Native {
        constructor(...how) {
            super(...how);
            this.addEventListener('message', () => messages += 1);
        }
        postMessage(...what) {
            messages += 1;
            super.postMessage(...what);
        }
    };
";

/// How many messages there were in two frames.
const IN_TWO_FRAMES: &str = "
    const [done] = arguments;
    const before = messages;
    requestAnimationFrame(() => requestAnimationFrame(() => done(messages - before)));
";

/// As many as one thing that a reader does may take: a question and its answer, and the same again for the line that tells of it
/// and for the announcement.
const MOST: u64 = 6;

/// Somebody who has the invented dossier open as their own, at its positions.
async fn with_own(reader: &Reader, folder: &Folder, story: &Story) -> anyhow::Result<()> {
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    reader.command("Browser.grantPermissions", permissions).await?;
    reader.bring_script(COUNT).await?;
    reader.open("?view=open").await?;
    open(reader, &[bundle(folder, story)?]).await?;
    reader.click(".tabs .tab[href*='view=positions']").await?;
    reader.see("the positions are shown", |shown| shown.items.len() == 24).await?;
    silent(reader).await.map(drop)
}

/// Waits until page and worker have nothing to say to each other; how many messages there were until then.
async fn silent(reader: &Reader) -> anyhow::Result<u64> {
    let look = async || {
        let said = reader.driver().execute_async(IN_TWO_FRAMES, Vec::new()).await?;
        Ok(said.json().as_u64())
    };
    reader.until("page and worker are silent", look, |said| *said == Some(0)).await?;
    reader.run("return messages;", &[]).await
}

/// Does something; at most `most` messages come of it.
async fn in_few(reader: &Reader, most: u64, act: impl AsyncFnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    let before = silent(reader).await?;
    act().await?;
    let said = silent(reader).await? - before;
    ensure!(said <= most, "{said} messages");
    Ok(())
}

/// The text that stands in a field.
async fn value(reader: &Reader, id: &str) -> anyhow::Result<String> {
    reader.find(&format!("dialog.panel[open] #{id}")).await?;
    reader.run("return document.getElementById(arguments[0]).value;", &[id.into()]).await
}

/// Whether an address is the plain one of the reader's own dossier.
fn is_own(reader: &Reader, story: &Story, address: &str) -> anyhow::Result<()> {
    let own = format!("own={}", story.dossier.version);
    ensure!(address.starts_with(&format!("{}?", reader.address())) && address.contains(&own), "{address}");
    Ok(())
}

#[test]
fn copied_link_to_own_dossier_has_no_path_and_takes_few_messages() {
    journey(async |at| {
        let (reader, folder, story) = (at.reader().await?, Folder::new()?, Story::read());
        with_own(&reader, &folder, &story).await?;
        in_few(&reader, MOST, async || {
            reader.click(".acts [data-act=copy]").await?;
            is_own(&reader, &story, &copied(&reader).await?)
        })
        .await?;
        in_few(&reader, 2 * MOST, async || {
            reader.click("#results .item__toggle").await?;
            reader.see("a position is opened", |shown| shown.opened.is_some()).await?;
            reader.click("[data-open] [data-act=copy]:not([data-text])").await?;
            let link = "navigator.clipboard.readText()";
            let link = reader.until(
                "it is copied",
                async || reader.run::<String>(&format!("return {link};"), &[]).await,
                |link| link.contains("item="),
            );
            is_own(&reader, &story, &link.await?)
        })
        .await
    });
}

#[test]
fn share_panel_of_own_dossier_has_no_path_and_no_preview() {
    journey(async |at| {
        let ((reader, watch), folder, story) = (at.watched_reader().await?, Folder::new()?, Story::read());
        with_own(&reader, &folder, &story).await?;
        let before = watch.requests().len();
        in_few(&reader, MOST, async || {
            reader.click(".acts a[href*='panel=share']").await?;
            is_own(&reader, &story, &value(&reader, "share-link").await?)?;
            let code = value(&reader, "share-code").await?.replace("&amp;", "&");
            let frame = code.split("<iframe src=\"").nth(1).and_then(|rest| rest.split('"').next());
            is_own(&reader, &story, frame.unwrap_or_default())
        })
        .await?;
        reader.holds("!document.querySelector('iframe')").await?;
        in_few(&reader, MOST, async || {
            reader.click("dialog.panel a[href*='at=']").await?;
            let pinned = format!("at={}", story.dossier.version);
            let link = reader.until(
                "it is pinned",
                async || value(&reader, "share-link").await,
                |link| link.contains(&pinned),
            );
            is_own(&reader, &story, &link.await?)
        })
        .await?;
        let requests = watch.requests();
        ensure!(requests.len() == before, "requested: {:#?}", &requests[before..]);
        Ok(())
    });
}

#[test]
fn cite_panel_of_own_dossier_cites_that_dossier() {
    journey(async |at| {
        let (reader, folder, story) = (at.reader().await?, Folder::new()?, Story::read());
        with_own(&reader, &folder, &story).await?;
        reader.click("#results .item__toggle").await?;
        reader.see("a position is opened", |shown| shown.opened.is_some()).await?;
        in_few(&reader, MOST, async || {
            reader.click(".acts a[href*='panel=cite']").await?;
            for part in ["cite-1", "cite-2", "cite-3"] {
                let plain = value(&reader, &format!("{part}-plain")).await?;
                is_own(&reader, &story, plain.split(' ').next_back().unwrap_or_default())?;
                let csl: Value = serde_json::from_str(&value(&reader, &format!("{part}-csl")).await?)?;
                is_own(&reader, &story, csl[0]["URL"].as_str().unwrap_or_default())?;
                let bibtex = value(&reader, &format!("{part}-bibtex")).await?;
                ensure!(bibtex.starts_with(&format!("@misc{{{}", story.dossier.cover.id)), "{bibtex}");
            }
            Ok(())
        })
        .await
    });
}

#[test]
fn export_of_own_dossier_states_its_plain_link() {
    journey(async |at| {
        let (reader, folder, story) = (at.reader().await?, Folder::new()?, Story::read());
        save_into(&reader, &folder).await?;
        with_own(&reader, &folder, &story).await?;
        in_few(&reader, MOST, async || {
            reader.click(".acts a[href*='panel=export']").await?;
            reader.find("dialog.panel[open] .export__formats").await.map(drop)
        })
        .await?;
        // A message for each hundredth at most, and what tells of the end.
        in_few(&reader, 100 + MOST, async || {
            reader.click("dialog.panel [data-act=export][data-link=json]").await?;
            let made: Value = serde_json::from_slice(&saved(&reader, &folder, "dossier.json").await?)?;
            is_own(&reader, &story, made["export"]["link"].as_str().unwrap_or_default())
        })
        .await
    });
}

#[test]
fn own_dossier_is_not_compared_with_the_embedded_changelog() {
    journey(async |at| {
        let ((reader, watch), folder, story) = (at.watched_reader().await?, Folder::new()?, Story::read());
        reader.bring_script(COUNT).await?;
        let sent = format!("?own={}&at=ffffffffffff", story.dossier.version);
        let without = reader.open(&sent).await?;
        let notice = without.notice.clone().unwrap_or_default();
        ensure!(notice.contains("needs a dossier file") && !notice.contains("ffffffffffff"), "{without:#?}");
        reader.holds("!document.querySelector('.notice--since')").await?;
        reader.click(".notice a[href*='view=open']").await?;
        reader.see("the file is asked for", |shown| shown.search.contains("view=open")).await?;
        reader.pick(FILES, &[bundle(&folder, &story)?]).await?;
        let told = "Your file has no log of versions: what has changed since data ffffffffffff cannot be told.";
        reads(&reader, ".notice--since", &[told]).await?;
        silent(&reader).await?;
        let requests = watch.requests();
        ensure!(!requests.iter().any(|asked| asked.contains("/versions.")), "{requests:#?}");
        Ok(())
    });
}
