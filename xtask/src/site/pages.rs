//! The pages of the site as HTML. A program of the repository writes them (`crates/site`), since it shows what the page's own
//! sources show; it carries the same dossier as the page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, ensure};

use super::policy;
use crate::paths::Paths;
use crate::run;

/// The package of the program, and the name of its binary.
const PROGRAM: &str = "standpoint-site";

/// The site's files that its pages name, by their paths from the site's folder on.
#[derive(Default)]
pub(super) struct Assets {
    /// The script that starts the program and tells the reader if that fails.
    pub(super) boot: String,
    /// The script that loads the module.
    pub(super) glue: String,
    /// The module, or the first of two.
    pub(super) wasm: String,
    /// How many bytes it has.
    pub(super) size: usize,
    /// The second module; empty if there is none.
    pub(super) more: String,
    /// The script of the worker.
    pub(super) worker: String,
    /// The texts of articles that the site carries, between spaces; empty if there are none.
    pub(super) texts: String,
    /// The log of versions; empty if there is none.
    pub(super) versions: String,
    /// The stylesheets, in their order.
    pub(super) styles: Vec<String>,
    /// The first view's styles, to stand in the first page itself, if they shall.
    pub(super) inline: Option<String>,
}

/// Writes the pages, with the pictures that chats show of them if this is a `release`, and returns them by their paths. `base` is the
/// whole address of the site's folder, if the publisher says it.
///
/// # Errors
/// If the program does not compile, or index.html has a place for something that there is not.
pub(super) fn write(
    paths: &Paths,
    assets: &Assets,
    base: Option<&str>,
    release: bool,
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let work = paths.target.join("site/pages");
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("cannot remove {}", work.display()))?;
    }
    fs::create_dir_all(&work).with_context(|| format!("cannot create {}", work.display()))?;
    let inline: Vec<&str> = assets.inline.as_deref().into_iter().collect();
    let size = assets.size.to_string();
    let policy = policy::meta(&inline);
    let named = [
        ("policy", policy.as_str()),
        ("boot", &assets.boot),
        ("glue", &assets.glue),
        ("wasm", &assets.wasm),
        ("size", &size),
        ("more", &assets.more),
        ("worker", &assets.worker),
        ("texts", &assets.texts),
        ("versions", &assets.versions),
    ];
    let mut cargo = run::cargo(&paths.root);
    paths.name_seeds(&mut cargo);
    cargo.args(["run", "--quiet", "--package", PROGRAM, "--bin", PROGRAM, "--target-dir"]).arg(&paths.target);
    if release {
        cargo.args(["--features", "previews"]);
    }
    cargo.arg("--").arg("--shell").arg(paths.root.join("index.html")).arg("--out").arg(work.join("out"));
    for (name, value) in named {
        cargo.arg("--asset").arg(format!("{name}={value}"));
    }
    for style in &assets.styles {
        cargo.arg("--style").arg(style);
    }
    if let Some(styles) = &assets.inline {
        let file = work.join("inline.css");
        super::write(&file, styles.as_bytes())?;
        cargo.arg("--inline").arg(file);
    }
    if !assets.more.is_empty() {
        cargo.arg("--more").arg(&assets.more);
    }
    if !assets.texts.is_empty() {
        cargo.arg("--has-texts");
    }
    if let Some(base) = base {
        cargo.arg("--base-url").arg(base);
    }
    run::run(&mut cargo)?;
    let mut files = BTreeMap::new();
    collect(&work.join("out"), "", &mut files)?;
    Ok(files)
}

/// The files below `folder`, by their paths from there on, behind `prefix`.
fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, super::read(&path)?);
        }
    }
    Ok(())
}

/// The whole address of a site's folder, as its pages name it: with one slash at the end.
///
/// # Errors
/// If it is none: without a scheme and a host, or with a query or a fragment.
pub(crate) fn base_url(given: &str) -> anyhow::Result<String> {
    let rest = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://")).unwrap_or_default();
    ensure!(
        !rest.trim_matches('/').is_empty() && !given.contains(['?', '#', ' ', '"', '<', '>']),
        "--base-url {given:?} is no address of a folder: write it as https://example.org/some/where/"
    );
    Ok(format!("{}/", given.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_one_slash_and_names_a_host() {
        for (given, address) in [
            ("https://example.org", Some("https://example.org/")),
            ("https://example.org/a/b//", Some("https://example.org/a/b/")),
            ("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080/")),
            ("example.org/a/", None),
            ("https://", None),
            ("https://example.org/?a", None),
            ("https://example.org/a b/", None),
        ] {
            assert_eq!(base_url(given).ok().as_deref(), address, "{given}");
        }
    }
}
