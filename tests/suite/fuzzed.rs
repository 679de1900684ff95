//! Whatever `cargo xtask fuzz` once found is tried again and again, and so are the inputs that its search starts from.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "there it is the root of a library, here a module")]
mod laws;

/// Tries every file of a target; `fuzz/regressions/` has a folder for those that have ever been broken.
fn holds(target: &str, law: fn(&[u8])) {
    let mut tried = 0;
    for folder in ["seeds", "regressions"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder).join(target);
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            // On failure the test's output ends with the name of the input.
            println!("{}", entry.path().display());
            law(&fs::read(entry.path()).expect("an input can be read"));
            tried += 1;
        }
    }
    assert_ne!(tried, 0, "{target} has seeds");
}

#[test]
fn any_text_is_normalized_once_and_for_all() {
    holds("normalize", laws::normalize);
}

#[test]
fn any_page_becomes_the_text_of_its_blocks() {
    holds("paste", laws::paste);
}

#[test]
fn any_file_is_no_copy_or_has_what_is_found_in_it() {
    holds("copy", laws::copy);
}

#[test]
fn any_link_leads_to_a_page() {
    holds("link", laws::link);
}

#[test]
fn any_file_is_a_dossier_or_has_faults_with_places() {
    holds("import", laws::import);
}
