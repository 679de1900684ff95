//! `cargo xtask point`: the pointer to a passage, ready to be pasted into `seeds/`.

use std::process::ExitCode;

use anyhow::Context as _;

use crate::args::{Arg, Args, Usage, missing};
use crate::verify::read;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let mut next = |what: &str| match args.next()? {
        Some(Arg::Value(value)) => Ok(value.to_string_lossy().into_owned()),
        Some(option @ Arg::Option(_)) => Err(option.unknown()),
        None => Err(missing(what)),
    };
    let (article, paragraph, passage) = (next("ARTICLE.txt")?, next("PARAGRAPH")?, next("PASSAGE")?);
    args.end()?;
    let paragraph = paragraph.parse().map_err(|_| Usage::new(format!("`{paragraph}` is no paragraph's number")))?;
    let evidence = read(article.as_ref())?.point(paragraph, &passage).context("the passage cannot be pointed at")?;
    println!("{}", serde_json::to_string_pretty(&evidence).context("an Evidence is JSON")?);
    Ok(ExitCode::SUCCESS)
}
