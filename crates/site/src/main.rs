//! Writes the pages of the dossier that the program carries into a folder: `cargo xtask` runs it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use explore::Engine;
use lexopt::prelude::*;
use site::{LEFT_OUT, Sentence, Shell, Site};
use standpoint::embedded;

/// What the build asks for.
#[derive(Default)]
struct Asked {
    shell: PathBuf,
    out: PathBuf,
    assets: Vec<(String, String)>,
    site: Site,
    /// Whether to print the site's sentences instead of writing its pages.
    sentences: bool,
}

fn main() -> ExitCode {
    match read(lexopt::Parser::from_env()).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pages: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn read(mut args: lexopt::Parser) -> anyhow::Result<Asked> {
    let mut asked = Asked::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("shell") => asked.shell = args.value()?.into(),
            Long("out") => asked.out = args.value()?.into(),
            Long("asset") => {
                let asset = args.value()?.string()?;
                let (name, value) = asset.split_once('=').context("an asset is NAME=VALUE")?;
                asked.assets.push((name.to_owned(), value.to_owned()));
            }
            Long("base-url") => asked.site.base = Some(args.value()?.string()?),
            Long("inline") => {
                let file = PathBuf::from(args.value()?);
                asked.site.inline =
                    Some(fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
            }
            Long("style") => asked.site.styles.push(args.value()?.string()?),
            Long("more") => asked.site.more = args.value()?.string()?,
            Long("sentences") => asked.sentences = true,
            Long("has-texts") => asked.site.has_texts = true,
            Short(_) | Long(_) | Value(_) => return Err(arg.unexpected().into()),
        }
    }
    Ok(asked)
}

fn run(asked: &Asked) -> anyhow::Result<()> {
    let dossier = Box::leak(Box::new(embedded::dossier()));
    let engine: &'static Engine<'static> = Box::leak(Box::new(Engine::new(dossier)));
    if asked.sentences {
        print_sentences(engine);
        return Ok(());
    }
    let mut site = asked.site.clone();
    site.pictures = pictures(engine, &asked.out)?;
    let template =
        fs::read_to_string(&asked.shell).with_context(|| format!("cannot read {}", asked.shell.display()))?;
    let shell = Shell::new(template, asked.assets.clone())?;
    for (name, text) in site::write(engine, &shell, &site)? {
        put(&asked.out, &name, text.as_bytes())?;
    }
    if site.base.is_none() {
        eprintln!("==> without --base-url the pages leave out: {LEFT_OUT}");
    }
    Ok(())
}

/// Prints every sentence about who stands where, one a line: the item's id, which text it is, the sentence.
fn print_sentences(engine: &'static Engine<'static>) {
    for Sentence { item, place, says } in site::sentences(engine) {
        println!("{item}\t{place}\t{says}");
    }
    #[cfg(feature = "previews")]
    for subject in preview::Previews::new(engine).subjects() {
        if let Some(picture) = preview::Previews::new(engine).picture(subject) {
            println!("{}\tpicture\t{}", subject.name(), picture.alt);
        }
    }
}

/// Draws the pictures, and says where each is.
#[cfg(feature = "previews")]
fn pictures(engine: &'static Engine<'static>, out: &Path) -> anyhow::Result<BTreeMap<site::Subject, site::Drawn>> {
    use sha2::{Digest as _, Sha256};

    let previews = preview::Previews::new(engine);
    let mut drawn = BTreeMap::new();
    let subjects = previews.subjects();
    let pictures: Vec<_> = subjects.iter().filter_map(|&subject| previews.picture(subject)).collect();
    for ((subject, picture), png) in subjects.into_iter().zip(&pictures).zip(preview::draw_all(&pictures)?) {
        let digest = Sha256::digest(&png);
        let digest = digest.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        let path = format!("preview/{}.{digest:016x}.png", subject.name());
        put(out, &path, &png)?;
        drawn.insert(of(subject), site::Drawn { path, alt: picture.alt.clone() });
    }
    Ok(drawn)
}

#[cfg(feature = "previews")]
fn of(subject: preview::Subject) -> site::Subject {
    use dossier::ItemKind;
    use preview::Subject;

    match subject {
        Subject::Dossier => site::Subject::Dossier,
        Subject::Stakeholder(id) => site::Subject::Thing(ItemKind::Stakeholder, id.to_string()),
        Subject::Issue(id) => site::Subject::Thing(ItemKind::Issue, id.to_string()),
        Subject::Position(id) => site::Subject::Thing(ItemKind::Position, id.to_string()),
        Subject::Quote(id) => site::Subject::Thing(ItemKind::Quote, id.to_string()),
        Subject::Event(id) => site::Subject::Thing(ItemKind::Event, id.to_string()),
    }
}

/// A draft has none.
#[cfg(not(feature = "previews"))]
#[expect(clippy::unnecessary_wraps, reason = "as where they are drawn")]
fn pictures(_: &'static Engine<'static>, _: &Path) -> anyhow::Result<BTreeMap<site::Subject, site::Drawn>> {
    Ok(BTreeMap::new())
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let file = folder.join(name);
    if let Some(above) = file.parent() {
        fs::create_dir_all(above).with_context(|| format!("cannot create {}", above.display()))?;
    }
    fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
}
