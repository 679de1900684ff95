//! Validates `seeds/`, or the folder in `STANDPOINT_SEEDS`, and encodes it for the page to embed. Faults in the data fail the
//! build with the whole report: file, item and rule of each.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=STANDPOINT_SEEDS");
    let seeds = env::var_os("STANDPOINT_SEEDS").map_or_else(|| PathBuf::from("seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", seeds.display());
    match pack(&seeds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(report) => {
            for line in report.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn pack(seeds: &Path) -> Result<(), String> {
    let dossier = dossier::load(seeds).map_err(|faults| faults.to_string())?;
    let out = env::var_os("OUT_DIR").ok_or("cargo did not say where to write (OUT_DIR)")?;
    let bytes = dossier::compact::encode(&dossier).map_err(|error| error.to_string())?;
    let file = Path::new(&out).join("dossier.bin");
    fs::write(&file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))
}
