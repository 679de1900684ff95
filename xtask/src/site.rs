//! The page as a set of files that any static host can serve from any folder.
//!
//! ```text
//! src/, worker/ ──cargo──▶ wasm ──(release: split)──▶ wasm-bindgen ──▶ wasm + js ──(release: wasm-opt, esbuild, hashed names)──▶ Site
//! style/, src/boot.js ───────────────────────────────────────────────────────────────────────────────────────────────────────┤
//! index.html, filled by crates/site with what each page shows ──────────────────────────────────────────────────────────────┘
//! ```

mod compile;
pub(crate) mod hosting;
pub(crate) mod packed;
pub(crate) mod pages;
pub(crate) mod policy;
mod split;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use dossier::Text;
use dossier::versions::Versions;

use crate::npm::Tools;
use crate::paths::Paths;
use crate::{run, versions};
pub(crate) use compile::Std;
use compile::{Bound, Profile, Program};

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
    bounds: Vec<Bound>,
    texts: Vec<Text>,
    base: Option<String>,
}

impl<'a> Builder<'a> {
    /// Nothing is built yet.
    pub(crate) fn new(paths: &'a Paths, kind: Kind) -> Self {
        Self { paths, kind, bounds: Vec::new(), texts: Vec::new(), base: None }
    }

    /// The same, with texts of articles that the site is to carry.
    pub(crate) fn with_texts(self, texts: Vec<Text>) -> Self {
        Self { texts, ..self }
    }

    /// The same, for the folder at this address.
    pub(crate) fn at(self, base: Option<String>) -> Self {
        Self { base, ..self }
    }

    /// Builds the site from the sources as they are now.
    ///
    /// # Errors
    /// Whatever is wrong with the sources or keeps the tools from running; the message says what to do.
    pub(crate) fn build(&mut self) -> anyhow::Result<Site> {
        let root = &self.paths.root;
        let page = self.bound(Program::Page)?;
        let worker = self.bound(Program::Worker)?;
        let mut site = Site { files: BTreeMap::new(), later: BTreeSet::new() };
        let mut assets = match self.kind {
            Kind::Draft => site.add_draft(&page, &worker, root)?,
            Kind::Release(_) => {
                run::say("shrinking the modules, the scripts and the styles");
                let tools = Tools::install(self.paths)?;
                Shrinker { tools: &tools, work: &self.paths.target.join("site") }
                    .add(&mut site, &page, &worker, root)?
            }
        };
        self.bounds = vec![page, worker];
        assets.texts = site.add_texts(&self.texts);
        assets.versions = site.add_versions(versions::read(self.paths.seeds())?);
        site.add_later(HOST_SCRIPT, include_bytes!("site/embed.js").to_vec());
        run::say("writing the pages");
        let release = self.kind != Kind::Draft;
        for (name, bytes) in pages::write(self.paths, &assets, self.base.as_deref(), release)? {
            if name != INDEX {
                site.later.insert(name.clone());
            }
            site.files.insert(name, bytes);
        }
        Ok(site)
    }

    /// Compiles a program and binds it, unless the last build bound the same module.
    fn bound(&mut self, program: Program) -> anyhow::Result<Bound> {
        let profile = match self.kind {
            Kind::Draft => Profile::Dev,
            Kind::Release(std) => Profile::Release(std),
        };
        let compiled = compile::compile(self.paths, program, profile)?;
        if let Some(place) = self.bounds.iter().position(|bound| bound.is_of(program, &compiled)) {
            return Ok(self.bounds.swap_remove(place));
        }
        let folder = self.paths.target.join("site/bound").join(program.name());
        compile::bind(program, &compiled, &folder, self.kind != Kind::Draft)
    }
}

/// The first page.
const INDEX: &str = "index.html";

/// The script that a browser starts as the worker: it loads the module. `{{glue}}` and `{{wasm}}` are its files' names.
const WORKER: &str = include_str!("site/worker.js");

/// Makes files small, and gives them names that change when their content does.
struct Shrinker<'a> {
    tools: &'a Tools,
    /// A folder for what is made on the way.
    work: &'a Path,
}

impl Shrinker<'_> {
    fn add(&self, site: &mut Site, page: &Bound, worker: &Bound, root: &Path) -> anyhow::Result<pages::Assets> {
        let mut add = |stem: &str, extension: &str, bytes: Vec<u8>, later: bool| {
            let name = format!("{stem}.{}.{extension}", packed::fingerprint(&bytes));
            site.files.insert(name.clone(), bytes);
            if later {
                site.later.insert(name.clone());
            }
            name
        };
        let more = page.more.as_deref().context("a release of the page has a second module")?;
        let more = add("more", "wasm", self.module(more)?, true);
        let styles = self.work.join("style");
        for (name, bytes) in styles_of(root)? {
            write(&styles.join(name), &bytes)?;
        }
        let style = add("later", "css", self.tools.bundle_css(&styles.join("later.css"))?.into_bytes(), true);
        split::write_script(&page.folder, &more, &style)?;
        let module = add("worker", "wasm", self.module(&worker.wasm())?, true);
        let script = worker.folder.join("worker.js");
        write(&script, worker_script(worker, &module).as_bytes())?;
        let name = Program::Page.name();
        let first = self.tools.bundle_css(&styles.join("first.css"))?;
        let wasm = self.module(&page.wasm())?;
        Ok(pages::Assets {
            boot: add("boot", "js", self.tools.minify_js(&root.join("src/boot.js"))?.into_bytes(), false),
            glue: add(name, "js", self.tools.bundle_js(&page.glue())?.into_bytes(), false),
            size: wasm.len(),
            wasm: add(name, "wasm", wasm, false),
            // The first page has these styles in itself.
            styles: vec![add("style", "css", first.clone().into_bytes(), true), style],
            inline: Some(first),
            worker: add("worker", "js", self.tools.bundle_js(&script)?.into_bytes(), true),
            more,
            texts: String::new(),
            versions: String::new(),
        })
    }

    fn module(&self, module: &Path) -> anyhow::Result<Vec<u8>> {
        let small = self.work.join("small.wasm");
        self.tools.wasm_opt(module, &small)?;
        read(&small)
    }
}

/// Every stylesheet below `style/`, by its path there, and `views.css`, which imports each file in `views/`.
fn styles_of(root: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut styles = BTreeMap::new();
    for folder in ["", "views/"] {
        let path = root.join("style").join(folder);
        for entry in fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                styles.insert(format!("{folder}{name}"), read(&path)?);
            }
        }
    }
    let views = styles.keys().filter(|name| name.starts_with("views/"));
    let imports = views.fold(String::new(), |imports, name| imports + "@import \"" + name + "\";\n");
    styles.insert("views.css".to_owned(), imports.into_bytes());
    Ok(styles)
}

/// [`WORKER`], for a module of that name beside it.
fn worker_script(worker: &Bound, module: &str) -> String {
    let glue = worker.glue();
    let glue = glue.file_name().unwrap_or_default().to_string_lossy();
    WORKER.replace("{{glue}}", &glue).replace("{{wasm}}", module)
}

/// The script for pages that show views in frames. Its name never changes.
const HOST_SCRIPT: &str = "embed.js";

impl Site {
    /// Puts in a file that the first view does without.
    fn add_later(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes);
        self.later.insert(name.to_owned());
    }

    /// Puts in the log of versions as the page reads it, and returns its name; empty if there is none.
    fn add_versions(&mut self, log: Option<Versions>) -> String {
        let Some(log) = log else { return String::new() };
        let lines = log.lines().into_bytes();
        let name = format!("versions.{}.txt", packed::fingerprint(&lines));
        self.add_later(&name, lines);
        name
    }

    /// Puts in texts of articles, and returns their names between spaces.
    fn add_texts(&mut self, texts: &[Text]) -> String {
        let mut names = Vec::new();
        for text in texts {
            let bytes = text.joined().into_bytes();
            let name = format!("text.{}.txt", packed::fingerprint(&bytes));
            self.files.insert(name.clone(), bytes);
            self.later.insert(name.clone());
            names.push(name);
        }
        names.join(" ")
    }

    /// The files as they are. A browser follows the imports of `style/index.css` and of the scripts itself.
    fn add_draft(&mut self, page: &Bound, worker: &Bound, root: &Path) -> anyhow::Result<pages::Assets> {
        for (name, bytes) in styles_of(root)? {
            self.files.insert(format!("style/{name}"), bytes);
        }
        let mut add = |name: String, bytes| {
            self.files.insert(name.clone(), bytes);
            name
        };
        let (name, other) = (Program::Page.name(), Program::Worker.name());
        add(format!("{other}.js"), read(&worker.glue())?);
        let module = add(format!("{other}.wasm"), read(&worker.wasm())?);
        let wasm = read(&page.wasm())?;
        Ok(pages::Assets {
            boot: add("boot.js".to_owned(), read(&root.join("src/boot.js"))?),
            glue: add(format!("{name}.js"), read(&page.glue())?),
            size: wasm.len(),
            wasm: add(format!("{name}.wasm"), wasm),
            more: String::new(),
            texts: String::new(),
            versions: String::new(),
            worker: add("worker.js".to_owned(), worker_script(worker, &module).into_bytes()),
            styles: vec!["style/index.css".to_owned()],
            inline: None,
        })
    }

    /// Lets every page load one more script of its own origin.
    ///
    /// # Errors
    /// If a page has no `</head>`.
    pub(crate) fn add_script(&mut self, name: &str, script: &str) -> anyhow::Result<()> {
        let tag = format!("<script type=\"module\" src=\"{name}\"></script>");
        for (_, page) in self.files.iter_mut().filter(|(name, _)| name.ends_with(INDEX)) {
            let head = b"</head>";
            let end = page.windows(head.len()).position(|at| at == head).context("a page has no </head>")?;
            page.splice(end..end, tag.bytes());
        }
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
