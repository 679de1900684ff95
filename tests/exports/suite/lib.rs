//! Validation of exports with third-party libraries for Python and Node.js.
//!
//! `cargo xtask test` installs them and sets their paths in the environment:
//!
//! | variable | value |
//! |---|---|
//! | `STANDPOINT_PYTHON` | a Python interpreter with NetworkX, frictionless and the profiles of the Data Package standard |
//! | `STANDPOINT_NODE_MODULES` | a folder with ajv, jsonld, csv-parse, graphology and a schema.org validator |

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};
use dossier::export::{Counts, Format};
use explore::Engine;
use explore::query::codec::decode;
use serde_json::{Value, json};
use site::{Shell, Site};
use worker::export::ExportFile;

/// The exports to check: a data folder relative to the repository's root, and the query string of a view.
pub const EXPORTS: &[(&str, &str)] = &[
    ("seeds", ""),
    ("seeds", "?view=positions&stance=supports&basis=direct"),
    ("tests/fiction/seeds", ""),
    ("tests/fiction/seeds", "?view=timeline&issue=bridge"),
    ("tests/fiction/seeds", "?q=nobody-says-this"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Writes each of the [`EXPORTS`] as a package and runs a check on it.
///
/// # Errors
/// With the output of the first check that fails.
pub fn check(program: Program, check: &str) -> anyhow::Result<()> {
    for (place, (seeds, search)) in EXPORTS.iter().enumerate() {
        let folder = std::env::temp_dir().join(format!("exports-{}-{check}-{place}", std::process::id()));
        fs::create_dir_all(&folder)?;
        export(&root().join(seeds), search, &folder)?;
        program.run(check, &folder).with_context(|| format!("of {seeds}{search}"))?;
    }
    Ok(())
}

/// Writes the JSON-LD of all pages of a site and runs a check on it.
///
/// # Errors
/// As [`check`].
pub fn check_pages(program: Program, check: &str) -> anyhow::Result<()> {
    for seeds in ["seeds", "tests/fiction/seeds"] {
        let folder =
            std::env::temp_dir().join(format!("exports-{}-{check}-{}", std::process::id(), seeds.replace('/', "-")));
        fs::create_dir_all(&folder)?;
        let data = data(&root().join(seeds))?;
        fs::write(folder.join("expected.json"), json!({ "pages": data.len() }).to_string())?;
        fs::write(folder.join("data.json"), Value::Array(data).to_string())?;
        program.run(check, &folder).with_context(|| format!("of {seeds}"))?;
    }
    Ok(())
}

/// Runtime of a check.
#[derive(Clone, Copy, Debug)]
pub enum Program {
    /// `python/check.py`.
    Python,
    /// `npm/check.mjs`.
    Node,
}

impl Program {
    /// Runs a check on `folder` and removes the folder if the check succeeds.
    fn run(self, check: &str, folder: &Path) -> anyhow::Result<()> {
        let output = self.command(check)?.arg(folder).output().context("the program does not start")?;
        let output_text =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        ensure!(output.status.success(), "{check}: {output_text}");
        ensure!(output_text.trim_end().ends_with("checked"), "{check} did not end: {output_text}");
        Ok(fs::remove_dir_all(folder)?)
    }

    fn command(self, check: &str) -> anyhow::Result<Command> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let of = |variable| {
            std::env::var_os(variable).with_context(|| format!("{variable} is not set: run `cargo xtask test`"))
        };
        let mut command = match self {
            Self::Python => {
                let mut command = Command::new(of("STANDPOINT_PYTHON")?);
                command.arg(own.join("python/check.py"));
                command
            }
            Self::Node => {
                let mut command = Command::new("node");
                command.arg(own.join("npm/check.mjs")).arg(of("STANDPOINT_NODE_MODULES")?);
                command
            }
        };
        command.arg(check);
        Ok(command)
    }
}

/// Writes a package of the view `search` into `folder`, with the expected counts and metadata in `expected.json`.
fn export(seeds: &Path, search: &str, folder: &Path) -> anyhow::Result<()> {
    let Ok(dossier) = dossier::load(seeds) else { bail!("the data in {} has faults", seeds.display()) };
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let file = ExportFile::new(&engine, &decode(search), false, "https://example.org/standpoint/");
    let mut package = Vec::new();
    file.write(Format::Package, &mut package, &mut |_, _| {})?;
    fs::write(folder.join(Format::Package.file()), package)?;
    let Counts { stakeholders, issues, positions, quotes, events, questions } = file.counts();
    let version = &engine.dossier.version;
    let expected = json!({
        "positions": positions, "quotes": quotes, "stakeholders": stakeholders, "issues": issues, "events": events,
        "questions": questions, "version": version, "license": engine.dossier.cover.license,
        "link": format!("https://example.org/standpoint/{search}{}at={version}", if search.is_empty() { "?" } else { "&" })
    });
    fs::write(folder.join("expected.json"), expected.to_string())?;
    Ok(())
}

/// JSON-LD of all pages of a site.
fn data(seeds: &Path) -> anyhow::Result<Vec<Value>> {
    let Ok(dossier) = dossier::load(seeds) else { bail!("the data in {} has faults", seeds.display()) };
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let shell = Shell::new("{{static_page}}{{head}}{{views}}{{app}}".to_owned(), Vec::new())?;
    let site = Site { base: Some("https://example.org/standpoint/".to_owned()), ..Site::default() };
    let mut data = Vec::new();
    for (_, page) in site::write(&engine, &shell, &site)?.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let after = page.split("<script type=\"application/ld+json\">").nth(1).context("a page has no JSON-LD")?;
        let json = after.split("</script>").next().unwrap_or_default();
        data.push(serde_json::from_str(json)?);
    }
    Ok(data)
}
