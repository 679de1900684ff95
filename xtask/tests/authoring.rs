//! The way of an author, as `docs/adding-an-article.md` tells it: every command on that page is run, from the text files to the
//! bundle, and prints what the page says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use dossier::Dossier;
use dossier::load::{Files, load_files};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository is above")
}

/// A folder with the invented story in it, removed in the end.
struct Workspace(PathBuf);

impl Workspace {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("authoring-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let workspace = Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name));
        copy(&root().join("tests/fiction"), &workspace.0.join("tests/fiction"));
        workspace
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments).current_dir(&self.0).env_remove("STANDPOINT_ARTICLE");
        command.output().expect("the program starts")
    }

    /// Runs a line of the page; what it prints.
    fn run(&self, line: &str) -> String {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["cargo", "xtask", ref arguments @ ..] => {
                let output = self.xtask(arguments);
                [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("text")).concat()
            }
            ["cp", ref files @ .., to] => {
                for file in files {
                    let name = Path::new(file).file_name().expect("a file has a name");
                    fs::copy(self.path(file), self.path(to).join(name)).expect("it can be copied");
                }
                String::new()
            }
            _ => panic!("the page shows a command that the test cannot run: {line}"),
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies a folder, less its links.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the target folder can be written");
    for entry in fs::read_dir(from).expect("it is there") {
        let entry = entry.expect("it can be read");
        let kind = entry.file_type().expect("it is something");
        if kind.is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else if kind.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("it can be copied");
        }
    }
}

/// The words of a command line; what stands in double quotation marks is one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in line.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The commands of a page, each with what it prints: all that stands in blocks marked `console`.
fn commands(page: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push((command.to_owned(), Vec::new())),
                (None, Some((_, printed))) => printed.push(line.to_owned()),
                (None, None) => panic!("a block begins with a command: {line}"),
            },
        }
    }
    found
}

/// Whether `printed` is what the page shows, where a line `…` stands for any number of lines.
fn is_shown(shown: &[String], printed: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((line, rest)) if line == "…" => (0..=printed.len()).any(|from| is_shown(rest, &printed[from..])),
        Some((line, rest)) => printed.first() == Some(&line.as_str()) && is_shown(rest, &printed[1..]),
    }
}

fn load(files: &Files) -> Dossier {
    load_files(files, &mut |_| {}).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn every_command_of_the_page_prints_what_the_page_shows_and_leads_to_the_dossier() {
    let page = fs::read_to_string(root().join("docs/adding-an-article.md")).expect("the page is there");
    let workspace = Workspace::new();
    let commands = commands(&page);
    assert!(commands.len() > 10, "the page shows every step");
    for (command, shown) in &commands {
        let printed = workspace.run(command);
        let lines: Vec<&str> = printed.lines().collect();
        assert!(is_shown(shown, &lines), "$ {command}\nprints\n{printed}\nthe page shows\n{}", shown.join("\n"));
    }
    let bytes = fs::read(workspace.path("my-dossier.json")).expect("the bundle is written");
    let bundled = load(&Files::from_bundle("my-dossier.json", bytes));
    let finished = load(&Files::read(&root().join("tests/fiction/seeds")));
    assert!(bundled == finished, "the bundle is the dossier that the author made");
    assert_eq!(bundled.documents.len(), 2);
    let (later, guild) = bundled.position(&"guild-bridge-june".into()).expect("the guild speaks in June");
    let earlier = guild.supersedes.as_ref().and_then(|id| bundled.position(id)).expect("it spoke before");
    assert!(earlier.0.id != later.id, "the change lies between two documents");
}

#[test]
fn every_passage_that_is_found_in_marks_is_in_the_finished_coding() {
    let finished = load(&Files::read(&root().join("tests/fiction/seeds")));
    for (coded, article) in finished.documents.iter().zip(["varn-march.txt", "varn-june.txt"]) {
        let source = fs::read_to_string(root().join("tests/fiction/articles").join(article)).expect("it is ours");
        let text = dossier::text::normalize(&source);
        let found = dossier::author::quotations::quotations(&text);
        let pieces = found.iter().flat_map(|quotation| &quotation.pieces).map(|it| (it.paragraph, it.start, it.end));
        let segments = coded.quotes.iter().flat_map(|quote| &quote.segments);
        let coded = segments.map(|it| &it.evidence[0]).map(|it| (it.paragraph, it.start, it.end));
        assert_eq!(pieces.collect::<Vec<_>>(), coded.collect::<Vec<_>>(), "{article}");
    }
}

#[test]
fn an_article_that_is_there_stays_as_it_is() {
    let workspace = Workspace::new();
    let again = ["new-article", "tests/fiction/articles/varn-june.txt", "--published", "2033-06-22", "--seeds", "mine"];
    assert!(workspace.xtask(&again).status.success());
    let document = workspace.path("mine/documents/2033-06-22-varn-june.json");
    fs::write(&document, "{}").expect("it can be written");
    let output = workspace.xtask(&again);
    assert!(!output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stderr).trim(),
        "cargo xtask new-article: mine/documents/2033-06-22-varn-june.json is there already and stays as it is. To begin \
         this article again, delete it; for another article choose another id with --id"
    );
    assert_eq!(fs::read_to_string(&document).expect("it is there"), "{}");
}

#[test]
fn what_is_no_text_with_paragraphs_is_told() {
    let workspace = Workspace::new();
    for (content, written, told) in [
        (
            "<!DOCTYPE html><p>Hello",
            false,
            "is a web page: copy its text into a .txt file, a blank line between paragraphs",
        ),
        (" \n\n ", false, "holds no text: nothing was written"),
        ("One.\nTwo.\n", true, "is one paragraph: part paragraphs by blank lines, unless that is right"),
    ] {
        fs::write(workspace.path("new.txt"), content).expect("it can be written");
        let output = workspace.xtask(&["new-article", "new.txt", "--published", "2033-07-01", "--seeds", "mine"]);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(errors.contains(&format!("new.txt {told}")), "{errors}");
        assert_eq!((output.status.success(), workspace.path("mine").exists()), (written, written), "{told}");
    }
}

#[test]
fn what_an_author_did_before_is_kept() {
    let workspace = Workspace::new();
    let article = "tests/fiction/articles/varn-june.txt";
    let new = ["new-article", article, "--published", "2033-07-01", "--id", "third", "--seeds", "tests/fiction/seeds"];
    let registry = workspace.path("tests/fiction/seeds/stakeholders.json");
    let before = fs::read_to_string(&registry).expect("it is there");
    assert!(workspace.xtask(&new).status.success());
    assert_eq!(fs::read_to_string(&registry).expect("it is there"), before);
    let cover = fs::read_to_string(workspace.path("tests/fiction/seeds/dossier.json")).expect("it is there");
    assert!(cover.contains("A bridge for Varn"), "{cover}");
    assert!(cover.contains("\"2033-03-16-varn-march\", \"2033-06-22-varn-june\", \"third\""), "{cover}");
}

#[test]
fn a_changed_article_fails_the_check_and_a_missing_one_is_told() {
    let workspace = Workspace::new();
    let article = workspace.path("tests/fiction/articles/varn-june.txt");
    let check = |arguments: &[&str]| {
        let output = workspace.xtask(&[&["check-data", "--seeds", "tests/fiction/seeds"], arguments].concat());
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let given = ["--article", "tests/fiction/articles/varn-june.txt"];
    let (holds, told) = check(&given);
    assert!(holds, "{told}");
    assert!(
        told.contains("not checked against the article: give a copy with --article FILE"),
        "March has none: {told}"
    );
    let changed = fs::read_to_string(&article).expect("it is there").replace("Follow the land", "Follow the sand");
    fs::write(&article, changed).expect("it can be written");
    let (holds, told) = check(&given);
    assert!(!holds, "{told}");
    assert!(told.contains("quote brandt-land, segments[0].evidence[0], paragraph 5, 149 to 165: not found"), "{told}");
    assert!(told.contains("not known"), "no share is told of another text: {told}");
}

#[test]
fn a_check_of_the_page_itself_sees_a_difference() {
    let shown = ["a", "…", "d"].map(str::to_owned);
    assert!(is_shown(&shown, &["a", "b", "c", "d"]));
    assert!(is_shown(&shown, &["a", "d"]));
    assert!(!is_shown(&shown, &["a", "b", "c"]));
    assert!(!is_shown(&shown[..1], &["a", "b"]));
}
