//! `cargo xtask import-dna`: an event list of Discourse Network Analyzer as a folder of data to complete.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail, ensure};
use dossier::Faults;
use dossier::item::Item;
use export::Omission;
use export::dna::{Article, Column, DayOrder, EventList, ReadOptions, import, read};

use crate::args::{Arg, Args, Usage, missing};
use crate::site::write;
use crate::{schema, table};

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut list, mut seeds, mut articles) = (None, None, Vec::new());
    let mut options = ReadOptions::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(path) if list.is_none() => list = Some(PathBuf::from(path)),
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "article" => articles.push(args.text()?),
            Arg::Option(ref name) => {
                if !read_option(&mut options, name, &mut args)? {
                    return Err(arg.unknown().into());
                }
            }
            Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let file = list.ok_or_else(|| missing("FILE.csv"))?;
    let seeds = seeds.ok_or_else(|| missing("--seeds DIR"))?;
    ensure!(is_free(&seeds), "{} holds something already: name a folder that does not exist yet", seeds.display());

    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let list = read(&bytes, &options)
        .map_err(|flaws| anyhow!("nothing is written, for {} cannot be read as it is:\n{flaws}", file.display()))?;
    let articles = articles.iter().map(|given| article(given, &list)).collect::<anyhow::Result<BTreeMap<_, _>>>()?;
    let import = import(&list, &articles);
    for (name, text) in &import.files {
        write(&seeds.join(name), text.as_bytes())?;
    }
    // Beside the data, so that editors complete and flag its fields.
    for (path, text) in schema::files(&seeds.join("schema"))? {
        write(&path, text.as_bytes())?;
    }
    println!("{} of {} statements written to {}.", import.positions, list.statements.len(), seeds.display());
    tell("How the list was read:", &list.told);
    tell(
        "To decide by somebody who knows the people:",
        &import.doubts.iter().map(Omission::to_string).collect::<Vec<_>>(),
    );
    tell("Not taken from the list:", &import.losses.iter().map(Omission::to_string).collect::<Vec<_>>());
    if let Err(faults) = dossier::load(&seeds) {
        print!("To complete, for the list does not say it:\n{}", to_complete(&faults));
        println!("`cargo xtask check-data --seeds {}` says where each stands.", seeds.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes an option that says how the list is to be read; `false` if `name` is none.
fn read_option(options: &mut ReadOptions, name: &str, args: &mut Args) -> anyhow::Result<bool> {
    let column = |name: &str, among: &[Column]| {
        Column::from_word(&name.replace('-', "_")).filter(|column| among.contains(column))
    };
    match name {
        "encoding" => options.encoding = Some(args.text()?),
        "supports" => options.supports.push(args.text()?),
        "opposes" => options.opposes.push(args.text()?),
        "part" => options.part.push(args.text()?),
        "days" => {
            let word = args.text()?;
            options.days = DayOrder::from_word(&word);
            let orders = DayOrder::ALL.iter().map(|order| order.word()).collect::<Vec<_>>().join(" or ");
            ensure!(options.days.is_some(), Usage::new(format!("--days {word}: say {orders}")));
        }
        "without" => {
            let word = args.text()?;
            let columns = ReadOptions::DISPENSABLE.map(Column::word).join(", ");
            let column = column(&word, &ReadOptions::DISPENSABLE)
                .ok_or_else(|| Usage::new(format!("--without {word}: a list can do without {columns} alone")))?;
            options.without.insert(column);
        }
        _ => match column(name, &ReadOptions::MAPPABLE) {
            Some(column) => {
                options.columns.insert(column, args.text()?);
            }
            None => return Ok(false),
        },
    }
    Ok(true)
}

/// Prints lines below a heading, if there are any.
fn tell(heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        println!("{heading}");
    }
    for line in lines {
        println!("  {line}");
    }
}

/// Whether nothing is in the way: there is no such folder, or it is empty.
fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// A copy as it was given: `FILE`, or `DOCUMENT_ID=FILE` where the list has several documents.
fn article(given: &str, list: &EventList) -> anyhow::Result<(String, Article)> {
    let mut ids: Vec<&str> = list.statements.iter().map(|statement| statement.document.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let named = given.split_once('=').filter(|(id, _)| ids.contains(id));
    let (id, path) = match (named, ids.as_slice()) {
        (Some(named), _) => named,
        (None, &[id]) => (id, given),
        (None, _) => bail!("--article {given}: say of which document, as in {}=FILE", ids.first().unwrap_or(&"1")),
    };
    let source = fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    Ok((id.to_owned(), Article::new(source)))
}

/// The faults of a draft by kind of item and field, counted: one line for all stakeholders without a camp.
fn to_complete(faults: &Faults) -> String {
    let mut counts: BTreeMap<(String, &str, &str), usize> = BTreeMap::new();
    for fault in faults {
        let file = fault.file.split_once('/').map_or(fault.file.clone(), |(folder, _)| format!("{folder}/"));
        let kind = match &fault.item {
            Item::File => "file",
            Item::Named { kind, .. } | Item::Unnamed { kind, .. } => kind.word(),
        };
        *counts.entry((file, kind, &fault.field)).or_default() += 1;
    }
    let row = |((file, kind, field), count): ((String, &str, &str), usize)| {
        vec![count.to_string(), format!("{kind} {field}"), file]
    };
    table::lines(&[">", "<", "<"], counts.into_iter().map(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "time;person;concept;agreement;document_id\n2031-05-03;Ada;Toll;1;1\n2031-05-03;Ada;Toll;1;2\n";

    #[test]
    fn an_article_says_of_which_document_it_is_where_there_are_several() {
        let (one, two) = (TWO.replace("1;2\n", "1;1\n"), TWO);
        let id = |given: &str, list: &str| {
            let list = read(list.as_bytes(), &ReadOptions::default()).expect("a list");
            article(given, &list).map(|(id, _)| id).map_err(|error| error.to_string())
        };
        let here = file!().trim_start_matches("xtask/");
        assert_eq!(id(here, &one), Ok("1".to_owned()));
        assert_eq!(id(&format!("2={here}"), two), Ok("2".to_owned()));
        assert_eq!(id(here, two), Err(format!("--article {here}: say of which document, as in 1=FILE")));
        assert_eq!(id("3=no-such-file", &one), Err("cannot read 3=no-such-file".to_owned()));
    }

    #[test]
    fn what_is_left_to_complete_is_counted_by_field() {
        let folder = std::env::temp_dir().join(format!("standpoint-import-dna-{}", std::process::id()));
        let import = import(&read(TWO.as_bytes(), &ReadOptions::default()).expect("a list"), &BTreeMap::new());
        for (name, text) in &import.files {
            write(&folder.join(name), text.as_bytes()).expect("the folder can be written to");
        }
        let faults = dossier::load(&folder).expect_err("much is left to complete");
        fs::remove_dir_all(&folder).expect("the folder is ours");
        let told = to_complete(&faults);
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for line in [
            "1 stakeholder camp stakeholders.json",
            "1 issue proposition issues.json",
            "2 position attribution.kind documents/",
            "2 position evidence documents/",
            "2 document dateline documents/",
            "1 file license dossier.json",
        ] {
            assert!(told.lines().any(|found| words(found) == words(line)), "{line}\n{told}");
        }
        assert!(!told.contains("published") && !told.contains("stance"), "what the list says is complete:\n{told}");
    }
}
