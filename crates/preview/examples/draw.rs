//! Draws every picture of a dossier into a folder, for inspection:
//! `cargo run -p standpoint-preview --example draw -- --out DIR [--seeds DIR]`.

use std::path::PathBuf;
use std::time::Instant;

use explore::Engine;
use preview::{Picture, Previews, draw_all};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = None;
    let mut seeds = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds"));
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let folder = arguments.next().map(PathBuf::from);
        match (argument.as_str(), folder) {
            ("--out", Some(folder)) => out = Some(folder),
            ("--seeds", Some(folder)) => seeds = folder,
            (other, _) => return Err(format!("{other}: give --out DIR, and --seeds DIR for another dossier").into()),
        }
    }
    let out = out.ok_or("give --out DIR: the folder for the pictures")?;
    let dossier = dossier::load(&seeds).map_err(|faults| faults.to_string())?;
    let engine = Engine::new(&dossier);
    let previews = Previews::new(&engine);

    let start = Instant::now();
    let subjects = previews.subjects();
    let pictures: Vec<Picture> = subjects.iter().filter_map(|&subject| previews.picture(subject)).collect();
    let laid_out = start.elapsed();
    let drawn = draw_all(&pictures)?;
    let all = start.elapsed();

    std::fs::create_dir_all(&out)?;
    for ((subject, picture), png) in subjects.iter().zip(&pictures).zip(&drawn) {
        std::fs::write(out.join(subject.name() + ".png"), png)?;
        std::fs::write(out.join(subject.name() + ".svg"), &picture.svg)?;
        println!("{:>6} {}: {}", png.len(), subject.name(), picture.alt);
    }
    let mut sizes: Vec<usize> = drawn.iter().map(Vec::len).collect();
    sizes.sort_unstable();
    println!(
        "{} pictures in {} ms, {} ms of them to lay out; {} to {} bytes, half of them below {}",
        sizes.len(),
        all.as_millis(),
        laid_out.as_millis(),
        sizes.first().unwrap_or(&0),
        sizes.last().unwrap_or(&0),
        sizes.get(sizes.len() / 2).unwrap_or(&0)
    );
    Ok(())
}
