//! Benchmark of the views of a large dossier: time to answer, time to render, size. Run with `cargo bench -p
//! standpoint`.
//!
//! `-- --positions N` measures another size than 100,000. Times are the fastest of several tries, in milliseconds.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot be made has nothing better to do than stop")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use explore::query::codec::decode;
use explore::{Engine, outline};
use views::{Markup, PageRequest, PageState, answer, frame};

/// What readers do, as links.
const LINKS: [&str; 22] = [
    "",
    "?issue=i-0",
    "?who=s-1",
    "?q=harbour",
    "?item=p-4711",
    "?view=positions",
    "?view=positions&q=harbour",
    "?view=positions&sort=date",
    "?view=positions&group=who",
    "?view=positions&item=p-4711",
    "?view=quotes",
    "?view=stakeholders",
    "?view=stakeholders&item=s-1",
    "?view=stakeholders&q=harbour",
    "?view=timeline",
    "?view=timeline&item=e-47",
    "?view=compare",
    "?view=compare&with=camp-russia,camp-ukraine,camp-europe,camp-united-states",
    "?view=network",
    "?view=shifts",
    "?view=questions",
    "?view=positions&q=nobody-says-this",
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let named = arguments.iter().position(|argument| argument == "--positions");
    let positions = named.map_or(100_000, |at| arguments[at + 1].parse().unwrap());
    let dossier = Box::leak(Box::new(synthetic::dossier(positions)));
    let (ready, engine) = timed(|| Engine::new(dossier));
    let engine = Box::leak(Box::new(engine));
    engine.index_words();
    println!("{positions} positions; an engine for them is built in {} ms", in_ms(ready));
    println!("{:<75} {:>8} {:>8} {:>8}", "link", "outline", "answer", "nodes");
    for link in LINKS {
        let asked = decode(link);
        let (outlined, _) = fastest(|| outline(engine, &asked));
        let request = PageRequest { asked, ..PageRequest::default() };
        let (answered, answer) = fastest(|| answer(engine, &request));
        let nodes = frame(answer, &PageState::default());
        println!("{link:<75} {:>8} {:>8} {:>8}", in_ms(outlined), in_ms(answered), count(&nodes));
    }
}

/// What the browser has to make: nodes and attributes.
fn count(nodes: &[Markup]) -> usize {
    let one = |node: &Markup| match node {
        Markup::Text(_) => 1,
        Markup::Element(element) => 1 + element.attributes.len() + count(&element.children),
    };
    nodes.iter().map(one).sum()
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(run());
    (start.elapsed(), result)
}

fn fastest<T>(make: impl Fn() -> T) -> (Duration, T) {
    let mut best = timed(&make);
    // What takes long is the same each time.
    for _ in 0..if best.0 < Duration::from_millis(300) { 4 } else { 0 } {
        let next = timed(&make);
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

fn in_ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}
