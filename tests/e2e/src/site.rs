//! The built site, served on a port of its own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::child::Running;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder of the built site.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("STANDPOINT_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The pipeline's program, in the repository.
pub(crate) fn xtask() -> Command {
    let mut program = if let Some(program) = std::env::var_os("STANDPOINT_XTASK") {
        Command::new(program)
    } else {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
        cargo.args(["run", "--quiet", "--package", "xtask", "--"]);
        cargo
    };
    program.current_dir(root());
    program
}

/// The site, as long as this lives.
#[derive(Debug)]
pub(crate) struct Site {
    _server: Running,
    address: String,
}

impl Site {
    /// Serves the site in the folder `dist` under `base`.
    ///
    /// # Errors
    /// If there is no site or the server does not start.
    pub(crate) fn serve(dist: &Path, base: &str) -> anyhow::Result<Self> {
        let mut server = xtask();
        server.args(["serve", "--port", "0", "--base", base, "--dist"]).arg(dist);
        let (server, address) = Running::start(&mut server, |line| Some(line.to_owned()))?;
        Ok(Self { _server: server, address })
    }

    /// Where the page is, with the slash at its end.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}
