//! Packs `seeds/`, or the folder that `STANDPOINT_SEEDS` names, into the bundle that the worker carries: with the digests that
//! the page does without, and with the fingerprints; beside it the log of its versions. A fault in the data fails the build.

use std::path::{Path, PathBuf};
use std::{env, fs};

use dossier::load::{self, Files};
use dossier::schema::SeedFile;
use dossier::versions::Versions;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=STANDPOINT_SEEDS");
    let seeds = env::var_os("STANDPOINT_SEEDS").map_or_else(|| PathBuf::from("../seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", seeds.display());
    let files = Files::read(&seeds);
    let dossier = load::load_files(&files, &mut |_| {})?;
    let bundle = load::bundle(&dossier, &load::fingerprints(&files)?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("bundle.json"), bundle)?;
    fs::write(out.join("versions.txt"), versions(&seeds.join("versions.json"))?)?;
    Ok(())
}

/// The log of versions in `file` as the page reads it; empty where a dossier has none.
fn versions(file: &Path) -> Result<String, Box<dyn std::error::Error>> {
    if !file.is_file() {
        return Ok(String::new());
    }
    let read: SeedFile<Versions> = serde_json::from_slice(&fs::read(file)?)?;
    Ok(read.content.lines())
}
