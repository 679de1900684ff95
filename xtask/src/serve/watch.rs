//! Which changes on disk call for a new build.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::Context as _;
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::paths::Paths;

/// The folders whose files make the page; all of each.
const FOLDERS: &[&str] = &["src", "worker", "style", "seeds", "crates"];

/// The files beside them.
const FILES: &[&str] = &["index.html", "build.rs", "Cargo.toml"];

/// An editor that saves writes more than once; this long after the last write the save is over.
const SETTLED: Duration = Duration::from_millis(150);

/// Starts watching. Dropping the watcher ends it.
///
/// # Errors
/// If the system refuses, as it does when too many folders are watched.
pub(super) fn start(paths: &Paths) -> anyhow::Result<(RecommendedWatcher, Receiver<PathBuf>)> {
    let (tell, changes) = mpsc::channel();
    let (root, seeds) = (paths.root.as_path(), paths.seeds());
    let (below, data) = (root.to_owned(), seeds.to_owned());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is an event too, and every build reads.
        let Some(event) = event.ok().filter(|event| !event.kind.is_access()) else { return };
        for path in event.paths.into_iter().filter(|path| is_source(&below, &data, path)) {
            // The receiver is gone when the program ends.
            let _ = tell.send(path);
        }
    })
    .context("cannot watch the sources")?;
    // The root for its files: an editor may replace a file, and a watch on the file itself would be lost.
    watcher.watch(root, RecursiveMode::NonRecursive).context("cannot watch the repository")?;
    let folders = FOLDERS.iter().map(|folder| root.join(folder)).chain([seeds.to_owned()]);
    for folder in folders.filter(|folder| folder.is_dir()) {
        watcher
            .watch(&folder, RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {}", folder.display()))?;
    }
    Ok((watcher, changes))
}

/// Waits for a change and until the changes have settled; the first one, or `None` if there will be no more.
pub(super) fn next(changes: &Receiver<PathBuf>) -> Option<PathBuf> {
    let first = changes.recv().ok()?;
    while changes.recv_timeout(SETTLED).is_ok() {}
    Some(first)
}

/// Whether the page is made of the file at `path`.
fn is_source(root: &Path, seeds: &Path, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // What editors leave beside a file while it is open.
    let is_scratch = name.starts_with('.') || name.ends_with('~') || name.starts_with('#');
    let is_below = |below: &Path| {
        FILES.iter().any(|file| below == Path::new(file)) || FOLDERS.iter().any(|folder| below.starts_with(folder))
    };
    !is_scratch && (path.starts_with(seeds) || path.strip_prefix(root).is_ok_and(is_below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_page_is_made_of_calls_for_a_build() {
        for (path, built) in [
            ("src/ui/matrix.rs", true),
            ("style/tokens.css", true),
            ("seeds/documents/bridge.json", true),
            ("crates/dossier/src/lib.rs", true),
            ("index.html", true),
            ("Cargo.toml", true),
            ("Cargo.lock", false),
            ("target/debug/standpoint", false),
            ("dist/index.html", false),
            ("src/.main.rs.swp", false),
            ("src/main.rs~", false),
            ("xtask/src/main.rs", false),
        ] {
            let (root, seeds) = (Path::new("/repository"), Path::new("/repository/seeds"));
            assert_eq!(is_source(root, seeds, &root.join(path)), built, "{path}");
        }
        let is_source = |path| is_source(Path::new("/repository"), Path::new("/elsewhere/data"), Path::new(path));
        assert!(!is_source("/elsewhere/src/main.rs"));
        assert!(is_source("/elsewhere/data/documents/bridge.json"), "data may lie anywhere");
        assert!(!is_source("/elsewhere/data/.dossier.json.swp"));
    }
}
