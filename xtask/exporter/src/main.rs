//! `cargo xtask export`: a dossier, or what a link shows of it, as files for other programs.
//!
//! It is a program of its own, because it knows the page's queries, and with them the embedded data: a fault there must not keep
//! `cargo xtask` from saying where it is.

mod order;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use dossier::export::Format;
use dossier::{Dossier, Text, text};
use explore::{Engine, explore};
use export::Omission;
use export::dna::{self, Copy, NEVER_WRITTEN};
use order::Order;
use worker::export::ExportFile;

fn main() -> ExitCode {
    match Order::read(lexopt::Parser::from_env()).and_then(|order| run(&order)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask export: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(order: &Order) -> anyhow::Result<()> {
    let seeds = &order.seeds;
    let dossier = dossier::load(seeds).with_context(|| format!("the data in {} has faults", seeds.display()))?;
    let texts = order.articles.iter().map(|path| of(&dossier, path)).collect::<anyhow::Result<Vec<_>>>()?;
    let copies: Vec<Copy> =
        texts.iter().map(|(document, text)| Copy { document, paragraphs: text.paragraphs() }).collect();
    // It lives as long as the program.
    let edition = Engine::new(Box::leak(Box::new(dossier)));
    let page = explore(&edition, &order.asked);
    if let Some(notice) = &page.notice {
        bail!("--query cannot be answered as it stands: {}", notice.text);
    }
    let taken = ExportFile::new(&edition, &order.asked, false, &order.address);
    if order.address.is_empty() {
        eprintln!("==> links are left out, for nobody said where the page stands: --base-url URL");
    }
    for &format in &order.formats {
        let path = order.path(format)?;
        let mut to: Box<dyn Write> = match &path {
            Some(path) => Box::new(BufWriter::new(create(path)?)),
            None => Box::new(io::stdout().lock()),
        };
        let cannot = || format!("cannot write {}", format.file());
        let (said, losses, never) = if format == Format::Dna {
            let written = dna::write(&taken.export_set(), &copies, &mut to, &mut |_, _| {}).with_context(cannot)?;
            let said = format!("{} of {} positions written", written.statements, taken.counts().positions);
            (said, written.losses, NEVER_WRITTEN)
        } else {
            let losses = taken.write(format, &mut to, &mut |_, _| {}).with_context(cannot)?;
            (format!("{} written: {}", format.file(), page.sentence()), losses, &[][..])
        };
        to.flush().with_context(cannot)?;
        tell(&said, &losses, never);
    }
    Ok(())
}

/// Says what was written, and what of the dossier is not in it.
fn tell(said: &str, losses: &[Omission], never: &[&str]) {
    let lacks = if losses.is_empty() && never.is_empty() { "" } else { ". Not in it, or written otherwise:" };
    eprintln!("==> {said}{lacks}");
    for loss in losses {
        eprintln!("  {loss}");
    }
    for never in never {
        eprintln!("  {never}");
    }
}

fn create(path: &PathBuf) -> anyhow::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    File::create(path).with_context(|| format!("cannot write {}", path.display()))
}

/// The id of the document that the copy at `path` is of, and its text.
///
/// # Errors
/// If the copy cannot be read, or is not, letter for letter, the text that a document was coded from: places and words
/// would be of something else.
fn of(dossier: &Dossier, path: &Path) -> anyhow::Result<(String, Text)> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let Ok(source) = String::from_utf8(bytes) else {
        bail!("{} is not UTF-8: save it in that encoding", path.display())
    };
    let text = text::normalize(&source);
    let digest = text.digest();
    let coded = dossier.documents.iter().find(|coded| coded.document.text_sha256 == digest);
    ensure!(
        coded.is_some(),
        "{} is not the text of a document of the dossier: see what `cargo xtask verify` says",
        path.display()
    );
    Ok((coded.map(|coded| coded.document.id.to_string()).unwrap_or_default(), text))
}
