//! `cargo xtask build`: the site for a static host.

mod embed;

use std::process::ExitCode;

use dossier::Text;

use crate::args::{Arg, Args};
use crate::paths::Paths;
use crate::run::say;
use crate::site::packed::PackedSite;
use crate::site::pages::base_url;
use crate::site::{Builder, Kind, Std};
use crate::toolchain;

pub(crate) fn run(mut args: Args) -> anyhow::Result<ExitCode> {
    let (mut out, mut std, mut seeds, mut texts, mut base) = (None, Std::Rebuilt, None, Vec::new(), None);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Option(name) if name == "out" => out = Some(std::path::absolute(args.path()?)?),
            Arg::Option(name) if name == "seeds" => seeds = Some(args.path()?),
            Arg::Option(name) if name == "with-text" => texts.push(args.path()?),
            Arg::Option(name) if name == "base-url" => base = Some(base_url(&args.value()?.to_string_lossy())?),
            Arg::Option(name) if name == "stock-std" => std = Std::Stock,
            Arg::Option(_) | Arg::Value(_) => return Err(arg.unknown().into()),
        }
    }
    let paths = Paths::find()?.with_seeds(seeds)?;
    let out = out.unwrap_or_else(|| paths.dist());
    let texts = embed::read(&paths, &texts)?;
    let site = with_texts(&paths, std, texts, base)?;
    site.write(&out)?;
    print!("{site}");
    say(format_args!("the site is in {}: copy the folder to any static host", paths.show(&out)));
    Ok(ExitCode::SUCCESS)
}

/// Builds the release; falls back to the toolchain's own standard library where the sources of it are not to be had.
///
/// # Errors
/// If the build fails.
pub(crate) fn release(paths: &Paths, std: Std) -> anyhow::Result<PackedSite> {
    with_texts(paths, std, Vec::new(), None)
}

fn with_texts(paths: &Paths, std: Std, texts: Vec<Text>, base: Option<String>) -> anyhow::Result<PackedSite> {
    let builder = Builder::new(paths, Kind::Release(available(paths, std)));
    PackedSite::new(&builder.with_texts(texts).at(base).build()?)
}

/// `std`, if the toolchain has or can be given what it needs.
pub(crate) fn available(paths: &Paths, std: Std) -> Std {
    match std {
        Std::Stock => Std::Stock,
        Std::Rebuilt => match toolchain::ensure_std_sources(&paths.root) {
            Ok(()) => Std::Rebuilt,
            Err(error) => {
                say(format_args!("{error:#}: building with the toolchain's own standard library, which is larger"));
                Std::Stock
            }
        },
    }
}
