//! The stages of the tests, each with what it needs.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, anyhow};

use super::tally::Tally;
use super::{browser, hosts};
use crate::npm::Tools;
use crate::paths::Paths;
use crate::site::Std;
use crate::validators::Validators;
use crate::{build, run, toolchain};

/// One kind of tests.
pub(super) struct Stage {
    /// What is tested, for the one who reads along.
    pub(super) name: &'static str,
    /// Prepares what the tests need and runs them; an error means that none ran.
    pub(super) run: fn(&Paths) -> anyhow::Result<Outcome>,
}

/// How the tests came out, and what else went wrong: sources that do not compile, a runner that broke off.
pub(super) type Outcome = (Tally, Option<anyhow::Error>);

/// The package of the end-to-end tests.
const E2E: &str = "standpoint-e2e";

/// The package of what is exported.
const EXPORTS: &str = "standpoint-exports";

/// Every stage, in the order in which they run.
pub(super) const ALL: &[Stage] = &[
    Stage { name: "the crates and the tools", run: native },
    Stage { name: "what is exported, read by programs of others", run: exports },
    Stage { name: "the page's parts, in a browser", run: in_browser },
    Stage { name: "the built site, as a reader uses it", run: end_to_end },
];

fn native(paths: &Paths) -> anyhow::Result<Outcome> {
    tests(run::cargo(&paths.root).args([
        "test",
        "--workspace",
        "--no-fail-fast",
        "--exclude",
        E2E,
        "--exclude",
        EXPORTS,
    ]))
}

fn exports(paths: &Paths) -> anyhow::Result<Outcome> {
    let Validators { python, modules } = Validators::install(paths)?;
    let mut cargo = run::cargo(&paths.root);
    cargo.args(["test", "--package", EXPORTS, "--no-fail-fast"]);
    tests(cargo.env("STANDPOINT_PYTHON", python).env("STANDPOINT_NODE_MODULES", modules))
}

fn in_browser(paths: &Paths) -> anyhow::Result<Outcome> {
    browser::ensure()?;
    toolchain::ensure_wasm_target(&paths.root)?;
    run::run(run::cargo(&paths.root).args(["build", "--package", "web-test-runner"]))?;
    let runner = paths.target.join("debug/web-test-runner");
    let mut cargo = run::cargo(&paths.root);
    cargo.args(["test", "--package", "standpoint", "--test", "web", "--target", toolchain::WASM]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    // wasm-bindgen looks for several drivers; this names the one that is there.
    cargo.env("CHROMEDRIVER", driver()?);
    // Seconds until the runner gives up on the driver and on the tests; its own are too few for a busy machine.
    tests(cargo.env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60").env("WASM_BINDGEN_TEST_TIMEOUT", "300"))
}

fn end_to_end(paths: &Paths) -> anyhow::Result<Outcome> {
    let mut cargo = journeys(paths)?;
    cargo.arg("--no-fail-fast");
    // The tests that need the servers are ignored unless they are asked for: where they cannot run, they count as skipped.
    match hosts::ensure(paths) {
        Ok(folder) => cargo.env("STANDPOINT_HOSTS", folder).args(["--", "--include-ignored"]),
        Err(error) => {
            run::say(format_args!("not checked with nginx and Caddy: {error:#}"));
            &mut cargo
        }
    };
    tests(&mut cargo)
}

/// Takes the pictures of the page anew.
///
/// # Errors
/// If the site cannot be built, or a picture cannot be taken.
pub(super) fn take_pictures(paths: &Paths) -> anyhow::Result<()> {
    const TAKES_THEM: &str = "looks::page_matches_the_readme_pictures";
    let mut cargo = journeys(paths)?;
    run::run(cargo.args(["--test", "journeys", "--", "--exact", TAKES_THEM]).env("STANDPOINT_PICTURES", "anew"))
}

/// The end-to-end tests, against a release built for them.
fn journeys(paths: &Paths) -> anyhow::Result<Command> {
    browser::ensure()?;
    let dist = paths.target.join("site/tested");
    build::release(paths, Std::Rebuilt)?.write(&dist)?;
    let axe = Tools::install(paths)?.axe();
    let mut cargo = run::cargo(&paths.root);
    cargo.args(["test", "--package", E2E]);
    cargo.env("STANDPOINT_DIST", dist).env("STANDPOINT_AXE", axe).env("STANDPOINT_XTASK", &paths.program);
    Ok(cargo)
}

/// Where the driver is: the runner of the in-browser tests wants a path.
fn driver() -> anyhow::Result<std::path::PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(browser::DRIVER))
        .find(|file| file.is_file())
        .with_context(|| format!("{} is not on the PATH", browser::DRIVER))
}

/// Runs tests, shows what they print, and counts them by their closing lines.
fn tests(command: &mut Command) -> anyhow::Result<Outcome> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cannot start cargo")?;
    let mut tally = Tally::default();
    for line in BufReader::new(child.stdout.take().context("the tests have no output")?).split(b'\n') {
        let line = String::from_utf8_lossy(&line.context("the tests' output broke off")?).into_owned();
        println!("{line}");
        tally = tally + Tally::read(&line).unwrap_or_default();
    }
    let status = child.wait().context("the tests did not end")?;
    Ok(outcome(tally, status.success()))
}

/// A run that failed without a failed test, or that ran none, counts as one failure.
fn outcome(tally: Tally, succeeded: bool) -> Outcome {
    match (tally.ran(), succeeded) {
        (true, true) => (tally, None),
        (true, false) if tally.failed > 0 => (tally, None),
        (true, false) => (tally + Tally::FAULT, Some(anyhow!("every test that ran passed, but not all could be run"))),
        (false, true) => (tally + Tally::FAULT, Some(anyhow!("there was no test to run"))),
        (false, false) => (tally + Tally::FAULT, Some(anyhow!("it failed before the first test"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_without_a_result_counts_as_a_failure() {
        for (passed, failed, succeeded, counted, has_trouble) in [
            (3, 0, true, 0, false),
            (3, 2, false, 2, false),
            (3, 0, false, 1, true),
            (0, 0, true, 1, true),
            (0, 0, false, 1, true),
        ] {
            let (tally, trouble) = outcome(Tally { passed, failed, skipped: 0 }, succeeded);
            assert_eq!((tally.failed, trouble.is_some()), (counted, has_trouble), "{passed} {failed} {succeeded}");
        }
    }
}
