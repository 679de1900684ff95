//! The built site as nginx and Caddy serve it, with the files that `cargo xtask hosting` makes for them.

use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use crate::bring::Folder;
use crate::child::Running;
use crate::site::{dist, xtask};

/// How often another free port is tried: somebody may take one before the server does.
const TRIES: usize = 5;

/// A server that many hosts use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Host {
    /// As Debian packages it, with its module for copies that are compressed with brotli.
    Nginx,
    /// As Debian packages it.
    Caddy,
}

/// A copy of the site, served as long as this lives, with a page and a picture in folders of their own.
#[derive(Debug)]
pub struct Hosted {
    // The server ends before its folder does.
    _server: Running,
    folder: Folder,
    address: String,
}

/// What a host answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, by their names in small letters. Of two with one name, the values are joined with ` & `.
    pub headers: BTreeMap<String, String>,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Host {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    /// Serves a copy of the site under `base` on a port of this machine that is free.
    ///
    /// # Errors
    /// If the server is missing, or refuses the files.
    pub fn serve(self, base: &str) -> anyhow::Result<Hosted> {
        let folder = Folder::new()?;
        let site = folder.path().join("site");
        copy(&dist(), &site)?;
        fs::create_dir_all(site.join("i/x"))?;
        fs::write(site.join("i/x/index.html"), "<!doctype html><title>x</title>")?;
        fs::create_dir_all(site.join("preview"))?;
        fs::write(site.join("preview/0123456789abcdef.png"), "a picture")?;
        let mut hosting = xtask();
        hosting.args(["hosting", "--base", base, "--dist"]).arg(&site).arg("--root").arg(&site);
        let made = hosting.arg("--out").arg(folder.path()).output().context("cannot start the pipeline's program")?;
        ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // What `build` writes there, too.
        fs::copy(folder.path().join("_headers"), site.join("_headers"))?;
        for _ in 0..TRIES {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            let mut command = match self {
                Self::Nginx => nginx(&folder, port)?,
                Self::Caddy => caddy(&folder, port)?,
            };
            if let Ok((server, ())) = Running::start(&mut command, |line| line.contains(self.is_up()).then_some(())) {
                return Ok(Hosted { _server: server, folder, address: format!("http://127.0.0.1:{port}{base}") });
            }
        }
        bail!("{self:?} does not start with the files that are in its folder: see above what it says")
    }

    /// What it writes once it listens.
    const fn is_up(self) -> &'static str {
        match self {
            Self::Nginx => "getrlimit",
            Self::Caddy => "serving initial configuration",
        }
    }
}

/// The folder with the servers.
fn hosts() -> PathBuf {
    std::env::var_os("STANDPOINT_HOSTS").map_or_else(|| PathBuf::from("/"), PathBuf::from)
}

/// nginx with the files in `folder`, as one process that needs nothing outside of it.
fn nginx(folder: &Folder, port: u16) -> anyhow::Result<Command> {
    let (hosts, own) = (hosts(), folder.path().display());
    let module = hosts.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let types = hosts.join("etc/nginx/mime.types");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path \"{own}/{kind}\";\n"))
        .concat();
    let text = format!(
        "load_module \"{}\";\ndaemon off;\nmaster_process off;\npid \"{own}/nginx.pid\";\nerror_log /dev/stdout notice;\n\
         events {{}}\nhttp {{\naccess_log off;\ninclude \"{}\";\ndefault_type application/octet-stream;\n{temporary}\
         include \"{own}/standpoint-map.conf\";\n\
         server {{\nlisten 127.0.0.1:{port};\ninclude \"{own}/standpoint.conf\";\n}}\n}}\n",
        module.display(),
        types.display()
    );
    let config = folder.write("nginx.conf", &text)?;
    let mut command = Command::new(hosts.join("usr/sbin/nginx"));
    command.args(["-e", "stderr", "-p"]).arg(folder.path()).arg("-c").arg(config);
    Ok(command)
}

/// Caddy with the files in `folder`, which keeps what it keeps there.
fn caddy(folder: &Folder, port: u16) -> anyhow::Result<Command> {
    let text = format!(
        "{{\n\tadmin off\n\tauto_https off\n\tlog {{\n\t\toutput stdout\n\t}}\n}}\n\nhttp://127.0.0.1:{port} {{\n\timport standpoint.caddy\n}}\n"
    );
    let config = folder.write("Caddyfile", &text)?;
    let mut command = Command::new(hosts().join("usr/bin/caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(config);
    command.env("HOME", folder.path()).env("XDG_DATA_HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
    Ok(command)
}

impl Hosted {
    /// Where the page is, with the slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The folder that is served.
    #[must_use]
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Asks for a path, from the folder of the page on, with these headers. A redirect is not followed.
    ///
    /// # Errors
    /// If nothing comes back.
    pub fn ask(&self, path: &str, headers: &[(&'static str, &str)]) -> anyhow::Result<Answer> {
        self.ask_at(&format!("{}{path}", self.address), headers)
    }

    /// Asks for a whole address.
    ///
    /// # Errors
    /// As [`Hosted::ask`].
    pub fn ask_at(&self, address: &str, headers: &[(&'static str, &str)]) -> anyhow::Result<Answer> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build()?;
            let asked = headers.iter().fold(client.get(address), |asked, (name, value)| asked.header(*name, *value));
            let response = asked.send().await.with_context(|| format!("{address} does not answer"))?;
            let mut told: BTreeMap<String, String> = BTreeMap::new();
            for (name, value) in response.headers() {
                let value = String::from_utf8_lossy(value.as_bytes());
                let all = told.entry(name.to_string()).or_default();
                *all = if all.is_empty() { value.into_owned() } else { format!("{all} & {value}") };
            }
            let status = response.status().as_u16();
            Ok(Answer { status, headers: told, body: response.bytes().await?.to_vec() })
        })
    }
}

impl Answer {
    /// The value of a header; empty if there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("there is no site in {}", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
