//! Who may know whom, read from the source: the rules that the compiler does not know.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a file may be, in lines.
const LONGEST: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` with one of these extensions: its path from the root, with `/`, and its text.
fn files(folder: &str, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "node_modules"].contains(&name.as_str()) {
                folders.push(path);
            } else if extensions.iter().any(|extension| name.ends_with(&format!(".{extension}"))) {
                let text = fs::read_to_string(&path).expect("a source file is UTF-8");
                let inside = path.strip_prefix(root()).expect("the file lies below the root");
                found.push((inside.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    found
}

/// The Rust files of the app.
fn sources() -> Vec<(String, String)> {
    files("src", &["rs"])
}

/// The lines of a Rust file less their comments, numbered from 1. Good enough for this house: no `//` in its strings but in addresses.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let before = |line: &'_ str| line.find("//").filter(|&at| !line[..at].ends_with(':')).unwrap_or(line.len());
    (1..).zip(text.lines()).map(move |(number, line)| (number, &line[..before(line)]))
}

/// The names that stand at the beginning of a path: `index` of `index::SearchQuery`, `crate::query` of `crate::query::View`.
fn roots(line: &str) -> Vec<String> {
    let mut roots = Vec::new();
    let words: Vec<&str> = line.split(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter))).collect();
    for (at, word) in words.iter().enumerate() {
        let mut parts = word.split("::").filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { continue };
        let imported = at.checked_sub(1).is_some_and(|before| words[before] == "use");
        if imported || word.contains("::") {
            let inner = ["crate", "super", "standpoint"].contains(&first);
            roots.push(if inner { format!("{first}::{}", parts.next().unwrap_or("")) } else { first.to_owned() });
        }
    }
    roots
}

/// The names, as code spells them, of the dependencies that a manifest lists under headings that `wanted` accepts.
fn dependencies(manifest: &str, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(manifest)).expect("the manifest is there");
    let mut inside = false;
    let mut names = BTreeSet::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = wanted(line);
        } else if inside && line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or(line);
            names.insert(name.replace('-', "_"));
        }
    }
    names
}

/// Everything that the app could import.
fn available() -> BTreeSet<String> {
    dependencies("Cargo.toml", |heading| heading.ends_with("dependencies]") && !heading.contains("workspace"))
}

/// Where the files that `chosen` accepts import something outside of `allowed`.
fn trespasses(chosen: impl Fn(&str) -> bool, allowed: &[&str]) -> Vec<String> {
    let available = available();
    let mut found = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| chosen(path)) {
        for (number, line) in code(text) {
            let foreign = |root: &String| {
                let ours = root.starts_with("crate::") || root.starts_with("standpoint::") || *root == "super::ui";
                (available.contains(root) || ours) && !allowed.contains(&root.as_str())
            };
            found.extend(roots(line).into_iter().filter(foreign).map(|root| format!("{path}:{number}: {root}")));
        }
    }
    found
}

fn is_ui(path: &str) -> bool {
    path == "src/ui.rs" || path.starts_with("src/ui/")
}

#[test]
fn the_query_knows_only_the_ids_and_dates_of_the_dossier() {
    let query = |path: &str| path == "src/query.rs" || path.starts_with("src/query/");
    assert!(sources().iter().filter(|(path, _)| query(path)).count() >= 2);
    assert_eq!(trespasses(query, &["dossier", "crate::query"]), Vec::<String>::new());
    // `words` declares an enum of the query's own.
    let known = ["Date", "words", "{Date, words}", "id::is_kebab_case"];
    for (path, text) in sources().iter().filter(|(path, _)| query(path)) {
        for (number, line) in code(text) {
            if let Some(path_in_dossier) = line.trim().strip_prefix("use dossier::") {
                assert!(known.contains(&path_in_dossier.trim_end_matches(';')), "{path}:{number}: {line}");
            }
        }
    }
}

#[test]
fn the_answer_knows_the_dossier_the_index_and_the_query() {
    let explore = |path: &str| path == "src/explore.rs" || path.starts_with("src/explore/");
    assert!(sources().iter().filter(|(path, _)| explore(path)).count() > 10);
    assert_eq!(trespasses(explore, &["dossier", "index", "crate::query", "crate::explore"]), Vec::<String>::new());
}

#[test]
fn the_views_know_what_is_shown_and_nothing_of_the_browser() {
    let views = |path: &str| path == "src/views.rs" || path.starts_with("src/views/");
    let allowed = ["dossier", "crate::explore", "crate::query", "crate::views"];
    assert_eq!(trespasses(views, &allowed), Vec::<String>::new());
}

#[test]
fn nothing_knows_the_browser_but_ui() {
    let core = |path: &str| !is_ui(path) && path != "src/main.rs";
    let allowed = ["dossier", "index", "crate::query", "crate::explore", "crate::views", "crate::embedded"];
    assert_eq!(trespasses(core, &allowed), Vec::<String>::new());
    assert_eq!(trespasses(|path| path == "src/main.rs", &["standpoint::ui"]), Vec::<String>::new());
}

/// Where files other than `owner` hold one of `marks`, comments apart.
fn holders(owner: &str, marks: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources().iter().chain(&files("src", &["js"])).filter(|(path, _)| path != owner) {
        for (number, line) in code(text) {
            let marks = marks.iter().filter(|mark| line.contains(**mark));
            found.extend(marks.map(|mark| format!("{path}:{number}: {mark}")));
        }
    }
    found
}

#[test]
fn the_worker_knows_the_browser_in_its_worker_alone_and_asks_nobody_for_anything() {
    let sources = files("worker/src", &["rs"]);
    assert!(sources.iter().any(|(path, _)| path == "worker/src/lib.rs"));
    for (path, text) in &sources {
        for (number, line) in code(text) {
            let worker = ["worker/src/main.rs", "worker/src/messages.rs"].contains(&path.as_str());
            let web = roots(line).iter().any(|root| ["wasm_bindgen", "web_sys", "js_sys"].contains(&root.as_str()));
            assert!(worker || !web, "{path}:{number}: {line}");
            let asks = ["fetch", "XmlHttp", "WebSocket", "EventSource", "import_scripts"];
            assert!(asks.iter().all(|ask| !line.contains(ask)), "{path}:{number}: {line}");
        }
    }
}

#[test]
fn one_file_touches_the_browsers_history_and_the_boot_script_as_long_as_that_is_not_there() {
    let marks = ["popstate", "push_state", "replace_state", "pushState", "replaceState", ".history(", "window.history"];
    let mut others = holders("src/ui/location.rs", &marks);
    others.retain(|place| !place.starts_with("src/boot.js:"));
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn one_file_reaches_what_the_first_view_does_without() {
    // Whatever else reached it would bring it back into the first module; and a second mark would load it twice.
    let owner = "src/ui/more.rs";
    assert_eq!(
        holders(owner, &["crate::more", "super::more::more", "#[wasm_split", "wasm_split_helpers"]),
        Vec::<String>::new()
    );
    let text = fs::read_to_string(root().join(owner)).expect("the file is there");
    let marks = |mark: &str| code(&text).filter(|(_, line)| line.contains(mark)).count();
    assert_eq!(marks("#[wasm_split("), 1, "one way into the second module");
    assert_ne!(marks("crate::more::more"), 0, "the mark is still that of what comes later");
}

#[test]
fn every_style_is_of_the_first_view_or_of_what_comes_later() {
    let (lists, styles): (Vec<_>, Vec<_>) = files("style", &["css"])
        .into_iter()
        .partition(|(path, _)| ["style/index.css", "style/first.css", "style/later.css"].contains(&path.as_str()));
    let imported: Vec<&str> = lists.iter().flat_map(|(_, text)| text.split('"').skip(1).step_by(2)).collect();
    for (path, _) in &styles {
        let name = path.trim_start_matches("style/");
        assert_eq!(imported.iter().filter(|other| **other == name).count(), 1, "{path} is imported once");
    }
    assert_eq!(imported.len(), styles.len() + 2, "{imported:?}");
}

#[test]
fn one_file_knows_what_a_link_looks_like() {
    let codec = "src/query/codec.rs";
    // The ampersand alone would do, but HTML escapes it too.
    let marks = ["'%'", "\"%", "%2", "&{", "\"?{", "'+'", "encode_uri", "decode_uri", "encodeURI", "UrlSearchParams"];
    // A passage in a publisher's page is no link of ours: its address has a grammar of its own.
    let mut holders = holders(codec, &marks);
    holders.retain(|holder| !holder.starts_with("src/query/codec/") && !holder.starts_with("src/explore/fragment.rs:"));
    assert_eq!(holders, Vec::<String>::new());
    let text = fs::read_to_string(root().join(codec)).expect("the codec is there");
    assert!(["'%'", "'+'", "\"?{"].iter().all(|mark| text.contains(mark)), "the marks are still those of the codec");
}

#[test]
fn no_file_is_longer_than_can_be_read_at_once() {
    let all = ["src", "crates", "worker", "xtask", "tests", "style", "fuzz"]
        .iter()
        .flat_map(|folder| files(folder, &["rs", "css", "js", "html", "mjs", "ts"]));
    let long = all.chain([("build.rs".to_owned(), fs::read_to_string(root().join("build.rs")).unwrap_or_default())]);
    let long = long.map(|(path, text)| (text.lines().count(), path)).filter(|(lines, _)| *lines > LONGEST);
    assert_eq!(long.collect::<Vec<_>>(), vec![]);
}

#[test]
fn the_crates_below_know_neither_the_app_nor_the_web() {
    let of = |manifest: &str| dependencies(manifest, |heading| heading == "[dependencies]");
    let known: BTreeSet<String> =
        ["postcard", "schemars", "serde", "serde_json", "sha2", "thiserror", "unicode_normalization"]
            .map(str::to_owned)
            .into();
    // What reads copies, behind the feature `copy`: the page does without.
    let copies: BTreeSet<String> =
        ["chardetng", "encoding_rs", "html5ever", "infer", "mail_parser", "pulldown_cmark"].map(str::to_owned).into();
    let dossier = of("crates/dossier/Cargo.toml");
    assert!(!dossier.is_empty());
    assert_eq!(
        dossier.difference(&(&known | &copies)).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "a new dependency of the dossier"
    );
    assert_eq!(of("crates/index/Cargo.toml"), BTreeSet::new(), "the index has no dependencies");
    let writes: BTreeSet<String> =
        ["csv", "dossier", "flate2", "rawzip", "serde", "serde_json", "sha2"].map(str::to_owned).into();
    let reads: BTreeSet<String> =
        ["chardetng", "encoding_rs", "thiserror", "unicode_normalization"].map(str::to_owned).into();
    assert_eq!(of("crates/export/Cargo.toml"), &writes | &reads, "what the exports may know");
    for name in ["dossier", "export", "index"] {
        for (path, text) in files(&format!("crates/{name}/src"), &["rs"]) {
            for (number, line) in code(&text) {
                for root in roots(line) {
                    let web = ["leptos", "reactive_graph", "any_spawner", "wasm_bindgen", "web_sys", "js_sys"]
                        .contains(&root.as_str());
                    assert!(!web && !root.starts_with("standpoint::"), "{path}:{number}: {root}");
                }
            }
        }
    }
}

#[test]
fn roots_are_read_from_imports_and_from_paths() {
    let table: &[(&str, &[&str])] = &[
        ("use index::SearchQuery;", &["index"]),
        ("use leptos;", &["leptos"]),
        ("    pub(crate) use crate::ui::Environment;", &["crate::ui"]),
        ("let x = super::ui::frame(leptos::html::div());", &["super::ui", "leptos"]),
        ("let ui = index + leptos;", &[]),
        ("#[wasm_bindgen::prelude::wasm_bindgen]", &["wasm_bindgen"]),
    ];
    for (line, expected) in table {
        assert_eq!(roots(line), *expected, "{line}");
    }
    assert_eq!(
        code("a // index::x\n// b\n\"https://c\"").map(|(_, line)| line).collect::<Vec<_>>(),
        ["a ", "", "\"https://c\""]
    );
    assert!(available().contains("wasm_bindgen") && available().contains("dossier"));
}
