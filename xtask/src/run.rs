//! Running other programs.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

/// Tells the user what is being done now. On stderr: stdout is for results.
pub(crate) fn say(text: impl std::fmt::Display) {
    eprintln!("==> {text}");
}

/// The cargo that runs this program, in the repository.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs to the end; what the program prints, the user sees.
///
/// # Errors
/// If it cannot be started or says that it failed.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs to the end, and returns what the program wrote to stdout; what it wrote to stderr, the user sees.
///
/// # Errors
/// If it cannot be started or says that it failed.
pub(crate) fn output(command: &mut Command) -> anyhow::Result<String> {
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}` did not print text", line(command)))
}

/// Whether a program of this name is installed, that is, can be asked for its version.
pub(crate) fn is_installed(program: impl AsRef<OsStr>) -> bool {
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Whether whoever runs this may install programs without asking anybody.
pub(crate) fn is_root() -> bool {
    Command::new("id").arg("--user").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Installs packages of Debian; only for [root](is_root).
///
/// # Errors
/// If `apt-get` fails.
pub(crate) fn apt_install(packages: &[&str]) -> anyhow::Result<()> {
    let apt = |arguments: &[&str], packages: &[&str]| {
        // On stderr, as all that is told on the way.
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).args(packages);
        run(command.stdout(std::io::stderr()))
    };
    apt(&["update", "--quiet"], &[])?;
    apt(&["install", "--yes", "--quiet", "--no-install-recommends"], packages)
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
