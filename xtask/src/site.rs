//! The page as a set of files that any static host can serve from any folder.
//!
//! ```text
//! src/ ──cargo──▶ wasm ──(release: split)──▶ wasm-bindgen ──▶ wasm + js ──(release: wasm-opt, esbuild, hashed names)──▶ Site
//! style/, src/boot.js, index.html with the dossier's facts ───────────────────────────────────────────────────────────┘
//! ```

mod compile;
mod facts;
pub(crate) mod packed;
mod shell;
mod split;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::npm::Tools;
use crate::paths::Paths;
use crate::run;
pub(crate) use compile::Std;
use compile::{Bound, Profile};

/// The page's name in its files' names, and cargo's name for its binary.
const NAME: &str = "standpoint";

/// Which site is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Quick to build, for the one who works on it: stable file names, nothing minified, no Node.
    Draft,
    /// Small, for a static host: names that carry their content's hash, everything minified.
    Release(Std),
}

/// The files of the page, by their path relative to the folder that they are served from.
pub(crate) struct Site {
    files: BTreeMap<String, Vec<u8>>,
    /// The names of those that the first view does without.
    later: BTreeSet<String>,
}

/// Builds one [`Site`] after another, and keeps what the next one can use.
pub(crate) struct Builder<'a> {
    paths: &'a Paths,
    kind: Kind,
    bound: Option<Bound>,
}

impl<'a> Builder<'a> {
    /// Nothing is built yet.
    pub(crate) fn new(paths: &'a Paths, kind: Kind) -> Self {
        Self { paths, kind, bound: None }
    }

    /// Builds the site from the sources as they are now.
    ///
    /// # Errors
    /// Whatever is wrong with the sources or keeps the tools from running; the message says what to do.
    pub(crate) fn build(&mut self) -> anyhow::Result<Site> {
        let root = &self.paths.root;
        let facts = facts::read(self.paths.seeds())?;
        let shell = fs::read_to_string(root.join("index.html")).context("cannot read index.html")?;
        // Before the long part, so that a slip in the shell shows at once.
        shell::check(&shell, &facts)?;

        let profile = match self.kind {
            Kind::Draft => Profile::Dev,
            Kind::Release(std) => Profile::Release(std),
        };
        let compiled = compile::compile(self.paths, profile)?;
        let bound = match self.bound.take() {
            Some(bound) if bound.is_of(&compiled) => bound,
            Some(_) | None => {
                compile::bind(&compiled, &self.paths.target.join("site/bound"), self.kind != Kind::Draft)?
            }
        };
        let bound = self.bound.insert(bound);

        let mut site = Site { files: BTreeMap::new(), later: BTreeSet::new() };
        let assets = match self.kind {
            Kind::Draft => site.add_draft(bound, root)?,
            Kind::Release(_) => {
                run::say("shrinking the module, the scripts and the styles");
                site.add_release(bound, root, &Tools::install(self.paths)?, &self.paths.target.join("site"))?
            }
        };
        let index = shell::fill(&shell, &assets, &facts)?;
        site.files.insert("index.html".to_owned(), index.into_bytes());
        Ok(site)
    }
}

impl Site {
    /// The files as they are. A browser follows the imports of `style/index.css` itself.
    fn add_draft(&mut self, bound: &Bound, root: &Path) -> anyhow::Result<shell::Assets> {
        let styles = root.join("style");
        for entry in fs::read_dir(&styles).context("cannot read style/")? {
            let path = entry.context("cannot read style/")?.path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.files.insert(format!("style/{name}"), read(&path)?);
            }
        }
        let mut add = |name: String, bytes| {
            self.files.insert(name.clone(), bytes);
            name
        };
        Ok(shell::Assets {
            boot: add("boot.js".to_owned(), read(&root.join("src/boot.js"))?),
            glue: add(format!("{NAME}.js"), read(&bound.glue())?),
            wasm: add(format!("{NAME}.wasm"), read(&bound.wasm())?),
            more: String::new(),
            style: "style/index.css".to_owned(),
        })
    }

    /// The files made small, under names that change when their content does.
    fn add_release(&mut self, bound: &Bound, root: &Path, tools: &Tools, work: &Path) -> anyhow::Result<shell::Assets> {
        let small = work.join("small.wasm");
        let mut add = |stem: &str, extension: &str, bytes: Vec<u8>| {
            let name = format!("{stem}.{}.{extension}", packed::fingerprint(&bytes));
            self.files.insert(name.clone(), bytes);
            name
        };
        let more = bound.more.as_deref().context("a release has a second module")?;
        tools.wasm_opt(more, &small)?;
        let more = add("more", "wasm", read(&small)?);
        let style = add("later", "css", tools.bundle_css(&root.join("style/later.css"))?.into_bytes());
        split::write_script(&bound.folder, &more, &style)?;
        tools.wasm_opt(&bound.wasm(), &small)?;
        let assets = shell::Assets {
            boot: add("boot", "js", tools.minify_js(&root.join("src/boot.js"))?.into_bytes()),
            glue: add(NAME, "js", tools.bundle_js(&bound.glue())?.into_bytes()),
            wasm: add(NAME, "wasm", read(&small)?),
            more: more.clone(),
            style: add("style", "css", tools.bundle_css(&root.join("style/first.css"))?.into_bytes()),
        };
        self.later.extend([more, style]);
        Ok(assets)
    }

    /// Lets the page load one more script of its own origin.
    ///
    /// # Errors
    /// If index.html has no `</head>`.
    pub(crate) fn add_script(&mut self, name: &str, script: &str) -> anyhow::Result<()> {
        let index = self.files.get_mut("index.html").context("the site has no index.html")?;
        let head = b"</head>";
        let end = index.windows(head.len()).position(|at| at == head).context("index.html has no </head>")?;
        let tag = format!("<script type=\"module\" src=\"{name}\"></script>");
        index.splice(end..end, tag.into_bytes());
        self.files.insert(name.to_owned(), script.into());
        Ok(())
    }

    /// Every file with its path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// Writes every file into `folder`.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        self.files().try_for_each(|(name, bytes)| write(&folder.join(name), bytes))
    }
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes one file, and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
