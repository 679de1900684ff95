//! From the sources to a module and the script that loads it: cargo, for a release the splitter, then wasm-bindgen, both as
//! libraries, so that their versions are the lock file's.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use wasm_bindgen_cli_support::{Bindgen, Output};

use super::{NAME, split};
use crate::paths::Paths;
use crate::{run, toolchain};

/// Names the folder with the data to `build.rs`, where that is not the repository's own.
const SEEDS: &str = "STANDPOINT_SEEDS";

/// How cargo compiles the page.
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
    of: u64,
    /// Where its files are.
    pub(super) folder: PathBuf,
    /// The second module, if it was split.
    pub(super) more: Option<PathBuf>,
}

impl Bound {
    /// Whether this was made of the module at `compiled`, as it is now.
    pub(super) fn is_of(&self, compiled: &Path) -> bool {
        hash(compiled).is_ok_and(|hash| hash == self.of)
    }

    /// The script that loads the module.
    pub(super) fn glue(&self) -> PathBuf {
        self.folder.join(NAME).with_extension("js")
    }

    /// The module, or the first of two.
    pub(super) fn wasm(&self) -> PathBuf {
        self.folder.join(format!("{NAME}_bg.wasm"))
    }
}

/// Compiles the page, and returns where the module is.
///
/// # Errors
/// If the toolchain lacks something that cannot be added, or the sources do not compile.
pub(super) fn compile(paths: &Paths, profile: Profile) -> anyhow::Result<PathBuf> {
    toolchain::ensure_wasm_target(&paths.root)?;
    let mut cargo = run::cargo(&paths.root);
    cargo.args(["build", "--package", NAME, "--bin", NAME, "--target", toolchain::WASM]);
    // Never what the surroundings happen to say: the shell of the page tells of the same data.
    if paths.has_own_seeds() {
        cargo.env_remove(SEEDS);
    } else {
        cargo.env(SEEDS, paths.seeds());
    }
    let (target, folder) = match profile {
        Profile::Dev => (paths.target.clone(), "debug"),
        Profile::Release(std) => {
            cargo.args(["--release", "--features", split::FEATURE]);
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
    Ok(target.join(toolchain::WASM).join(folder).join(NAME).with_extension("wasm"))
}

/// Makes the loading script of the module at `compiled`, and the module that fits it, in `folder`. For a `release` the module
/// is split, and what it imports is numbered instead of named.
///
/// # Errors
/// If the module was compiled against another version of wasm-bindgen, asks for script files that the site does not carry,
/// or cannot be split.
pub(super) fn bind(compiled: &Path, folder: &Path, release: bool) -> anyhow::Result<Bound> {
    let of = hash(compiled)?;
    let (first, more) = if release {
        let parts = split::split(compiled, folder)?;
        (parts.first, Some(parts.more))
    } else {
        (compiled.to_owned(), None)
    };
    let mut output = Bindgen::new()
        .input_path(first)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // Among them the table of functions, which the second module imports.
        .keep_lld_exports(release)
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
    output.emit(folder).with_context(|| format!("cannot write {}", folder.display()))?;
    let bound = Bound { of, folder: folder.to_owned(), more };
    let mut glue = fs::read_to_string(bound.glue()).context("cannot read the script that wasm-bindgen made")?;
    for (name, number) in renamed {
        ensure!(glue.contains(&name), "the script lacks `{name}`, which the module imports");
        glue = glue.replace(&name, &number);
    }
    fs::write(bound.glue(), glue).context("cannot rewrite the script that wasm-bindgen made")?;
    Ok(bound)
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
