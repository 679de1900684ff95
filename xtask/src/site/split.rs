//! From one module to two: the first view's, and what is fetched once something else is asked for.
//!
//! In comes the module that cargo linked with [`FLAG`] and [`FEATURE`], before wasm-bindgen has seen it. Out come the first
//! module, which goes on to wasm-bindgen, the second, which needs nothing more, and a script that fetches the second. What
//! moves into the second is what the first reaches through `src/ui/lazy.rs` alone, data included; both share one memory and
//! one table of functions, and call each other through it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The feature of the page that marks where it is split.
pub(super) const FEATURE: &str = "split";

/// Keeps in the module what the linker knew: which instruction and which piece of data refers to what.
pub(super) const FLAG: &str = "-Clink-args=--emit-relocs";

/// Where the first module imports from what fetches the second.
pub(super) const SCRIPT: &str = "./more.js";

/// The text of [`SCRIPT`], with `{{more}}` for the second module's name and `{{style}}` for that of its styles.
const TEMPLATE: &str = include_str!("more.js");

/// A module in two parts.
pub(super) struct Parts {
    /// The first module, for wasm-bindgen.
    pub(super) first: PathBuf,
    /// The second module.
    pub(super) more: PathBuf,
}

/// Splits the module at `compiled` into two in `folder`.
///
/// # Errors
/// If the module was not linked for it, or what is marked in it would make another number of modules.
pub(super) fn split(compiled: &Path, folder: &Path) -> anyhow::Result<Parts> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let module = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(&module);
    options.output_dir = folder;
    options.main_out_path = &first;
    // Of its own script nothing is used: `write_script` writes over it.
    options.link_name = SCRIPT;
    let made = transform(options).map_err(|report| anyhow!("the module cannot be split: {report:#}"))?;
    let [more] = made.split_modules.as_slice() else {
        return Err(anyhow!("the module was split into {} besides the first, not into one", made.split_modules.len()));
    };
    Ok(Parts { first, more: more.clone() })
}

/// Writes the script that fetches the second module, under the name `more`, and its stylesheet, under the name `style`, beside
/// the script of wasm-bindgen in `folder`. They import each other, so they are to be bundled.
///
/// # Errors
/// If the folder cannot be written.
pub(super) fn write_script(folder: &Path, more: &str, style: &str) -> anyhow::Result<()> {
    let path = folder.join(SCRIPT);
    let script = TEMPLATE.replace("{{more}}", more).replace("{{style}}", style);
    fs::write(&path, script).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Program;

    /// A folder of this test run, for what `test` writes.
    fn folder(test: &str) -> PathBuf {
        std::env::temp_dir().join(format!("standpoint-{}-{test}", std::process::id()))
    }

    #[test]
    fn a_module_that_marks_no_split_is_refused() {
        let folder = folder("unmarked");
        fs::create_dir_all(&folder).expect("it can be made");
        let compiled = folder.join("empty.wasm");
        fs::write(&compiled, b"\0asm\x01\0\0\0").expect("it can be written");
        let told =
            split(&compiled, &folder).map(|parts| parts.more).expect_err("there is nothing to split").to_string();
        fs::remove_dir_all(&folder).expect("it is there");
        assert!(told.contains("split"), "{told}");
    }

    #[test]
    fn the_script_fetches_the_named_module_for_the_function_that_the_page_marks() {
        let folder = folder("script");
        fs::create_dir_all(&folder).expect("it can be made");
        write_script(&folder, "more.e3b0c44298fc1c14.wasm", "later.17f29b073143d8cd.css").expect("it can be written");
        let script = fs::read_to_string(folder.join("more.js")).expect("it was written");
        fs::remove_dir_all(&folder).expect("it is there");
        assert!(script.contains("fetch(new URL(\"more.e3b0c44298fc1c14.wasm\", import.meta.url))"), "{script}");
        assert!(script.contains("new URL(\"later.17f29b073143d8cd.css\", import.meta.url)"), "{script}");
        assert!(
            script.contains(&format!("import {{ wasm as first }} from \"./{}.js\";", Program::Page.name())),
            "{script}"
        );
        // Its exported name ends in the module's name in the mark.
        assert!(script.contains("export async function __wasm_split_load_more("), "{script}");
    }
}
