//! `cargo bench -p standpoint-dossier --features load --bench dossier`: how long it takes to look for passages in a text, and to read a dossier.
//!
//! Texts and dossiers are invented. Reading is measured in a process of its own, so that its peak of memory is its own.

mod reading;
mod searching;

use std::time::{Duration, Instant};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some([_, file]) = arguments.windows(2).find(|pair| pair[0] == "--read") {
        reading::read(file.as_ref());
        return;
    }
    searching::measure();
    reading::measure();
}

/// The fastest of a few runs, in milliseconds: the rest is what else the machine does.
fn fastest<T>(runs: u32, work: impl Fn() -> T) -> f64 {
    let once = |_| {
        let clock = Instant::now();
        std::hint::black_box(work());
        clock.elapsed()
    };
    (0..runs).map(once).min().unwrap_or(Duration::MAX).as_secs_f64() * 1e3
}
