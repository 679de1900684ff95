//! From the sources of a program to a module and the script that loads it: cargo, for a release of the page the splitter, then
//! wasm-bindgen, both as libraries, so that their versions are the lock file's.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use wasm_bindgen_cli_support::{Bindgen, Output};

use super::split;
use crate::paths::Paths;
use crate::{run, toolchain};

/// How a release loads its module. It calls what stands in wasm-bindgen's script before it.
const START: &str = include_str!("start.js");

/// One of the programs that the site consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Program {
    /// What the reader sees.
    Page,
    /// What reads the files that a reader brings: a worker, fetched when it is needed.
    Worker,
}

impl Program {
    /// Cargo's name for its package and its binary, and the beginning of its files' names.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Page => "standpoint",
            Self::Worker => "standpoint-worker",
        }
    }

    /// Whether a release of it is two modules.
    const fn is_split(self) -> bool {
        match self {
            Self::Page => true,
            Self::Worker => false,
        }
    }
}

/// How cargo compiles a program.
#[derive(Clone, Copy)]
pub(super) enum Profile {
    /// Quick to compile.
    Dev,
    /// Small.
    Release(Std),
}

/// The standard library of a release.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Std {
    /// Compiled with the page, for size, and without the text of panics: a panic is a trap, which `src/boot.js` tells the
    /// reader about. Needs the component `rust-src`.
    Rebuilt,
    /// As it comes with the toolchain.
    Stock,
}

/// What wasm-bindgen made of a compiled module.
pub(super) struct Bound {
    program: Program,
    of: u64,
    /// Where its files are.
    pub(super) folder: PathBuf,
    /// The second module, if it was split.
    pub(super) more: Option<PathBuf>,
}

impl Bound {
    /// Whether this was made of the module of `program` at `compiled`, as it is now.
    pub(super) fn is_of(&self, program: Program, compiled: &Path) -> bool {
        self.program == program && hash(compiled).is_ok_and(|hash| hash == self.of)
    }

    /// The script that loads the module.
    pub(super) fn glue(&self) -> PathBuf {
        self.folder.join(self.program.name()).with_extension("js")
    }

    /// The module, or the first of two.
    pub(super) fn wasm(&self) -> PathBuf {
        self.folder.join(format!("{}_bg.wasm", self.program.name()))
    }
}

/// Compiles a program, and returns where the module is.
///
/// # Errors
/// If the toolchain lacks something that cannot be added, or the sources do not compile.
pub(super) fn compile(paths: &Paths, program: Program, profile: Profile) -> anyhow::Result<PathBuf> {
    toolchain::ensure_wasm_target(&paths.root)?;
    let mut cargo = run::cargo(&paths.root);
    let name = program.name();
    cargo.args(["build", "--package", name, "--bin", name, "--target", toolchain::WASM]);
    paths.name_seeds(&mut cargo);
    let (target, folder) = match profile {
        Profile::Dev => (paths.target.clone(), "debug"),
        Profile::Release(std) => {
            cargo.arg("--release");
            if program.is_split() {
                cargo.args(["--features", split::FEATURE]);
            }
            // The same flags for every program: what they share is then compiled once.
            let mut flags = vec![split::FLAG.to_owned(), remap(&paths.root, "")];
            if let Some(home) = cargo_home() {
                flags.push(remap(&home, "cargo"));
            }
            let target = match std {
                Std::Stock => paths.target.clone(),
                Std::Rebuilt => {
                    // These flags of a stable compiler are closed without it.
                    cargo.env("RUSTC_BOOTSTRAP", "1");
                    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
                    flags.extend(["-Zunstable-options".to_owned(), "-Cpanic=immediate-abort".to_owned()]);
                    // A folder of its own: build scripts that look at RUSTC_BOOTSTRAP would otherwise run again each time.
                    paths.target.join("rebuilt-std")
                }
            };
            cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
            (target, "release")
        }
    };
    cargo.arg("--target-dir").arg(&target);
    run::run(&mut cargo)?;
    Ok(target.join(toolchain::WASM).join(folder).join(name).with_extension("wasm"))
}

/// Makes the loading script of the module at `compiled`, and the module that fits it, in `folder`. For a `release` the page's
/// module is split, and what a module imports is numbered instead of named.
///
/// # Errors
/// If the module was compiled against another version of wasm-bindgen, asks for script files that the site does not carry,
/// or cannot be split.
pub(super) fn bind(program: Program, compiled: &Path, folder: &Path, release: bool) -> anyhow::Result<Bound> {
    let of = hash(compiled)?;
    let is_split = release && program.is_split();
    let (first, more) = if is_split {
        let parts = split::split(compiled, folder)?;
        (parts.first, Some(parts.more))
    } else {
        (compiled.to_owned(), None)
    };
    let mut output = Bindgen::new()
        .input_path(first)
        .out_name(program.name())
        .web(true)?
        .typescript(false)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // Among them the table of functions, which the second module imports.
        .keep_lld_exports(is_split)
        .generate_output()
        .context("wasm-bindgen refuses the module: Cargo.toml and xtask/Cargo.toml must pin the same version of it")?;
    // Every crate that uses wasm-bindgen is listed, most without a script.
    let inline = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(of, _)| of);
    let snippets: Vec<_> = inline.chain(output.local_modules().keys()).cloned().collect();
    ensure!(
        snippets.is_empty() && output.npm_dependencies().is_empty(),
        "the page uses script snippets or npm packages, which the site does not carry ({}): write them in src/boot.js, or \
         bind to what the browser has",
        snippets.join(", ")
    );
    let renamed = if release { number_imports(&mut output) } else { Vec::new() };
    if release {
        drop_relocations(&mut output);
    }
    output.emit(folder).with_context(|| format!("cannot write {}", folder.display()))?;
    let bound = Bound { program, of, folder: folder.to_owned(), more };
    let mut glue = fs::read_to_string(bound.glue()).context("cannot read the script that wasm-bindgen made")?;
    for (name, number) in renamed {
        ensure!(glue.contains(&name), "the script lacks `{name}`, which the module imports");
        glue = glue.replace(&name, &number);
    }
    if release {
        glue = with_own_start(&glue)?;
    }
    fs::write(bound.glue(), glue).context("cannot rewrite the script that wasm-bindgen made")?;
    Ok(bound)
}

/// The script `glue`, with [`START`] in place of how wasm-bindgen loads a module.
///
/// # Errors
/// If the script is not as that version of wasm-bindgen writes it which [`START`] was made for.
fn with_own_start(glue: &str) -> anyhow::Result<String> {
    let parts = glue.split_once("async function __wbg_load(").filter(|(kept, theirs)| {
        kept.contains("function __wbg_get_imports(")
            && kept.contains("function __wbg_finalize_init(instance, module)")
            && theirs.trim_end().ends_with("export { initSync, __wbg_init as default };")
    });
    let (kept, _) = parts.context("wasm-bindgen writes another script now: xtask/src/site/start.js must fit it")?;
    Ok(format!("{kept}{START}"))
}

/// Drops what the linker kept for the splitter: later tools would take it for a promise.
fn drop_relocations(output: &mut Output) {
    let customs = &mut output.wasm_mut().customs;
    let is_relocation = |name: &str| name == "linking" || name.starts_with("reloc.");
    let names: Vec<String> = customs.iter().map(|(_, section)| section.name().to_owned()).collect();
    for name in names.iter().filter(|name| is_relocation(name)) {
        customs.remove_raw(name);
    }
}

/// Numbers what the module imports from wasm-bindgen's script, and returns each old name with the new one. wasm-bindgen's
/// names end in a hash, which no compression shortens, neither in the module nor in the script.
fn number_imports(output: &mut Output) -> Vec<(String, String)> {
    let mut renamed = Vec::new();
    let imports = output.wasm_mut().imports.iter_mut().filter(|import| import.module != split::SCRIPT);
    for (place, import) in imports.enumerate() {
        let number = format!("i{place}");
        renamed.push((std::mem::replace(&mut import.name, number.clone()), number));
    }
    renamed
}

fn hash(path: &Path) -> anyhow::Result<u64> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    Ok(hasher.finish())
}

/// The flag that keeps `folder` out of the module: two machines then build the same one.
fn remap(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`START`] needs of wasm-bindgen's script, and the end that it takes the place of.
    const GLUE: &str = "function __wbg_get_imports() {}\nlet wasm;\nfunction __wbg_finalize_init(instance, module) {}\n\
                        async function __wbg_load(module, imports) {}\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn a_release_loads_its_module_by_our_own_lines() {
        let script = with_own_start(GLUE).expect("it is as wasm-bindgen writes it");
        assert!(script.starts_with("function __wbg_get_imports() {}\nlet wasm;\n"), "{script}");
        assert!(script.contains("export default async function ({ module_or_path })"), "{script}");
        assert!(!script.contains("__wbg_load") && !script.contains("initSync"), "{script}");
    }

    #[test]
    fn a_script_that_our_lines_do_not_fit_is_refused() {
        for part in
            ["function __wbg_get_imports(", "function __wbg_finalize_init(", "async function __wbg_load(", "initSync, "]
        {
            let told = with_own_start(&GLUE.replace(part, "")).expect_err(part).to_string();
            assert!(told.contains("start.js"), "{told}");
        }
    }

    /// The version that the lock file gives to `package`.
    fn locked(package: &str) -> &'static str {
        let lock = include_str!("../../../Cargo.lock");
        let entry = format!("name = \"{package}\"\nversion = \"");
        let (_, rest) = lock.split_once(&entry).expect("the package is in the lock file");
        rest.split('"').next().expect("a version ends")
    }

    #[test]
    fn the_page_and_the_pipeline_use_one_version_of_wasm_bindgen() {
        assert_eq!(locked("wasm-bindgen"), locked("wasm-bindgen-cli-support"));
    }
}
