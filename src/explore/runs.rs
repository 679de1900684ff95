//! A text cut where passages begin and end, so that passages that overlap can each be marked.

/// A passage of a text: code points, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Whose passage it is: a place in a list of notes.
    pub note: usize,
}

/// A piece of a text that the same passages cover from its first letter to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The piece.
    pub text: String,
    /// Whose passages cover it, ascending, each once; empty for what nobody points at.
    pub notes: Vec<usize>,
    /// Those of them with a passage that ends here.
    pub ends: Vec<usize>,
}

/// Cuts `text`.
///
/// Laws: the runs together are `text`; none is empty; a run names exactly the notes of those spans that cover it. A span that
/// reaches beyond the text ends with it.
#[must_use]
pub fn runs(text: &str, spans: &[Span]) -> Vec<Run> {
    let mut cuts: Vec<u32> = Vec::new();
    for span in spans {
        for cut in [span.start, span.end] {
            if let Err(gap) = cuts.binary_search(&cut) {
                cuts.insert(gap, cut);
            }
        }
    }
    let (mut runs, mut next) = (Vec::new(), 0);
    // Where the run began: the code point, the byte.
    let mut began = (0, 0);
    for (offset, (byte, _)) in (0..).zip(text.char_indices()) {
        while cuts.get(next).is_some_and(|&cut| cut < offset) {
            next += 1;
        }
        if cuts.get(next) == Some(&offset) && byte > 0 {
            runs.push(run(&text[began.1..byte], began.0, offset, spans));
            began = (offset, byte);
        }
    }
    if began.1 < text.len() {
        runs.push(run(&text[began.1..], began.0, u32::MAX, spans));
    }
    runs
}

fn run(text: &str, start: u32, end: u32, spans: &[Span]) -> Run {
    let mut run = Run { text: text.to_owned(), notes: Vec::new(), ends: Vec::new() };
    for span in spans {
        if span.start <= start && span.end > start {
            insert(&mut run.notes, span.note);
            if span.end <= end {
                insert(&mut run.ends, span.note);
            }
        }
    }
    run
}

fn insert(notes: &mut Vec<usize>, note: usize) {
    if let Err(gap) = notes.binary_search(&note) {
        notes.insert(gap, note);
    }
}
