//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded as its sources change.
//!
//! The page's address is the first line on stdout; everything else goes to stderr.

mod http;
mod watch;

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, ensure};
use tokio::sync::watch as signal;

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::run::say;
use crate::site::{Builder, Kind, Std};
use http::Base;

/// Where the page is served unless another port is asked for.
const PORT: u16 = 8080;

/// How many ports above the one asked for are tried when it is taken.
const MORE_PORTS: u16 = 20;

/// The script that reloads the page after a build.
const RELOAD: &str = include_str!("serve/reload.js");

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut port, mut dist, mut base, mut kind, mut seeds) = (PORT, None, Base::default(), Kind::Draft, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "port" => port = args.parse()?,
            Arg::Option(name) if name == "dist" => dist = Some(args.path()?),
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "base" => base = Base::new(&args.value()?.to_string_lossy()),
            Arg::Option(name) if name == "release" => kind = Kind::Release(Std::Rebuilt),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let listener = listen(port)?;
    match dist {
        Some(dist) => {
            ensure!(
                dist.join("index.html").is_file(),
                "there is no site in {}: `cargo xtask build` makes one",
                dist.display()
            );
            http::serve(listener, &dist, &base, None)?;
        }
        None => serve_sources(listener, &base, kind, Paths::find()?.with_seeds(seeds)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds, serves, and builds again at each change.
fn serve_sources(listener: TcpListener, base: &Base, kind: Kind, paths: Paths) -> anyhow::Result<()> {
    let kind = match kind {
        Kind::Draft => Kind::Draft,
        Kind::Release(std) => Kind::Release(crate::build::available(&paths, std)),
    };
    let (_watcher, changes) = watch::start(&paths)?;
    let folder = paths.target.join("site/served");
    let (announce, builds) = signal::channel(0);
    let (first, is_up) = mpsc::channel();
    let site = folder.clone();
    thread::spawn(move || {
        let mut builder = Builder::new(&paths, kind);
        say("building the page; the first time this takes a few minutes");
        loop {
            match rebuild(&mut builder, &site) {
                Ok(()) => {
                    announce.send_replace(now());
                    // Nobody listens after the first time.
                    let _ = first.send(());
                }
                Err(error) => say(format_args!("{error:#}\n    the last good build stays; waiting for a change")),
            }
            let Some(source) = watch::next(&changes) else { return };
            say(format_args!("{} changed, building", paths.show(&source)));
        }
    });
    is_up.recv().context("the build stopped")?;
    http::serve(listener, &folder, base, Some(builds))
}

fn rebuild(builder: &mut Builder, folder: &Path) -> anyhow::Result<()> {
    let mut site = builder.build()?;
    site.add_script("reload.js", RELOAD)?;
    site.write(folder)?;
    say("built");
    Ok(())
}

/// A number that no two builds share, not even those of two runs of this program: milliseconds of the clock.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_millis().try_into().unwrap_or_default()
}

/// Takes `port`, or the next one that is free; 0 takes any.
fn listen(port: u16) -> anyhow::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(MORE_PORTS) };
    for candidate in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => {
                if candidate != port {
                    say(format_args!("port {port} is taken, so the page is at {candidate}"));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on 127.0.0.1:{candidate}")),
        }
    }
    anyhow::bail!("the ports {port} to {last} are all taken: choose one with --port, or any with --port 0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_yields_the_next_free_one() {
        let taken = listen(0).expect("some port is free").local_addr().expect("it is bound");
        let held = TcpListener::bind(taken).expect("it was free a moment ago");
        let next = listen(taken.port()).expect("one of the next ports is free").local_addr().expect("it is bound");
        assert!(next.port() > taken.port());
        drop(held);
    }
}
