//! `cargo bench -p standpoint-index`: how long an index takes to build, to choose, to find, and how much it holds.
//!
//! Lists of 1,000, 10,000, 100,000 and 1,000,000 invented rows; with `--quick` (after `--`) the first two; with
//! `--slowest` also the slowest questions. A harness of its own, since the question is the median and the 95th
//! percentile over a mix of questions, each asked a few times and counted with its fastest answer.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "shares of invented numbers, far below the limits of either type"
)]

mod generate;
mod measure;

use index::{Index, SearchQuery};

use generate::{List, choices, describe, keystrokes};
use measure::{Times, processor_time};

/// How many rows the page asks for at once.
const FIRST: usize = 50;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let sizes: &[u32] = if quick { &[1_000, 10_000] } else { &[1_000, 10_000, 100_000, 1_000_000] };
    println!(
        "times in ms (median / 95th percentile); selections and both with all counts of all facets, each with the first {FIRST} rows\n"
    );
    println!("|      rows | build, ms | index, MB |     selection     |     keystroke     |       both        |");
    println!("|----------:|----------:|----------:|------------------:|------------------:|------------------:|");
    for &rows in sizes {
        measure(rows);
    }
}

fn measure(rows: u32) {
    let list = List::generate(rows);
    let (index, build) = processor_time(|| list.with_columns(Index::build));
    let repeats = if rows > 100_000 { 5 } else { 15 };

    let choices = choices(&list);
    let selection = Times::of(&choices, repeats, |choices| {
        let selection = index.select(choices, None);
        (selection.first(FIRST, None), selection)
    });
    let typed = keystrokes(&list);
    let keystroke = Times::of(&typed, repeats, |typed| {
        let found = index.find(&SearchQuery::parse(typed));
        (found.ranked(FIRST), found)
    });
    let pairs: Vec<_> = typed.iter().zip(choices.iter().cycle()).collect();
    let both = Times::of(&pairs, repeats, |(typed, choices)| {
        let found = index.find(&SearchQuery::parse(typed));
        let selection = index.select(choices, Some(&found));
        (selection.ranked(&found, FIRST), selection, found)
    });
    println!(
        "| {rows:>9} | {:>9.1} | {:>9.1} | {selection} | {keystroke} | {both} |",
        build,
        index.bytes() as f64 / 1e6,
    );
    if std::env::args().any(|argument| argument == "--slowest") {
        for (choices, time) in selection.slowest(&choices) {
            println!("  selection {time:.4} ms: {}", describe(choices));
        }
        for (typed, time) in keystroke.slowest(&typed) {
            println!("  keystroke {time:.4} ms: {typed:?}");
        }
        for ((typed, choices), time) in both.slowest(&pairs) {
            println!("  both {time:.4} ms: {typed:?}, {}", describe(choices));
        }
    }
}
