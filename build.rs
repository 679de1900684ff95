//! Turns `seeds/`, or the folder that `STANDPOINT_SEEDS` names, into the compact binaries that the page embeds: a lean one for the
//! first view, and all of it for what comes later. A fault in the data fails the build with the whole report: every fault, with its
//! file, its item and its rule.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use dossier::Dossier;

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
    let write = |name: &str, dossier: &Dossier| {
        let bytes = dossier::compact::encode(dossier).map_err(|error| error.to_string())?;
        let file = Path::new(&out).join(name);
        fs::write(&file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))
    };
    write("dossier.bin", &dossier)?;
    write("lean.bin", &dossier::compact::lean(dossier.clone()))
}
