//! `cargo xtask new-article`: the files that the coding of an article begins with, and what there is to go through.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use dossier::author::names::candidates;
use dossier::author::quotations::{Quotation, quotations};
use dossier::author::skeleton;
use dossier::id::is_kebab_case;
use dossier::{Date, DocumentId, Precision, Text};

use crate::args::{Arg, Args, Usage, missing};
use crate::paths::Paths;
use crate::run::say;
use crate::site::write;
use crate::verify::read;
use crate::{schema, table};

/// So much of a paragraph or a quotation is shown, in code points.
const SHOWN: usize = 64;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut article, mut published, mut id, mut seeds) = (None, None, None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "published" => published = Some(day(&args.parse::<String>()?)?),
            Arg::Option(name) if name == "id" => id = Some(args.parse::<String>()?),
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Value(path) if article.is_none() => article = Some(PathBuf::from(path)),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let article = article.ok_or_else(|| missing("FILE"))?;
    let published = published.ok_or_else(|| missing("--published DATE"))?;
    let id = name(id, published, &article)?;
    let text = read(&article)?;
    usable(&text, &article)?;
    let seeds = match seeds {
        Some(seeds) => seeds,
        None => Paths::find()?.seeds().to_owned(),
    };
    let files = files(&seeds, &id, published, &text)?;
    for (path, content) in &files {
        write(path, content.as_bytes())?;
    }
    for (path, content) in schema::files(&seeds.join("schema"))? {
        write(&path, content.as_bytes())?;
    }
    print!("{}", told(&text, &id));
    println!("\nwritten, with what you must say left empty (\"\"):");
    for (path, _) in &files {
        println!("    {}", path.display());
    }
    println!(
        "\nnext: fill in what is empty, add what the article says, and ask what is left:\n    \
         cargo xtask check-data --seeds {} --article {}",
        seeds.display(),
        article.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// An article is text, and its paragraphs can be told apart.
fn usable(text: &Text, article: &Path) -> anyhow::Result<()> {
    let article = article.display();
    let Some(first) = text.paragraph(1) else { bail!("{article} holds no text: nothing was written") };
    let start: String = first.chars().take("<!doctype".len()).collect::<String>().to_lowercase();
    ensure!(
        !start.starts_with("<!doctype") && !start.starts_with("<html"),
        "{article} is a web page: copy its text into a .txt file, a blank line between paragraphs"
    );
    if text.paragraphs().len() == 1 {
        say(format_args!("{article} is one paragraph: part paragraphs by blank lines, unless that is right"));
    }
    Ok(())
}

/// The day that was given.
fn day(written: &str) -> Result<Date, Usage> {
    let day = written.parse::<Date>().ok().filter(|date| date.precision() == Precision::Day);
    day.ok_or_else(|| Usage::new(format!("`{written}` is no day: write it as 2025-08-18")))
}

/// The document's id: as given, else its day and its file's name.
fn name(given: Option<String>, published: Date, article: &Path) -> anyhow::Result<DocumentId> {
    if let Some(id) = given {
        ensure!(is_kebab_case(&id), Usage::new(format!("`{id}` is no id: runs of a-z and 0-9, joined by hyphens")));
        return Ok(id.as_str().into());
    }
    let stem = article.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let runs = stem.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|run| !run.is_empty());
    let stem = runs.collect::<Vec<_>>().join("-");
    let day = published.to_string();
    let id = if stem.starts_with(&day) { stem } else { format!("{day}-{stem}") };
    ensure!(is_kebab_case(&id), "the name of {} gives no id: choose one with --id", article.display());
    Ok(id.as_str().into())
}

/// Every file that is to be written, with its text: those of the dossier that are not there yet, the document, and the list of
/// documents.
fn files(seeds: &Path, id: &DocumentId, published: Date, text: &Text) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let document = seeds.join("documents").join(format!("{id}.json"));
    if document.exists() {
        bail!(
            "{} is there already and stays as it is. To begin this article again, delete it; for another article choose another id with --id",
            document.display()
        );
    }
    let cover = seeds.join("dossier.json");
    let mut files = vec![if cover.exists() {
        let before = fs::read_to_string(&cover).with_context(|| format!("cannot read {}", cover.display()))?;
        let with = skeleton::cover_with(&before, id)
            .with_context(|| format!("{} is no list of documents to add to: nothing was written", cover.display()))?;
        (cover, with)
    } else {
        (cover, skeleton::cover(id))
    }];
    for (name, content) in [("stakeholders.json", skeleton::stakeholders()), ("issues.json", skeleton::issues())] {
        let registry = seeds.join(name);
        if !registry.exists() {
            files.push((registry, content));
        }
    }
    files.push((document, skeleton::document(id, published, text)));
    Ok(files)
}

/// The paragraphs, the quotations and the names of the article.
fn told(text: &Text, id: &DocumentId) -> String {
    let mut told = format!("{id}: {}\n", counted(text.paragraphs().len(), "paragraph"));
    let numbered =
        (1..).zip(text.paragraphs()).map(|(number, words): (u32, _)| vec![number.to_string(), start_of(words)]);
    told += &table::lines(&[">", "<"], numbered);

    let quotations = quotations(text);
    let (passages, then) = (counted(quotations.len(), "passage in quotation marks"), ", each a quote to complete:");
    told += format!("\n{passages}{}\n", if quotations.is_empty() { "" } else { then }).as_str();
    let quoted = (1..).zip(&quotations).map(|(number, quotation): (u32, _)| {
        let first = quotation.pieces[0];
        let words = text.passage(first.paragraph, first.start, first.end).unwrap_or_default();
        vec![format!("{id}-quote-{number}"), paragraphs_of(quotation), start_of(words)]
    });
    told += &table::lines(&["<", "<", "<"], quoted);

    let found = candidates(text);
    told += format!(
        "\n{}, each a stakeholder, a place or nobody, which is for you to say:\n",
        counted(found.names.len(), "name")
    )
    .as_str();
    let names = found.names.iter().map(|candidate| {
        let also = candidate.also.iter().map(|form| format!(", {form}")).collect::<Vec<_>>().concat();
        vec![format!("{}x", candidate.count), format!("{}{also}", candidate.name), numbers(&candidate.paragraphs)]
    });
    told += &table::lines(&[">", "<", "<"], names);
    if !found.doubtful.is_empty() {
        told += format!("    only at the beginning of a sentence: {}\n", found.doubtful.join(", ")).as_str();
    }
    told
}

fn counted(count: usize, what: &str) -> String {
    let plural = what.strip_prefix("passage").map_or_else(|| format!("{what}s"), |rest| format!("passages{rest}"));
    format!("{count} {}", if count == 1 { what } else { &plural })
}

fn start_of(words: &str) -> String {
    let start: String = words.chars().take(SHOWN).collect();
    if start.len() < words.len() { format!("{}…", start.trim_end()) } else { start }
}

fn paragraphs_of(quotation: &Quotation) -> String {
    let mut found: Vec<u32> = quotation.pieces.iter().map(|piece| piece.paragraph).collect();
    found.dedup();
    numbers(&found) + if quotation.closed { "" } else { ", never closed" }
}

fn numbers(paragraphs: &[u32]) -> String {
    let word = if paragraphs.len() == 1 { "paragraph" } else { "paragraphs" };
    let list: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
    format!("{word} {}", list.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_day_and_the_file_s_name_unless_one_is_given() {
        let published = "2033-03-16".parse().expect("a day");
        for (given, file, expected) in [
            (None, "articles/Varn, March.txt", Some("2033-03-16-varn-march")),
            (None, "2033-03-16 varn.txt", Some("2033-03-16-varn")),
            (Some("bridge"), "varn.txt", Some("bridge")),
            (Some("The Bridge"), "varn.txt", None),
            (None, "обзор.txt", None),
        ] {
            let id = name(given.map(str::to_owned), published, Path::new(file)).ok();
            assert_eq!(id.as_ref().map(DocumentId::as_str), expected, "{file}");
        }
    }

    #[test]
    fn only_a_day_is_a_day_of_publication() {
        assert!(day("2033-03-16").is_ok());
        for written in ["2033-03", "2033", "16.3.2033", "2033-02-30", ""] {
            assert!(day(written).is_err(), "{written}");
        }
    }
}
