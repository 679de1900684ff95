//! Packs `seeds/`, or the folder that `STANDPOINT_SEEDS` names, into the bundle that the desk carries: with the digests that
//! the page does without, and with the fingerprints. A fault in the data fails the build.

use std::path::{Path, PathBuf};
use std::{env, fs};

use dossier::load::{self, Files};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=STANDPOINT_SEEDS");
    let seeds = env::var_os("STANDPOINT_SEEDS").map_or_else(|| PathBuf::from("../seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", seeds.display());
    let files = Files::read(&seeds);
    let dossier = load::load_files(&files, &mut |_| {})?;
    let bundle = load::bundle(&dossier, &load::fingerprints(&files)?);
    fs::write(Path::new(&env::var("OUT_DIR")?).join("bundle.json"), bundle)?;
    Ok(())
}
