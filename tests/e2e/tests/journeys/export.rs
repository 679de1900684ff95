//! Taking the data along: of the embedded dossier and of a reader's own, what is shown or everything, as files that say what they are.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;

use anyhow::{Context as _, ensure};
use rawzip::ZipArchive;
use serde_json::{Value, json};
use standpoint_e2e::{Folder, Reader, Story, journey};

/// The files that the browser saves go into `folder`.
pub(crate) async fn save_into(reader: &Reader, folder: &Folder) -> anyhow::Result<()> {
    let wanted = json!({ "behavior": "allow", "downloadPath": folder.path() });
    reader.command("Browser.setDownloadBehavior", wanted).await
}

/// The saved file, once it is whole.
pub(crate) async fn saved(reader: &Reader, folder: &Folder, name: &str) -> anyhow::Result<Vec<u8>> {
    let path = folder.path().join(name);
    // The browser gives a file its name when it is whole.
    reader.until(name, async || Ok(path.exists()), |&there| there).await?;
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// The files of a package.
fn unpacked(bytes: &[u8]) -> anyhow::Result<BTreeMap<String, String>> {
    let archive = ZipArchive::from_slice(bytes)?;
    let mut entries = archive.entries();
    let mut files = BTreeMap::new();
    while let Some(entry) = entries.next_entry()? {
        let name = entry.file_path().try_normalize()?.as_ref().to_owned();
        let found = archive.get_entry(entry.wayfinder())?;
        let mut text = String::new();
        found.verifying_reader(flate2::bufread::DeflateDecoder::new(found.data())).read_to_string(&mut text)?;
        files.insert(name, text);
    }
    Ok(files)
}

/// How many rows a table has: no cell of the data holds a line end.
fn rows(table: &str) -> usize {
    table.matches("\r\n").count() - 1
}

#[test]
fn package_of_filtered_view_has_its_counts_and_source() {
    journey(async |at| {
        let reader = at.reader().await?;
        let folder = Folder::new()?;
        save_into(&reader, &folder).await?;
        let shown = reader.open("?view=positions&stance=supports").await?;
        reader.click(".acts a[href*='panel=export']").await?;
        reader.find("dialog.panel[open] .export__formats").await?;
        reader.click("dialog.panel [data-act=export][data-link=package]").await?;
        let files = unpacked(&saved(&reader, &folder, "standpoint.zip").await?)?;

        for (label, table) in
            [("Positions", "positions.csv"), ("Quotes", "quotes.csv"), ("Stakeholders", "stakeholders.csv")]
        {
            ensure!(
                shown.count_of(label) == Some(rows(&files[table])),
                "{label}: {} rows, {shown:#?}",
                rows(&files[table])
            );
        }
        let package: Value = serde_json::from_str(&files["datapackage.json"])?;
        let stated = &package["standpoint"]["export"];
        let [sentence, link] = [&stated["sentence"], &stated["link"]].map(|text| text.as_str().unwrap_or_default());
        ensure!(sentence.starts_with(&shown.counts), "{sentence}, {shown:#?}");
        ensure!(link.starts_with(&format!("{}?view=positions&stance=supports&at=", reader.address())), "{link}");
        for (name, text) in files.iter().filter(|(name, _)| !name.starts_with("schema/")) {
            ensure!(text.contains("stance=supports"), "{name} states its link");
            ensure!(
                text.contains(sentence) || text.contains(&sentence.replace('"', "\"\"")),
                "{name} states its sentence"
            );
        }

        reader.click("dialog.panel label[for=export-whole]").await?;
        reader.click("dialog.panel [data-act=export][data-link=positions]").await?;
        let all = String::from_utf8(saved(&reader, &folder, "positions.csv").await?)?;
        ensure!(rows(&all) > rows(&files["positions.csv"]), "everything is more than what is shown");
        ensure!(reader.console_errors().await?.is_empty(), "nothing went wrong");

        // Back closes it, over the view that was there.
        reader.click("dialog.panel [data-shut]").await?;
        let after = reader.see("the panel is gone", |shown| !shown.search.contains("panel")).await?;
        ensure!(after.items == shown.items, "{after:#?}");
        Ok(())
    });
}

#[test]
fn own_dossier_is_exported_by_its_worker() {
    journey(async |at| {
        let reader = at.reader().await?;
        let folder = Folder::new()?;
        save_into(&reader, &folder).await?;
        let own = folder.write("varn.json", &Story::read().bundle())?;
        reader.open("?view=open").await?;
        reader.pick("[data-act=open-files]", &[own]).await?;
        reader.see("it is open", |shown| shown.search.contains("own=")).await?;
        reader.click(".acts a[href*='panel=export']").await?;
        reader.click("dialog.panel[open] [data-act=export][data-link=json]").await?;
        let dossier: Value = serde_json::from_slice(&saved(&reader, &folder, "dossier.json").await?)?;
        ensure!(dossier["dossier"]["id"] == Story::read().dossier.cover.id.as_str(), "{}", dossier["dossier"]);
        ensure!(dossier["export"]["link"].as_str().is_some_and(|link| link.contains("own=")), "{}", dossier["export"]);
        Ok(())
    });
}
