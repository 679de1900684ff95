//! Benchmarks of searching passages in a text and of reading a dossier: `cargo bench -p standpoint-dossier --features
//! load --bench dossier`.
//!
//! Texts and dossiers are synthetic. Reading is measured in a separate process, so that its peak memory can be
//! measured.

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

/// Time of the fastest run, in milliseconds; slower runs measure other load on the machine.
fn fastest<T>(runs: u32, work: impl Fn() -> T) -> f64 {
    let once = |_| {
        let clock = Instant::now();
        std::hint::black_box(work());
        clock.elapsed()
    };
    (0..runs).map(once).min().unwrap_or(Duration::MAX).as_secs_f64() * 1e3
}
