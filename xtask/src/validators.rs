//! The programs of others that read what is exported, for the tests: from `PyPI` and from npm.
//!
//! Their versions are pinned in `tests/exports/`. They are installed under the target folder, never in the repository.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::paths::Paths;
use crate::{npm, run};

/// Where they are.
pub(crate) struct Validators {
    /// A Python that has the packages of `tests/exports/python/requirements.txt`.
    pub(crate) python: PathBuf,
    /// The folder of the packages of `tests/exports/npm/package.json`.
    pub(crate) modules: PathBuf,
}

impl Validators {
    /// Installs the pinned packages, unless these very versions are installed.
    ///
    /// # Errors
    /// If Node, npm or Python is missing and cannot be installed, or an install fails.
    pub(crate) fn install(paths: &Paths) -> anyhow::Result<Self> {
        let modules = npm::install(
            paths,
            "tests/exports/npm",
            "validators",
            "ajv, csv-parse, graphology, jsonld and a validator of schema.org",
        )?;
        Ok(Self { python: python(paths)?, modules })
    }
}

/// A virtual environment with the pinned packages.
fn python(paths: &Paths) -> anyhow::Result<PathBuf> {
    let list = paths.root.join("tests/exports/python/requirements.txt");
    let wanted = fs::read(&list).with_context(|| format!("cannot read {}", list.display()))?;
    let folder = paths.target.join("validators/python");
    let python = folder.join("bin/python");
    // Written last, so that an install that was cut short is not taken for one that stands.
    let installed = folder.join("installed.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    ensure_python()?;
    run::say("installing NetworkX, frictionless and the Data Package profiles from PyPI, at their pinned versions");
    let made = Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder).stdout(std::io::stderr()).status();
    if !made.is_ok_and(|status| status.success()) {
        bail!("python3 cannot make a virtual environment (on Debian: sudo apt-get install python3-venv)");
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"])
        .arg(&list);
    run::run(pip.stdout(std::io::stderr()))
        .context("pip could not install what checks the exports: is PyPI reachable?")?;
    fs::write(&installed, wanted).with_context(|| format!("cannot write {}", installed.display()))?;
    Ok(python)
}

/// Has Python 3.11 or newer with virtual environments, where that can be done without asking.
fn ensure_python() -> anyhow::Result<()> {
    let is_here = || {
        let asked = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
        let status = Command::new("python3").args(["-c", asked]).stderr(std::process::Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    if !is_here() && run::is_root() && run::is_installed("apt-get") {
        run::say("installing python3-venv with apt-get");
        run::apt_install(&["python3", "python3-venv"])?;
    }
    if !is_here() {
        bail!(
            "the tests of exports need Python 3.11 or newer with its module venv \
             (on Debian: sudo apt-get install python3 python3-venv)"
        );
    }
    Ok(())
}
