//! The servers that the tests have serve the site: nginx and Caddy, as Debian packages them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use crate::paths::Paths;
use crate::run;

/// The packages, `nginx-common` for the list of file types.
const PACKAGES: [&str; 4] = ["nginx", "nginx-common", "libnginx-mod-http-brotli-static", "caddy"];

/// What the tests use of them, from the folder that they are unpacked in.
const FILES: [&str; 4] = [
    "usr/sbin/nginx",
    "etc/nginx/mime.types",
    "usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "usr/bin/caddy",
];

/// The folder with the servers: `/` where they are installed, else one in which their packages are unpacked. Installed they
/// would be started, and listen to everybody.
///
/// # Errors
/// If they are missing and cannot be had; the message says what to install.
pub(super) fn ensure(paths: &Paths) -> anyhow::Result<PathBuf> {
    let unpacked = paths.target.join("hosts");
    if let Some(there) = [Path::new("/"), &unpacked].into_iter().find(|folder| is_here(folder)) {
        return Ok(there.to_owned());
    }
    let all = PACKAGES.join(" ");
    unpack(&unpacked).with_context(|| {
        format!("these tests need nginx with its brotli module and Caddy (on Debian: sudo apt-get install {all})")
    })?;
    Ok(unpacked)
}

fn unpack(folder: &Path) -> anyhow::Result<()> {
    ensure!(run::is_installed("apt-get") && run::is_installed("dpkg-deb"), "this is no Debian");
    run::say(format_args!("unpacking {} into {}", PACKAGES.join(", "), folder.display()));
    let archives = folder.join("archives");
    std::fs::create_dir_all(&archives).with_context(|| format!("cannot create {}", archives.display()))?;
    // On stderr, as all that is told on the way.
    let apt = |arguments: &[&str]| {
        run::run(Command::new("apt-get").args(arguments).current_dir(&archives).stdout(std::io::stderr()))
    };
    if apt(&[&["download", "--quiet"], PACKAGES.as_slice()].concat()).is_err() {
        // The list of what there is may be old, or missing.
        apt(&["update", "--quiet"])?;
        apt(&[&["download", "--quiet"], PACKAGES.as_slice()].concat())?;
    }
    for entry in std::fs::read_dir(&archives).context("cannot read what was fetched")? {
        run::run(Command::new("dpkg-deb").arg("--extract").arg(entry?.path()).arg(folder))?;
    }
    if !is_here(folder) {
        bail!("the packages do not hold what is expected of them, or lack a library");
    }
    Ok(())
}

/// Whether all is there, and the programs run.
fn is_here(folder: &Path) -> bool {
    let runs = |file: &str, argument: &str| {
        let output = Command::new(folder.join(file)).arg(argument).output();
        output.is_ok_and(|output| output.status.success())
    };
    FILES.iter().all(|file| folder.join(file).is_file()) && runs(FILES[0], "-v") && runs(FILES[3], "version")
}
