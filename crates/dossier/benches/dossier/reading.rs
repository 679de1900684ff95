//! Benchmark of reading bundles with many positions.

use std::path::Path;
use std::process::Command;

use dossier::load::{Files, bundle, load_files};

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// Reads a bundle of each size in a separate process, without faults and with a fault in every position.
pub(crate) fn measure() {
    println!("| positions | MB | read, ms | peak of memory, MB | faults |");
    println!("|---:|---:|---:|---:|---:|");
    for positions in SIZES {
        let good = bundle(&synthetic::dossier(positions), &[]);
        let faulty = good.replace("\"confidence\":\"", "\"confidence\":\"very ");
        for text in [good, faulty] {
            let file = std::env::temp_dir().join(format!("standpoint-{}-{positions}.json", std::process::id()));
            let read = || -> std::io::Result<()> {
                std::fs::write(&file, &text)?;
                Command::new(std::env::current_exe()?).arg("--read").arg(&file).status()?;
                std::fs::remove_file(&file)
            };
            match read() {
                Ok(()) => {}
                Err(error) => println!("not measured: {error}"),
            }
        }
    }
}

/// Reads one bundle and prints a table row.
pub(crate) fn read(file: &Path) {
    let Ok(bytes) = std::fs::read(file) else { return };
    let size = format!("{}.{}", bytes.len() / 1_000_000, bytes.len() / 100_000 % 10);
    let files = Files::from_bundle("bundle.json", bytes);
    let (mut positions, mut faults) = (0, 0);
    let clock = std::time::Instant::now();
    match load_files(&files, &mut |_| {}) {
        Ok(dossier) => positions = dossier.positions().count(),
        Err(report) => faults = report.iter().count(),
    }
    let time = clock.elapsed().as_secs_f64() * 1e3;
    println!("| {positions} | {size} | {time:.0} | {} | {faults} |", peak());
}

/// Peak memory of this process in MB, if the system reports it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
    kilobytes.map_or("?".to_owned(), |kilobytes: f64| format!("{:.0}", kilobytes / 1e3))
}
