//! Splits text at passage boundaries, so that overlapping passages can each be marked.

/// A passage of a text, as a half-open range of code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Index of the note that the passage belongs to.
    pub note: usize,
}

/// A piece of text covered throughout by the same passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text of the run.
    pub text: String,
    /// Indices of the notes whose passages cover it, ascending, without duplicates; empty for unmarked text.
    pub notes: Vec<usize>,
    /// The subset of `notes` with a passage that ends here.
    pub ends: Vec<usize>,
}

/// Splits `text` at the boundaries of `spans`.
///
/// Laws: the runs concatenate to `text`; no run is empty; a run lists exactly the notes of the spans that cover it.
/// Spans that extend beyond the text are clipped.
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
    // Start of the current run, as code point and byte offset.
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
