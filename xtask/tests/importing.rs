//! `cargo xtask import-dna` with lists as people bring them: its output, its files and its exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The output of the command, and the files that it wrote.
struct Run {
    code: Option<i32>,
    out: String,
    errors: String,
    /// The texts of the documents' files; empty where nothing was written.
    documents: String,
}

/// Runs the command on one of the lists of `crates/export/tests/lists/`.
fn import(list: &str, options: &[&str]) -> Run {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("importing-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let seeds = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/export/tests/lists").join(list);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output =
        command.arg("import-dna").arg(list).arg("--seeds").arg(&seeds).args(options).output().expect("it starts");
    let entries = fs::read_dir(seeds.join("documents")).into_iter().flatten().flatten();
    let documents = entries.map(|entry| fs::read_to_string(entry.path()).expect("it is text")).collect();
    let _ = fs::remove_dir_all(&seeds);
    let [out, errors] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("it is text"));
    Run { code: output.status.code(), out, errors, documents }
}

#[test]
fn a_list_with_variables_of_its_coders_own_is_read_once_they_are_mapped() {
    let refused = import("no-qualifier.csv", &[]);
    assert_eq!((refused.code, refused.out.as_str(), refused.documents.as_str()), (Some(1), "", ""));
    assert!(refused.errors.contains("\"claimant\", \"addressee\", \"claim\""), "{}", refused.errors);
    assert!(refused.errors.trim_end().ends_with("--concept COLUMN --person COLUMN"), "{}", refused.errors);
    let taken = import("no-qualifier.csv", &["--person", "claimant", "--concept=claim", "--organization", "addressee"]);
    assert_eq!(taken.code, Some(0), "{}", taken.errors);
    assert_eq!(taken.documents.matches("\"stance\": \"\"").count(), 2, "{}", taken.documents);
    assert!(taken.out.contains("2  position stance"), "it is named among what is to be completed: {}", taken.out);
    let without = import("renamed-variables.csv", &["--without", "person", "--supports", "1"]);
    assert_eq!((without.code, without.documents.matches("opposes").count()), (Some(0), 0), "{}", without.errors);
}

#[test]
fn a_spreadsheets_list_is_read_and_its_output_says_how() {
    let run = import("saved-as-windows-1252.csv", &[]);
    assert_eq!(run.code, Some(0), "{}", run.errors);
    assert!(run.out.contains("60 of 60 statements written"), "{}", run.out);
    let read = run.out.split("How the list was read:\n").nth(1).expect("it says how");
    assert!(read.lines().next().is_some_and(|line| line.contains("windows-1252, the likeliest")), "{}", run.out);
    let named = import("saved-as-windows-1252.csv", &["--encoding", "latin1", "--days", "day-first"]);
    assert!(named.out.contains("  the file was read as windows-1252\n"), "{}", named.out);
}

#[test]
fn a_name_that_may_be_two_people_is_said_and_parted_by_an_option() {
    let run = import("two-of-one-name.csv", &[]);
    let told = run.out.split("To decide by somebody who knows the people:\n").nth(1).expect("it is said");
    let told: Vec<&str> = told.lines().take_while(|line| line.starts_with("  ")).collect();
    assert_eq!(told.len(), 3, "{}", run.out);
    let parted = import("two-of-one-name.csv", &["--part", "Hale, John"]);
    assert_eq!(parted.documents.matches("\"stakeholder\": \"hale-john-2\"").count(), 2, "{}", parted.documents);
}

#[test]
fn an_unknown_option_ends_with_the_usage() {
    for (options, told) in [
        (["--days", "soon"], "--days soon: say day-first or month-first"),
        (["--without", "concept"], "--without concept: a list can do without person, organization, agreement alone"),
        (["--speaker", "Author"], "there is no option --speaker"),
        (["--link", "Author"], "there is no option --link"),
    ] {
        let run = import("renamed-variables.csv", &options);
        assert_eq!((run.code, run.documents.as_str()), (Some(2), ""), "{}", run.errors);
        assert!(
            run.errors.contains(told) && run.errors.contains("usage: cargo xtask import-dna FILE.csv"),
            "{}",
            run.errors
        );
    }
}
