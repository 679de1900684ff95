//! `cargo xtask fuzz`: searches for inputs that break a law of what reads other people's inputs.
//!
//! libFuzzer, guided by coverage, on the stable toolchain: the marks that it needs are put in by a pass of LLVM that stable
//! rustc can be told to run. `cargo-fuzz` does the same and adds sanitizers, which find nothing in code without `unsafe`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};

use crate::args::{Arg, Args, Usage};
use crate::paths::Paths;
use crate::run::{self, say};

/// Every target, as it is called in `fuzz/`.
const TARGETS: [&str; 5] = ["normalize", "paste", "copy", "link", "import"];

/// How long each target runs unless somebody says otherwise, in minutes.
const MINUTES: u32 = 5;

/// What makes rustc mark each branch and each comparison, as libFuzzer wants them.
const MARKS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                     -Cllvm-args=-sanitizer-coverage-trace-compares";

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut chosen, mut minutes) = (Vec::new(), MINUTES);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "minutes" => minutes = args.parse()?,
            Arg::Value(value) => chosen.push(target(&value.to_string_lossy())?),
            Arg::Option(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?;
    let programs = build(&paths)?;
    let chosen = if chosen.is_empty() { TARGETS.to_vec() } else { chosen };
    let broken: Vec<&str> =
        chosen.into_iter().filter(|target| fuzz(&paths, &programs, target, minutes).is_err()).collect();
    if broken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    bail!(
        "a law is broken in {}: the input is named above. Copy it to fuzz/regressions/<target>/, so that every test run \
         tries it, and mend what it found",
        broken.join(", ")
    )
}

/// The target of this name.
fn target(name: &str) -> Result<&'static str, Usage> {
    let found = TARGETS.iter().copied().find(|target| *target == name);
    found.ok_or_else(|| Usage::new(format!("there is no target `{name}`, there are {}", TARGETS.join(", "))))
}

/// Compiles the targets, and returns the folder of their programs.
fn build(paths: &Paths) -> anyhow::Result<PathBuf> {
    let host = run::output(std::process::Command::new("rustc").arg("-vV"))?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not name its host")?;
    let target = paths.target.join("fuzz");
    let mut cargo = run::cargo(&paths.root.join("fuzz"));
    // Named, although it is the host: the marks are then for the targets and not for their build scripts.
    cargo
        .args(["build", "--release", "--bins", "--target", host])
        .env("CARGO_TARGET_DIR", &target)
        .env("RUSTFLAGS", MARKS);
    run::run(&mut cargo)?;
    Ok(target.join(host).join("release"))
}

/// Runs one target over what it found before, our seeds and the findings that are kept.
///
/// # Errors
/// If a law is broken, an input takes ten seconds or two gigabytes, or the program cannot be started.
fn fuzz(paths: &Paths, programs: &Path, target: &str, minutes: u32) -> anyhow::Result<()> {
    let own = paths.root.join("fuzz");
    let work = paths.target.join("fuzz").join(target);
    let (corpus, artifacts) = (work.join("corpus"), work.join("artifacts"));
    let mut folders = vec![corpus.clone()];
    folders.extend(
        ["seeds", "regressions"]
            .map(|folder| own.join(folder).join(target))
            .into_iter()
            .filter(|folder| folder.is_dir()),
    );
    for folder in [&corpus, &artifacts] {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    say(format_args!("fuzzing {target} for {minutes} min"));
    let mut program = std::process::Command::new(programs.join(target));
    program.args(&folders);
    program.arg(format!("-max_total_time={}", u64::from(minutes) * 60));
    program.arg(format!("-artifact_prefix={}/", artifacts.display()));
    let words = own.join("dictionaries").join(format!("{target}.dict"));
    if words.is_file() {
        program.arg(format!("-dict={}", words.display()));
    }
    run::run(program.args(["-max_len=4096", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_program_and_seeds_and_is_tried_by_the_tests() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let programs = std::fs::read_dir(root.join("fuzz/fuzz_targets")).expect("the folder is there").flatten();
        let mut programs: Vec<String> =
            programs.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        programs.sort();
        let mut named = TARGETS.map(|target| format!("{target}.rs"));
        named.sort();
        assert_eq!(programs, named);
        let tests = std::fs::read_to_string(root.join("tests/suite/fuzzed.rs")).expect("the file is there");
        for target in TARGETS {
            assert!(root.join("fuzz/seeds").join(target).is_dir(), "{target}");
            assert!(tests.contains(&format!("holds(\"{target}\", laws::{target})")), "{target}");
        }
    }

    #[test]
    fn a_target_that_there_is_not_is_refused() {
        assert_eq!(target("link"), Ok("link"));
        let refused = target("links").expect_err("there is none").to_string();
        assert_eq!(refused, "there is no target `links`, there are normalize, paste, copy, link, import");
    }
}
