//! The tools that come from npm: `wasm-opt` and `esbuild` for the optimised build, `axe-core` for the end-to-end tests.
//!
//! Their versions are pinned in `xtask/npm/package-lock.json`. They are installed under the target folder, never in the
//! repository. `serve` needs none of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use crate::paths::Paths;
use crate::run;

/// Below this version `wasm-opt` finishes without an error and yields a page that breaks at run time.
const OLDEST_BINARYEN: u32 = 116;

/// The installed packages.
pub(crate) struct Tools {
    modules: PathBuf,
}

impl Tools {
    /// Installs the pinned packages, unless these very versions are installed.
    ///
    /// # Errors
    /// If Node or npm is missing, or the install fails.
    pub(crate) fn install(paths: &Paths) -> anyhow::Result<Self> {
        let modules = install(paths, "xtask/npm", "npm", "binaryen, esbuild and axe-core")?;
        Ok(Self { modules })
    }

    /// Shrinks the module `from` into `to`.
    ///
    /// # Errors
    /// If `wasm-opt` is too old or fails.
    pub(crate) fn wasm_opt(&self, from: &Path, to: &Path) -> anyhow::Result<()> {
        let version = run::output(self.node("binaryen/bin/wasm-opt").arg("--version"))?;
        match binaryen_version(&version) {
            Some(OLDEST_BINARYEN..) => {}
            Some(version) => bail!(
                "wasm-opt is version {version}; below {OLDEST_BINARYEN} it breaks the page: raise xtask/npm/package.json"
            ),
            None => bail!("wasm-opt says `{}`, which is no version", version.trim_end()),
        }
        run::run(
            self.node("binaryen/bin/wasm-opt")
                // Flat code shows what is alike, which one pass finds and the next one uses.
                .args(["--flatten", "--rereloop", "-Oz", "-Oz"])
                // Below the first kilobyte lies the end of the stack: no pointer to data is that small.
                .arg("--low-memory-unused")
                .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
                // What rustc emits for wasm32 by default; wasm-bindgen drops the section that would say so.
                .args(["--enable-bulk-memory", "--enable-multivalue", "--enable-mutable-globals"])
                .args(["--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext"])
                .arg(from)
                .arg("--output")
                .arg(to),
        )
    }

    /// A stylesheet with its imports put in, without white space and comments.
    ///
    /// # Errors
    /// If `esbuild` finds a fault or an import that is not there.
    pub(crate) fn bundle_css(&self, entry: &Path) -> anyhow::Result<String> {
        run::output(self.esbuild().args(["--bundle", "--external:data:*"]).arg(entry))
    }

    /// A script without white space, comments and long local names.
    ///
    /// # Errors
    /// If `esbuild` finds a fault.
    pub(crate) fn minify_js(&self, script: &Path) -> anyhow::Result<String> {
        run::output(self.esbuild().arg("--format=esm").arg(script))
    }

    /// A script with what it imports put in, likewise small.
    ///
    /// # Errors
    /// If `esbuild` finds a fault or an import that is not there.
    pub(crate) fn bundle_js(&self, entry: &Path) -> anyhow::Result<String> {
        run::output(self.esbuild().args(["--bundle", "--format=esm"]).arg(entry))
    }

    /// The accessibility checker's script, which the end-to-end tests run in the page.
    pub(crate) fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }

    fn esbuild(&self) -> Command {
        let mut command = self.node("esbuild/bin/esbuild");
        command.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
        command
    }

    fn node(&self, script: &str) -> Command {
        let mut command = Command::new("node");
        command.arg(self.modules.join(script));
        command
    }
}

/// Installs the packages that the lock file in `from` pins into `folder` of the target folder, unless these very versions are
/// installed; the folder that programs import them from.
///
/// # Errors
/// If Node or npm is missing, or the install fails.
pub(crate) fn install(paths: &Paths, from: &str, folder: &str, what: &str) -> anyhow::Result<PathBuf> {
    for program in ["node", "npm"] {
        ensure!(
            run::is_installed(program),
            "`{program}` is missing: the optimised build and the tests of the built site and of exports need Node 18 or newer \
             (on Debian: apt-get install nodejs npm); `cargo xtask serve` does without"
        );
    }
    let (from, folder) = (paths.root.join(from), paths.target.join(folder));
    let modules = folder.join("node_modules");
    let lock = from.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    // Written last, so that an install that was cut short is not taken for one that stands.
    let installed = folder.join("installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(modules);
    }
    run::say(format_args!("installing {what} from npm, at their pinned versions"));
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        let from = from.join(file);
        fs::copy(&from, folder.join(file)).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    run::run(Command::new("npm").args(["ci", "--ignore-scripts", "--loglevel=error"]).current_dir(&folder))
        .with_context(|| format!("npm could not install {what}: is the npm registry reachable?"))?;
    fs::write(&installed, wanted).with_context(|| format!("cannot write {}", installed.display()))?;
    Ok(modules)
}

/// The number in `wasm-opt version 132 (version_132)`.
fn binaryen_version(printed: &str) -> Option<u32> {
    printed.strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_opt_is_read_from_what_it_prints() {
        for (printed, version) in [
            ("wasm-opt version 132 (version_132)\n", Some(132)),
            ("wasm-opt version 108\n", Some(108)),
            ("wasm-opt version \n", None),
            ("esbuild 0.28\n", None),
        ] {
            assert_eq!(binaryen_version(printed), version, "{printed}");
        }
    }

    #[test]
    fn the_lock_file_names_no_registry() {
        for lock in
            [include_str!("../npm/package-lock.json"), include_str!("../../tests/exports/npm/package-lock.json")]
        {
            assert!(!lock.contains("\"resolved\""), "run npm with omit-lockfile-registry-resolved=true");
        }
    }
}
