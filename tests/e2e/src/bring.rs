//! What a reader brings: a copy of an article, a dossier of their own. And how: as files, or from the clipboard.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, ensure};
use dossier::{Dossier, load};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Reader;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The embedded dossier, with its digests, and a copy of its article: the file that `STANDPOINT_ARTICLE` names, else the one
/// beside a development checkout. `None`, and that is printed, where there is none.
///
/// # Errors
/// If the named file cannot be read.
///
/// # Panics
/// If the dossier in `seeds/` has faults.
pub fn article() -> anyhow::Result<Option<(Dossier, String)>> {
    let named = std::env::var_os("STANDPOINT_ARTICLE").map(PathBuf::from);
    let is_named = named.is_some();
    let path = named.unwrap_or_else(|| root().join("../shared/seeds/article.txt"));
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some((load(&root().join("seeds")).unwrap_or_else(|faults| panic!("{faults}")), text))),
        Err(error) if is_named => Err(error).context("the file that STANDPOINT_ARTICLE names cannot be read"),
        Err(_) => {
            println!("not checked against the article");
            Ok(None)
        }
    }
}

/// The invented story in `tests/fiction/`: a dossier that the page does not carry, and its two articles.
#[derive(Clone, Debug)]
pub struct Story {
    /// The dossier.
    pub dossier: Dossier,
    /// The text of its first article.
    pub march: String,
    /// The text of its second.
    pub june: String,
}

impl Story {
    /// Reads it.
    ///
    /// # Panics
    /// If it is not there, or has faults.
    #[must_use]
    pub fn read() -> Self {
        let folder = root().join("tests/fiction");
        let article = |name| fs::read_to_string(folder.join("articles").join(name)).expect("the article is ours");
        let dossier = load(&Self::seeds()).unwrap_or_else(|faults| panic!("{faults}"));
        Self { dossier, march: article("varn-march.txt"), june: article("varn-june.txt") }
    }

    /// The folder of its dossier, as a driver wants a path: without `..` in it.
    ///
    /// # Panics
    /// If it is not there.
    #[must_use]
    pub fn seeds() -> PathBuf {
        root().join("tests/fiction/seeds").canonicalize().expect("the story is there")
    }

    /// Its dossier as one file, a member a line.
    ///
    /// # Panics
    /// Never: a bundle is JSON.
    #[must_use]
    pub fn bundle(&self) -> String {
        let bundle: Value = serde_json::from_str(&load::bundle(&self.dossier, &[])).expect("a bundle is JSON");
        format!("{bundle:#}")
    }
}

/// A folder of its own for files that are to be picked; it goes when it is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn new() -> anyhow::Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("brought-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file into it, or writes it anew; where it is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> anyhow::Result<PathBuf> {
        let path = self.0.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in a folder for temporary files harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Reader {
    /// Picks files in the first field that the selector finds.
    ///
    /// # Errors
    /// If there is none, or it does not take them.
    pub async fn pick(&self, field: &str, files: &[PathBuf]) -> anyhow::Result<()> {
        let files: Vec<String> = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
        self.find(field)
            .await?
            .send_keys(files.join("\n"))
            .await
            .with_context(|| format!("cannot pick files in {field}"))
    }

    /// Drops a file of that name and text on an element. A file that the page leaves to the browser would take its place.
    ///
    /// # Errors
    /// If there is no such element, or the page leaves the file to the browser.
    pub async fn drop_on(&self, element: &str, name: &str, text: &str) -> anyhow::Result<()> {
        const DROP: &str = "
            const [element, name, text] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], name));
            const event = (kind) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
            const place = document.querySelector(element);
            return !place.dispatchEvent(event('dragover')) && !place.dispatchEvent(event('drop'));
        ";
        let taken: bool = self.run(DROP, &[element.into(), name.into(), text.into()]).await?;
        ensure!(taken, "{name} is left to the browser");
        Ok(())
    }

    /// Puts `content` into the clipboard, by its types: `text/plain`, `text/html`.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn copy(&self, content: Value) -> anyhow::Result<()> {
        const SCRIPT: &str = "
            const [content, done] = arguments;
            const parts = Object.entries(content).map(([type, text]) => [type, new Blob([text], { type })]);
            navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]).then(() => done(''), (error) => done(String(error)));
        ";
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.command("Browser.grantPermissions", permissions).await?;
        let refused = self.driver().execute_async(SCRIPT, vec![content]).await?;
        anyhow::ensure!(refused.json() == "", "the clipboard refuses: {}", refused.json());
        Ok(())
    }

    /// Pastes what is in the clipboard where the focus is.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn paste(&self) -> anyhow::Result<()> {
        Ok(self.driver().action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control).perform().await?)
    }
}
