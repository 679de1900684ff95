//! Configuration files for hosts: nginx, Caddy, and the `_headers` that other hosts read. `docs/hosting.md` says where
//! each goes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};

use super::policy;

/// The file that some hosts read at the top of what they serve.
pub(crate) const HEADERS_FILE: &str = "_headers";

/// How long a file may be kept whose name changes with its content.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// The folder of the host that the site is copied to unless another is named.
const ROOT: &str = "/srv/standpoint";

/// Where a site is published, and who may frame it.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Place {
    /// The folder with the site on the host, without a slash at its end.
    root: String,
    /// The folder of the address; begins and ends with a slash.
    base: String,
    /// Who may frame the page, as the policy says it.
    ancestors: String,
}

/// What of a built site its host has to know.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Built {
    /// The policy that its page carries.
    policy: String,
    /// The paths of what may be kept for good: files, or `folder/*` where a folder has no others.
    kept: Vec<String>,
}

impl Place {
    /// The place with this folder, this base and these ancestors; what is not given is as usual.
    ///
    /// # Errors
    /// If one of them could mean something else in a host's file, or the folder has no absolute path.
    pub(crate) fn new(root: Option<&str>, base: Option<&str>, ancestors: Option<&str>) -> anyhow::Result<Self> {
        let (root, base) = (root.unwrap_or(ROOT).trim_end_matches('/'), base.unwrap_or_default().trim_matches('/'));
        let ancestors = ancestors.unwrap_or(policy::ANYBODY);
        ensure!(root.starts_with('/'), "--root {root:?} is no folder of a host: write it from its / on");
        let plain = |text: &str, others: &str| text.chars().all(|one| one.is_alphanumeric() || others.contains(one));
        ensure!(plain(root, "/._-+@ "), "--root {root:?} has a character that a host's file may not hold");
        ensure!(
            base.is_ascii() && plain(base, "/._-~"),
            "--base {base:?} is no folder of an address: letters, digits and ._-~ between slashes are"
        );
        ensure!(
            !ancestors.trim().is_empty() && ancestors.is_ascii() && plain(ancestors, "*'/.:- "),
            "--frame-ancestors {ancestors:?} is no list of origins: try \"'self' https://news.example\", \"'none'\" or \"*\""
        );
        let base = if base.is_empty() { "/".to_owned() } else { format!("/{base}/") };
        Ok(Self { root: root.to_owned(), base, ancestors: ancestors.trim().to_owned() })
    }
}

impl Built {
    /// Reads it from the folder of a site.
    ///
    /// # Errors
    /// If there is no site in the folder.
    pub(crate) fn read(dist: &Path) -> anyhow::Result<Self> {
        let index = dist.join("index.html");
        let page = fs::read_to_string(&index)
            .with_context(|| format!("there is no site in {}: `cargo xtask build` makes one", dist.display()))?;
        let policy = policy::of_page(&page).with_context(|| format!("cannot use {}", index.display()))?;
        let mut files = Vec::new();
        walk(dist, "", &mut files)?;
        Ok(Self { policy, kept: kept(&files) })
    }

    /// The files for the hosts, by their names.
    pub(crate) fn files(&self, place: &Place) -> [(&'static str, String); 4] {
        [
            ("standpoint-map.conf", include_str!("hosting/nginx-map.conf").to_owned()),
            ("standpoint.conf", self.nginx(place)),
            ("standpoint.caddy", self.caddy(place)),
            (HEADERS_FILE, self.headers_file(place)),
        ]
    }

    /// The file for hosts that read it at the top of what they serve.
    pub(crate) fn headers_file(&self, place: &Place) -> String {
        let headers = self.headers(place, |name, value| format!("  {name}: {value}"));
        let kept = |path: &String| format!("{}{path}\n  Cache-Control: {FOR_GOOD}", place.base);
        let kept = self.kept.iter().map(kept).collect::<Vec<_>>().join("\n");
        fill(include_str!("hosting/_headers"), &[("base", &place.base), ("headers", &headers), ("kept", &kept)])
    }

    fn nginx(&self, place: &Place) -> String {
        let headers = self.headers(place, |name, value| format!("    add_header {name} \"{value}\" always;"));
        let bare = place.base.trim_end_matches('/');
        let bare = if bare.is_empty() {
            String::new()
        } else {
            format!(
                "\nlocation = {bare} {{\n    absolute_redirect off;\n    return 301 {}$is_args$args;\n}}\n",
                place.base
            )
        };
        let values = [("bare", &*bare), ("base", &place.base), ("root", &place.root), ("headers", &headers)];
        fill(include_str!("hosting/nginx.conf"), &values)
    }

    fn caddy(&self, place: &Place) -> String {
        let headers = self.headers(place, |name, value| format!("\t\t{name} \"{value}\""));
        let bare = place.base.trim_end_matches('/');
        let (bare, handle) = if bare.is_empty() {
            (String::new(), "handle".to_owned())
        } else {
            let whole = &place.base;
            let redirect = format!(
                "\nhandle {bare} {{\n\t@asked expression `{{query}} != \"\"`\n\tredir @asked {whole}?{{query}} 301\n\tredir * {whole} 301\n}}\n"
            );
            (redirect, format!("handle_path {whole}*"))
        };
        let values = [("bare", &*bare), ("handle", &handle), ("root", &place.root), ("headers", &headers)];
        fill(include_str!("hosting/standpoint.caddy"), &values)
    }

    /// The headers of every file, a line each.
    fn headers(&self, place: &Place, line: impl Fn(&str, &str) -> String) -> String {
        let policy = policy::header(&self.policy, &place.ancestors);
        let all = [("Content-Security-Policy", &*policy)].into_iter().chain(policy::HEADERS.iter().copied());
        all.map(|(name, value)| line(name, value)).collect::<Vec<_>>().join("\n")
    }
}

/// A template with every placeholder replaced: what is put in holds none.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let filled =
        values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value));
    filled.trim_end().to_owned() + "\n"
}

/// The paths of all files below `folder`, compressed copies left out, with `/` between their parts.
fn walk(folder: &Path, above: &str, files: &mut Vec<String>) -> anyhow::Result<()> {
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        entries.push(entry.with_context(|| format!("cannot read {}", folder.display()))?.path());
    }
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            walk(&path, &format!("{above}{name}/"), files)?;
        } else if !path.extension().is_some_and(|extension| extension == "br" || extension == "gz") {
            files.push(format!("{above}{name}"));
        }
    }
    Ok(())
}

/// Of these files those that may be kept for good; a folder that holds no others stands for what is in it, since hosts read a
/// hundred rules at most. Patterns within a name are not used: not every host reads them.
fn kept(files: &[String]) -> Vec<String> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files {
        let folder = file.rfind('/').map_or("", |slash| &file[..=slash]);
        folders.entry(folder).or_default().push(file);
    }
    let mut kept = Vec::new();
    for (folder, files) in &folders {
        let alone = !folders.keys().any(|other| other != folder && other.starts_with(folder));
        if !folder.is_empty() && alone && files.iter().all(|file| changes_its_name(file)) {
            kept.push(format!("{folder}*"));
        } else {
            kept.extend(files.iter().filter(|file| changes_its_name(file)).map(|file| (*file).to_owned()));
        }
    }
    kept
}

/// Whether a file's name is `stem.<sixteen hex digits>.extension` or only digits and extension: it changes with the content then.
fn changes_its_name(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((before, extension)) = name.rsplit_once('.') else { return false };
    let digits = before.rsplit('.').next().unwrap_or(before);
    !extension.is_empty()
        && extension.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'))
        && digits.len() == 16
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Built {
        Built {
            policy: "default-src 'none'".to_owned(),
            kept: vec!["a.0123456789abcdef.js".to_owned(), "p/*".to_owned()],
        }
    }

    #[test]
    fn a_place_is_refused_if_it_could_mean_something_else_in_a_hosts_file() {
        let new = |root, base, ancestors| Place::new(root, base, ancestors).map_err(|error| error.to_string());
        let place = |root: &str, base: &str, ancestors: &str| Place {
            root: root.to_owned(),
            base: base.to_owned(),
            ancestors: ancestors.to_owned(),
        };
        assert_eq!(new(None, None, None), Ok(place("/srv/standpoint", "/", "*")));
        let folder = new(Some("/srv/a b/"), Some("some/where"), Some("'self' https://*.news.example:8443"));
        assert_eq!(folder, Ok(place("/srv/a b", "/some/where/", "'self' https://*.news.example:8443")));
        for (root, base, ancestors, told) in [
            (Some("site"), None, None, "is no folder of a host"),
            (Some("/srv/\"; }"), None, None, "--root"),
            (Some("/srv/$host"), None, None, "--root"),
            (None, Some("/a b/"), None, "--base"),
            (None, Some("/a{}/"), None, "--base"),
            (None, None, Some("*; script-src *"), "--frame-ancestors"),
            (None, None, Some("a\" always"), "--frame-ancestors"),
            (None, None, Some(" "), "--frame-ancestors"),
        ] {
            let error = new(root, base, ancestors).expect_err(told);
            assert!(error.contains(told), "{error}");
        }
    }

    #[test]
    fn the_headers_file_names_every_file_that_may_be_kept_for_good() {
        let place = Place::new(None, Some("/a/"), Some("'none'")).expect("a place");
        let text = built().headers_file(&place);
        let rules: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(
            rules,
            [
                "/a/*",
                "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                "  Referrer-Policy: no-referrer",
                "  X-Content-Type-Options: nosniff",
                "  Cross-Origin-Opener-Policy: same-origin",
                "  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
                "/a/a.0123456789abcdef.js",
                "  Cache-Control: public, max-age=31536000, immutable",
                "/a/p/*",
                "  Cache-Control: public, max-age=31536000, immutable",
            ]
        );
    }

    #[test]
    fn no_placeholder_is_left_and_only_a_folder_has_a_way_in_without_its_slash() {
        for (base, has_way_in) in [("/", false), ("/a/b/", true)] {
            let place = Place::new(None, Some(base), None).expect("a place");
            for (name, text) in built().files(&place) {
                assert!(!text.contains("{{"), "{name}: {text}");
                let way_in = text.contains("/a/b {");
                assert_eq!(way_in, has_way_in && ["standpoint.conf", "standpoint.caddy"].contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn a_folder_of_nothing_else_stands_for_its_files() {
        let files = [
            "a.0123456789abcdef.js",
            "index.html",
            "preview/0123456789abcdef.png",
            "preview/b.0123456789abcdef.png",
            "s/x/0123456789abcdef.png",
            "s/x/index.html",
        ];
        let files = files.map(str::to_owned);
        assert_eq!(kept(&files), ["a.0123456789abcdef.js", "preview/*", "s/x/0123456789abcdef.png"]);
    }

    #[test]
    fn a_name_changes_with_the_content_if_it_has_the_digits_of_it() {
        for (name, changes) in [
            ("standpoint.e3b0c44298fc1c14.wasm", true),
            ("text.e3b0c44298fc1c14.txt", true),
            ("preview/e3b0c44298fc1c14.png", true),
            ("index.html", false),
            ("e3b0c44298fc1c14", false),
            ("e3b0c44298fc1c14/index.html", false),
            ("a.E3B0C44298FC1C14.js", false),
            ("a.e3b0c44298fc1c1.js", false),
            ("xe3b0c44298fc1c14.js", false),
        ] {
            assert_eq!(changes_its_name(name), changes, "{name}");
        }
    }
}
