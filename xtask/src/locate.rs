//! `cargo xtask locate`: the pointer to a passage, ready to be pasted into `seeds/`.

use std::process::ExitCode;

use anyhow::{Context as _, bail};
use dossier::Text;
use dossier::author::locate::{LocateError, Place, locate};
use dossier::author::write::written;

use crate::args::{Arg, Args, missing};
use crate::paths::Paths;
use crate::run::say;
use crate::verify::{VARIABLE, at_hand, read};

/// How many code points around a place are shown, on each side.
const AROUND: u32 = 30;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut passage, mut article, mut paragraph) = (None, None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "article" => article = Some(args.path()?),
            Arg::Option(name) if name == "paragraph" => paragraph = Some(args.parse()?),
            Arg::Value(value) if passage.is_none() => passage = Some(value.to_string_lossy().into_owned()),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let passage = passage.ok_or_else(|| missing("PASSAGE"))?;
    let article = at_hand(article, &Paths::find()?).with_context(|| {
        format!("there is no article to look in: give a copy with --article FILE, or in {VARIABLE}")
    })?;
    let text = read(&article)?;
    let located = match locate(&text, &passage, paragraph) {
        Ok(located) => located,
        Err(error) => bail!("{}{}", error, listed(&text, &error)),
    };
    let evidence = &located.evidence;
    if located.other_typography {
        let found = text.passage(evidence.paragraph, evidence.start, evidence.end).unwrap_or_default();
        say(format_args!("found with other typography; the article has: {found}"));
    }
    print!("{}", written(evidence));
    Ok(ExitCode::SUCCESS)
}

/// The places to choose from, one a line, each with what stands around it, and how to choose.
fn listed(text: &Text, error: &LocateError) -> String {
    let LocateError::SeveralPlaces { places } = error else { return String::new() };
    let mut lines = String::new();
    for &Place { paragraph, start, end } in places {
        let length = text.paragraph(paragraph).map_or(0, dossier::text::length);
        let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(length));
        let around = text.passage(paragraph, from, to).unwrap_or_default();
        let (left, right) = (if from > 0 { "…" } else { "" }, if to < length { "…" } else { "" });
        lines += format!("\n    --paragraph {paragraph:<4} {left}{around}{right}").as_str();
    }
    lines
}
