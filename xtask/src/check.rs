//! `cargo xtask check`: everything about the sources that a program can judge without running their tests.
//!
//! Every check runs, also after one that failed; the last lines on stdout say how each came out.

mod licences;

use std::fmt;
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};

use crate::args::Args;
use crate::paths::Paths;
use crate::run::{run as run_program, say};
use crate::site::Std;
use crate::{build, palette, run, schema, toolchain, versions};

/// What a first view may weigh, in bytes with brotli: above this the check fails.
const HEAVIEST: usize = 113_000;

/// What a first view should weigh, in bytes with brotli.
const AIM: usize = 105_000;

/// One check: its name, and what it says when it holds.
type Check = (&'static str, fn(&Paths) -> anyhow::Result<Verdict>);

/// How a check came out when it did not fail.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// It holds; there may be something to know about it.
    Holds(String),
    /// It could not be made here, and why.
    NotChecked(&'static str),
}

const CHECKS: &[Check] = &[
    ("format", |paths| holds(paths, &["fmt", "--all", "--check"])),
    ("lints", |paths| {
        holds(paths, &["clippy", "--workspace", "--all-targets", "--all-features", "--keep-going", "--", "-Dwarnings"])
    }),
    // The data is read from disk by native tests only, so `--all-targets` does not compile here.
    ("lints of the page", |paths| {
        let page = ["clippy", "--package", "standpoint", "--target", toolchain::WASM, "--all-features"];
        let page = [&page, ["--lib", "--bins", "--test", "web"].as_slice()].concat();
        holds(paths, &[page.as_slice(), &["--", "-Dwarnings"]].concat())
    }),
    ("documentation", |paths| documentation(paths, &["--workspace"])),
    ("documentation of the page", |paths| {
        documentation(paths, &["--package", "standpoint", "--lib", "--target", toolchain::WASM])
    }),
    ("licences", licences),
    ("advisories", advisories),
    ("schema", schema_is_current),
    ("versions", |paths| versions::check(paths).map(|()| Verdict::Holds(String::new()))),
    ("palette", palette),
    ("size", size),
];

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    args.end()?;
    let paths = Paths::find()?;
    toolchain::ensure_wasm_target(&paths.root)?;
    let made: Vec<_> = CHECKS
        .iter()
        .map(|(name, check)| {
            say(format_args!("checking: {name}"));
            (name, check(&paths))
        })
        .collect();
    for (name, verdict) in &made {
        match verdict {
            Ok(verdict) => println!("{:<12}{name}{verdict}", verdict.word()),
            Err(error) => println!("{:<12}{name}: {error:#}", "failed"),
        }
    }
    Ok(if made.iter().all(|(_, verdict)| verdict.is_ok()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Verdict {
    fn word(&self) -> &'static str {
        match self {
            Self::Holds(_) => "ok",
            Self::NotChecked(_) => "not checked",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let note = match self {
            Self::Holds(note) => note,
            Self::NotChecked(why) => *why,
        };
        if note.is_empty() { Ok(()) } else { write!(f, ": {note}") }
    }
}

fn holds(paths: &Paths, arguments: &[&str]) -> anyhow::Result<Verdict> {
    run_program(run::cargo(&paths.root).args(arguments))?;
    Ok(Verdict::Holds(String::new()))
}

fn documentation(paths: &Paths, of: &[&str]) -> anyhow::Result<Verdict> {
    // For those who work on it: what is private is documented too.
    let mut doc = run::cargo(&paths.root);
    doc.args(["doc", "--no-deps", "--document-private-items", "--keep-going"]).args(of);
    run_program(doc.env("RUSTDOCFLAGS", "-Dwarnings"))?;
    Ok(Verdict::Holds(String::new()))
}

fn palette(paths: &Paths) -> anyhow::Result<Verdict> {
    let (_, faults) = palette::judge(paths)?;
    ensure!(faults.is_empty(), "{}", faults.join("; "));
    Ok(Verdict::Holds(String::new()))
}

fn licences(paths: &Paths) -> anyhow::Result<Verdict> {
    licences::check(paths).map(|packages| Verdict::Holds(format!("{packages} packages")))
}

/// Needs a database that is fetched from where the code of the world is kept, which not every network reaches.
fn advisories(paths: &Paths) -> anyhow::Result<Verdict> {
    if !run::is_installed("cargo-deny") {
        return Ok(Verdict::NotChecked("cargo-deny is not installed"));
    }
    if run_program(run::cargo(&paths.root).args(["deny", "fetch", "db"])).is_err() {
        return Ok(Verdict::NotChecked("the database of advisories cannot be reached"));
    }
    holds(paths, &["deny", "check", "--disable-fetch", "advisories"])
}

fn schema_is_current(paths: &Paths) -> anyhow::Result<Verdict> {
    let stale = schema::stale(paths)?;
    if !stale.is_empty() {
        bail!("run `cargo xtask schema`: {} differ from the types", stale.join(", "));
    }
    Ok(Verdict::Holds(String::new()))
}

fn size(paths: &Paths) -> anyhow::Result<Verdict> {
    let site = build::release(paths, Std::Rebuilt).context("the site cannot be built")?;
    eprint!("{site}");
    judge(site.first_view().brotli)
}

fn judge(brotli: usize) -> anyhow::Result<Verdict> {
    if brotli > HEAVIEST {
        bail!("a first view is {brotli} bytes with brotli, {} above the limit of {HEAVIEST}", brotli - HEAVIEST);
    }
    let aim = if brotli > AIM { "above" } else { "within" };
    Ok(Verdict::Holds(format!("a first view is {brotli} bytes with brotli, {aim} the aim of {AIM}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_on_a_first_view_is_hard_and_the_aim_is_told() {
        for (brotli, told) in [
            (105_000, Ok("a first view is 105000 bytes with brotli, within the aim of 105000")),
            (105_001, Ok("a first view is 105001 bytes with brotli, above the aim of 105000")),
            (113_000, Ok("a first view is 113000 bytes with brotli, above the aim of 105000")),
            (113_001, Err("a first view is 113001 bytes with brotli, 1 above the limit of 113000")),
        ] {
            let verdict = judge(brotli).map_err(|error| error.to_string());
            assert_eq!(verdict, told.map(|told| Verdict::Holds(told.to_owned())).map_err(str::to_owned), "{brotli}");
        }
    }
}
