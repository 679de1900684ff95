//! Paths of the repository and of build outputs.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;

use crate::run;

/// The repository's own data, from its root.
const SEEDS: &str = "seeds";

/// Names the folder with the data to the build scripts, where that is not the repository's own.
const NAMES_SEEDS: &str = "STANDPOINT_SEEDS";

/// The folders that the commands work in; all absolute.
pub(crate) struct Paths {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, which `CARGO_TARGET_DIR` may have put elsewhere.
    pub(crate) target: PathBuf,
    /// This program, for tests that start it anew.
    pub(crate) program: PathBuf,
    seeds: PathBuf,
    /// [`Paths::seeds`] as it was given.
    named: PathBuf,
}

impl Paths {
    /// Asks cargo.
    ///
    /// # Errors
    /// If `cargo metadata` fails, which is when a manifest is broken.
    pub(crate) fn find() -> anyhow::Result<Self> {
        // Asked before cargo can replace the file, as it does when it builds the workspace.
        let program = std::env::current_exe().context("this program has no file")?;
        let own =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = own.parent().context("xtask's folder has no parent")?.to_owned();
        let metadata = run::output(run::cargo(&root).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?.into();
        let seeds = root.join(SEEDS);
        Ok(Self { root, target, program, seeds, named: SEEDS.into() })
    }

    /// The same, with the data in another folder, if one is given.
    ///
    /// # Errors
    /// If there is no such folder.
    pub(crate) fn with_seeds(self, seeds: Option<PathBuf>) -> anyhow::Result<Self> {
        let Some(named) = seeds else { return Ok(self) };
        let seeds = named
            .canonicalize()
            .with_context(|| format!("there is no folder {}: `cargo xtask new-article` makes one", named.display()))?;
        Ok(Self { seeds, named, ..self })
    }

    /// The folder with the data of the dossier: that of the repository unless another was given.
    pub(crate) fn seeds(&self) -> &Path {
        &self.seeds
    }

    /// Whether the data is that of the repository.
    pub(crate) fn has_own_seeds(&self) -> bool {
        self.seeds == self.root.join(SEEDS)
    }

    /// Has `cargo` build with that data: never with what the surroundings happen to say, since the programs of a site tell of the
    /// same.
    pub(crate) fn name_seeds(&self, cargo: &mut Command) {
        if self.has_own_seeds() {
            cargo.env_remove(NAMES_SEEDS);
        } else {
            cargo.env(NAMES_SEEDS, &self.seeds);
        }
    }

    /// The folder that `build` writes the site into unless it is told another.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// `path` as a reader of the terminal would write it: the data by the name that was given, the rest of the repository
    /// without the repository's own path.
    pub(crate) fn show(&self, path: &Path) -> String {
        if let Ok(inside) = path.strip_prefix(&self.seeds) {
            // An empty path would end the name in a slash.
            let shown = if inside.as_os_str().is_empty() { self.named.clone() } else { self.named.join(inside) };
            return shown.display().to_string();
        }
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_as_it_was_given() {
        let [root, seeds] = ["/repository", "/home/somebody/bridge"].map(PathBuf::from);
        let [target, program] = ["/repository/target", "/repository/target/xtask"].map(PathBuf::from);
        let paths = Paths { root, target, program, seeds, named: PathBuf::from("../bridge") };
        for (path, shown) in [
            ("/home/somebody/bridge/documents/may.json", "../bridge/documents/may.json"),
            ("/home/somebody/bridge", "../bridge"),
            ("/repository/dist", "dist"),
            ("/elsewhere/dist", "/elsewhere/dist"),
        ] {
            assert_eq!(paths.show(Path::new(path)), shown);
        }
    }
}
