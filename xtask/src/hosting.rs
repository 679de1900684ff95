//! `cargo xtask hosting`: what a built site's host has to be told, as ready files.

use std::process::ExitCode;

use crate::args::{Arg, Args, Usage};
use crate::paths::Paths;
use crate::run::say;
use crate::site::hosting::{Built, Place};
use crate::site::write;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut dist, mut out, mut root, mut base, mut ancestors) = (None, None, None, None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "dist" => dist = Some(args.path()?),
            Arg::Option(name) if name == "out" => out = Some(std::path::absolute(args.path()?)?),
            Arg::Option(name) if name == "root" => root = Some(args.parse::<String>()?),
            Arg::Option(name) if name == "base" => base = Some(args.parse::<String>()?),
            Arg::Option(name) if name == "frame-ancestors" => ancestors = Some(args.parse::<String>()?),
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let place = Place::new(root.as_deref(), base.as_deref(), ancestors.as_deref())
        .map_err(|error| Usage::new(error.to_string()))?;
    let paths = Paths::find()?;
    let built = Built::read(&dist.unwrap_or_else(|| paths.dist()))?;
    let out = out.unwrap_or_else(|| paths.target.join("hosting"));
    for (name, text) in built.files(&place) {
        write(&out.join(name), text.as_bytes())?;
    }
    say(format_args!(
        "the files for nginx and Caddy and `_headers` are in {}: docs/hosting.md says where each goes",
        paths.show(&out)
    ));
    Ok(ExitCode::SUCCESS)
}
