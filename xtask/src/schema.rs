//! `cargo xtask schema`: the JSON Schema of the files in `seeds/`, generated from the types.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;

use crate::args::Args;
use crate::paths::Paths;
use crate::site::write;

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    args.end()?;
    let paths = Paths::find()?;
    for (path, text) in files(&folder(&paths))? {
        write(&path, text.as_bytes())?;
        println!("{}", paths.show(&path));
    }
    Ok(ExitCode::SUCCESS)
}

/// The schema files that are not what the types say; they are named as in the repository.
///
/// # Errors
/// Never in practice: a schema is JSON.
pub(crate) fn stale(paths: &Paths) -> anyhow::Result<Vec<String>> {
    let files = files(&folder(paths))?.into_iter();
    let stale = files.filter(|(path, text)| fs::read(path).ok().as_deref() != Some(text.as_bytes()));
    Ok(stale.map(|(path, _)| paths.show(&path)).collect())
}

fn folder(paths: &Paths) -> PathBuf {
    paths.seeds().join("schema")
}

/// Every schema file in `folder`, with its text.
///
/// # Errors
/// Never in practice: a schema is JSON.
pub(crate) fn files(folder: &Path) -> anyhow::Result<Vec<(PathBuf, String)>> {
    let file = |(name, schema)| {
        let text = serde_json::to_string_pretty(&schema).context("a schema is JSON")?;
        Ok((folder.join(name), text + "\n"))
    };
    dossier::schema::files().into_iter().map(file).collect()
}
