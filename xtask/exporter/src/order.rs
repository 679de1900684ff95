//! Command-line arguments of an export.

use std::path::PathBuf;

use anyhow::{bail, ensure};
use dossier::export::Format;
use explore::query::codec::{Decoded, decode, foreign};
use lexopt::{Arg, Parser, ValueExt as _};

/// The repository's own data, from this package.
const SEEDS: &str = "../../seeds";

/// The arguments, read.
pub(crate) struct Order {
    /// The files to write, each once.
    pub(crate) formats: Vec<Format>,
    /// What of the dossier: everything, where nothing is asked.
    pub(crate) asked: Decoded,
    /// The folder of the data.
    pub(crate) seeds: PathBuf,
    /// Copies of its articles.
    pub(crate) articles: Vec<PathBuf>,
    /// Where the page stands, without a query string; empty where nobody said.
    pub(crate) address: String,
    out: Option<PathBuf>,
}

impl Order {
    /// Reads the arguments.
    ///
    /// # Errors
    /// If one is not known, lacks its value, or does not go with another.
    pub(crate) fn read(mut parser: Parser) -> anyhow::Result<Self> {
        let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let mut order = Self {
            formats: Vec::new(),
            asked: Decoded::default(),
            seeds: PathBuf::from(own).join(SEEDS),
            articles: Vec::new(),
            address: String::new(),
            out: None,
        };
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("format") => order.format(&parser.value()?.string()?)?,
                Arg::Long("query") => order.query(&parser.value()?.string()?)?,
                Arg::Long("seeds") => order.seeds = parser.value()?.into(),
                Arg::Long("article") => order.articles.push(parser.value()?.into()),
                Arg::Long("base-url") => {
                    let address = parser.value()?.string()?;
                    let plain = address.split(['?', '#']).next().unwrap_or_default();
                    ensure!(
                        plain.contains("://"),
                        "--base-url {address}: say it whole, as in https://example.org/standpoint/"
                    );
                    plain.clone_into(&mut order.address);
                }
                Arg::Long("out") => order.out = Some(parser.value()?.into()),
                Arg::Long(_) | Arg::Short(_) | Arg::Value(_) => return Err(arg.unexpected().into()),
            }
        }
        if order.formats.is_empty() {
            order.formats.push(Format::Package);
        }
        ensure!(
            order.articles.is_empty() || order.formats.contains(&Format::Dna),
            "--article is for --format dna alone: no other file has words of an article besides its quotes"
        );
        Ok(order)
    }

    fn format(&mut self, word: &str) -> anyhow::Result<()> {
        let Some(format) = Format::from_word(word) else {
            let words: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
            bail!("there is no format {word}: name one of {}", words.join(", "));
        };
        if !self.formats.contains(&format) {
            self.formats.push(format);
        }
        Ok(())
    }

    /// Takes a query string, or a whole link of the page.
    fn query(&mut self, link: &str) -> anyhow::Result<()> {
        let search = link.split_once('?').map_or(link, |(_, search)| search);
        let search = search.split('#').next().unwrap_or_default();
        self.asked = decode(search);
        if let Some(rejected) = self.asked.rejected.first() {
            bail!("--query cannot be read: {}", rejected.part());
        }
        if let Some(other) = foreign(search).first() {
            bail!("--query has a part that no link of the page has: {other}");
        }
        Ok(())
    }

    /// Where a file is to be written; `None` for standard output.
    ///
    /// # Errors
    /// If nobody said where an archive or several files go.
    pub(crate) fn path(&self, format: Format) -> anyhow::Result<Option<PathBuf>> {
        match &self.out {
            Some(out) if self.formats.len() > 1 || out.is_dir() || out.to_string_lossy().ends_with('/') => {
                Ok(Some(out.join(format.file())))
            }
            Some(out) => Ok(Some(out.clone())),
            None if self.formats.len() > 1 => bail!("--out DIR is missing: several files need a folder"),
            None if format == Format::Package => bail!("--out FILE is missing: an archive is no text to print"),
            None => Ok(None),
        }
    }
}
