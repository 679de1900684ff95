//! `cargo xtask check-data`: everything that can be said of a dossier without judging it. Whether it keeps the rules, whether
//! its pointers hold, what each paragraph yields, and how far two coders agree.

mod agreement;
mod coverage;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use dossier::verify::{Report, best};
use dossier::{Dossier, Text};

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::verify::{VARIABLE, at_hand, holds, named, read};

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut seeds, mut articles, mut other) = (None, Vec::new(), None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "article" => articles.push(args.path()?),
            Arg::Option(name) if name == "compare" => other = Some(args.path()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    if articles.is_empty() {
        // The copy beside the checkout is of the repository's own article.
        articles.extend(if paths.has_own_seeds() { at_hand(None, &paths) } else { named() });
    }
    let dossier = match dossier::load(paths.seeds()) {
        Ok(dossier) => dossier,
        Err(faults) => {
            println!("{faults}");
            return Ok(ExitCode::FAILURE);
        }
    };
    println!("{}: every rule is kept; {}", paths.show(paths.seeds()), inventory(&dossier));
    let copies = copies(&dossier, &articles)?;
    for (place, coded) in dossier.documents.iter().enumerate() {
        let copies: Vec<&Copy> = copies.iter().filter(|copy| copy.of == place).collect();
        println!("\n{}: {}", coded.document.id, coded.document.source_line());
        for copy in &copies {
            println!("  checked against {}", copy.path.display());
            // The first line of a report is the document, which stands above.
            for line in copy.report.to_string().lines().skip(1) {
                println!("  {}", line.trim_start());
            }
        }
        if copies.is_empty() {
            println!("  not checked against the article: give a copy with --article FILE, or in {VARIABLE}");
        }
        let text = copies.iter().find(|copy| copy.report.is_same_text()).map(|copy| &copy.text);
        print!("{}", coverage::told(coded, text));
    }
    if let Some(other) = other {
        let second = dossier::load(&other).with_context(|| format!("the data in {} has faults", other.display()))?;
        print!("\n{}", agreement::told(&dossier, &second, &other.display().to_string()));
    }
    let all_hold = copies.iter().all(|copy| holds(&copy.report));
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What a dossier holds, in a line.
fn inventory(dossier: &Dossier) -> String {
    let counts = [
        (dossier.documents.len(), "document"),
        (dossier.stakeholders.len(), "stakeholder"),
        (dossier.issues.len(), "issue"),
        (dossier.positions().count(), "position"),
        (dossier.quotes().count(), "quote"),
        (dossier.events().count(), "event"),
        (dossier.questions().count(), "question"),
    ];
    counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" })).join(", ")
}

/// A copy of an article, and what it says about the document that it is of.
struct Copy<'p> {
    path: &'p Path,
    /// The document's place in the dossier.
    of: usize,
    text: Text,
    report: Report,
}

fn copies<'p>(dossier: &Dossier, articles: &'p [PathBuf]) -> anyhow::Result<Vec<Copy<'p>>> {
    let mut copies = Vec::new();
    for path in articles {
        let text = read(path)?;
        let report = best(dossier, &text, &[], &mut |_| {}).context("the dossier has no documents")?;
        let of = dossier.documents.iter().position(|coded| coded.document.id == report.document);
        copies.push(Copy { path, of: of.unwrap_or_default(), text, report });
    }
    Ok(copies)
}
