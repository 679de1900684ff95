//! Where things are.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::run;

/// The folders that the commands work in; all absolute.
pub(crate) struct Paths {
    /// The repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, which `CARGO_TARGET_DIR` may have put elsewhere.
    pub(crate) target: PathBuf,
    /// This program, for tests that start it anew.
    pub(crate) program: PathBuf,
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
        Ok(Self { root, target, program })
    }

    /// The folder with the data of the dossier.
    pub(crate) fn seeds(&self) -> PathBuf {
        self.root.join("seeds")
    }

    /// The folder that `build` writes the site into unless it is told another.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// `path` as a reader of the terminal would write it: below the repository without the repository's own path.
    pub(crate) fn show<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
