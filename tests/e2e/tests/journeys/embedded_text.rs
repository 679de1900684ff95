//! The article's text in the site: never, unless a publisher who holds the rights puts it there.

use std::fs;
use std::path::Path;

use anyhow::ensure;
use dossier::{Dossier, Text, text};
use serde_json::json;
use standpoint_e2e::{article, dist, journey_after};

/// This many words of the article in a row, outside of its quotations, are the article.
const RUN: usize = 8;

/// The words between the quotations of a text, run by run.
fn runs(dossier: &Dossier, text: &Text) -> Vec<String> {
    let quoted: Vec<&str> = dossier
        .documents
        .iter()
        .flat_map(|coded| &coded.quotes)
        .flat_map(|quote| &quote.segments)
        .map(|segment| segment.text.as_str())
        .collect();
    let mut runs = Vec::new();
    for paragraph in text.paragraphs() {
        let ours = quoted.iter().fold(paragraph.clone(), |rest, words| rest.replace(words, "\n"));
        for piece in ours.lines() {
            let words: Vec<&str> = piece.split_whitespace().collect();
            runs.extend(words.windows(RUN).map(|words| words.join(" ")));
        }
    }
    runs
}

#[test]
fn built_site_contains_no_article_text() {
    let index = fs::read_to_string(dist().join("index.html")).expect("the site is built");
    assert!(index.contains("data-texts=\"\""), "the page is told of no text");
    let Some((dossier, article)) = article().expect("it can be read") else { return };
    let runs = runs(&dossier, &text::normalize(&article));
    assert!(runs.len() > 500, "{} runs are sought", runs.len());
    let (mut folders, mut pages) = (vec![dist()], 0);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("the site is built").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            pages += usize::from(path.ends_with("index.html"));
            // What is in a compressed copy is in the file itself.
            let bytes = fs::read(&path).expect("a file can be read");
            let held = String::from_utf8_lossy(&bytes);
            let found: Vec<&String> = runs.iter().filter(|run| held.contains(run.as_str())).collect();
            assert!(found.is_empty(), "{}: {found:?}", path.display());
        }
    }
    assert!(pages > 100, "{pages} pages were looked through");
}

#[test]
fn embedded_article_text_is_read_without_an_import_and_credited_in_the_footer() {
    let Some((_, article)) = article().expect("it can be read") else { return };
    let first = text::normalize(&article).paragraphs()[1].clone();
    // What `cargo xtask build --with-text` does.
    let change = |site: &Path| {
        fs::write(site.join("text.0123456789abcdef.txt"), text::normalize(&article).joined())?;
        let index = fs::read_to_string(site.join("index.html"))?;
        let told = index.replace("data-texts=\"\"", "data-texts=\"text.0123456789abcdef.txt\"");
        ensure!(told != index, "the page can be told of a text");
        Ok(fs::write(site.join("index.html"), told)?)
    };
    journey_after(change, async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        let foot: String = reader.run("return document.querySelector('.colophon').textContent;", &[]).await?;
        ensure!(foot.contains("embedded by the publisher, who holds the rights"), "{foot}");
        reader.open("?view=reading").await?;
        let shown = format!("document.querySelector('#results').textContent.includes({})", json!(first));
        reader.holds(&shown).await?;
        let kept: String = reader.run("return document.querySelector('#results').textContent;", &[]).await?;
        ensure!(!kept.contains("Forget this text"), "it is not the reader's to forget");
        Ok(())
    });
}
