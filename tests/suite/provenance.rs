//! Where a copy of the article is at hand: every pointer matches it, and none of its sentences stands in the repository.
//!
//! The copy is the file that `STANDPOINT_ARTICLE` names, else the one beside a development checkout. Without one these two
//! checks say so and pass: whoever has no copy can neither check nor leak.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use dossier::text::{Text, normalize, plain};

/// So many words in a row are nobody's coincidence.
const RUN: usize = 8;

/// The article, if a copy is at hand.
fn article() -> Option<Text> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = env::var_os("STANDPOINT_ARTICLE").map(PathBuf::from);
    let path = named.clone().unwrap_or_else(|| root.join("../shared/seeds/article.txt"));
    match fs::read_to_string(&path) {
        Ok(text) => Some(normalize(&text)),
        Err(error) if named.is_some() => panic!("STANDPOINT_ARTICLE cannot be read: {error}"),
        Err(_) => {
            println!("not checked against the article");
            None
        }
    }
}

/// The words of a text, folded: lower case, plain typography, nothing but letters and digits; each with its line, from 1.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(unescaped(text).split('\n')) {
        let folded = plain(line).to_lowercase().replace('\'', "");
        let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        found.extend(words.map(|word| (number, word.to_owned())));
    }
    found
}

/// `text` with the escapes of JSON, Rust and HTML that can stand for an apostrophe, a quotation mark or white space undone.
fn unescaped(text: &str) -> String {
    let mut plain = text.replace("\\n", " ").replace("\\t", " ").replace("\\\"", "\"").replace("&nbsp;", " ");
    for (apostrophe, spelled) in [("’", ["\\u2019", "\\u{2019}", "&rsquo;", "&#8217;", "&#x2019;", "&apos;", "&#39;"])]
    {
        for escape in spelled {
            plain = plain.replace(escape, apostrophe);
        }
    }
    plain
}

/// Every run of [`RUN`] words of a text.
fn runs(text: &str) -> HashSet<Vec<String>> {
    let words: Vec<String> = words(text).into_iter().map(|(_, word)| word).collect();
    words.windows(RUN).map(<[String]>::to_vec).collect()
}

/// The runs of an article that lie wholly inside none of the quotations.
fn guarded<'q>(article: &str, quotations: impl IntoIterator<Item = &'q str>) -> HashSet<Vec<String>> {
    let quoted: HashSet<Vec<String>> = quotations.into_iter().flat_map(runs).collect();
    runs(article).difference(&quoted).cloned().collect()
}

/// The lines of `text` on which a guarded run begins.
fn leaks(text: &str, guarded: &HashSet<Vec<String>>) -> Vec<usize> {
    let words = words(text);
    let run = |window: &[(usize, String)]| window.iter().map(|(_, word)| word.clone()).collect::<Vec<_>>();
    let mut lines: Vec<usize> =
        words.windows(RUN).filter(|window| guarded.contains(&run(window))).map(|window| window[0].0).collect();
    lines.dedup();
    lines
}

/// Every file of the repository: those that git tracks or would track, else all but what is built.
fn repository(root: &Path) -> Vec<PathBuf> {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output();
    if let Ok(output) = git
        && output.status.success()
    {
        let names = String::from_utf8_lossy(&output.stdout).into_owned();
        return names.split('\0').filter(|name| !name.is_empty()).map(|name| root.join(name)).collect();
    }
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let built = ["target", "node_modules", ".git", "dist"].iter().any(|name| entry.file_name() == *name);
            match entry.path() {
                path if path.is_dir() && !built => folders.push(path),
                path if path.is_file() => found.push(path),
                _ => {}
            }
        }
    }
    found
}

#[test]
fn every_pointer_matches_the_article_letter_for_letter() {
    let Some(text) = article() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dossier = dossier::load(&root.join("seeds")).unwrap_or_else(|faults| panic!("{faults}"));
    let reports: Vec<_> = dossier.documents.iter().map(|coded| dossier::verify(coded, &text)).collect();
    let report =
        reports.iter().find(|report| report.is_same_text()).expect("the copy is the text of one of the documents");
    assert!(report.is_exact(), "{report}");
    assert!(!report.checks.is_empty());
}

#[test]
fn no_sentence_of_the_article_stands_in_the_repository() {
    let Some(text) = article() else { return };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dossier = dossier::load(&root.join("seeds")).unwrap_or_else(|faults| panic!("{faults}"));
    let quotations = dossier.quotes().flat_map(|(_, quote)| &quote.segments).map(|segment| segment.text.as_str());
    let guarded = guarded(&text.joined(), quotations);
    assert!(guarded.len() > 500, "the article is at hand as a whole");
    let mut found = Vec::new();
    let files = repository(root);
    assert!(files.len() > 50, "the repository is walked");
    for path in files {
        // What is listed may have been deleted, and what holds a zero byte is no text.
        let Ok(bytes) = fs::read(&path) else { continue };
        if !bytes.contains(&0) {
            let name = path.strip_prefix(root).unwrap_or(&path).display();
            let lines = leaks(&String::from_utf8_lossy(&bytes), &guarded);
            found.extend(lines.into_iter().map(|line| format!("{name}:{line}")));
        }
    }
    // The place alone: a report that repeats the words would publish them.
    assert_eq!(found, Vec::<String>::new(), "{RUN} words of the article in a row, outside of its quotations");
}

#[cfg(test)]
mod detector {
    use super::{guarded, leaks};

    const ARTICLE: &str = "The mayor crossed the quay’s wet boards before the first ferry left. “We will open the bridge \
        in spring, and nobody will pay for crossing it,” she said to nine men – all of them fishers – by the lamp.";
    const QUOTATION: &str = "We will open the bridge in spring, and nobody will pay for crossing it,";

    fn found(text: &str) -> Vec<usize> {
        leaks(text, &guarded(ARTICLE, [QUOTATION]))
    }

    #[test]
    fn a_planted_run_is_found_where_it_begins() {
        assert_eq!(found("one\ntwo mayor crossed the quay's wet boards before the end"), [2]);
        assert_eq!(
            found("// THE MAYOR CROSSED\n// the quays wet\n// boards before"),
            [1],
            "over lines and comment marks"
        );
        assert_eq!(found("{\"summary\": \"the quay\\u2019s wet boards before the first ferry\"}"), [1], "escaped");
        assert_eq!(found("<p>the quay&rsquo;s wet boards before the first ferry</p>"), [1], "in a page");
        assert_eq!(found("she said to nine men - all of them"), [1], "with other typography");
        assert_eq!(found("a\nshe said to nine men all of them\nb\nto nine men all of them fishers by\n"), [2, 4]);
    }

    #[test]
    fn a_quotation_passes_and_what_runs_out_of_it_does_not() {
        assert_eq!(found(&format!("“{QUOTATION}”")), Vec::<usize>::new());
        assert_eq!(found("open the bridge in spring, and nobody will"), Vec::<usize>::new(), "a part of it passes too");
        assert_eq!(found(&format!("“{QUOTATION}” she said")), [1], "with what follows it");
        assert_eq!(found("left. “We will open the bridge in spring"), [1], "with what stands before it");
    }

    #[test]
    fn words_of_our_own_and_short_runs_pass() {
        assert_eq!(found("mayor crossed the quay's wet boards before"), Vec::<usize>::new(), "seven words");
        assert_eq!(found("The mayor of the harbour crossed the quay before the ferry left it."), Vec::<usize>::new());
        assert_eq!(found(""), Vec::<usize>::new());
    }
}
