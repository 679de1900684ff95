//! The site as it is transferred: compressed copies, and what each file weighs, the first view, and what comes later.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use super::hosting::{Built, HEADERS_FILE, Place};
use super::{Site, write};

/// One file and its compressed copies.
struct Packed {
    name: String,
    part: Part,
    raw: Vec<u8>,
    /// `None` of what is compressed in itself.
    copies: Option<Copies>,
}

/// A file's compressed copies.
struct Copies {
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

/// When a file is fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// With the first view.
    First,
    /// By the program, once it is needed.
    Later,
    /// By whoever follows a link to it: a page of its own, a picture of one, what search engines read.
    Alone,
}

/// A [`Site`] with compressed copies of its files, at the highest quality.
pub(crate) struct PackedSite {
    files: Vec<Packed>,
}

/// Bytes of one file or of several together.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Sizes {
    /// As it is.
    pub(crate) raw: usize,
    /// With gzip, level 9.
    pub(crate) gzip: usize,
    /// With brotli, quality 11.
    pub(crate) brotli: usize,
}

impl PackedSite {
    /// Compresses every file.
    ///
    /// # Errors
    /// Never in practice: it writes to memory.
    pub(crate) fn new(site: &Site) -> anyhow::Result<Self> {
        let pack = |(name, raw): (&str, &[u8])| {
            let is_packed = Path::new(name).extension().is_some_and(|extension| extension == "png");
            let copies = if is_packed { None } else { Some(Copies { gzip: gzip(raw)?, brotli: brotli(raw)? }) };
            Ok(Packed { name: name.to_owned(), part: part(name, site), raw: raw.to_owned(), copies })
        };
        let files: Vec<_> = site.files().collect();
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let packed = std::thread::scope(|scope| {
            let parts = files.chunks(files.len().div_ceil(cores).max(1));
            let parts: Vec<_> =
                parts.map(|part| scope.spawn(|| part.iter().copied().map(pack).collect::<Vec<_>>())).collect();
            parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect::<Result<_, std::io::Error>>()
        });
        packed.map(|files| Self { files }).context("compressing")
    }

    /// What a first view transfers.
    pub(crate) fn first_view(&self) -> Sizes {
        Sizes::sum(self.part(Part::First))
    }

    /// The files that are fetched then.
    fn part(&self, part: Part) -> impl Iterator<Item = &Packed> + Clone {
        self.files.iter().filter(move |file| file.part == part)
    }

    /// Writes every file, with its copies as `.gz` and `.br` beside it, and what hosts read of them, and removes what earlier
    /// builds left there.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            if path.file_name().is_some_and(|name| is_hashed(&name.to_string_lossy())) {
                std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
        let folders: BTreeSet<&str> = self.files.iter().filter_map(|file| Some(file.name.split_once('/')?.0)).collect();
        for path in folders.into_iter().map(|name| folder.join(name)).filter(|path| path.exists()) {
            std::fs::remove_dir_all(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        for file in &self.files {
            write(&folder.join(&file.name), &file.raw)?;
            if let Some(Copies { gzip, brotli }) = &file.copies {
                write(&folder.join(format!("{}.gz", file.name)), gzip)?;
                write(&folder.join(format!("{}.br", file.name)), brotli)?;
            }
        }
        let headers = Built::read(folder)?.headers_file(&Place::new(None, None, None)?);
        write(&folder.join(HEADERS_FILE), headers.as_bytes())
    }
}

impl Sizes {
    fn sum<'a>(files: impl Iterator<Item = &'a Packed>) -> Self {
        files.map(Packed::sizes).fold(Self::default(), |a, b| Self {
            raw: a.raw + b.raw,
            gzip: a.gzip + b.gzip,
            brotli: a.brotli + b.brotli,
        })
    }
}

impl Packed {
    fn sizes(&self) -> Sizes {
        let raw = self.raw.len();
        match &self.copies {
            Some(Copies { gzip, brotli }) => Sizes { raw, gzip: gzip.len(), brotli: brotli.len() },
            None => Sizes { raw, gzip: raw, brotli: raw },
        }
    }
}

/// When a file of the site is fetched.
fn part(name: &str, site: &Site) -> Part {
    let for_others = ["robots.txt", "sitemap.xml", "feed.xml"];
    if name.contains('/') || for_others.contains(&name) {
        Part::Alone
    } else if site.later.contains(name) {
        Part::Later
    } else {
        Part::First
    }
}

/// A table: a row for each file of the first view, in bytes, and their sum; then those that are fetched later, likewise; of those
/// that are fetched alone, the sum.
impl fmt::Display for PackedSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = Vec::new();
        for (says, part) in
            [("first view", Part::First), ("fetched later", Part::Later), ("pages of their own", Part::Alone)]
        {
            let files = self.part(part);
            let total = (format!("{says}, files: {}", files.clone().count()), Sizes::sum(files.clone()));
            let each = files.filter(|_| part != Part::Alone).map(|file| (file.name.clone(), file.sizes()));
            rows.extend(each.chain([total]));
        }
        table(&rows, f)
    }
}

fn table(rows: &[(String, Sizes)], f: &mut impl fmt::Write) -> fmt::Result {
    writeln!(f, "{:<36}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli")?;
    for (name, sizes) in rows {
        writeln!(f, "{name:<36}{:>10}{:>10}{:>10}", sizes.raw, sizes.gzip, sizes.brotli)?;
    }
    Ok(())
}

/// Sixteen hex digits that change when the content does.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a String takes all that is written to it");
        hex
    })
}

/// Whether a file is named `stem.<fingerprint>.extension`, possibly with `.gz` or `.br` behind it.
fn is_hashed(name: &str) -> bool {
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".br")).unwrap_or(name);
    let mut parts = name.split('.');
    let (Some(_), Some(hash), Some("js" | "css" | "wasm"), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn gzip(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(raw)?;
    encoder.finish()
}

fn brotli(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*raw, &mut packed, &params)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn site(files: &[(&str, &[u8])]) -> PackedSite {
        let files = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        PackedSite::new(&Site { files, later: ["more.wasm".to_owned()].into() })
            .expect("memory takes what is written to it")
    }

    #[test]
    fn a_name_follows_the_content_and_only_such_names_are_swept_away() {
        assert_eq!(fingerprint(b""), "e3b0c44298fc1c14");
        assert_eq!(fingerprint(b"bridge"), "17f29b073143d8cd");
        for (name, swept) in [
            ("style.e3b0c44298fc1c14.css", true),
            ("standpoint.e3b0c44298fc1c14.wasm.br", true),
            ("boot.e3b0c44298fc1c14.js.gz", true),
            ("boot.js", false),
            ("index.html", false),
            ("photo.e3b0c44298fc1c14.jpeg", false),
            ("boot.E3B0C44298FC1C14.js", false),
            ("boot.min.js", false),
            ("boot.e3b0c44298fc1c1.js", false),
        ] {
            assert_eq!(is_hashed(name), swept, "{name}");
        }
    }

    #[test]
    fn the_copies_hold_what_the_file_holds() {
        let text = b"The harbour bridge opens at noon. ".repeat(40);
        let packed = site(&[("a.js", &text)]);
        let file = &packed.files[0];
        let (mut gunzipped, mut unbrotlied) = (Vec::new(), Vec::new());
        let copies = file.copies.as_ref().expect("a script is compressed");
        flate2::read::GzDecoder::new(&*copies.gzip).read_to_end(&mut gunzipped).expect("gzip");
        brotli::BrotliDecompress(&mut &*copies.brotli, &mut unbrotlied).expect("brotli");
        assert_eq!((gunzipped, unbrotlied), (text.clone(), text));
    }

    #[test]
    fn the_first_view_is_the_sum_of_the_files_that_are_not_fetched_later() {
        let packed = site(&[("a.js", b"abc"), ("index.html", b"abcd"), ("more.wasm", b"abcde")]);
        let [a, index] = [packed.files[0].sizes(), packed.files[1].sizes()];
        let both = Sizes { raw: 7, gzip: a.gzip + index.gzip, brotli: a.brotli + index.brotli };
        assert_eq!(packed.first_view(), both);
    }

    #[test]
    fn the_table_sums_up_the_first_view_and_then_what_is_fetched_later() {
        let files: [(&str, &[u8]); 5] = [
            ("a.js", b"abc"),
            ("i/ferry/index.html", b"ab"),
            ("more.wasm", b"abcde"),
            ("robots.txt", b"a"),
            ("z.css", b"abcd"),
        ];
        let packed = site(&files);
        let rows: Vec<_> = packed.to_string().lines().map(|line| line[..46].trim_end().to_owned()).collect();
        let row = |name: &str, raw: usize| format!("{name:<36}{raw:>10}");
        assert_eq!(
            rows,
            [
                "bytes                                      raw".to_owned(),
                row("a.js", 3),
                row("z.css", 4),
                row("first view, files: 2", 7),
                row("more.wasm", 5),
                row("fetched later, files: 1", 5),
                row("pages of their own, files: 2", 3),
            ]
        );
    }

    #[test]
    fn the_table_lines_up() {
        let mut text = String::new();
        let row = |name: &str, raw, gzip, brotli| (name.to_owned(), Sizes { raw, gzip, brotli });
        table(&[row("a.js", 1000, 30, 7), row("all", 1, 2, 3)], &mut text).expect("a String");
        assert_eq!(
            text,
            "bytes                                      raw      gzip    brotli\n\
             a.js                                      1000        30         7\n\
             all                                          1         2         3\n"
        );
    }
}
